"""What an engine is handed besides the hand-written pages and the generated ones: values for its theme, and files."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import escape

from ..export.feed import feed_titles
from ..export.published import published
from ..model.parts import LISTS
from ..render.opensearch import open_search
from ..render.redirect import redirects
from ..render.stretch import row_files
from ..site.draft import list_titles
from ..site.search import STAFF, Document, kinds_of, search_documents, search_index
from ..site.search_files import search_files
from ..site.site import Site
from ..source.parts import meanwhile
from .prose import written_documents

SEARCH_INDEX, STAFF_INDEX = "assets/search/index.json", "assets/search/guide.json"
"""What residents find, and what those who keep the lists find in their guide."""


def names(site: Site) -> dict[str, str]:
    """Return the site's name and description, escaped: themes print them as they are."""
    return {"site_name": escape(site.body.title), "site_description": escape(site.body.about)}


def theme_values(site: Site) -> dict[str, object]:
    """Return what `overrides/` shows of the site, by name in the engine's `extra`."""
    address = site.publication.address
    return {
        "body": site.body.name,
        "host": site.body.host or "",
        "as_of": site.as_of.isoformat(),
        "correction": site.repository.correction,
        "titles": list_titles(site),
        "lists": [(part.name, part.address) for part in LISTS],
        "domain": urlsplit(address).netloc,
        "feeds": feed_titles(site) if address else {},
    }


def generated_files(site: Site, docs: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each generated file that is no page, with its path; `docs` has the hand-written pages. Raises OSError."""
    address = site.publication.address
    with meanwhile(lambda: [*_search(site, docs)]) as searched:
        for path, html in redirects(site, address).items():
            yield path, html.encode()
        yield from published(site)
        yield from row_files(site)
        yield from searched()
    if address:
        yield "opensearch.xml", open_search(site, address).encode()


def _search(site: Site, docs: Path) -> Iterator[tuple[str, bytes]]:
    written = list(written_documents(docs, site))
    scopes: dict[str, Iterable[Document]] = {
        SEARCH_INDEX: search_documents(site, (one for one in written if not one.path.startswith(STAFF))),
        STAFF_INDEX: (one for one in written if one.path.startswith(STAFF)),
    }
    for path, found in scopes.items():
        index = search_index(found, site.vocab.synonyms, kinds_of(site), site.vocab.filler)
        yield from search_files(path.removesuffix(".json"), index)


def search_version(folder: Path) -> str:
    """Return a short name for the search indexes of a site; it changes when one of them does."""
    indexes = b"".join((folder / path).read_bytes() for path in (SEARCH_INDEX, STAFF_INDEX))
    return hashlib.sha256(indexes).hexdigest()[:12]
