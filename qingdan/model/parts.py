"""The parts of the site, one a row. What else differs from part to part stands in its record; nobody else lists them.

A further list is a row here and its record (an `Entry`), a page `docs/<folder>/index.md` and a line of the navigation.
"""

from dataclasses import dataclass

from . import Entry, Law, Publicity, Record, ReportMeta, Task
from .values import SLUG
from .vocab import Term

NUMBER = "[0-9]{3,5}"
"""The pattern of what follows the prefix of a 编号."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the site: its name, where its files lie below the data and its pages below the root, its records.

    `unit` counts records. `key` is the field that names one; a `prefix` begins its 编号. `groups` is the key by which
    lists are split into files; empty where the records stand elsewhere. `holder` is the field that names the entry on
    whose page a record is shown; empty where each has a page. `about` introduces a list, `schema_org` is what machines
    take its entries for.
    """

    name: str
    folder: str
    unit: str
    record: type[Record]
    key: str = "id"
    prefix: str = ""
    groups: str = ""
    holder: str = ""
    about: str = ""
    schema_org: str = "CreativeWork"

    @property
    def address(self) -> str:
        """The address of its overview."""
        return f"{self.folder}/"

    @property
    def title(self) -> str:
        """What one of its records is called."""
        return str(self.record.model_config["title"])

    @property
    def key_title(self) -> str:
        """The YAML key that names a record."""
        return self.record.model_fields[self.key].alias or self.key

    @property
    def pages(self) -> str:
        """The pattern of the addresses of its records' pages, without the last slash."""
        name = f"{self.prefix.lower()}{NUMBER}" if self.prefix else "[0-9]{4}" if self.key == "year" else SLUG
        return f"{self.address}{name}"

    def page(self, name: object) -> str:
        """Return the address of the page of what has this name, relative to the root, for example `tasks/rw-001/`."""
        return f"{self.address}{str(name).lower()}/"

    def address_of(self, thing: Record) -> str:
        """Return the address of a record: its page, or its place on the page of the entry that it belongs to."""
        name = getattr(thing, self.key)
        return f"{page_of(getattr(thing, self.holder))}#{name.lower()}" if self.holder else self.page(name)

    def known_as(self, address: str) -> str:
        """Return the 编号 or 标识 of the record whose page has this address."""
        name = address.split("/")[1]
        return name.upper() if self.prefix else name


TASKS = Part(
    *("法治建设任务清单", "tasks", "条", Task),
    prefix="RW-",
    groups="领域",
    about="年度报告写明做了的、要做的法治建设的事，和写明的不足。",
)
LAWS = Part("法规库", "laws", "部", Law, groups="级别")
REPORTS = Part("年度报告", "reports", "份", ReportMeta, key="year")
OWNERS = Part("责任主体", "owners", "个", Term, key="slug")

PARTS = (
    Part(
        *("普法责任清单", "publicity", "条", Publicity),
        prefix="PF-",
        groups="性质",
        about="要向谁讲清哪些法律法规，用什么方式讲。",
        schema_org="GovernmentService",
    ),
    TASKS,
    LAWS,
    REPORTS,
    OWNERS,
)

LISTS = tuple(part for part in PARTS if issubclass(part.record, Entry))
"""The lists of entries, each with a page for every entry."""

FILED = tuple(part for part in PARTS if part.groups)
"""The parts whose records are lists in the files of their folder."""

FOLDERS = tuple(part.folder for part in PARTS if part is not OWNERS)
"""The folders below the data."""

ALL_LISTS = f"{'一两三四五六七八九'[len(LISTS) - 1]}份清单"

NUMBERS = f"{'，'.join(f'{part.name}写 {part.prefix}001' for part in PARTS if part.prefix)}，数字用半角"
"""How the 编号 of each list are written, in Chinese."""

_BY_RECORD = {part.record: part for part in PARTS}
_BY_FOLDER = {part.folder: part for part in PARTS}


def part_of(thing: Record) -> Part:
    """Return the part of the site that a record belongs to. Raises KeyError."""
    return _BY_RECORD[type(thing)]


def part_at(address: str) -> Part:
    """Return the part of the site that an address belongs to. Raises KeyError."""
    return _BY_FOLDER[address.partition("/")[0]]


def page_of(number: str) -> str:
    """Return the address of the page of the entry with this 编号; empty where no list has such numbers."""
    return next((part.page(number) for part in LISTS if number.startswith(part.prefix)), "")


def path_of(thing: Record) -> str:
    """Return the address of a record, relative to the root."""
    return part_of(thing).address_of(thing)
