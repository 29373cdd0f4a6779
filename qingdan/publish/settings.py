"""The engine's settings in `mkdocs.yml`: its words are free; whatever can run, load or delete is as the program expects.

Nothing of the file is constructed here: MkDocs lets YAML tags make any Python object, and would have run it by then.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ..source.read import Refused, decode
from ..source.unreadable import cause_of
from ..text.problem import Place, Problem, excerpt

RULE = "引擎设置"

_FREE = {
    "": ("site_name", "nav", "extra", "validation"),
    "theme.": ("language", "font", "logo", "favicon", "features", "palette"),
}
_FIXED = """
site_dir: !ENV [SITE_DIR, site]
strict: true
theme:
  name: material
  custom_dir: overrides
extra_css: [assets/site.css]
extra_javascript: [assets/frame.js, assets/site.js, assets/aloud.js]
plugins:
  - search
  - macros: {module_name: macros, on_error_fail: true, on_undefined: strict, render_by_default: false}
hooks: [macros.py]
watch: [qingdan, overrides]
markdown_extensions:
  - attr_list
  - toc: {permalink: false}
  - tables: {use_align_attribute: true}
"""
_HOW = "这一项能让引擎运行或删去别的东西；请改回来，确实要改的，先改 qingdan/publish/settings.py"
_CORE_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_NO_TAG = "这里不能用标签（!）；是文字的，请用英文单引号括起来"
_JINJA = re.compile(r"\{[{%#]")
_MARKUP = re.compile(r'[<>&"\\]')


def problems_in_settings(path: Path) -> list[Problem]:
    """Return what in the settings is not as the program expects, by line and column."""
    name = path.as_posix()
    try:
        text = decode(path, name)
        marks = [token.start_mark for token in yaml.scan(text) if isinstance(token, yaml.AnchorToken | yaml.AliasToken)]
        root = yaml.compose(text, yaml.BaseLoader)
    except Refused as refused:
        return [*refused.problems]
    except yaml.YAMLError as error:
        line, column, message = cause_of(error, text)
        return [Problem(Place(name, line, column), RULE, message)]
    if not isinstance(root, yaml.MappingNode):
        return [Problem(Place(name), RULE, "这里应是“项目: 值”")]
    found = [(mark, "不支持锚点和引用（& 与 *）；请写出来") for mark in marks]
    found = found or [*_twice(root), *_in_map("", root, yaml.compose(_FIXED, yaml.BaseLoader))]
    return [Problem(Place(name, mark.line + 1, mark.column + 1), RULE, message) for mark, message in found]


Finding = tuple[yaml.Mark, str]


def _in_map(above: str, node: yaml.Node, fixed: yaml.Node | None) -> Iterator[Finding]:
    given, wanted = _items(node), _items(fixed)
    if node.tag not in _CORE_TAGS:
        yield node.start_mark, _NO_TAG
    for key, value in given.items():
        name = above + key
        if name == "theme" and isinstance(value, yaml.MappingNode):
            yield from _in_map("theme.", value, wanted[key])
        elif key in wanted:
            if _plain(value) != _plain(wanted[key]):
                yield value.start_mark, f"“{name}”不是程序所要的；{_HOW}"
        elif key in _FREE[above]:
            yield from _words(value, in_page=name == "nav")
        elif name == "site_url":
            yield from _address(value)
        else:
            yield value.start_mark, f"不认识“{above}{excerpt(key)}”；{_HOW}"
    for key in wanted.keys() - given.keys():
        yield node.start_mark, f"缺少“{above}{key}”；{_HOW}"


def _address(node: yaml.Node) -> Iterator[Finding]:
    """Let the address come from the environment, by one name: `!ENV [SITE_URL, 网址]`."""
    words = node.value if node.tag == "!ENV" and isinstance(node, yaml.SequenceNode) else []
    if [word.value for word in words[:1]] == ["SITE_URL"] and len(words) == 2:
        node = words[1]
    if not isinstance(node, yaml.ScalarNode):
        yield node.start_mark, "“site_url”只能写网址，或者 !ENV [SITE_URL, 网址]"
    else:
        yield from _words(node, in_page=True)


def _words(node: yaml.Node, in_page: bool) -> Iterator[Finding]:
    """Yield what in a free value is more than words: tags make objects, Jinja marks run in the titles of pages."""
    for part in _parts(node):
        if part.tag not in _CORE_TAGS:
            yield part.start_mark, _NO_TAG
        elif isinstance(part, yaml.ScalarNode) and (
            found := _JINJA.search(part.value) or (in_page and _MARKUP.search(part.value))
        ):
            yield part.start_mark, f"这里不能有“{found[0]}”，会被当成网页代码；请改用汉字标点"


def _twice(root: yaml.MappingNode) -> Iterator[Finding]:
    for part in _parts(root):
        if isinstance(part, yaml.MappingNode):
            seen = set()
            for key, _ in part.value:
                if not isinstance(key, yaml.ScalarNode) or key.tag not in _CORE_TAGS or key.value in seen:
                    yield key.start_mark, "项目名须是文字，写了两次的请只留一个"
                else:
                    seen.add(key.value)


def _parts(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    if not isinstance(node, yaml.ScalarNode):
        for inner in node.value:
            for part in inner if isinstance(inner, tuple) else (inner,):
                yield from _parts(part)


def _items(node: yaml.Node | None) -> dict[str, yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {key.value: value for key, value in pairs if isinstance(key, yaml.ScalarNode)}


def _plain(node: yaml.Node) -> object:
    """Return a node as something to compare: tag and content, without places."""
    if isinstance(node, yaml.MappingNode):
        return node.tag, {key: _plain(value) for key, value in _items(node).items()}
    return node.tag, [_plain(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value
