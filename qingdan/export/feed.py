"""更新 as feeds: which pages have one, and what each tells; `atom.py` writes them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..model.parts import ANSWERS, LISTS, PARTS, part_at, path_of
from ..model.registry import LISTED
from ..site.draft import list_titles
from ..site.events import Event, events
from ..site.site import Citation, Site, grouped
from ..text.dates import Moment

NEWEST = 100
"""How many items a feed holds; the page of changes has the rest."""

NAMED = 20
"""How many of the pages that came on one day are named."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing told: `name` never changes, `day` is the first on which it can have been told; see `Event`."""

    name: str
    kind: str
    day: date
    title: str
    text: str
    path: str
    anchor: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """What a reader of the page at address `page` is told, newest first."""

    page: str
    title: str
    items: tuple[Item, ...]


def feed_path(page: str) -> str:
    """Return the address of the feed of a page."""
    return f"{page}atom.xml"


def feed_titles(site: Site) -> dict[str, str]:
    """Return the title of each feed by the address of its page: of all changes, of each list, of each 责任主体."""
    names = {
        "changes/": "更新记录",
        **list_titles(site),
        ANSWERS.address: ANSWERS.name,
        **{path_of(owner): owner.name for owner in site.vocab.owners},
    }
    return {page: f"{site.body.title}：{name}" for page, name in names.items()}


def feeds_of(site: Site) -> Iterator[Feed]:
    """Yield every feed: all that happened, what happened to the entries of a list, and to those of a 责任主体."""
    told = events(site)
    chosen: dict[str, Sequence[Event]] = {"changes/": told}
    for part in (*LISTS, ANSWERS):
        chosen[part.address] = [event for event in told if part_at(event.path) is part]
    for owner in site.vocab.owners:
        paths = {path_of(owner), *map(path_of, site.by_owner[owner.name])}
        chosen[path_of(owner)] = [event for event in told if event.path in paths]
    for page, title in feed_titles(site).items():
        items = sorted(_items(site, page, chosen[page]), key=lambda item: item.day, reverse=True)
        yield Feed(page, title, tuple(items[:NEWEST]))


def _items(site: Site, page: str, told: Sequence[Event]) -> Iterator[Item]:
    """Yield an item for each event; all the pages that came on the same day are one, where the first of them stands."""
    first = site.registry.first_address(page)
    came = grouped((event.published, event) for event in told if event.kind == LISTED)
    for event in told:
        if event.kind != LISTED:
            yield _single(event)
        elif event.published in came:
            yield _together(f"{first}#listed-{event.published}", page, came.pop(event.published))


def _single(event: Event) -> Item:
    day = max(event.date.first, event.published or event.date.first)
    title, text = f"{event.kind}：{event.subject}", f"{in_words(event.date)}。{event.text}"
    return Item(event.id, event.kind, day, title, text, event.path, event.anchor, event.citations)


def in_words(moment: Moment) -> str:
    """Return a date as Chinese writes it, no more precise than it is known: 2024年, 2024年5月, 2024年5月1日."""
    units = zip((moment.year, moment.month, moment.day), "年月日", strict=True)
    return "".join(f"{number}{unit}" for number, unit in units if number)


def _together(name: str, page: str, group: Sequence[Event]) -> Item:
    """Return one item for the pages that came on one day: the only one's own address, else that of the feed's page."""
    one, many = group[0], len(group) > 1
    counts = Counter(part_at(event.path) for event in group)
    columns = "，".join(f"{part.name} {counts[part]} {'条' if part.holder else '页'}" for part in PARTS if counts[part])
    named = "、".join(event.subject for event in group[:NAMED])
    rest = " 等" if len(group) > NAMED else ""
    title = f"{one.kind}：{f'{len(group)} 页' if many else one.subject}"
    text = f"{in_words(one.date)}第一次收进本站：{columns}。{named}{rest}。"
    return Item(name, one.kind, one.date.first, title, text, page if many else one.path)
