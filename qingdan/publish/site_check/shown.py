"""Every field of the model that is filled in is shown: on its page, in the open data and, if it is free text, in search."""

import json
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ...export.model import ROOT
from ...model import InLibrary, Record, facts_of
from ...model.parts import path_of
from ...model.walk import walk
from ...site.search_files import search_documents_in
from ...site.site import Site
from ...site.statutes import path_of_text
from ...text.folded import folded
from ...text.problem import excerpt
from ..theme_values import SEARCH_INDEX
from .promised import Promise

PAGE, DATA, SEARCH = "网页", "开放数据", "搜索"
NOT_SHOWN = {
    (PAGE, "Answer.also"): "只给搜索用",
    (PAGE, "Penalty.least"): "写成数额",
    (PAGE, "Penalty.most"): "写成数额",
    (PAGE, "Penalty.unit"): "写成数额",
    (SEARCH, "Penalty.unit"): "写成数额",
    (PAGE, "Figure.value"): "写成引文里的原字",
    (PAGE, "Figure.unit"): "写成引文里的原字",
    (PAGE, "Figure.about"): "写成引文里的原字",
    (DATA, "Figure.about"): "照引文写成“限定”",
    (PAGE, "Law.status"): "按数据截至的那一天推算后显示",
    (DATA, "Law.status"): "按数据截至的那一天推算后给出",
    (PAGE, "ReportMeta.sha256"): "给程序核对用，只在开放数据里",
    (PAGE, "ListDocument.sha256"): "给程序核对用，只在开放数据里",
    (PAGE, "LawText.sha256"): "给程序核对用，只在开放数据里",
    (SEARCH, "LawText.source"): "搜索给出条文，来源写在它的页面上",
    **{
        (where, f"ParagraphCorrection.{name}"): "说的是段落怎样分"
        for where in (PAGE, DATA, SEARCH)
        for name in ("paragraph", "opening")
    },
    (PAGE, "ReportMeta.title_source"): "写成一句话",
    (SEARCH, "Evidence.paragraph"): "段落编号写在报告页自己的结果里",
    (SEARCH, "ListDocument.withheld"): "说的是哪几格不公开",
    (DATA, "ListDocument.withheld"): "说的是哪几格不公开",
    (SEARCH, "StatusRecord.successors"): "接续的条目有自己的结果",
    (SEARCH, "Source.url"): "网址是链接，搜索只认来源的名称",
    (SEARCH, "NumberSource.url"): "网址是链接，搜索只认来源的名称",
}
"""Fields that are not shown as they are written, each with the reason."""


def unshown(where: str, record: Record, text: str) -> Iterator[str]:
    """Yield a message for each value of a record that one of the three places should show and does not.

    In: the text that it shows; white space and forms of characters may differ.
    """
    squeezed, alike = _squeezed(text), cache(lambda: folded(text))
    for _, part in walk(record, Record):
        for fact in facts_of(type(part)).values():
            value = getattr(part, fact.attribute)
            if (where, f"{type(part).__name__}.{fact.attribute}") in NOT_SHOWN or (where == SEARCH and not fact.free):
                continue
            for one in value if isinstance(value, tuple) else (value,):
                if one is None or isinstance(one, Record):
                    continue
                linked = where == PAGE and fact.mark(InLibrary) is not None
                sought = f"laws/{one}/" if linked else str(one)
                if _squeezed(sought) not in squeezed and folded(sought) not in alike():
                    yield f"{where}没有显示“{fact.key}”：{excerpt(str(one))}"


def _squeezed(text: str) -> str:
    return "".join(text.split())


def records(site: Site) -> dict[str, Record]:
    """Return every entry, answer, law and report as it is on the site's day, by the address of its page."""
    entries = (entry.model_copy(update={"records": site.records(entry)}) for entry in site.entries.values())
    documents = {path_of(one.meta.value): one.meta.value for one in site.documents.values()}
    reports = {f"reports/{report.year}/": report.meta.value for report in site.reports}
    texts = {path_of_text(text): text.meta.value for law in site.laws for text in site.wordings.of(law)}
    named = {path_of(one): one for one in (*entries, *site.given, *site.laws.values())}
    return named | reports | documents | texts


def on_pages(site: Site) -> Iterator[tuple[str, Promise]]:
    """Yield for the page of each record what has to be true of it."""
    for path, record in records(site).items():
        yield f"{path.partition('#')[0]}index.html", partial(_on_page, path, record)


def _on_page(path: str, record: Record, tree: LexborHTMLParser) -> Iterator[str]:
    if page := tree.css_first(".page") or tree.root:
        links = (link.attributes.get("href") or "" for link in page.css("a"))
        yield from unshown(PAGE, record, "\n".join((path, page.text(), *links)))


def in_files(site: Site, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield for each record what the open data and the search index of a built site do not show of it."""
    index = folder / SEARCH_INDEX
    if not index.is_file():
        yield SEARCH_INDEX, "缺少这个文件"
        return
    found = records(site)
    for where, file, made in ((DATA, ROOT, partial(_data, folder)), (SEARCH, SEARCH_INDEX, partial(_search, index))):
        texts = made()
        for path, record in found.items():
            yield from ((file, f"{path}：{message}") for message in unshown(where, record, texts.get(path, "")))


def _search(index: Path) -> dict[str, str]:
    """Return the texts that the search index of a built site gives of each address."""
    return {page[3]: "|".join(_texts(page)) for page in search_documents_in(index)}


def _data(folder: Path) -> dict[str, str]:
    """Return the texts that the open data of a built site gives of each address, be it a page or a place on one."""
    found: dict[str, str] = {}
    for file in sorted((folder / ROOT).glob("*.json")):
        lists = (value for value in json.loads(file.read_bytes()).values() if isinstance(value, list))
        for record in (record for one in lists for record in _placed(one)):
            page, texts = record["path"], "|".join(_texts(record))
            for place in (page, f"{page}#{record['anchor']}") if "anchor" in record else (page,):
                found[place] = f"{found.get(place, '')}|{texts}"
    return found


def _placed(records: list[object]) -> Iterator[dict[str, Any]]:
    """Yield the records of a list that have an address; the wordings of a law have their own."""
    for record in records:
        if isinstance(record, dict) and "path" in record:
            yield record
            yield from ({**text, "law": record["path"]} for text in record.get("texts", ()))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
    else:
        yield str(value)
