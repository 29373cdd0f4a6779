"""The one place where data meets HTML: templates escape every text, and an unknown name is an error."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..model import Answer
from ..model.parts import ANSWERS, LAWS, LISTS, path_of
from ..model.wording import in_force
from ..site.archive import missing_reports, newest_report
from ..site.coverage import change_of
from ..site.draft import title_of, waiting
from ..site.repository import Links, links_of
from ..site.rewordings import Likely, reworded_of
from ..site.site import Site
from ..site.statutes import path_of_article, path_of_provision, path_of_text
from ..site.validity import validity
from ..text.articles import anchor_of
from ..text.statute.compare import MOVED
from .compiled import Compiled
from .words import Paragraph, paragraphs_of, uncompared_of, words_of_answer

SHOWN = 100
"""How many of the entries or laws that something leads to its page names; the lists have the rest."""

FEW = 20
"""How many stand beside a line, such as a paragraph of a report."""


def _links(site: Site, answer: Answer) -> Links:
    """Return where an answer can be read, changed or objected to."""
    return links_of(site.repository, answer, *site.lines[answer.id], path_of(answer))


def _likely_path(site: Site, likely: Likely) -> str:
    return path_of_article(site, likely.text, likely.article.anchor)


def _likely_paragraphs(likely: Likely) -> list[Paragraph]:
    return paragraphs_of(likely.article)


def _anchor(article: str | None) -> str:
    return anchor_of(article or "")


_INDENTED = re.compile(r"\n +(?=</?(?!/|mark)[a-z])")
"""The blanks before a tag that stands on a line of its own; a mark stands within text, whose blanks stay."""

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters["path"] = path_of
_environment.filters["anchor"] = _anchor
_environment.globals.update(
    links_of_answer=_links,
    missing_reports=missing_reports,
    newest_report=newest_report,
    change_of=change_of,
    title_of=title_of,
    validity=validity,
    waiting=waiting,
    SHOWN=SHOWN,
    FEW=FEW,
    LISTS=LISTS,
    LAWS=LAWS,
    ANSWERS=ANSWERS,
    words_of_answer=words_of_answer,
    uncompared_of=uncompared_of,
    path_of_provision=path_of_provision,
    path_of_text=path_of_text,
    article_path=path_of_article,
    in_force=in_force,
    likely_path=_likely_path,
    likely_paragraphs=_likely_paragraphs,
    reworded_of=reworded_of,
    MOVED=MOVED,
)


def keep_compiled() -> None:
    """Let templates be kept as they are compiled, from one build to the next."""
    _environment.bytecode_cache = Compiled("own")


def fill(name: str, **values: object) -> str:
    """Return the template `name`, filled with `values`, each escaped for HTML, without the blanks that indent its tags.

    Markdown would make blanks of tabs.
    """
    return _INDENTED.sub("\n", _environment.get_template(f"{name}.html").render(values)).replace("\t", "&#9;")
