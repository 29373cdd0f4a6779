"""The theme's stylesheets without what no page and no script of the site can meet, cut after the build.

A selector goes when it needs a class that occurs nowhere, a custom property when nothing asks for its value.
Material 9.8.1 styles many things that this site does not have; a phone would fetch them on the first page.
Kept for what it saves: 11.3 of 24.7 kB (gzip) of the theme's style on the first visit, for 0.15 processor seconds of
a build of 127 entries and 108 laws.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import LiteralToken, Node

_WORD = re.compile(r"[\w-]+")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_FIXED = "dir", "data-md-color-scheme", "data-md-color-primary", "data-md-color-accent"
_NESTING = frozenset({"media", "supports"})


def _values_of(attribute: str) -> re.Pattern[str]:
    """Return what finds an attribute's values; it begins with letters, which `re` looks for faster than for a space."""
    return re.compile(rf'{attribute}="(?<=\s{attribute}=")([^"]*)"')


_CLASSES = _values_of("class")
_VALUES = {name: _values_of(name) for name in _FIXED}


@dataclass(frozen=True, slots=True)
class Used:
    """What the pages and scripts of a site have: names of classes, and the values of the attributes in _FIXED."""

    classes: frozenset[str]
    values: frozenset[tuple[str, str]]


def used_in(folder: Path) -> Used:
    """Return what the pages and the scripts below `folder` can have; every word of a script counts as a class."""
    classes, values = set(), set()
    for page in folder.rglob("*.html"):
        html = page.read_bytes().decode()
        classes.update(*map(str.split, set(_CLASSES.findall(html))))
        values.update((name, value) for name, pattern in _VALUES.items() for value in pattern.findall(html))
    for script in folder.rglob("*.js"):
        classes.update(_WORD.findall(script.read_bytes().decode()))
    return Used(frozenset(classes), frozenset(values))


def trimmed(css: str, used: Used) -> str:
    """Return a stylesheet without the selectors that can meet nothing."""
    return tinycss2.serialize(list(_living(tinycss2.parse_stylesheet(css, True, True), used)))


def without_unasked(css: str, asked: frozenset[str]) -> str:
    """Return a stylesheet without the custom properties that nothing asks for."""
    return tinycss2.serialize(list(_asked(tinycss2.parse_stylesheet(css, True, True), asked)))


def trim(folder: Path) -> None:
    """Rewrite the theme's stylesheets of the site in `folder`. Raises OSError."""
    used = used_in(folder)
    theme = sorted(folder.glob("assets/stylesheets/**/*.css"))
    sheets = {path: trimmed(path.read_bytes().decode(), used) for path in theme}
    own = "".join(path.read_bytes().decode() for path in folder.glob("assets/*.css"))
    while True:
        asked = frozenset(_ASKED.findall(own + "".join(sheets.values()))) | used.classes
        better = {path: without_unasked(css, asked) for path, css in sheets.items()}
        if better == sheets:
            break
        sheets = better
    for path, css in sheets.items():
        path.write_bytes(css.encode())


def _living(rules: list[Node], used: Used) -> Iterator[Node]:
    for rule in rules:
        if rule.type == "qualified-rule":
            if selectors := [selector for selector in _selectors(rule.prelude) if _can_meet(selector, used)]:
                rule.prelude = _joined(selectors)
                yield rule
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTING:
            if inside := list(_living(tinycss2.parse_rule_list(rule.content, True, True), used)):
                rule.content = inside
                yield rule
        else:
            yield rule


def _selectors(prelude: list[Node]) -> list[list[Node]]:
    found = [[]]
    for token in prelude:
        if token == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _joined(selectors: list[list[Node]]) -> list[Node]:
    comma = LiteralToken(0, 0, ",")
    return [token for selector in selectors for token in (comma, *selector)][1:]


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


def _asked(rules: list[Node], asked: frozenset[str]) -> Iterator[Node]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in _NESTING:
            rule.content = list(_asked(tinycss2.parse_rule_list(rule.content, True, True), asked))
        elif rule.type == "qualified-rule":
            declarations = tinycss2.parse_blocks_contents(rule.content, True, True)
            kept = [item for item in declarations if not item.name.startswith("--") or item.name in asked]
            if len(kept) == len(declarations):
                yield rule
                continue
            if not kept:
                continue
            rule.content = tinycss2.parse_component_value_list(tinycss2.serialize(kept))
        yield rule
