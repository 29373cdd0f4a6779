"""Badges: the state of an entry or a list as a picture, and as JSON for badge services (shields.io endpoint, version 1)."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from ..model import Entry
from ..model.parts import LISTS, path_of
from ..site.draft import title_of
from ..site.site import Site

COLOURS = {"灰": "#595959", "蓝": "#1f3a8a", "黄": "#5f4400", "红": "#8a1f1f"}
"""The vocabulary's tones; white text on each has a contrast of at least 7:1."""

_SVG = "http://www.w3.org/2000/svg"
_FONTS = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif"
_WIDE, _NARROW, _MARGIN = 12, 7, 8


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge: what it is about, what it says, in which tone, and the sentence for those who do not see it."""

    path: str
    label: str
    message: str
    tone: str
    alternative: str


def badges(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the picture and the JSON of each list and each entry, beside its page."""
    for badge in (*_of_lists(site), *(_of_entry(site, entry) for entry in site.entries.values())):
        yield f"{badge.path}badge.svg", picture(badge)
        yield f"{badge.path}badge.json", endpoint(badge)


def _of_entry(site: Site, entry: Entry) -> Badge:
    terms = (site.status(entry), *site.flags(entry))
    message = " ".join(f"{term.shape} {term.name}" for term in terms)
    words = "、".join(term.name for term in terms)
    alternative = f"{entry.id} {entry.name}：{words}（数据截至 {site.as_of}）"
    return Badge(path_of(entry), entry.id, message, terms[-1].tone, alternative)


def _of_lists(site: Site) -> Iterator[Badge]:
    for part in LISTS:
        entries = site.lists[part.folder]
        if not entries:
            continue
        current = site.current(entries)
        counts = site.count_by_status(current)
        message = " · ".join([f"{len(current)} 条", *(f"{term.shape} {term.name} {count}" for term, count in counts)])
        words = "，".join(f"{term.name} {count} 条" for term, count in counts)
        title = title_of(site, part)
        alternative = f"{title}共 {len(current)} 条：{words}（数据截至 {site.as_of}）"
        yield Badge(part.address, title, message, "蓝", alternative)


def picture(badge: Badge) -> bytes:
    """Return the badge as SVG: system fonts, texts fitted to their places, so that it is as wide everywhere."""
    label, message = _width(badge.label), _width(badge.message)
    split = label + 2 * _MARGIN
    width = split + message + 2 * _MARGIN
    box = {"width": str(width), "height": "24", "viewBox": f"0 0 {width} 24"}
    svg = Element("svg", {"xmlns": _SVG, **box, "role": "img", "aria-label": badge.alternative, "lang": "zh-CN"})
    SubElement(svg, "title").text = badge.alternative
    SubElement(svg, "rect", {"width": str(width), "height": "24", "rx": "3", "fill": "#333333"})
    right = f"M{split} 0H{width - 3}a3 3 0 0 1 3 3V21a3 3 0 0 1 -3 3H{split}z"
    SubElement(svg, "path", {"d": right, "fill": COLOURS[badge.tone]})
    words = SubElement(svg, "g", {"fill": "#ffffff", "font-family": _FONTS, "font-size": "12"})
    for start, wide, text in ((0, label, badge.label), (split, message, badge.message)):
        place = {"x": str(start + _MARGIN), "y": "16", "textLength": str(wide), "lengthAdjust": "spacingAndGlyphs"}
        SubElement(words, "text", place).text = text
    return tostring(svg, encoding="unicode").encode() + b"\n"


def _width(text: str) -> int:
    return sum(_NARROW if unicodedata.east_asian_width(letter) in ("Na", "H", "N") else _WIDE for letter in text)


def endpoint(badge: Badge) -> bytes:
    """Return the badge as a shields.io endpoint."""
    shown = {"schemaVersion": 1, "label": badge.label, "message": badge.message, "color": COLOURS[badge.tone]}
    return json.dumps(shown, ensure_ascii=False).encode() + b"\n"
