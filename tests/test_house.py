"""The house of `qingdan/`: README lists its wings from the ground up, and no import runs back up."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "qingdan"
WINGS = re.findall(r"^\| `(\w+)/` \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
FLOORS = [wing for wing in WINGS if (HOUSE / wing).is_dir()]


def imported(file: Path):
    """Yield the parts of each module of the house that a file imports."""
    here = ("qingdan", *file.relative_to(HOUSE).parts[:-1])
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            start = here[: len(here) - node.level + 1] if node.level else ()
            module = (*start, *(node.module or "").split("."))
            if module[0] == "qingdan":
                yield from ((*module, alias.name) for alias in node.names) if len(module) == 1 else [module]


def test_readme_lists_every_wing():
    assert sorted(FLOORS) == sorted(path.parent.name for path in HOUSE.glob("*/__init__.py"))


@pytest.mark.parametrize("wing", FLOORS)
def test_a_wing_imports_only_from_those_before_it(wing):
    above = FLOORS[FLOORS.index(wing) + 1 :]
    upward = {
        f"{file.relative_to(ROOT)} ← {'.'.join(module)}"
        for file in (HOUSE / wing).rglob("*.py")
        if not file.name.endswith("_test.py")
        for module in imported(file)
        if module[1] in above
    }
    assert not upward


@pytest.mark.parametrize("wing", FLOORS)
def test_a_wing_says_in_a_sentence_what_it_holds(wing):
    sentence = ast.get_docstring(ast.parse((HOUSE / wing / "__init__.py").read_text(encoding="utf-8")))
    assert sentence
    assert sentence.endswith(".")


def test_only_macros_knows_the_engine():
    engine = {"mkdocs", "material", "properdocs", "mkdocs_macros"}
    for file in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", "")]
            )
            if isinstance(node, ast.Import | ast.ImportFrom):
                assert not engine & {(name or "").split(".")[0] for name in names}, file
