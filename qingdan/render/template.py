"""The one place where data meets HTML: templates escape every text, and an unknown name is an error."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..model.parts import path_of
from ..site.archive import missing_reports, newest_report
from ..site.coverage import change_of
from ..site.draft import title_of, waiting
from ..site.validity import validity

_INDENTED = re.compile(r"\n +(?=<)")

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters["path"] = path_of
_environment.globals.update(
    missing_reports=missing_reports,
    newest_report=newest_report,
    change_of=change_of,
    title_of=title_of,
    validity=validity,
    waiting=waiting,
)


def fill(name: str, **values: object) -> str:
    """Return the template `name`, filled with `values`, each escaped for HTML, without the blanks that indent its tags.

    Markdown would make blanks of tabs.
    """
    return _INDENTED.sub("\n", _environment.get_template(f"{name}.html").render(values)).replace("\t", "&#9;")
