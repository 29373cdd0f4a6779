"""`python -m tests.mutation`: break every rule and every guard in turn and show that a test notices; `make mutation` runs it."""

import sys
import time
from collections import Counter, defaultdict

from . import warm
from .changes import RULES, Change, excused, of_guard, of_rule, quick_guards, unchanged
from .guards import GUARDS
from .tree import tried
from .trial import Verdict, verdicts


def main() -> int:
    """Print a table and what survived; return 1 where something survived without an excuse, or an excuse is not needed."""
    warm.up()
    started = time.monotonic()
    rules = {str(file): list(of_rule(file)) for file in RULES}
    groups = {**rules, "转义和防护": quick_guards()}
    trees = [of_guard(guard) for guard in GUARDS if guard.tree]
    plain = [one for group in groups.values() for one in unchanged(group)]
    before = [*zip(plain, verdicts(plain), strict=True), *((one, tried(one)) for one in unchanged(trees))]
    again = [one for one, verdict in before if verdict != Verdict.SURVIVED]  # alone: some tests take the time
    if failing := [one.tests for one in again if next(verdicts([one])) != Verdict.SURVIVED]:
        print(f"没有改动也不通过的测试：{failing}")
        return 1
    found = {
        name: dict(zip(group, verdicts(change.trial for change in group), strict=True))
        for name, group in groups.items()
    }
    found["生成的网站的防护"] = {change: tried(change.trial) for change in trees}
    _print(found)
    print(f"用时 {time.monotonic() - started:.0f} 秒")
    return _print_faults([(change, verdict) for group in found.values() for change, verdict in group.items()])


def _print(found: dict[str, dict[Change, Verdict]]) -> None:
    kinds = defaultdict(Counter)
    for name, group in found.items():
        for change, verdict in group.items():
            kinds[name, change.kind][verdict] += 1
    print("| 改在哪里 | 怎样改 | 改动 | 被测试发现 |\n| --- | --- | ---: | ---: |")
    for (name, kind), counts in kinds.items():
        print(f"| {name} | {kind} | {counts.total()} | {counts[Verdict.KILLED]} |")


def _print_faults(found: list[tuple[Change, Verdict]]) -> int:
    reasons, faults = excused(), 0
    for change, verdict in found:
        if (verdict == Verdict.KILLED) == (change.name in reasons):
            faults += 1
            said = "列为例外，却被测试发现了" if change.name in reasons else verdict.value
            print(f"{change.trial.file}:{change.line}: {said}：{change.name}")
    for name in reasons.keys() - {change.name for change, _ in found}:
        faults += 1
        print(f"例外里的改动已经没有了：{name}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
