import pytest

LAWS = "laws/laws.yml"
AMENDED = "  最近修改: 2023-11-30\n  修改施行: 2024-01-01\n"
REPEALED = "  状态: 已废止\n  废止日期: 2020-05-01\n"


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        (
            "  状态: 已废止\n",
            "32:7",
            "写了“已废止”，请补上“废止日期”，例如 废止日期: 2026-08-15；拿不准的，“状态”写“待核”",
        ),
        (
            "  状态: 已届满\n",
            "32:7",
            "写了“已届满”，请补上“届满日期”，例如 届满日期: 2026-08-15；拿不准的，“状态”写“待核”",
        ),
        (
            "  状态: 现行有效\n  废止日期: 2020-05-01\n",
            "33:9",
            "写了“废止日期”，“状态”却是“现行有效”；请把“状态”改为“已废止”，或删去这一行",
        ),
        (
            "  状态: 尚未施行\n  废止日期: 2020\n",
            "33:9",
            "写了“废止日期”，“状态”却是“尚未施行”；请把“状态”改为“已废止”，或删去这一行",
        ),
        (
            "  状态: 待核\n  废止日期: 2020-05\n",
            "33:9",
            "写了“废止日期”，“状态”却是“待核”；请把“状态”改为“已废止”，或删去这一行",
        ),
        (
            "  状态: 现行有效\n  届满日期: 2020\n",
            "33:9",
            "写了“届满日期”，“状态”却是“现行有效”；请把“状态”改为“已届满”，或删去这一行",
        ),
        (
            "  状态: 已废止\n  废止日期: 2020\n  届满日期: 2020\n",
            "34:9",
            "写了“届满日期”，“状态”却是“已废止”；请把“状态”改为“已届满”，或删去这一行",
        ),
    ],
)
def test_a_state_that_contradicts_the_closing_date_is_reported(department, lines, place, message):
    department.edit(LAWS, REPEALED, lines)
    assert department.problems() == [f"laws/laws.yml:{place}: 法规日期: {message}"]


def test_a_state_with_the_wrong_closing_date_is_reported_at_both(department):
    department.edit(LAWS, REPEALED, "  状态: 已废止\n  届满日期: 2020\n")
    assert department.problems() == [
        "laws/laws.yml:32:7: 法规日期: 写了“已废止”，请补上“废止日期”，例如 废止日期: 2026-08-15；拿不准的，“状态”写“待核”",
        "laws/laws.yml:33:9: 法规日期: 写了“届满日期”，“状态”却是“已废止”；请把“状态”改为“已届满”，或删去这一行",
    ]


@pytest.mark.parametrize("effective", ["2019", "2020-02", "2020-02-29"])
def test_a_law_in_force_before_it_was_passed_is_reported_at_its_force(department, effective):
    department.edit(LAWS, "施行日期: 2020-05-01", f"施行日期: {effective}")
    assert department.problems() == [
        f"laws/laws.yml:9:9: 法规日期: 施行日期 {effective} 早于通过日期 2020-03-01，请照来源改正其中一个"
    ]


@pytest.mark.parametrize("effective", ["2020", "2020-03", "2020-03-01", "2020-03-02", "待核"])
def test_a_law_in_force_since_its_passing_or_later_or_perhaps_later_passes(department, effective):
    department.edit(LAWS, "施行日期: 2020-05-01", f"施行日期: {effective}")
    assert department.problems() == []


@pytest.mark.parametrize("passed", ["2020", "2020-05", "2020-05-01", "待核"])
def test_a_law_passed_at_the_latest_when_in_force_passes(department, passed):
    department.edit(LAWS, "通过日期: 2020-03-01", f"通过日期: {passed}")
    assert department.problems() == []


@pytest.mark.parametrize(
    "lines",
    [
        "  状态: 已废止\n  废止日期: 2020\n",
        "  状态: 已届满\n  届满日期: 2020-12-31\n",
        "  状态: 现行有效\n",
        "  状态: 待核\n",
    ],
)
def test_a_state_with_the_closing_date_it_needs_passes(department, lines):
    department.edit(LAWS, REPEALED + "  被替代: water-use-rules\n", lines)
    assert department.problems() == []


@pytest.mark.parametrize("key", ["废止日期", "届满日期"])
@pytest.mark.parametrize("day", ["2019", "2020-04", "2020-04-30"])
def test_a_law_closed_before_it_was_in_force_is_reported_at_its_closing(department, key, day):
    department.edit(LAWS, REPEALED, f"  状态: 已{key[:2]}\n  {key}: {day}\n")
    department.edit(LAWS, "施行日期: 2001-02-01", "施行日期: 2020-05-01")
    assert department.problems() == [
        f"laws/laws.yml:33:9: 法规日期: {key} {day} 早于施行日期 2020-05-01，请照来源改正其中一个"
    ]


@pytest.mark.parametrize("day", ["2020", "2020-05", "2020-05-01", "2020-05-02"])
def test_a_law_closed_on_the_day_of_its_force_or_later_or_perhaps_later_passes(department, day):
    department.edit(LAWS, REPEALED, f"  状态: 已废止\n  废止日期: {day}\n")
    department.edit(LAWS, "施行日期: 2001-02-01", "施行日期: 2020-05-01")
    assert department.problems() == []


@pytest.mark.parametrize(
    ("lines", "key", "message"),
    [
        ("  最近修改: 2019\n", "最近修改", "最近修改 2019 早于通过日期 2020-03-01"),
        ("  最近修改: 2024-05\n  修改施行: 2024-04\n", "修改施行", "修改施行 2024-04 早于最近修改 2024-05"),
    ],
)
def test_a_change_before_the_passing_or_in_force_before_the_change_is_reported(department, lines, key, message):
    department.edit(LAWS, AMENDED, lines)
    line = 10 + (key == "修改施行")
    assert department.problems() == [f"laws/laws.yml:{line}:9: 法规日期: {message}，请照来源改正其中一个"]


def test_a_law_changed_after_its_end_is_reported_at_its_end(department):
    department.edit(LAWS, REPEALED, f"  最近修改: 2020-06\n{REPEALED}")
    assert department.problems() == [
        "laws/laws.yml:34:9: 法规日期: 废止日期 2020-05-01 早于最近修改 2020-06，请照来源改正其中一个"
    ]


def test_a_change_in_the_year_of_the_passing_and_of_the_end_passes(department):
    department.edit(LAWS, AMENDED, "  最近修改: 2020\n  修改施行: 2020\n")
    department.edit(LAWS, REPEALED, f"  最近修改: 2020-05-01\n  修改施行: 待核\n{REPEALED}")
    assert department.problems() == []
