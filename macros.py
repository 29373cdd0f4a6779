"""The only file that knows MkDocs: hands the generated pages over and registers the macros that fill pages.

MkDocs loads it twice, as a hook (`on_config`, `on_files`) and as the macros plugin's module (`define_env`);
both read the same site.
"""

import hashlib
import os
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from qingdan.announce import announce
from qingdan.check import Unproven, newest_site
from qingdan.moment import as_of
from qingdan.pages import pages
from qingdan.prose import written_documents
from qingdan.render import MACROS
from qingdan.render.opensearch import open_search
from qingdan.search import documents, index
from qingdan.site import Site


def current_site() -> Site:
    """Return the site of the data folder, as it stands now. Raises PluginError, which MkDocs prints without traceback."""
    try:
        return newest_site(Path(os.environ.get("DATA_DIR") or "data"), as_of(), os.environ.get("GITHUB_REPOSITORY", ""))
    except Unproven as unproven:
        problems = announce(unproven.problems, "text")
        raise PluginError(f"数据有 {len(unproven.problems)} 处问题，网页停在上一版：\n{problems}") from None


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the site's name and description from `data/site.yml`, escaped: the theme prints them as they are."""
    site = current_site()
    config.site_name = escape(site.body.title)
    config.site_description = escape(site.body.about)
    config.extra["body"] = site.body.name
    config.extra["as_of"] = site.as_of.isoformat()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add one page for each entry, law, owner and report, and the search index; templates get the index's version."""
    site = current_site()
    for page in pages(site):
        files.append(File.generated(config, page.path, content=page.markdown))
    found = documents(site, written_documents(Path(config.docs_dir), site))
    content = index(found, site.vocab.synonyms)
    config.extra["search_version"] = hashlib.sha256(content.encode()).hexdigest()[:12]
    files.append(File.generated(config, "assets/search/index.json", content=content))
    if config.site_url:
        files.append(File.generated(config, "opensearch.xml", content=open_search(site, config.site_url)))
    return files


def define_env(env: object) -> None:
    """Register every macro; each gets the site and the relative way from the current page to the root."""
    site = current_site()
    for name, render in MACROS.items():
        env.macro(_with_site(render, site, env), name)


def _with_site(render: object, site: Site, env: object) -> object:
    def macro(*arguments: str | int) -> str:
        return render(site, *arguments, root="../" * env.page.url.count("/") or "./")

    return macro
