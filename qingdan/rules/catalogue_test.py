import pkgutil
import re
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import qingdan

from ..model.address import every_address
from ..model.registry import FILE, register
from ..render.guide import common_errors
from ..site.check import open_site
from . import RULES
from .catalogue import mistakes

ROOT = Path(__file__).parents[2]
LOST = "登记"  # an entry whose number is wrong is missing under its own
NOT_OF_THE_DATA = {"引擎设置", "页面写法", "生成的网站"}
EXAMPLES = [
    pytest.param(mistake, example, id=f"{mistake.slug}-{number}")
    for mistake in mistakes()
    for number, example in enumerate(mistake.examples, 1)
]


@pytest.fixture
def department(department):
    """Return a department that also keeps a registry, so that no example is noticed twice."""
    day = date(2026, 11, 23)
    text = register("", every_address(open_site(department.folder, day).data), day)
    (department.folder / FILE).write_text(text, encoding="utf-8")
    return department


def named_by_modules():
    """Return the name of every rule that a module of the program gives to the problems it finds."""
    found = (module.name for module in pkgutil.walk_packages(qingdan.__path__, "qingdan."))
    modules = [import_module(name) for name in found if not name.endswith(("_test", "__main__"))]
    return {module.RULE for module in modules if hasattr(module, "RULE")} | {rule.NAME for rule in RULES}


def named_by_check():
    """Return the name of every rule in what `check` is pinned to say."""
    lines = (ROOT / "tests/fixtures/mistakes/expected.txt").read_text("utf-8").splitlines()
    return {line.split(": ")[1] for line in lines}


@pytest.fixture
def page(department):
    """Return the guide's list of errors, as HTML."""
    return LexborHTMLParser(common_errors(open_site(department.folder, date(2026, 11, 23)), root="../"))


def test_every_rule_that_check_can_name_has_an_example():
    shown = {mistake.name for mistake in mistakes() if mistake.examples}
    assert shown == named_by_modules() - NOT_OF_THE_DATA
    assert named_by_check() <= shown


@pytest.mark.parametrize(("mistake", "example"), EXAMPLES)
def test_an_example_breaks_its_rule_with_its_message(department, mistake, example):
    assert department.problems() == []
    department.edit(example.path, example.right, example.wrong)
    said = [re.fullmatch(r"[^:]+:\d+:\d+: ([^:]+): (.+)", problem).groups() for problem in department.problems()]
    assert [message for rule, message in said if rule == mistake.name] == [example.message]
    assert {rule for rule, _ in said} <= {mistake.name, LOST}


def test_anchors_are_ascii_and_each_rule_has_its_own():
    slugs = [mistake.slug for mistake in mistakes()]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs)


def test_the_guide_shows_each_rule_with_its_demand_at_its_anchor(page):
    rows = {row.css_first("th a"): row.css_first("td").text() for row in page.css("tbody tr")}
    assert {(link.text(), demand) for link, demand in rows.items()} == {(m.name, m.demand) for m in mistakes()}
    for link in rows:
        assert page.css_first(link.attributes["href"]).text() == link.text()


def test_the_guide_shows_each_example_character_for_character(page):
    shown = [
        tuple(row.css_first("pre, dd").text() for row in example.css("dl > div")) for example in page.css("dl.mistake")
    ]
    assert shown == [(one.wrong, one.message, one.right) for mistake in mistakes() for one in mistake.examples]


def test_what_is_wrong_and_what_puts_it_right_are_marked(page):
    wrong, right = page.css("#error-confirmation ~ dl.mistake")[1].css("pre")
    assert [mark.text() for mark in wrong.css("mark")] == ["待"]
    assert [mark.text() for mark in right.css("mark")] == ["已"]


@pytest.mark.words
def test_the_guide_has_the_list_under_its_own_heading():
    guide = (ROOT / "docs/guide/errors.md").read_text("utf-8")
    assert re.search(r"^## .+ \{: #common-errors \}\n\n(?:[^#\n].*\n\n)*\{\{ common_errors\(\) \}\}$", guide, re.M)
