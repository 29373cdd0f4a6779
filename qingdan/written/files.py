"""The files below `docs/`: of known kinds, in their places, none in the way of a generated page."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from ..folder import shown, unusable
from ..pages import pages
from ..problem import Place, Problem
from ..site import Site

KINDS = {".md": "", ".css": "assets", ".js": "assets", ".svg": "assets", ".webp": "pictures", ".png": "pictures"}
"""The kinds of files, each with the folder that it must lie in, at any depth; engines publish everything as it is."""

_DRAWN = frozenset(("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc"))


def problems_in_files(folder: Path, site: Site, rule: str) -> tuple[list[Problem], list[Path]]:
    """Return what is wrong with the files themselves, and those that may be read."""
    odd = unusable(folder)
    problems = [Problem(Place(shown(path)), rule, reason) for path, reason in odd.items()]
    taken = {_published(PurePosixPath(page.path)): "程序生成的网页" for page in pages(site)}
    taken |= {f"{old}index.html": "旧地址转到新地址的网页" for old in site.registry.moves}
    readable = []
    for path in sorted(folder.rglob("*")):
        if not odd.keys().isdisjoint((path, *path.parents)) or path.name.startswith(".") or not path.is_file():
            continue
        inside = PurePosixPath(path.relative_to(folder).as_posix())
        address = _published(inside).lower()
        faults = list(_faults(path, inside))
        if address in taken:
            faults.append(f"与{taken[address]}是同一个网址，请改名")
        taken[address] = f"“{shown(path)}”"
        problems += [Problem(Place(shown(path)), rule, message) for message in faults]
        if not faults:
            readable.append(path)
    return problems, readable


def _faults(path: Path, inside: PurePosixPath) -> Iterator[str]:
    place = KINDS.get(path.suffix)
    if place is None:
        yield f"docs/ 里不能放 {path.suffix or '没有扩展名'} 的文件，只能放 {'、'.join(KINDS)}；请移出去"
    elif place and place not in inside.parts[:-1]:
        yield f"{path.suffix} 的文件只能放在 {place} 文件夹里，请移过去"
    elif path.suffix == ".svg" and (tag := _active_part(path.read_bytes())):
        yield f"图里有 {tag}，打开时可能运行程序或引用别处；请只留图形"


def _active_part(svg: bytes) -> str | None:
    """Return the first part of a drawing that is not plain shape: another element, an event, a reference."""
    for node in LexborHTMLParser(svg).body.traverse():
        if (node.tag or "").lower() not in {*_DRAWN, "body"}:
            return f"<{node.tag}>"
        for name in node.attributes:
            if name.lower().startswith("on") or name.lower() in ("href", "xlink:href", "style"):
                return name
    return None


def _published(inside: PurePosixPath) -> str:
    """Return the file that an engine makes of a file below `docs/`."""
    if inside.suffix != ".md":
        return inside.as_posix()
    folder = inside.parent if inside.stem.lower() in ("index", "readme") else inside.with_suffix("")
    return (folder / "index.html").as_posix()
