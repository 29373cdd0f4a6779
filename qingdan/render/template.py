"""The one place where data meets HTML: templates escape every text, and an unknown name is an error."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..address import path_of
from ..model import Entry, Publicity

_LISTS = {True: ("普法责任清单", "publicity/"), False: ("法治建设任务清单", "tasks/")}


def list_of(entry: Entry) -> tuple[str, str]:
    """Return the name and the address of the list that an entry stands in."""
    return _LISTS[isinstance(entry, Publicity)]


_environment = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters["path"] = path_of
_environment.filters["list_name"] = lambda entry: list_of(entry)[0]
_environment.filters["list_path"] = lambda entry: list_of(entry)[1]


def fill(name: str, **values: object) -> str:
    """Return the template `name`, filled with `values`, each escaped for HTML."""
    return _environment.get_template(f"{name}.html").render(values)
