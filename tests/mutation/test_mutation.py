"""Each problem that a rule reports, and each guard that can be tried without a browser, is missed by a test when it is gone."""

import pytest

from qingdan.rules import RULES as IN_USE

from . import warm
from .changes import RULES, excused, of_rule, quick_guards, unchanged
from .mutants import DROP
from .trial import Verdict, verdicts


@pytest.fixture(scope="module", autouse=True)
def _warm():
    warm.up()


def tried(trials):
    trials = list(trials)
    return list(zip(trials, verdicts(trials), strict=True))


def unnoticed(changes):
    found = tried(change.trial for change in changes)
    return [
        f"{change.name}：{verdict.value}"
        for change, (_, verdict) in zip(changes, found, strict=True)
        if verdict != Verdict.KILLED and change.name not in excused()
    ]


def test_every_rule_is_tried():
    assert {file.stem for file in RULES} == {rule.__name__.rpartition(".")[2] for rule in IN_USE}


def test_every_problem_that_a_rule_no_longer_reports_is_noticed():
    changes = [change for file in RULES for change in of_rule(file) if change.kind == DROP]
    assert len(changes) > 2 * len(RULES)
    assert unnoticed(changes) == []


def test_every_guard_that_is_taken_away_is_noticed():
    assert unnoticed(quick_guards()) == []


def test_without_a_change_the_tests_of_the_rules_pass_in_a_trial():
    changes = [next(of_rule(file)) for file in RULES]
    assert [trial.tests for trial, verdict in tried(unchanged(changes)) if verdict != Verdict.SURVIVED] == []


def test_only_changes_that_exist_are_excused():
    assert excused().keys() <= {change.name for file in RULES for change in of_rule(file)} | {
        one.name for one in quick_guards()
    }
    assert all(excused().values())
