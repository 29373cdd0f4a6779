"""An edited workbook → the new content of the files that change, tried by the full check before anything is written."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ...model.parts import Part
from ...site.check import problems_in
from ...site.site import Site
from ...source.amend import Misplaced, amended
from ...source.files import NewFiles
from ...source.read import Refused, decoded, node_at, parse
from ...text.problem import Place, Problem
from .comparison import Edit, comparison_of
from .fault import Fault, Unplaced
from .opened import opened
from .package import unpacked


def bring(path: Path, site: Site, folder: Path) -> tuple[tuple[Edit, ...], NewFiles]:
    """Read an edited workbook. Out: the edits found, and the new content of each file, by its path in the data folder.

    Raises Unplaced with everything that cannot be taken over.
    """
    edited = opened(unpacked(path), path.name, site.body.name)
    comparison = comparison_of(edited, site)
    if comparison.faults:
        raise Unplaced(*comparison.faults)
    located = _located(comparison.edits, site, edited.part)
    change = {file.relative_to(folder): _amended(file, edits) for file, edits in located.items()}
    if change and (problems := problems_in(folder, site.as_of, change)):
        cells = _cells(folder, change, located)
        raise Unplaced(*(_fault(problem, cells, {file.as_posix() for file in located}) for problem in problems))
    return comparison.edits, change


def _located(edits: Iterable[Edit], site: Site, part: Part) -> dict[Path, list[Edit]]:
    """Return the edits of each file, their paths beginning with the place of the entry in that file."""
    records = {record.value.id: record for record in site.data.lists[part.folder]}
    located = defaultdict(list)
    for edit in edits:
        file, path = records[edit.id].home(*edit.amendment.path)
        change = replace(edit.amendment, path=path)
        located[Path(file.name)].append(replace(edit, amendment=change))
    return located


def _amended(file: Path, edits: Iterable[Edit]) -> bytes:
    """Return the new content of a file, its byte order mark and line ends as they were."""
    try:
        return amended(file.read_bytes(), (edit.amendment for edit in edits))
    except Misplaced as misplaced:
        cell = next(edit.cell for edit in edits if edit.amendment.path == misplaced.path)
        raise Unplaced(Fault(cell, f"这一格放不进 {file.as_posix()} 现在的写法，请直接改那个文件")) from None


def _cells(folder: Path, change: NewFiles, located: dict[Path, list[Edit]]) -> dict[Place, str]:
    """Return the cell behind each place of the new files that was edited."""
    cells = {}
    for path, content in change.items():
        name = (folder / path).as_posix()
        with suppress(Refused):
            if root := parse(decoded(content, name), name):
                cells.update({node_at(root, edit.amendment.path).place: edit.cell for edit in located[folder / path]})
    return cells


def _fault(problem: Problem, cells: dict[Place, str], edited: set[str]) -> Fault:
    """Say a problem at the cell it comes from: the edit at its place, or the only one on its line."""
    place = problem.place
    beside = {cell for other, cell in cells.items() if (other.path, other.line) == (place.path, place.line)}
    if cell := cells.get(place) or (beside.pop() if len(beside) == 1 else None):
        return Fault(cell, f"{problem.rule}: {problem.message}")
    counted = "（导入后的行号）" if place.path in edited else ""
    return Fault(f"{place.path}:{place.line}:{place.column}{counted}", f"{problem.rule}: {problem.message}")
