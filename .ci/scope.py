"""CI: whether a change is one of words alone. In: the base. Out, for GITHUB_OUTPUT: `part=words` or `part=all`.

Words are what `data/` holds, the hand-written pages and their pictures, and of `mkdocs.yml` the name, the navigation
and the texts under `extra`. Whatever cannot be told counts as more than words.
"""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import PurePosixPath

import yaml

SETTINGS = "mkdocs.yml"
PAGES = (".md", ".webp", ".png")


class _Loader(yaml.SafeLoader):
    """YAML with every tag kept as it stands: `!ENV` is no text."""


def _tagged(loader: yaml.SafeLoader, tag: str, node: yaml.Node) -> tuple[str, object]:
    match node:
        case yaml.ScalarNode():
            return tag, node.value
        case yaml.SequenceNode():
            return tag, loader.construct_sequence(node, deep=True)
        case _:
            return tag, loader.construct_mapping(node, deep=True)


_Loader.add_multi_constructor("", _tagged)


def more_than_words(base: str) -> list[str]:
    """Return the paths that were changed since `base` in more than words; `base` itself where git cannot tell."""
    try:
        listed = _git("diff", "--name-only", "--no-renames", "-z", base, "HEAD").decode(errors="replace")
        return [path for path in listed.split("\0") if path and not _words(path, base)]
    except subprocess.CalledProcessError:
        return [base]


def _words(path: str, base: str) -> bool:
    if path == SETTINGS:
        return same_but_words(_git("show", f"{base}:{path}"), _git("show", f"HEAD:{path}"))
    return path.startswith("data/") or (path.startswith("docs/") and PurePosixPath(path).suffix in PAGES)


def same_but_words(before: bytes, after: bytes) -> bool:
    """Return whether two texts of `mkdocs.yml` set the same, apart from words."""
    try:
        return _bones(yaml.load(before, _Loader)) == _bones(yaml.load(after, _Loader))
    except (yaml.YAMLError, RecursionError, AttributeError, TypeError):
        return False


def _bones(settings: Mapping[str, object]) -> dict[str, object]:
    bare = {"site_name": _blank, "nav": _nav, "extra": _blank}
    return {key: bare.get(key, lambda value: value)(value) for key, value in settings.items()}


def _blank(value: object) -> object:
    """Return a value with its texts left out."""
    match value:
        case str():
            return ""
        case list():
            return [_blank(item) for item in value]
        case dict():
            return {key: _blank(item) for key, item in value.items()}
        case _:
            return value


def _nav(value: object) -> object:
    return "" if _plain(value) else value


def _plain(value: object) -> bool:
    match value:
        case list():
            return all(map(_plain, value))
        case dict():
            return all(isinstance(key, str) and _plain(item) for key, item in value.items())
        case _:
            return isinstance(value, str)


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], capture_output=True, check=True).stdout


if __name__ == "__main__":
    found = more_than_words(sys.argv[1])
    print(f"part={'all' if found else 'words'}")
    print(f"不只是改文字，运行全部测试：{'、'.join(found)}" if found else "只改了文字，运行短的检查", file=sys.stderr)
