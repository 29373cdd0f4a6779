"""The parts of the site, one a row. What else differs from part to part stands in its record; nobody else lists them.

A further list is a row here and its record (an `Entry`), a page `docs/<folder>/index.md` and a line of the navigation.
"""

from dataclasses import dataclass

from . import Answer, Entry, Law, ListDocument, Publicity, Record, ReportMeta, Task
from .apart import FOLDER as APART
from .law_text import FOLDER as TEXTS
from .values import SLUG
from .vocab import Term, Topic

NUMBER = "[0-9]{3,5}"
"""The pattern of what follows the prefix of a 编号."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the site: its name, where its files lie below the data and its pages below the root, its records.

    `unit` counts records. `key` is the field that names one; a `prefix` begins its 编号. `groups` is the key by which
    lists are split into files; empty where the records stand elsewhere. `holder` is the field that names the entry on
    whose page a record is shown; empty where each has a page. `section` is the list of the vocabulary that holds the
    records; empty where they have files. `overview` is the folder of the page that lists them, where it is not
    `folder`. `about` introduces a list, `schema_org` is what machines take its entries for.
    """

    name: str
    folder: str
    unit: str
    record: type[Record]
    key: str = "id"
    prefix: str = ""
    groups: str = ""
    holder: str = ""
    section: str = ""
    overview: str = ""
    about: str = ""
    schema_org: str = "CreativeWork"

    @property
    def address(self) -> str:
        """The address of its overview."""
        return f"{self.overview or self.folder}/"

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
        """The pattern of the addresses of its records: their pages, or their places on the pages of entries."""
        name = f"{self.prefix.lower()}{NUMBER}" if self.prefix else "[0-9]{4}" if self.key == "year" else SLUG
        return f"({'|'.join(part.pages for part in LISTS)})#{name}" if self.holder else f"{self.address}{name}/"

    def page(self, name: object) -> str:
        """Return the address of the page of what has this name, relative to the root, for example `tasks/rw-001/`."""
        return f"{self.address}{str(name).lower()}/"

    def place(self, name: object, held_by: str) -> str:
        """Return the address of what has this name, on the page of the entry that it belongs to where it has none itself."""
        return f"{page_of(held_by)}#{str(name).lower()}" if self.holder else self.page(name)

    def address_of(self, thing: Record) -> str:
        """Return the address of a record: its page, or its place on the page of the entry that it belongs to."""
        return self.place(getattr(thing, self.key), getattr(thing, self.holder) if self.holder else "")

    @property
    def holder_title(self) -> str:
        """The YAML key that names the entry on whose page a record is shown; empty where each has a page."""
        return self.record.model_fields[self.holder].alias or self.holder if self.holder else ""

    def known_as(self, address: str) -> str:
        """Return the 编号 or 标识 of the record whose page has this address."""
        name = address.partition("#")[2] if self.holder else address.split("/")[1]
        return name.upper() if self.prefix else name


TASKS = Part(
    *("法治建设任务清单", "tasks", "条", Task),
    prefix="RW-",
    groups="领域",
    about="年度报告写明做了的、要做的法治建设的事，和写明的不足。",
)
ANSWERS = Part("问答", "answers", "条", Answer, prefix="WD-", groups="条目", holder="entry", overview="topics")
TOPICS = Part("话题", "topics", "个", Topic, key="slug", section="法规领域")
LAWS = Part("法规库", "laws", "部", Law, groups="级别")
REPORTS = Part("年度报告", "reports", "份", ReportMeta, key="year")
DOCUMENTS = Part("单位清单", "documents", "份", ListDocument)
OWNERS = Part("责任主体", "owners", "个", Term, key="slug", section="责任主体")

PARTS = (
    Part(
        *("普法责任清单", "publicity", "条", Publicity),
        prefix="PF-",
        groups="性质",
        about="要向谁讲清哪些法律法规，用什么方式讲。",
        schema_org="GovernmentService",
    ),
    TASKS,
    ANSWERS,
    TOPICS,
    LAWS,
    REPORTS,
    DOCUMENTS,
    OWNERS,
)

LISTS = tuple(part for part in PARTS if issubclass(part.record, Entry))
"""The lists of entries, each with a page for every entry."""

FILED = tuple(part for part in PARTS if part.groups)
"""The parts whose records are lists in the files of their folder."""

FOLDERS = (*(part.folder for part in PARTS if not part.section), APART, TEXTS)
"""The folders below the data."""

ALL_LISTS = f"{'一两三四五六七八九'[len(LISTS) - 1]}份清单"

NUMBERS = f"{'，'.join(f'{part.name}写 {part.prefix}001' for part in PARTS if part.prefix)}，数字用半角"
"""How the 编号 of each list are written, in Chinese."""

_BY_RECORD = {part.record: part for part in PARTS}
_BY_FOLDER = {part.folder: part for part in PARTS}
_BY_PLACE = {part.prefix.lower().rstrip("-"): part for part in PARTS if part.holder}


def part_of(thing: Record) -> Part:
    """Return the part of the site that a record belongs to. Raises KeyError."""
    return _BY_RECORD[type(thing)]


def part_at(address: str) -> Part:
    """Return the part of the site that an address belongs to, be it a page or a place on one. Raises KeyError."""
    page, _, place = address.partition("#")
    return _BY_PLACE[place.partition("-")[0]] if place else _BY_FOLDER[page.partition("/")[0]]


def page_of(number: str) -> str:
    """Return the address of the page of the entry with this 编号; empty where no list has such numbers."""
    return next((part.page(number) for part in LISTS if number.startswith(part.prefix)), "")


def path_of(thing: Record) -> str:
    """Return the address of a record, relative to the root."""
    return part_of(thing).address_of(thing)
