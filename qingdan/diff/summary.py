"""摘要: all that is to be said when two states of the data are compared, faults included."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from ..model.load import Data
from ..site.check import examine
from ..text.problem import Problem
from .base import Base
from .change import REMARKS, Change
from .entries import entry_changes
from .kept import not_kept
from .library import document_changes, record_changes, report_changes
from .rest import other_changes
from .sides import Sides
from .texts import text_changes
from .unchecked import unchecked


@dataclass(frozen=True, slots=True)
class Summary:
    """The changes against `base`, and what is wrong on either side; `changes` is None where a side cannot be read.

    `unchecked` names what was changed without being looked at again, `not_kept` what was public and is gone.
    """

    base: str
    changes: tuple[Change, ...] | None
    old_problems: tuple[Problem, ...]
    new_problems: tuple[Problem, ...]
    unchecked: tuple[Problem, ...] = ()
    not_kept: tuple[Problem, ...] = ()

    @property
    def faults(self) -> tuple[tuple[str, tuple[Problem, ...]], ...]:
        """The problems with what is to be said before them, `{}` for their number; those alone of which there are any."""
        told = (
            ("旧版本公开的，现在没有了或被占用了，有 {} 处：", self.not_kept),
            ("改了效力或日期、没有重新核对的法规有 {} 部：", self.unchecked),
            ("现在的数据有 {} 处问题，读不出的没有比较：", self.new_problems),
            ("旧数据有 {} 处问题，读不出的没有比较：", self.old_problems),
        )
        return tuple((said.format(len(problems)), problems) for said, problems in told if problems)

    @property
    def headline(self) -> str:
        """What changed, in one line."""
        if self.changes is None:
            side = "旧数据" if self.old_problems and not self.new_problems else "数据"
            return f"{side}有错，读不出来，没法比较"
        if not self.changes:
            return "内容没有变化"
        counts = Counter(kind for change in self.changes for kind in {remark.kind for remark in change.remarks})
        told = "，".join(f"{kind} {counts[kind]}" for kind in REMARKS if counts[kind])
        return f"{len(self.changes)} 项有改动：{told}"


def summarise(base: Base, folder: Path, day: date) -> Summary:
    """Compare the data in `folder` with the base, both as of `day`; faults are told and the rest is compared."""
    old, old_problems = examine(base.folder, day)
    new, new_problems = examine(folder, day)
    renamed = tuple(_renamed(problem, base) for problem in old_problems)
    if old is None or new is None:
        return Summary(base.name, None, renamed, tuple(new_problems))
    checked = tuple(unchecked(old, new)), tuple(not_kept(old, new))
    return Summary(base.name, differences(old, new), renamed, tuple(new_problems), *checked)


def differences(old: Data, new: Data) -> tuple[Change, ...]:
    """Return every change in meaning from `old` to `new`, in the order of a summary; where a line stands has none."""
    sides = Sides(old, new)
    listed = (entry_changes, record_changes, report_changes, document_changes, text_changes, other_changes)
    found = chain.from_iterable(changes(sides) for changes in listed)
    return tuple(sorted(found, key=lambda change: change.subject.order))


def _renamed(problem: Problem, base: Base) -> Problem:
    path = problem.place.path.replace(base.folder.as_posix(), base.prefix, 1)
    return replace(problem, place=problem.place._replace(path=path))
