"""The generated pages: one per entry, law, owner and report; front matter and one macro call each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from .address import path_of
from .site import Site


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page to be: its path below `docs/`, its title, its description and the macro that fills it."""

    path: str
    title: str
    description: str
    macro: str
    argument: str | int

    @property
    def markdown(self) -> str:
        """The page's source, the same for every engine.

        JSON is valid YAML, so any text is safe as front matter; themes print title and description into HTML as
        they are, so both are escaped here, once.
        """
        front = {
            "title": escape(self.title),
            "description": escape(self.description),
            "render_macros": True,
            "hide": ["navigation", "toc"],
            "search": {"exclude": True},
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
        return "\n".join(["---", *lines, "---", "", f"{{{{ {self.macro}({json.dumps(self.argument)}) }}}}", ""])


def pages(site: Site) -> Iterator[Page]:
    """Yield every generated page of the site, in a fixed order."""
    for entry in site.entries.values():
        title = f"{entry.name}（{entry.id}）"
        yield Page(f"{path_of(entry).rstrip('/')}.md", title, entry.content, "entry_page", entry.id)
    for law in site.laws.values():
        description = f"{law.name}：{site.law_status(law).name}，{law.issuer}，施行日期 {law.effective}。"
        yield Page(f"laws/{law.id}.md", law.name, description, "law_page", law.id)
    for owner in site.vocab.owners:
        yield Page(f"owners/{owner.slug}.md", owner.name, owner.meaning, "owner_page", owner.slug)
    for report in site.reports:
        meta = report.meta.value
        yield Page(f"reports/{meta.year}.md", meta.title, f"{meta.title}全文，逐段标出引用。", "report_page", meta.year)
