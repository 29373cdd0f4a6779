from collections import defaultdict
from dataclasses import replace

import pytest
from pydantic import Field
from selectolax.lexbor import LexborHTMLParser

from conftest import AS_OF

from ...export.documents import json_documents
from ...model import In, InLibrary, Law, Line, Record, ReportNote, StatusRecord, Task, facts_of, parts
from ...model.parts import path_of
from ...model.status import RETIRED
from ...model.walk import walk
from ...render.document import document_page
from ...render.entry import entry_page
from ...render.law import law_page
from ...render.report import report_page
from ...render.statute import statute_page
from ...site.check import open_site
from ...site.search import search_documents as found
from ...site.search import search_index
from ...site.search_files import search_files
from ...site.site import Site
from ...site.statutes import path_of_text
from ...text.dates import Moment
from ..theme_values import SEARCH_INDEX
from . import shown

REPORT = "未列入清单:\n"
NOTE = "注:\n  - {段落: （一）1, 引文: 由法规处审核文件千分之九十七, 说明: 本站的话。, 法规: [{法规: water-use-rules, 条: [第九条]}]}\n"
SHARE = "审核文件千分之九十七"
NUMBERS = "  数字出处: [{数字: 31份, 来源: 示例通报, 网址: 'https://www.example.gov.cn/told'}]\n"
BEFORE_ANY_TEXT = (
    "核对: {日期: 2026-01-01, 来源: 示例政府网的条文}\n\n- 编号: WD-002",
    "核对: {日期: 2019-01-01, 来源: 示例政府网的条文}\n\n- 编号: WD-002",
)
OWNERS = "责任主体:\n"
OCCASIONS = "节点:\n  - {名称: 节水日, 标识: water-day, 定义: 三月的一天。, 时间: 03-22}\n"


def filled_in(records):
    """The attributes that have a value in some record, by the record's class."""
    have = defaultdict(set)
    for record in records:
        for _, part in walk(record, Record):
            have[type(part)] |= {name for name in type(part).model_fields if getattr(part, name) not in (None, ())}
    return have


def sample(fact, site):
    """A value for a field that no record has, unlike any other."""
    if fact.record:
        written = (part for record in shown.records(site).values() for _, part in walk(record, fact.record))
        value = next(written, None) or fact.record(
            **{one.key: sample(one, site) for one in facts_of(fact.record).values()}
        )
    elif fact.info.examples:
        value = fact.info.examples[0]
    elif Moment in fact.types:
        value = Moment.parse("1999-09-09")
    elif fact.mark(InLibrary):
        value = "old-water-rules"
    elif fact.mark(In):
        value = next(iter(site.vocab.sections[fact.section]))
    else:
        value = f"试填的{fact.key}"
    return tuple(value) if isinstance(value, list) else (value,) if fact.many else value


def filled(record, have, site):
    """A copy of a record, and of those in it, in which every field has a value that has none in any record."""
    update = {}
    for fact in facts_of(type(record)).values():
        value = getattr(record, fact.attribute)
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            update[fact.attribute] = tuple(filled(one, have, site) for one in value)
        elif isinstance(value, Record):
            update[fact.attribute] = filled(value, have, site)
        elif fact.attribute not in have[type(record)] and not (
            (fact.attribute == "successors" and record.status != RETIRED) or fact.attribute == "withdrawn"
        ):
            update[fact.attribute] = sample(fact, site)
    return record.model_copy(update=update)


def with_values(site, change):
    """A site in which every entry, law and report is what `change` makes of it."""
    data = site.data
    lists = {name: tuple(replace(one, value=change(one.value)) for one in ones) for name, ones in data.lists.items()}
    reports = tuple(replace(one, meta=replace(one.meta, value=change(one.meta.value))) for one in data.reports)
    documents = tuple(replace(one, meta=replace(one.meta, value=change(one.meta.value))) for one in data.documents)
    return Site(replace(data, lists=lists, reports=reports, documents=documents))


@pytest.fixture
def site(department):
    department.rewrite_report("审核文件7份", SHARE)
    for path in ("tasks/tasks.yml", "vocab.yml"):
        department.edit(path, "引文: 由法规处审核文件7份", f"引文: 由法规处{SHARE}")
    department.edit("tasks/tasks.yml", "说明: 审核文件7份。", f"说明: {SHARE}。")
    department.edit("tasks/tasks.yml", "数值: 7, 单位: 份", "数值: 97, 单位: '‰'")
    department.edit("tasks/tasks.yml", "  内容: 已经不再做的事。\n", f"  内容: 已经不再做的事。\n{NUMBERS}")
    department.edit("reports/2025.yml", REPORT, NOTE + REPORT)
    department.edit("tasks/tasks.yml", "并入文件审核（RW-001）。", "并入别的任务。")
    department.edit("answers/water.yml", "下限: 100, 上限: 500", "下限: 10000, 上限: 20000, 单位: 造价的倍")
    department.edit("answers/water.yml", "擅自接管的罚100至500元。", "擅自接管的要罚。")
    department.edit("answers/water.yml", BEFORE_ANY_TEXT[0], BEFORE_ANY_TEXT[1])
    department.edit("vocab.yml", OWNERS, OCCASIONS + OWNERS)
    return open_site(department.folder, AS_OF)


@pytest.fixture
def full(site):
    have = filled_in(shown.records(site).values())
    return with_values(site, lambda record: filled(record, have, site))


def faults(site, folder):
    """What of the data the pages and files made of a site do not show."""
    pages = {f"{path_of(entry)}index.html": entry_page(site, entry.id, "../../") for entry in site.entries.values()}
    pages |= {f"{path_of(law)}index.html": law_page(site, law.id, "../../") for law in site.laws.values()}
    texts = [text for law in site.laws for text in site.wordings.of(law)]
    pages |= {f"{path_of_text(text)}index.html": statute_page(site, path_of_text(text), "../../../") for text in texts}
    pages |= {f"reports/{report.year}/index.html": report_page(site, report.year, "../../") for report in site.reports}
    pages |= {f"documents/{id}/index.html": document_page(site, id, "../../") for id in site.documents}
    for path, content in (
        *json_documents(site),
        *search_files(SEARCH_INDEX.removesuffix(".json"), search_index(found(site), ())),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    said = [message for path, promise in shown.on_pages(site) for message in promise(LexborHTMLParser(pages[path]))]
    return said + [message for _, message in shown.in_files(site, folder)]


def test_every_field_of_every_entry_law_and_report_is_shown_wherever_it_should_be(full, tmp_path):
    for model, have in filled_in(shown.records(full).values()).items():
        assert have >= set(model.model_fields) - {"withdrawn"}, model
    assert faults(full, tmp_path) == []


@pytest.mark.parametrize("exempt", shown.NOT_SHOWN, ids="-".join)
def test_no_field_is_exempt_without_need(full, tmp_path, monkeypatch, exempt):
    monkeypatch.setattr(shown, "NOT_SHOWN", {key for key in shown.NOT_SHOWN if key != exempt})
    where, name = exempt
    attribute = name.partition(".")[2]
    models = filled_in(shown.records(full).values())
    [model] = [model for model in models if model.__name__ == name.partition(".")[0]]
    [key] = [fact.key for fact in facts_of(model).values() if fact.attribute == attribute]
    assert any(f"{where}没有显示“{key}”" in message for message in faults(full, tmp_path))


class Reachable(Law):
    """A law with one field more, which nothing shows."""

    phone: Line | None = Field(None, alias="电话", description="打这个电话问。")


def test_a_new_field_that_nothing_shows_is_named_for_page_data_and_search(site, tmp_path, monkeypatch):
    monkeypatch.setitem(parts._BY_RECORD, Reachable, parts.LAWS)

    def change(record):
        return Reachable.model_construct(**dict(record), phone="022-1234") if record.id == "old-water-rules" else record

    longer = with_values(site, lambda record: change(record) if isinstance(record, Law) else record)
    assert sorted(faults(longer, tmp_path)) == [
        "laws/old-water-rules/：开放数据没有显示“电话”：022-1234",
        "laws/old-water-rules/：搜索没有显示“电话”：022-1234",
        "网页没有显示“电话”：022-1234",
    ]


def test_records_after_the_sites_day_and_empty_fields_need_not_be_shown(site, tmp_path):
    def change(record):
        later = StatusRecord(date=Moment.parse("2030"), status="推进中", note="以后的事。")
        return record.model_copy(update={"records": (*record.records, later)}) if isinstance(record, Task) else record

    assert faults(with_values(site, change), tmp_path) == []


def test_a_remark_of_ours_is_shown_with_its_articles(site, tmp_path):
    [note] = site.reports[0].meta.value.notes
    assert isinstance(note, ReportNote)
    assert "第九条" in report_page(site, 2025, "../../").partition("本站的话。")[2][:200]
