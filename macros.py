"""The only file that knows MkDocs: hands the generated pages over and registers the macros that fill pages.

MkDocs loads it twice, as a hook (the functions named `on_…`) and as the macros plugin's module (`define_env`);
both read the same site. A preview keeps what MkDocs has gathered for its last whole build: after a change of the data
alone, a page is made when somebody asks for it, by the functions with which MkDocs makes it in a build.
"""

import io
import logging
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Lock

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from mkdocs_macros.plugin import MacrosPlugin
from watchdog.observers.polling import PollingObserver

from qingdan.edit.renew import renew
from qingdan.publish.desk import SCRIPTS, desk_files, desk_of
from qingdan.publish.docs_check import problems_in_pages
from qingdan.publish.frame import Frames
from qingdan.publish.preview import telling
from qingdan.publish.settings import problems_in_settings
from qingdan.publish.site_dir import Unfit, apart
from qingdan.publish.theme_values import generated_files, names, search_version, theme_values
from qingdan.render import MACROS, WORDS
from qingdan.render.compiled import Compiled
from qingdan.render.template import keep_compiled
from qingdan.site import pages
from qingdan.site.check import Unproven, newest_site
from qingdan.site.publication import Publication
from qingdan.site.repository import Repository
from qingdan.site.site import Site
from qingdan.source.files import fingerprint
from qingdan.source.outline import keep_outlines
from qingdan.source.parts import in_parts
from qingdan.text.announce import announce
from qingdan.text.dates import as_of

_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "assets/images/favicon")
"""Files of Material 9.8.1 that no page asks for: the search has a worker of its own, the favicon is in `docs/`."""

_CHECKBOX = re.compile(r'(<input class="md-toggle"[^<>]*) autocomplete="off"')
_OFTEN = 0.1
"""Seconds between two looks of a preview for what has changed; MkDocs takes 0.5."""
_TOGETHER = 50
"""How many generated pages a process makes before it takes on others."""

log = logging.getLogger("mkdocs.hooks.macros")


def build(folder: Path) -> str | None:
    """Build the site into `folder` as `mkdocs build --strict` would. Out: what MkDocs says where it refuses, else None."""
    said = io.StringIO()
    telling_all = logging.StreamHandler(said)
    telling_all.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
    root = logging.getLogger("mkdocs")
    propagated, root.propagate = root.propagate, False
    root.addHandler(telling_all)
    try:
        config = load_config("mkdocs.yml", strict=True, site_dir=str(folder.resolve()))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_site(config)
        finally:
            config.plugins.on_shutdown()
    except Abort as refusal:
        return f"{said.getvalue()}{refusal.format_message()}"
    except MkDocsException as refusal:
        return f"{said.getvalue()}Error: {refusal.format_message()}"
    except Exception as error:  # whatever it is, the last site stays
        return f"{said.getvalue()}{traceback.format_exception_only(error)[-1]}"
    finally:
        root.removeHandler(telling_all)
        root.propagate = propagated
    return None


def data_folder() -> Path:
    """Return the folder of the data."""
    return Path(os.environ.get("DATA_DIR") or "data")


class GeneratedPage(Page):
    """A page past Jinja and Markdown, framed by `overrides/generated.html`; no two texts are held at once."""

    made = False
    """Whether it is written already, so that nothing is left to print."""

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
    repository = Repository.known_to(os.environ, Path.cwd())
    try:
        return newest_site(
            data_folder(),
            as_of(),
            repository,
            Publication(config.site_url or "", config.extra.get("licence") or "", desk_of(config.extra, repository)),
        )
    except Unproven as unproven:
        problems = announce(unproven.problems, "text")
        raise PluginError(f"数据有 {len(unproven.problems)} 处问题，网页停在上一版：\n{problems}") from None


def on_startup(**_: object) -> None:
    """Keep compiled templates, which an engine compiles all, and what files say."""
    keep_compiled()
    keep_outlines()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the site's name and description from `data/site.yml`, escaped: the theme prints them as they are.

    MkDocs deletes what it finds in the site's folder once this is done. So PluginError here, not later, where that is
    a folder of the checkout or the data, and where a hand-written page is unsafe: the last site stays.
    """
    try:
        apart(Path(config.site_dir), data_folder())
    except Unfit as unfit:
        raise PluginError(str(unfit)) from None
    site = current_site(config)
    _refuse_unsafe_pages(config, site)
    config.load_dict(names(site))
    config.extra.update(theme_values(site))
    return config


class Whole:
    """What MkDocs has gathered for a whole build, and which of its pages do not show the newest data yet."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self.found = [*files]
        self.files, self.config = files, config
        self.nav: Navigation
        self.env: Environment
        self.waiting: dict[str, Callable[[], None]] = {}
        self.written: set[str] = set()
        self.seen = self._not_data()

    def alone(self) -> bool:
        """Tell whether nothing but the data has changed since."""
        return self.seen == self._not_data()

    def follow(self) -> None:
        """Take the data as it is now; nothing is made yet. Raises PluginError where it is not as it should be."""
        config = on_config(self.config)
        config.plugins["macros"].on_config(config)
        before = {file.dest_uri for file in self.files.documentation_pages()}
        for file in self.found:
            file.page = None
        self.files = on_files(Files(self.found), config)
        set_exclusions(self.files, config)
        self.nav = get_navigation(self.files, config)
        self.env = _dressed(self.env)
        config.extra["search_version"] = fingerprint(data_folder())
        self.waiting = {file.dest_uri: partial(self._page, file) for file in self.files.documentation_pages()}
        self.waiting |= {name: partial(self._template, name) for name in config.theme.static_templates}
        self.waiting |= dict.fromkeys(self.written, self._others)
        for gone in before - self.waiting.keys():
            Path(config.site_dir, gone).unlink(missing_ok=True)

    def make(self, path: str) -> bool:
        """Make the file at a path of the site, where it waits to be made, and tell whether it did."""
        if path not in self.waiting and self._there(path):
            return False
        self.waiting.pop(path, self._others)()
        return True

    def _there(self, path: str) -> bool:
        """Tell whether a file is there, or will not be; what is no page may be new, and its name not known yet."""
        return not self.waiting.keys() & self.written or Path(self.config.site_dir, path).is_file()

    def write(self, site: Site) -> None:
        """Write what is no page, one file at a time, and let go of what is there no more."""
        folder, written = Path(self.config.site_dir), set()
        made = generated_files(site, Path(self.config.docs_dir))
        for name, content in chain(made, desk_files(data_folder()) if site.publication.desk else ()):
            written.add(name)
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for gone in self.written - written:
            (folder / gone).unlink(missing_ok=True)
        self.written = written

    def make_generated(self) -> None:
        """Make the generated pages, by as many processes as there are processors; to MkDocs they are done then."""
        found = [file.page for file in self.files.documentation_pages()]
        generated = [page for page in found if isinstance(page, GeneratedPage)]
        for _ in in_parts(partial(self._print, generated), range(len(generated)), _TOGETHER):
            pass
        for page in generated:
            page.made = True

    def _print(self, pages: Sequence[Page], numbers: Sequence[int]) -> None:
        """Make some of the pages. Raises PluginError with the first thing that MkDocs warns of."""
        every = self.files.documentation_pages()
        refusing = _Refusing(logging.WARNING)
        root = logging.getLogger("mkdocs")
        root.addHandler(refusing)
        try:
            for number in numbers:
                _build_page(pages[number], self.config, every, self.nav, self.env)
        finally:
            root.removeHandler(refusing)

    def _page(self, file: File) -> None:
        assert file.page
        _populate_page(file.page, self.config, self.files)
        _build_page(file.page, self.config, self.files.documentation_pages(), self.nav, self.env)

    def _template(self, name: str) -> None:
        _build_theme_template(name, self.env, self.files, self.config, self.nav)

    def _others(self) -> None:
        for name in self.written:
            self.waiting.pop(name, None)
        self.write(current_site(self.config))

    def _not_data(self) -> dict[str, int]:
        folders = (self.config.docs_dir, self.config.config_file_path, *self.config.watch)
        own = data_folder().resolve()
        roots = [Path(folder) for folder in folders if Path(folder).resolve() != own]
        paths = chain(roots, *(root.rglob("*") for root in roots))
        return {str(path): path.stat().st_mtime_ns for path in paths if "__pycache__" not in path.parts}


class _Refusing(logging.Handler):
    """Turns what MkDocs warns of into a refusal: what another process says, no strict build hears."""

    def emit(self, record: logging.LogRecord) -> None:
        """Refuse. Raises PluginError."""
        said, cause = record.getMessage(), str(sys.exc_info()[1] or "")
        raise PluginError(said if cause in said else f"{said} {cause}")


_last: list[Whole] = []


def on_shutdown(**_: object) -> None:
    """Let go of what MkDocs has gathered: what comes after a build has no use for it."""
    _last.clear()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Let a preview make pages as they are asked for; with a fault, it goes on with its last good ones, and tells the fault."""
    faults: list[str] = []
    one_at_a_time = Lock()

    def build() -> None:
        with one_at_a_time, _telling(faults):
            if _last and _last[0].alone():
                _last[0].follow()
            else:
                builder()

    def make(path: str) -> bool:
        with one_at_a_time:
            if faults:
                return False
            with _telling(faults):
                return _last[0].make(path)

    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer, server.build_delay = PollingObserver(timeout=_OFTEN), _OFTEN / 2
    for path in (*watched, str(data_folder())):
        server.watch(path)
    server.builder = build
    if app := server.get_app():
        server.set_app(telling(app, lambda: "\n".join(faults), server.mount_path, make))
    return server


@contextmanager
def _telling(faults: list[str]) -> Iterator[None]:
    """Tell what keeps the pages from being made, if anything does."""
    faults.clear()
    try:
        yield
    except MkDocsException as refusal:
        log.error("预览停在上一版：%s", refusal)
        cause = refusal.__context__ if isinstance(refusal, Abort) else refusal
        faults.append(str(cause or f"预览停在上一版，原因在运行预览的窗口里：{refusal}"))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add one page for each entry, law, owner and report; leave out what is not used."""
    for file in [file for file in files if file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map")]:
        files.remove(file)
    if not _last or _last[0].config is not config:
        _last[:] = [Whole(files, config)]
    site = current_site(config)
    for file in [file for file in files if file.src_uri.startswith(SCRIPTS) and not site.publication.desk]:
        files.remove(file)
    for file in [file for file in files if file.is_documentation_page() and file.url in pages.waiting_pages(site)]:
        files.remove(file)
    renew(data_folder(), site.vocab, site.laws.values())
    for page in pages.pages(site):
        file = File.generated(config, page.path, content="")
        root = _way_to_root(file.url)
        GeneratedPage(page, partial(MACROS[page.macro], site, page.argument, root=root), file, config)
        files.append(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Write what is no page, at once: the pages name the version of the search index."""
    whole = _last[0]
    whole.nav, whole.files = nav, files
    whole.write(current_site(config))
    config.extra["search_version"] = search_version(Path(config.site_dir))
    return nav


def on_env(env: Environment, **_: object) -> Environment:
    """Let `overrides/` print pages in the theme's frame, and stop where the theme is no longer what they change.

    The generated pages are made here, all at once: MkDocs, which makes pages next, makes one after the other.
    """
    _last[0].env = _dressed(env)
    _last[0].make_generated()
    return env


def _dressed(env: Environment) -> Environment:
    env.bytecode_cache = Compiled("theme")
    env.filters["must_replace"] = _replaced
    env.globals["framed"] = Frames(env.get_template("main.html"))
    return env


def _replaced(html: str, old: str, new: str) -> str:
    """Return the theme's HTML with `new` for `old`. Raises PluginError where `old` does not stand there."""
    if old not in html:
        raise PluginError(f"主题的模板里没有“{old}”，overrides/ 的替换落了空；请核对主题的版本")
    return html.replace(old, new)


def on_page_context(context: TemplateContext, page: Page, **_: object) -> TemplateContext:
    """Put the HTML of a hand-written page's macros in its place, just before the theme prints it."""
    for slot, fill in _slots(page).items():
        page.content = (page.content or "").replace(slot, fill())
    return context


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Let go of a hand-written page's text once it is printed; make its HTML valid."""
    page.content = ""
    return _valid(output)


def on_post_template(output_content: str, **_: object) -> str:
    """Make the HTML of the theme's own pages, such as 404, valid."""
    return _valid(output_content)


def _valid(html: str) -> str:
    """Return a page without what HTML does not allow on the theme's two checkboxes; they stand outside its blocks."""
    return _CHECKBOX.sub(r"\1", html)


def _refuse_unsafe_pages(config: MkDocsConfig, site: Site) -> None:
    """Stop before the macros plugin runs, without a sandbox, whatever a hand-written page or a page's title holds."""
    problems = problems_in_settings(Path(os.path.relpath(config.config_file_path)))
    if problems := [*problems, *problems_in_pages(Path(os.path.relpath(config.docs_dir)), site)]:
        listed = announce(problems, "text")
        raise PluginError(f"手写的网页和设置有 {len(problems)} 处问题，网页停在上一版：\n{listed}")


def define_env(env: MacrosPlugin) -> None:
    """Register every macro; each gets the site and the relative way from the current page to the root.

    HTML is kept out of Markdown, as in generated pages: a comment, which no page may hold, keeps its place.
    """
    site = current_site(env.conf)
    for name, render in MACROS.items():
        env.macro(_with_site(render, site, env), name)  # type: ignore[no-untyped-call]  # the plugin types nothing


def _with_site(render: Callable[..., str], site: Site, env: MacrosPlugin) -> Callable[..., str]:
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
    slots: dict[str, Callable[[], str]] = page.__dict__.setdefault("slots", {})
    return slots


def _way_to_root(address: str) -> str:
    return "../" * address.count("/") or "./"
