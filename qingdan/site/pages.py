"""The generated pages: one per entry, law, owner and report; each is front matter and what one macro returns."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from ..model.parts import ANSWERS, DOCUMENTS, LAWS, OWNERS, REPORTS, part_of, path_of
from .rewordings import every_comparison, title_of_comparison
from .site import Site
from .statutes import every_leaf, title_of_leaf
from .stretches import every_stretch, title_of_stretch
from .topics import every_topic_page
from .validity import validity

DESK = "edit/"
"""The address of the desk."""
COMPARE = "compare/"
"""The address of the page that sets years side by side."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be: its address with the slash at its end, its title, its description and the macro that fills it."""

    address: str
    title: str
    description: str
    macro: str
    argument: str | int
    column: str
    heading: str = ""
    desk: bool = False

    @property
    def path(self) -> str:
        """Its Markdown file, below `docs/`."""
        return f"{self.address.rstrip('/')}.md"

    @property
    def meta(self) -> dict[str, object]:
        """What the theme has to know of the page.

        Themes print title and description into HTML as they are, so both are escaped here, once. The macros plugin
        runs titles that hold Jinja marks: no `{` is left.
        """
        return {
            "title": _literal(self.title),
            "description": _literal(self.description),
            "column": self.column,
            "heading": _literal(self.heading or self.title),
            "hide": ["navigation", "toc"],
            "search": {"exclude": True},
            **({"desk": True} if self.desk else {}),
        }


def _literal(text: str) -> str:
    return escape(text).replace("{", "&#123;")


def waiting_pages(site: Site) -> tuple[str, ...]:
    """Return the addresses of the hand-written pages that have nothing to show yet, so that they are left out."""
    return () if len(site.reports) > 1 else (COMPARE,)


def pages(site: Site) -> Iterator[Page]:
    """Yield every generated page of the site, in a fixed order."""
    if site.publication.desk:
        description = f"{site.body.short}的清单在这里改，不用会编程；改好的交给同事审核。"
        yield Page(DESK, "编辑台", description, "desk_page", "", "关于", desk=True)
    for entry in site.entries.values():
        title, column = f"{entry.name}（{entry.id}）", part_of(entry).name
        yield Page(path_of(entry), title, entry.content, "entry_page", entry.id, column, entry.name)
    for path, stretch in every_stretch(site).items():
        title = title_of_stretch(site, stretch)
        description = f"{title}，共 {len(stretch.ids)} {stretch.part.unit}。"
        yield Page(path, title, description, "list_stretch", path, stretch.part.name)
    for key, one in every_topic_page(site).items():
        description = f"{one.title}：居民常问的事，法规怎样规定，罚多少，谁来管。"
        yield Page(one.path, one.title, description, "topic_page", key, ANSWERS.name)
    for law in site.laws.values():
        description = f"{law.name}：{validity(site, law).name}，{law.issuer}，施行日期 {law.effective}。"
        yield Page(path_of(law), law.name, description, "law_page", law.id, LAWS.name)
    yield from _statutes(site)
    for owner in site.vocab.owners:
        yield Page(path_of(owner), owner.name, owner.meaning, "owner_page", owner.slug, OWNERS.name)
    if site.documents:
        description = f"收到的{site.body.short}自己的清单。"
        yield Page(DOCUMENTS.address, DOCUMENTS.name, description, "document_list", "", REPORTS.name)
    for document in site.documents.values():
        registered = document.meta.value
        description = f"{registered.name}，照收到的样子，标出条目引用的格。"
        yield Page(path_of(registered), registered.name, description, "document_page", document.id, REPORTS.name)
    for report in site.reports:
        meta = report.meta.value
        description = f"{meta.title}全文，逐段标出引用。"
        yield Page(path_of(meta), meta.title, description, "report_page", meta.year, REPORTS.name)


def _statutes(site: Site) -> Iterator[Page]:
    for leaf in every_leaf(site).values():
        title = title_of_leaf(site, leaf)
        yield Page(leaf.path, title, f"{title}，照收到的样子存档。", "statute_page", leaf.path, LAWS.name)
    for path, one in every_comparison(site).items():
        title = title_of_comparison(site, path)
        description = f"{title}，与 {one.old.version} 的版本逐条比。"
        yield Page(path, title, description, "changes_page", path, LAWS.name)
