"""The only file that knows MkDocs: hands the generated pages over and registers the macros that fill pages.

MkDocs loads it twice, as a hook (`on_config`, `on_files`) and as the macros plugin's module (`define_env`);
both read the same site.
"""

import hashlib
import os
from functools import lru_cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from qingdan.check import open_site
from qingdan.moment import as_of
from qingdan.pages import pages
from qingdan.prose import written_documents
from qingdan.render import MACROS
from qingdan.render.opensearch import open_search
from qingdan.search import documents, index
from qingdan.site import Site


@lru_cache(maxsize=1)
def _site(_files: tuple[tuple[str, int], ...]) -> Site:
    return open_site(_folder(), as_of())


def _folder() -> Path:
    return Path(os.environ.get("DATA_DIR") or "data")


def current_site() -> Site:
    """Return the site of the data folder; read again only when a file in it has changed."""
    return _site(tuple((str(path), path.stat().st_mtime_ns) for path in sorted(_folder().rglob("*"))))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the site's name and description from `data/site.yml`."""
    site = current_site()
    config.site_name = site.body.title
    config.site_description = site.body.about
    config.extra["body"] = site.body.name
    config.extra["as_of"] = site.as_of.isoformat()
    config.extra["search_version"] = hashlib.sha256(_index(config).encode()).hexdigest()[:12]
    return config


def _index(config: MkDocsConfig) -> str:
    site = current_site()
    return index(documents(site, written_documents(Path(config.docs_dir), site)), site.vocab.synonyms)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add one page for each entry, law, owner and report, and the search index."""
    for page in pages(current_site()):
        files.append(File.generated(config, page.path, content=page.markdown))
    files.append(File.generated(config, "assets/search/index.json", content=_index(config)))
    if config.site_url:
        files.append(File.generated(config, "opensearch.xml", content=open_search(current_site(), config.site_url)))
    return files


def define_env(env: object) -> None:
    """Register every macro; each gets the site and the relative way from the current page to the root."""
    for name, render in MACROS.items():
        env.macro(_with_site(render, env), name)


def _with_site(render: object, env: object) -> object:
    def macro(*arguments: str | int) -> str:
        return render(current_site(), *arguments, root="../" * env.page.url.count("/") or "./")

    return macro
