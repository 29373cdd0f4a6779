"""Zensical as an engine: it has no hooks and other templates, so it is handed a tree and its own settings."""

import json
import os
from datetime import date
from pathlib import Path

import yaml
from yaml_env_tag import construct_env_tag

from .check import open_site
from .handover import SEARCH_INDEX, generated_files, names, search_version, theme_values
from .publication import Publication
from .repository import Repository
from .site import Site
from .tree import tree, write

SETTINGS = "mkdocs.yml"
SITE = "site"

_NOT_FOR_ZENSICAL = frozenset({"hooks", "plugins", "watch"})


class _Loader(yaml.SafeLoader):
    """YAML with the engines' `!ENV [NAME, default]`."""


_Loader.add_constructor("!ENV", construct_env_tag)


def prepare(project: Path, data: Path, day: date, place: Path) -> None:
    """Write into `place` all that Zensical needs to build the site as of `day` into `place`/SITE.

    In: the folder with `mkdocs.yml`, the data folder. Raises Unproven, OSError.
    """
    given = yaml.load((project / SETTINGS).read_text(encoding="utf-8"), _Loader)
    publication = Publication(given["site_url"] or "", given["extra"].get("licence") or "")
    site = open_site(data, day, Repository.known_to(os.environ, project), publication)
    docs = project / "docs"
    files = dict(generated_files(site, docs))
    write(tree(site, docs, files), place / "docs")
    own = settings(given, site, search_version(files[SEARCH_INDEX]), project)
    (place / SETTINGS).write_text(json.dumps(own, ensure_ascii=False, indent=2), encoding="utf-8")


def settings(given: dict, site: Site, version: str, project: Path) -> dict[str, object]:
    """Return Zensical's settings: those given for MkDocs, without its plugins.

    Zensical's search box writes an inline style, which the security policy blocks, and has an index of its own; so
    the pages get a link to the search page, and `finder.js` puts a box there that asks the site's own worker.
    """
    shared = {key: value for key, value in given.items() if key not in _NOT_FOR_ZENSICAL}
    return {
        **shared,
        **names(site),
        "docs_dir": "docs",
        "site_dir": SITE,
        "plugins": [{"search": {"enabled": False}}],
        "theme": {**given["theme"], "variant": "classic", "custom_dir": str(project / given["theme"]["custom_dir"])},
        "extra": {**given["extra"], **theme_values(site), "finder": True},
        "extra_javascript": [*given["extra_javascript"], f"assets/search/finder.js?v={version}"],
    }
