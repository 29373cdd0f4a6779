"""The guide's tables of fields, held against the models: every field is there, once, and can be followed."""

from types import UnionType
from typing import Annotated, Union, get_args, get_origin

import html5lib
import pytest
from pydantic import BaseModel

from conftest import AS_OF, SECOND
from qingdan.model import facts_of
from qingdan.model.file_kinds import FILE_KINDS
from qingdan.render.fields import fields, words
from qingdan.site.check import open_site

XHTML = "{http://www.w3.org/1999/xhtml}"


def tags(node, name):
    return list(node.iter(f"{XHTML}{name}"))


def text(node):
    return "".join(node.itertext())


def models_in(annotation):
    """Every record that an annotation speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for info in annotation.model_fields.values():
            yield from models_in(info.annotation)
    elif get_origin(annotation) in (tuple, Union, UnionType, Annotated):
        for part in get_args(annotation):
            yield from models_in(part)


@pytest.fixture(scope="module")
def site():
    return open_site(SECOND, AS_OF)


@pytest.fixture(scope="module")
def page(site):
    return html5lib.parse(fields(site, root="../../") + words(site, root="../../"))


@pytest.fixture(scope="module")
def tables(page):
    """The rows of every table by the anchor of its record."""
    return {
        node.get("id"): [[text(cell) for cell in row] for row in tags(node, "tr")][1:]
        for node in page.iter(f"{XHTML}div")
        if (node.get("id") or "").startswith("record-")
    }


def test_every_field_of_every_record_has_a_row_that_says_whether_it_must_be_there(tables):
    models = {model for kind in FILE_KINDS for model in models_in(kind.model)}
    assert set(tables) == {f"record-{model.__name__.lower()}" for model in models}
    for model in models:
        rows = tables[f"record-{model.__name__.lower()}"]
        facts = facts_of(model).values()
        assert sorted(fact.attribute for fact in facts) == sorted(model.model_fields)
        expected = [(fact.key, "必填" if fact.required else "可省") for fact in facts]
        assert [(row[0], row[1]) for row in rows] == expected
        assert [row[3] for row in rows] == [fact.about for fact in facts]
        assert all(row[2] for row in rows)


def test_each_table_is_named_and_its_cells_have_headings(page):
    wraps = [node for node in page.iter(f"{XHTML}div") if node.get("role") == "region"]
    labels = [node.get("aria-label") for node in wraps]
    assert len(set(labels)) == len(labels) == len(tags(page, "table"))
    for wrap in wraps:
        assert wrap.get("tabindex") == "0"
        assert len(tags(wrap, "caption")) == 1
        head, *rows = tags(wrap, "tr")
        assert [cell.get("scope") for cell in head] == ["col"] * 4
        for row in rows:
            assert row[0].get("scope") == "row"
            assert [cell.get("data-label") for cell in row[1:]] == [text(cell) for cell in head][1:]


def test_every_link_leads_to_a_place_on_the_page_or_to_the_library(page):
    ids = [node.get("id") for node in page.iter() if node.get("id")]
    assert len(set(ids)) == len(ids)
    links = [link.get("href") for link in tags(page, "a")]
    assert len(links) > 40
    assert {link for link in links if not link.startswith("#")} == {"../../laws/"}
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_a_field_says_how_it_is_written(tables):
    task = {row[0]: row[2] for row in tables["record-task"]}
    assert task["责任主体"] == "词表里的词；有几个的写成 [甲, 乙]（见责任主体）"
    assert task["类别"] == "词表里的词；不写就是“任务”（见任务类别）"
    assert task["记录"] == "列表，每项又有几个小项（见记录）"
    assert task["依据"] == "列表，每项写标识，或者写成 {法规: 标识, 条: [条号]}（见引用的法规）"
    assert "长期" in task["时限"]
    law = {row[0]: row[2] for row in tables["record-law"]}
    assert law["替代"] == "标识，写成 [甲, 乙]（见法规库）"
    assert law["核对"] == "又有几个小项（见核对）"
    assert {row[0]: row[2] for row in tables["record-figure"]}["约数"].startswith("引文里的那个词")


def test_the_words_to_choose_from_stand_with_their_definitions(page, site):
    shown = {node.get("id"): [(text(term[0]), text(term[1])) for term in following] for node, following in _lists(page)}
    assert shown["words-owners"] == [(owner.name, owner.meaning) for owner in site.vocab.owners]
    assert shown["words-statuses"] == [(status.name, status.meaning) for status in site.vocab.statuses]
    assert "words-computed" not in shown
    assert len(shown) == 16


def _lists(page):
    holder = next(node for node in page.iter(f"{XHTML}div") if node.get("data-search") == "no")
    headings, lists = tags(holder, "h3"), tags(holder, "dl")
    return zip(headings, lists, strict=True)
