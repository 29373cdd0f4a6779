"""The only file that knows MkDocs: hands the generated pages over and registers the macros that fill pages.

MkDocs loads it twice, as a hook (the functions named `on_…`) and as the macros plugin's module (`define_env`);
both read the same site.
"""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from qingdan import leftover, pages
from qingdan.announce import announce
from qingdan.check import Unproven, newest_site
from qingdan.compiled import COMPILED
from qingdan.frame import Frames
from qingdan.handover import SEARCH_INDEX, generated_files, names, search_version, theme_values
from qingdan.moment import as_of
from qingdan.publication import Publication
from qingdan.render import MACROS, WORDS
from qingdan.renew import renew
from qingdan.repository import Repository
from qingdan.site import Site
from qingdan.tree import write
from qingdan.written import problems_in_pages


class GeneratedPage(Page):
    """A page past Jinja and Markdown, framed by `overrides/generated.html`; no two texts are held at once."""

    def __init__(self, source: pages.Page, fill: Callable[[], str], file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.source = source
        self.fill = fill

    def read_source(self, config: MkDocsConfig) -> None:
        """Take title, description and the rest from the page to be."""
        self.markdown, self.meta = "", {**self.source.meta, "template": "generated.html"}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the text out until the page is printed."""
        self.content = ""


def current_site(config: MkDocsConfig) -> Site:
    """Return the site of the data folder, as it stands now. Raises PluginError, which MkDocs prints without traceback."""
    try:
        return newest_site(
            _data(),
            as_of(),
            Repository.known_to(os.environ, Path.cwd()),
            Publication(config.site_url or "", config.extra.get("licence") or ""),
        )
    except Unproven as unproven:
        problems = announce(unproven.problems, "text")
        raise PluginError(f"数据有 {len(unproven.problems)} 处问题，网页停在上一版：\n{problems}") from None


def _data() -> Path:
    return Path(os.environ.get("DATA_DIR") or "data")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the site's name and description from `data/site.yml`, escaped: the theme prints them as they are."""
    site = current_site(config)
    config.load_dict(names(site))
    config.extra.update(theme_values(site))
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Keep what the last build left: MkDocs is about to delete it."""
    leftover.hide(Path(config.site_dir))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add one page for each entry, law, owner and report; write what is no page, one file at a time, at once."""
    folder = Path(config.site_dir)
    left = leftover.show(folder)
    site = current_site(config)
    renew(_data(), site.vocab, site.laws.values())
    _refuse_unsafe_pages(config, site)
    for page in pages.pages(site):
        file = File.generated(config, page.path, content="")
        root = _way_to_root(file.url)
        GeneratedPage(page, partial(MACROS[page.macro], site, page.argument, root=root), file, config)
        files.append(file)
    written = write(generated_files(site, Path(config.docs_dir)), folder)
    leftover.drop(folder, left - written - {file.dest_uri for file in files})
    config.extra["search_version"] = search_version((folder / SEARCH_INDEX).read_bytes())
    return files


def on_env(env: Environment, **_: object) -> Environment:
    """Let `overrides/generated.html` print pages in the theme's frame."""
    env.bytecode_cache = COMPILED
    env.globals["framed"] = Frames(env.get_template("main.html"))
    return env


def on_page_context(context: TemplateContext, page: Page, **_: object) -> TemplateContext:
    """Put the HTML of a hand-written page's macros in its place, just before the theme prints it."""
    for slot, fill in _slots(page).items():
        page.content = page.content.replace(slot, fill())
    return context


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Let go of a hand-written page's text once it is printed."""
    page.content = ""
    return output


def _refuse_unsafe_pages(config: MkDocsConfig, site: Site) -> None:
    """Stop before the macros plugin runs, without a sandbox, whatever a hand-written page holds."""
    if problems := problems_in_pages(Path(os.path.relpath(config.docs_dir)), site):
        listed = announce(problems, "text")
        raise PluginError(f"手写的网页有 {len(problems)} 处问题，网页停在上一版：\n{listed}")


def define_env(env: object) -> None:
    """Register every macro; each gets the site and the relative way from the current page to the root.

    HTML is kept out of Markdown, as in generated pages: a comment, which no page may hold, keeps its place.
    """
    site = current_site(env.conf)
    for name, render in MACROS.items():
        env.macro(_with_site(render, site, env), name)


def _with_site(render: object, site: Site, env: object) -> object:
    def macro(*arguments: str | int) -> str:
        fill = partial(render, site, *arguments, root=_way_to_root(env.page.url))
        if render in WORDS:
            return fill()
        slots = _slots(env.page)
        slot = f"<!-- macro {len(slots)} -->"
        slots[slot] = fill
        return slot

    return macro


def _slots(page: Page) -> dict[str, Callable[[], str]]:
    return page.__dict__.setdefault("slots", {})


def _way_to_root(address: str) -> str:
    return "../" * address.count("/") or "./"
