"""The files below `docs/`: of known kinds, in their places, none in the way of a generated page."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ...site.pages import pages
from ...site.site import Site
from ...source.files import offered, shown, unusable
from ...source.front import RULE
from ...text.problem import Place, Problem
from .drawing import fault_of_drawing
from .fault import Fault

FOLDER_OF = {".md": "", ".css": "assets", ".js": "assets", ".svg": "assets", ".webp": "pictures", ".png": "pictures"}
"""The kinds of files, each with the folder that it must lie in; engines publish everything as it is."""


def problems_in_files(folder: Path, site: Site) -> tuple[list[Problem], list[Path]]:
    """Return what is wrong with the files themselves, and those that may be read."""
    odd = unusable(folder)
    problems = [Problem(Place(shown(path)), RULE, reason) for path, reason in odd.items()]
    taken = {_published(PurePosixPath(page.path)): "程序生成的网页" for page in pages(site)}
    taken |= {f"{old}index.html": "旧地址转到新地址的网页" for old in site.registry.moved_pages}
    readable = []
    for path in offered(folder):
        if not odd.keys().isdisjoint((path, *path.parents)):
            continue
        inside = PurePosixPath(path.relative_to(folder).as_posix())
        address = _published(inside).lower()
        faults = [*_faults(path, inside)]
        faults += [Fault(1, 1, f"与{taken[address]}是同一个网址，请改名")] if address in taken else []
        taken[address] = f"“{shown(path)}”"
        problems += [Problem(Place(shown(path), line, column), RULE, message) for line, column, message in faults]
        if not faults:
            readable.append(path)
    return problems, readable


def _faults(path: Path, inside: PurePosixPath) -> Iterator[Fault]:
    place = FOLDER_OF.get(path.suffix)
    if place is None:
        kinds = "、".join(FOLDER_OF)
        yield Fault(1, 1, f"docs/ 里不能放 {path.suffix or '没有扩展名'} 的文件，只能放 {kinds}；请移出去")
    elif place == "assets" and inside.parts[0] != place:
        yield Fault(1, 1, f"{path.suffix} 的文件只能放在 docs/{place} 文件夹里，请移过去")
    elif place and place not in inside.parts[:-1]:
        yield Fault(1, 1, f"{path.suffix} 的文件只能放在 {place} 文件夹里，请移过去")
    elif path.suffix == ".svg" and (fault := fault_of_drawing(path.read_bytes())):
        yield fault


def _published(inside: PurePosixPath) -> str:
    """Return the file that an engine makes of a file below `docs/`."""
    if inside.suffix != ".md":
        return inside.as_posix()
    folder = inside.parent if inside.stem.lower() in ("index", "readme") else inside.with_suffix("")
    return (folder / "index.html").as_posix()
