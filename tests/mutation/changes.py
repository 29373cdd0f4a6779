"""Every change that a test has to notice: of each rule by its shape, of each guard by the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .guards import GUARDS, Guard
from .mutants import mutants
from .trial import Trial

RULES = tuple(
    path for path in sorted(Path("qingdan/rules").glob("*.py")) if not path.name.endswith(("_test.py", "__init__.py"))
)
EXCUSED = Path(__file__).with_name("excused.tsv")


@dataclass(frozen=True, slots=True)
class Change:
    """A change: its name, which an excuse repeats, its kind, where it is, and the trial that it has to fail."""

    name: str
    kind: str
    line: int
    trial: Trial


def of_rule(file: Path) -> Iterator[Change]:
    """Yield every change of a rule, each to be noticed by the test beside it."""
    tests = (str(file.with_name(f"{file.stem}_test.py")),)
    for mutant in mutants(file):
        yield Change(mutant.name, mutant.kind, mutant.line, Trial(file, mutant.source, tests))


def of_guard(guard: Guard) -> Change:
    """Return the change that takes a guard away. Raises ValueError where its words do not stand in the file just once."""
    file = Path(guard.file)
    source = file.read_bytes().decode()
    if source.count(guard.old) != 1:
        raise ValueError(f"{guard.what}：{guard.file} 里有 {source.count(guard.old)} 处“{guard.old}”，应当正好一处")
    line = source[: source.index(guard.old)].count("\n") + 1
    trial = Trial(file, source.replace(guard.old, guard.new), tuple(guard.tests.split()))
    return Change(guard.what, "防护去掉", line, trial)


def unchanged(changes: list[Change]) -> list[Trial]:
    """Return the trials of the same tests without any change, once each: they have to pass."""
    every = {change.trial.tests: change.trial for change in changes}
    return [Trial(one.file, one.file.read_bytes().decode(), one.tests) for one in every.values()]


def quick_guards() -> list[Change]:
    """Return the guards whose tests need no copy of the project."""
    return [of_guard(guard) for guard in GUARDS if not guard.tree]


def excused() -> dict[str, str]:
    """Return the reason of each change that no test can notice, by name."""
    lines = EXCUSED.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))
