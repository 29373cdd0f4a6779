"""A source file → the same with one thing wrong: a problem no longer told, a condition turned round, a comparison off."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DROP, NEGATE, SWAP = "不再报告", "条件反过来", "比较换掉"

_SWAPPED = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file with one thing wrong: which, in what line, and the text that has to fail a test."""

    file: Path
    line: int
    kind: str
    before: str
    source: str

    @property
    def name(self) -> str:
        """Its name in the table and among the excused; holds no line number, which changes with every edit."""
        return f"{self.file.as_posix()} {self.kind} {self.before}"


def mutants(file: Path) -> Iterator[Mutant]:
    """Yield every mutant of a Python file, in the order of its lines, each source once."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    seen = set()
    for at, node in enumerate(ast.walk(tree)):
        for kind, part, change in _changes(node):
            other = copy.deepcopy(tree)
            twin = next(node for index, node in enumerate(ast.walk(other)) if index == at)
            change(twin)
            source = ast.unparse(ast.fix_missing_locations(other))
            if source not in seen:
                seen.add(source)
                yield Mutant(file, part.lineno, kind, ast.unparse(part), source)


def _changes(node: ast.AST) -> Iterator[tuple]:
    """Yield kind, the part that is changed, and the function that changes it, for one node."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom):
        yield DROP, node, lambda twin: setattr(twin, "value", ast.Constant(None))
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        yield NEGATE, node.test, lambda twin: setattr(twin, "test", ast.UnaryOp(ast.Not(), twin.test))
    if isinstance(node, ast.comprehension):
        for index, test in enumerate(node.ifs):
            yield NEGATE, test, lambda twin, at=index: twin.ifs.__setitem__(at, ast.UnaryOp(ast.Not(), twin.ifs[at]))
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            yield SWAP, node, lambda twin, at=index, op=operator: twin.ops.__setitem__(at, _SWAPPED[type(op)]())
