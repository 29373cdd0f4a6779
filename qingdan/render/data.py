"""The page of open data: which files there are, on what terms, how to cite them; made from the registry of exports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..export.files import Listed
from ..export.index import PATH
from ..export.model import ROOT, VERSION
from ..export.tables import heads
from ..model.parts import LISTS, PARTS
from ..site.draft import title_of
from ..site.site import Site
from .template import fill

_NAMES = {part.folder: part.key_title for part in PARTS}


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file, or the files of the same name beside many pages: what to show, one of them to open, how many, how big."""

    shown: str
    path: str
    count: int
    size: str


def data_files(site: Site, root: str) -> str:
    """Return the files of every export in a table each."""
    from ..export.published import catalogue  # noqa: PLC0415  # what draws spreadsheets and papers is not on the desk

    kinds = [(export, list(_rows(files))) for export, files in catalogue(site).items()]
    return fill("data_files", root=root, kinds=kinds, index=PATH, folder=ROOT)


def data_columns(site: Site, root: str) -> str:
    """Return the columns of every table, with their Chinese names."""
    return fill("data_columns", root=root, tables=heads(site), folder=ROOT)


def data_terms(site: Site, root: str) -> str:
    """Return the licence, or that the owner has not stated one, and how to cite the data."""
    return fill("data_terms", site=site, root=root, version=VERSION)


def data_badges(site: Site, root: str) -> str:
    """Return the badges of the lists with their addresses, ready to be copied."""
    filled = (part for part in LISTS if site.lists[part.folder])
    shown = [(title_of(site, part), f"{part.address}badge.svg", f"{part.address}badge.json") for part in filled]
    return fill("data_badges", site=site, root=root, shown=shown)


def site_address(site: Site, root: str) -> str:
    """Return the site's address as plain text, for examples; words in its place where it is not known."""
    return site.publication.address or "https://网站的地址/"


def _rows(files: Sequence[Listed]) -> Iterator[FileRow]:
    for shown, found in groupby(sorted(files, key=_shown), key=_shown):
        alike = list(found)
        yield FileRow(shown, alike[0].path, len(alike), _size(sum(file.bytes for file in alike)))


def _shown(file: Listed) -> str:
    """Return a file's path, with a word in the place of the page where every page of a kind has such a file."""
    first, _, rest = file.path.partition("/")
    middle, slash, name = rest.partition("/")
    return f"{first}/{_NAMES[first]}/{name}" if slash and middle and first in _NAMES else file.path


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} kB"
