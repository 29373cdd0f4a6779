import pytest

LAWS = "laws/laws.yml"
OLD, NEW, THIRD = "old-water-rules", "water-use-rules", "yearly-report-rules"
IN_FORCE = "  状态: 现行有效\n  领域: [水务]\n"


def said(department):
    return [problem.split(": 法规替代: ")[1] for problem in department.problems()]


@pytest.mark.parametrize("status", ["现行有效", "尚未施行"])
def test_a_law_that_stands_is_not_followed_yet(department, status):
    department.edit(LAWS, IN_FORCE, f"  状态: {status}\n  被替代: {THIRD}\n  领域: [水务]\n")
    assert said(department) == [
        f"写了“被替代”，“状态”却是“{status}”；已经被替代的，“状态”写“已废止”并写废止日期，还没有的删去这一行"
    ]


def test_a_law_of_which_nobody_knows_whether_it_stands_may_be_followed(department):
    department.edit(LAWS, IN_FORCE, f"  状态: 待核\n  被替代: {THIRD}\n  领域: [水务]\n")
    assert department.problems() == []


def test_a_law_does_not_follow_itself(department):
    department.edit(LAWS, f"被替代: {NEW}", f"被替代: {OLD}\n  替代: [{OLD}]")
    assert said(department) == [
        f"“{OLD}”就是这一部自己，请写接续它的另一部法规；没有的删去这一行",
        f"“{OLD}”就是这一部自己，请写它接续的旧法规；没有的删去",
    ]


def test_laws_that_follow_each_other_are_told_at_each_place(department):
    department.edit(LAWS, IN_FORCE, f"  状态: 已废止\n  废止日期: 2025-01-01\n  被替代: {OLD}\n  领域: [水务]\n")
    assert said(department) == [
        f"替代绕成了圈（{NEW} → {OLD} → {NEW}），请照来源改正其中一处",
        f"替代绕成了圈（{OLD} → {NEW} → {OLD}），请照来源改正其中一处",
    ]


def test_a_circle_of_both_keys_is_found(department):
    department.edit(LAWS, IN_FORCE, f"  状态: 现行有效\n  替代: [{THIRD}]\n  领域: [水务]\n")
    department.edit(LAWS, "  领域: [综合]\n", f"  替代: [{NEW}]\n  领域: [综合]\n")
    assert said(department) == [
        f"替代绕成了圈（{THIRD} → {NEW} → {THIRD}），请照来源改正其中一处",
        f"替代绕成了圈（{NEW} → {THIRD} → {NEW}），请照来源改正其中一处",
    ]


def test_a_chain_said_from_both_ends_passes(department):
    department.edit(LAWS, IN_FORCE, f"  状态: 现行有效\n  替代: [{OLD}]\n  领域: [水务]\n")
    department.edit(LAWS, "  领域: [综合]\n", f"  替代: [{NEW}, {OLD}]\n  领域: [综合]\n")
    assert department.problems() == []
