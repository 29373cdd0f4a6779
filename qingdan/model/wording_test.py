"""Which archived wording speaks on a day, and where nobody can tell."""

import hashlib
from datetime import date

import pytest

from conftest import AS_OF
from qingdan.model import Provision
from qingdan.model.wording import NO_TEXT, Proven, Unproven, began, checked_on, wordings_of
from qingdan.site.check import examine
from qingdan.text.dates import Moment
from qingdan.text.statute import Absent

LAWS, TEXTS = "laws/laws.yml", "laws/texts/water-use-rules"
LAW = "water-use-rules"


@pytest.fixture
def wordings(department):
    """Return a function: the wordings of the department as it is now."""
    return lambda as_of=AS_OF: wordings_of(examine(department.folder, as_of)[0])


def drop(department, *versions):
    for version in versions:
        for suffix in ("yml", "txt"):
            (department.folder / f"{TEXTS}.{version}.{suffix}").unlink()


def add(department, version, effective, words="第一条　示例。\n"):
    """Archive another wording."""
    text = f"示例用水条例\n{words}".encode()
    stem = department.folder / f"{TEXTS}.{version}"
    stem.with_name(f"{stem.name}.txt").write_bytes(text)
    stem.with_name(f"{stem.name}.yml").write_text(
        f"法规: {LAW}\n版本: {version}\n施行: {effective}\n来源: 虚构的测试文本。\n"
        f"sha256: {hashlib.sha256(text).hexdigest()}\n",
        "utf-8",
    )


def on(wordings, day):
    """Return the version that speaks on a day, or why none does."""
    found = wordings.on(LAW, day)
    return found.reason if isinstance(found, Unproven) else str(found.version)


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(2020, 3, 1), "2020-03-01"),
        (date(2020, 4, 30), "2020-03-01"),
        (date(2020, 5, 1), "2020-03-01"),
        (date(2023, 11, 30), "2020-03-01"),
        (date(2023, 12, 31), "2020-03-01"),
        (date(2024, 1, 1), "2023-11-30"),
        (date(2026, 8, 31), "2023-11-30"),
        (date(2026, 9, 1), "2026-06-01"),
        (date(2099, 1, 1), "2026-06-01"),
    ],
)
def test_a_wording_speaks_from_its_first_day_in_force_until_the_next_is_in_force(wordings, day, version):
    assert on(wordings(), day) == version


def test_before_the_law_was_passed_nobody_can_tell(wordings):
    assert (
        on(wordings(), date(2020, 2, 29))
        == "收录的最早是 2020-03-01 的版本，2020-05-01 起施行，2020-02-29 时的文字没有收录"
    )


def test_the_earliest_archived_wording_does_not_speak_for_the_one_before_it(department, wordings):
    drop(department, "2020-03-01")
    said = "收录的最早是 2023-11-30 的版本，2024-01-01 起施行，2023-12-01 时的文字没有收录"
    assert on(wordings(), date(2023, 12, 1)) == said


def test_a_law_without_archived_words_proves_nothing(department, wordings):
    department.drop_texts()
    assert on(wordings(), AS_OF) == NO_TEXT


def test_where_the_day_in_force_is_unknown_the_day_of_passing_counts(department, wordings):
    department.edit(f"{TEXTS}.2023-11-30.yml", "施行: 2024-01-01", "施行: 待核")
    found = wordings()
    assert (on(found, date(2023, 11, 29)), on(found, date(2023, 11, 30))) == ("2020-03-01", "2023-11-30")
    assert began(found.of(LAW)[1]) == date(2023, 11, 30)


def test_a_law_that_was_passed_and_is_not_in_force_yet_speaks_with_the_words_that_were_passed(department, wordings):
    drop(department, "2023-11-30", "2026-06-01")
    assert on(wordings(), date(2020, 3, 15)) == "2020-03-01"


def test_of_two_wordings_in_force_from_one_day_the_later_one_speaks(department, wordings):
    add(department, "2023-12-20", "2024-01-01")
    found = wordings()
    assert on(found, date(2024, 1, 1)) == "2023-12-20"
    drop(department, "2026-06-01")
    assert str(wordings().now(LAW).version) == "2023-12-20"


@pytest.mark.parametrize("effective", ["  修改施行: 2024-01-01\n", "  修改施行: 待核\n", ""])
def test_where_the_record_tells_of_a_later_amendment_nobody_can_tell(department, wordings, effective):
    drop(department, "2023-11-30", "2026-06-01")
    department.edit(LAWS, "  修改施行: 2024-01-01\n", effective)
    found = wordings()
    assert on(found, date(2024, 1, 1)) == "2023-11-30 修改以后的原文没有收录，收录的是 2020-03-01 的"
    assert on(found, date(2023, 11, 29)) == "2020-03-01"


def test_the_old_words_speak_until_the_amendment_that_is_missing_is_in_force(department, wordings):
    drop(department, "2023-11-30", "2026-06-01")
    assert on(wordings(), date(2023, 12, 31)) == "2020-03-01"


@pytest.mark.parametrize("amended", ["2023", "2023-11", "2023-11-30"])
def test_a_record_that_may_mean_the_archived_wording_means_it(department, wordings, amended):
    drop(department, "2026-06-01")
    department.edit(LAWS, "最近修改: 2023-11-30", f"最近修改: {amended}")
    assert on(wordings(), AS_OF) == "2023-11-30"


@pytest.mark.parametrize("amended", ["", "  最近修改: 待核\n"])
def test_a_record_without_dates_lets_the_archive_speak(department, wordings, amended):
    department.edit(LAWS, "  最近修改: 2023-11-30\n  修改施行: 2024-01-01\n", amended)
    department.edit(LAWS, "通过日期: 2020-03-01\n  施行日期: 2020-05-01", "通过日期: 待核\n  施行日期: 待核")
    found = wordings()
    assert on(found, date(2025, 1, 1)) == "2023-11-30"
    assert (
        on(found, date(2020, 4, 1)) == "收录的最早是 2020-03-01 的版本，2020-05-01 起施行，2020-04-01 时的文字没有收录"
    )


def test_the_page_shows_the_newest_wording_where_that_of_the_day_is_not_archived(department, wordings):
    drop(department, "2023-11-30", "2026-06-01")
    assert str(wordings().now(LAW).version) == "2020-03-01"
    department.drop_texts()
    assert wordings().now(LAW) is None


def test_a_wording_of_the_future_is_not_shown_yet(wordings):
    assert str(wordings(date(2026, 8, 31)).now(LAW).version) == "2023-11-30"


def test_what_the_library_lists_is_held_against_the_day_as_of_which_its_record_speaks(department, wordings):
    assert str(wordings().listed(LAW, "第九条").text.version) == "2023-11-30"
    department.edit(
        LAWS,
        "    日期: 2026-01-01\n    来源:\n      - {名称: 示例政府网, 网址",
        "    日期: 2026-11-01\n    来源:\n      - {名称: 示例政府网, 网址",
    )
    assert str(wordings().listed(LAW, "第九条").text.version) == "2026-06-01"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-01", date(2026, 1, 1)),
        ("2026-01", date(2026, 1, 31)),
        ("2026", AS_OF),
        ("待核", AS_OF),
    ],
)
def test_the_record_speaks_as_of_its_check_at_most_as_of_the_day_of_the_site(department, wordings, day, expected):
    law = wordings().laws[LAW]
    moment = day if day == "待核" else Moment.parse(day)
    assert (
        checked_on(law.model_copy(update={"check": law.check.model_copy(update={"date": moment})}), AS_OF) == expected
    )


def test_a_place_that_is_there_is_proven_and_one_that_is_not_is_absent_with_the_version(wordings):
    found = wordings()
    proven = found.listed(LAW, "第九条")
    assert isinstance(proven, Proven) and proven.found.anchor == "a-9"
    assert found.listed(LAW, "第十六条") == Absent("没有第十六条，最后一条是第十五条（原文是 2023-11-30 的版本）")


def test_what_is_cited_without_an_article_is_not_proven(wordings):
    assert wordings().cited(Provision.model_validate({"法规": LAW}), AS_OF) == Unproven("条号待核")


def test_of_two_registrations_of_one_law_the_first_counts(department, wordings):
    record = (department.folder / LAWS).read_text("utf-8").split("\n\n")[0].partition("\n")[2]
    again = record.replace("最近修改: 2023-11-30", "最近修改: 2026-10-01").replace(
        "修改施行: 2024-01-01", "修改施行: 2026-10-01"
    )
    (department.folder / "laws/zz.yml").write_text(f"{again}\n", "utf-8")
    found = wordings()
    assert str(found.laws[LAW].amended) == "2023-11-30"
    assert on(found, AS_OF) == "2026-06-01"


def test_words_of_a_law_that_the_library_does_not_have_are_left_out(department, wordings):
    department.edit(f"{TEXTS}.2026-06-01.yml", f"法规: {LAW}", "法规: no-such-law")
    found = wordings()
    assert "no-such-law" not in found.texts
    assert [str(one.version) for one in found.of(LAW)] == ["2020-03-01", "2023-11-30"]


def test_an_amendment_that_only_the_history_of_a_later_wording_tells_of_is_known(department, wordings):
    drop(department, "2023-11-30")
    department.edit(LAWS, "  最近修改: 2023-11-30\n  修改施行: 2024-01-01\n", "")
    assert on(wordings(), date(2023, 11, 29)) == "2020-03-01"
    assert on(wordings(), date(2025, 1, 1)) == "2023-11-30 修改以后的原文没有收录，收录的是 2020-03-01 的"
    assert on(wordings(), date(2026, 9, 1)) == "2026-06-01"
