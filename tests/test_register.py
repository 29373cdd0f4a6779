"""登记: what `register` adds, and that it changes nothing else."""

from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qingdan.cli import main
from qingdan.model.registry import FILE, Registration, Registry, register
from qingdan.text.dates import Moment

from .test_agenda import AS_OF, TASKS

ADDRESSES = st.sets(st.from_regex(r"laws/[a-z]{1,8}/", fullmatch=True), max_size=8)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def run(department, day="2026-11-23"):
    return main(["register", "--data", str(department.folder), "--as-of", day])


@settings(deadline=None)
@given(ADDRESSES, DAYS, ADDRESSES, DAYS, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_what_stood_there_stays_and_the_new_addresses_follow(first, one, second, two, end, last_line_ended):
    before = register("", first or {"laws/x/"}, one).replace("\n", end)
    before = before if last_line_ended else before.removesuffix(end)
    after = register(before, second, two)
    assert after.startswith(before)
    if second:
        assert yaml.safe_load(after)[1:] == [{"日期": two, "事项": "收录", "地址": sorted(second)}]
        assert after.endswith(end)
        assert set("\r\n") & set(after) == set(end)
    else:
        assert after == before


def test_a_first_registry_explains_itself():
    text = register("", ["laws/a/"], AS_OF)
    assert "只在末尾添加" in text.split("\n- ")[0]


def test_the_first_listing_of_an_address_counts_and_the_earliest_address_is_known():
    def day(text):
        return Moment.parse(text)

    registry = Registry(
        (
            Registration(day=day("2026-01-01"), kind="收录", addresses=("laws/a/", "laws/b/")),
            Registration(day=day("2026-02-01"), kind="收录", addresses=("laws/c/",)),
            Registration(day=day("2026-02-01"), kind="改址", old="laws/b/", new="laws/c/", reason="写错"),
        )
    )
    assert registry.listed == {
        "laws/a/": date(2026, 1, 1),
        "laws/b/": date(2026, 1, 1),
        "laws/c/": date(2026, 2, 1),
    }
    assert registry.moves == {"laws/b/": "laws/c/"}
    assert [registry.first_address(one) for one in ("laws/a/", "laws/c/")] == ["laws/a/", "laws/b/"]


def test_everything_is_registered_then_only_what_is_new(department, capsys):
    assert run(department, "2026-11-01") == 0
    first = (department.folder / FILE).read_bytes()
    assert department.problems() == []
    assert b"tasks/rw-004/" in first
    assert run(department, "2026-11-01") == 0
    assert (department.folder / FILE).read_bytes() == first
    department.edit(TASKS, "- 编号: RW-004", "- 编号: RW-005\n  名称: 新的任务\n" + NEW + "\n- 编号: RW-004")
    capsys.readouterr()
    assert run(department, "2026-11-23") == 0
    after = (department.folder / FILE).read_bytes()
    assert after == first + "\n- 日期: 2026-11-23\n  事项: 收录\n  地址:\n    - tasks/rw-005/\n".encode()
    assert "登记了 1 个地址：\ntasks/rw-005/\n" in capsys.readouterr().err
    assert department.problems() == []


NEW = """\
  领域: 依法行政
  责任主体: [法规处]
  年度: 2026
  时限: 长期
  内容: 新的事。
  来源: 法规整理
  核定: 待核定
"""


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (TASKS, "  内容: 已经不再做的事。", "  内容:", "“内容”没有内容"),
        (TASKS, "领域: 依法行政\n  责任主体: [法规处]", "领域: 行政\n  责任主体: [法规处]", "“领域”没有“行政”"),
    ],
)
def test_nothing_is_registered_while_anything_else_is_wrong(department, capsys, path, old, new, message):
    department.edit(path, old, new)
    assert run(department) == 1
    said = capsys.readouterr().err
    assert message in said
    assert "没有登记" in said
    assert not (department.folder / FILE).exists()


def test_a_day_before_the_last_event_is_refused(department, capsys):
    assert run(department) == 0
    before = (department.folder / FILE).read_bytes()
    department.edit("vocab.yml", "标识: legal\n", "标识: lawyers\n")
    assert run(department, "2026-11-22") == 1
    assert "早于上一条（2026-11-23）" in capsys.readouterr().err
    assert (department.folder / FILE).read_bytes() == before
