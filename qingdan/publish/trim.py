"""The theme's stylesheets without what no page and no script of the site can meet, cut after the build.

A selector goes when it needs a class that occurs nowhere, a custom property when nothing asks for its value.
Material 9.8.1 styles many things that this site does not have; a phone would fetch them on the first page.
Kept for what it saves: 11.3 of 24.7 kB (gzip) of the theme's style on the first visit, for 0.15 processor seconds of
a build of 127 entries and 108 laws. The site's own stylesheet loses its comments and white space: 0.9 of 6.9 kB.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

import tinycss2
from tinycss2.ast import LiteralToken, Node

from ..source.cache import recalled, remember

_PROGRAM = f"{tinycss2.__version__} {Path(__file__).read_text(encoding='utf-8')}"
"""What makes a stylesheet of another one, besides what it is given."""
_WORD = re.compile(r"[\w-]+")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_FIXED = "dir", "data-md-color-scheme", "data-md-color-primary", "data-md-color-accent"
_NESTING = frozenset({"media", "supports"})
_VALUES = {name: re.compile(rf'{name}="(?<=\s{name}=")([^"]*)"') for name in ("class", *_FIXED)}
"""What finds an attribute's values; it begins with letters, which `re` looks for faster than for a space."""


@dataclass(frozen=True, slots=True)
class Used:
    """What the pages and scripts of a site have: names of classes, and the values of the attributes in _FIXED."""

    classes: frozenset[str]
    values: frozenset[tuple[str, str]]


def used_in(folder: Path) -> Used:
    """Return what the pages and the scripts below `folder` can have; every word of a script counts as a class."""
    classes: set[str] = set()
    values: set[tuple[str, str]] = set()
    for page in folder.rglob("*.html"):
        html = page.read_bytes().decode()
        classes.update(*map(str.split, set(_VALUES["class"].findall(html))))
        values.update((name, value) for name in _FIXED for value in _VALUES[name].findall(html))
    for script in folder.rglob("*.js"):
        classes.update(_WORD.findall(script.read_bytes().decode()))
    return Used(frozenset(classes), frozenset(values))


def trimmed(css: str, used: Used) -> str:
    """Return a stylesheet without the selectors that can meet nothing."""
    return _with(css, partial(_lives, used))


def without_unasked(css: str, asked: frozenset[str]) -> str:
    """Return a stylesheet without the custom properties that nothing asks for."""
    return _with(css, partial(_asked, asked))


def squeezed(css: str) -> str:
    """Return a stylesheet without its comments and without white space that parts nothing."""
    return str(tinycss2.serialize(list(_squeezed(tinycss2.parse_component_value_list(css, True)))))


def trim(folder: Path) -> None:
    """Rewrite the theme's stylesheets of the site in `folder`, and squeeze the site's own. Raises OSError."""
    used = used_in(folder)
    theme = _texts(folder.glob("assets/stylesheets/**/*.css"))
    own = _texts(folder.glob("assets/*.css"))
    words = sorted(used.classes & frozenset(_WORD.findall("".join(theme.values()))))
    made_of = (_PROGRAM, *theme.values(), *own.values(), " ".join(words), repr(sorted(used.values)))
    if kept := recalled(made_of):
        sheets = dict(zip((*theme, *own), json.loads(kept), strict=True))
    else:
        sheets = {**_trimmed(theme, "".join(own.values()), used), **{path: squeezed(css) for path, css in own.items()}}
        remember(made_of, json.dumps([*sheets.values()]).encode())
    for path, css in sheets.items():
        path.write_bytes(css.encode())


def _texts(paths: Iterable[Path]) -> dict[Path, str]:
    return {path: path.read_bytes().decode() for path in sorted(paths)}


def _trimmed(theme: Mapping[Path, str], own: str, used: Used) -> dict[Path, str]:
    sheets = {path: trimmed(css, used) for path, css in theme.items()}
    before: dict[Path, str] = {}
    while sheets != before:
        asked = frozenset(_ASKED.findall(own + "".join(sheets.values()))) | used.classes
        before, sheets = sheets, {path: without_unasked(css, asked) for path, css in sheets.items()}
    return sheets


def _squeezed(nodes: list[Node]) -> Iterator[Node]:
    before: Node | None = None
    for node, after in zip(nodes, [*nodes[1:], None], strict=True):
        if node.type == "whitespace" and (_parts(before) or _parts(after)):
            continue
        if node.type == "{} block":
            node.content = list(_squeezed(node.content))
        yield (before := node)


def _parts(node: Node | None) -> bool:
    """Tell whether no white space is needed beside this: a block, a semicolon, a comma, the end."""
    return node is None or node.type == "{} block" or (node.type == "literal" and node.value in (";", ","))


def _with(css: str, keep: Callable[[Node], bool]) -> str:
    """Return a stylesheet with the rules that `keep` keeps, as it leaves them."""
    return str(tinycss2.serialize(list(_kept(tinycss2.parse_stylesheet(css, True, True), keep))))


def _kept(rules: list[Node], keep: Callable[[Node], bool]) -> Iterator[Node]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in _NESTING:
            rule.content = list(_kept(tinycss2.parse_rule_list(rule.content, True, True), keep))
            if rule.content:
                yield rule
        elif rule.type != "qualified-rule" or keep(rule):
            yield rule


def _lives(used: Used, rule: Node) -> bool:
    selectors = [list(tokens) for comma, tokens in groupby(rule.prelude, lambda token: token == ",") if not comma]
    living = [selector for selector in selectors if _can_meet(selector, used)]
    rule.prelude = [token for selector in living for token in (LiteralToken(0, 0, ","), *selector)][1:]
    return bool(living)


def _can_meet(selector: list[Node], used: Used) -> bool:
    for before, token in zip([None, *selector], selector, strict=False):
        if token.type == "ident" and before == "." and token.value not in used.classes:
            return False
        if token.type == "[] block":
            match [part for part in token.content if part.type != "whitespace"]:
                case [name, equals, value] if equals == "=" and name.value in _FIXED:
                    if (name.value, value.value) not in used.values:
                        return False
    return True


def _asked(asked: frozenset[str], rule: Node) -> bool:
    declarations = tinycss2.parse_blocks_contents(rule.content, True, True)
    kept = [item for item in declarations if not item.name.startswith("--") or item.name in asked]
    if len(kept) < len(declarations):
        rule.content = tinycss2.parse_component_value_list(tinycss2.serialize(kept))
    return bool(kept) or not declarations
