"""The kinds of files below `data/`: where they lie, what stands in them, and where their schema is."""

from dataclasses import dataclass

from ..source.files import SCHEMAS
from . import Record
from .apart import FOLDER as APART
from .apart import Apart
from .basis import Basis
from .glossary import Meaning
from .law_text import FOLDER as TEXTS
from .law_text import LawText
from .load import Body
from .parts import DOCUMENTS, FILED, REPORTS
from .registry import Registration
from .vocab import Vocabulary


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its name, its Chinese title, the pattern of its paths, and the record that it holds or lists."""

    name: str
    title: str
    files: str
    model: type[Record]
    listed: bool = True

    @property
    def schema(self) -> str:
        """The path of the schema below the data folder."""
        return f"{SCHEMAS}/{self.name}.json"

    @property
    def first_line(self) -> str:
        """The comment with which each such file begins: it tells the editor which schema to use."""
        return f"# yaml-language-server: $schema={'../' * self.files.count('/')}{self.schema}"


FILE_KINDS = (
    *(FileKind(part.folder, part.name, f"{part.folder}/*", part.record) for part in FILED),
    FileKind(APART, "另记", f"{APART}/*", Apart),
    FileKind(REPORTS.folder, f"{REPORTS.name}的登记", f"{REPORTS.folder}/*", REPORTS.record, listed=False),
    FileKind(DOCUMENTS.folder, f"{DOCUMENTS.name}的登记", f"{DOCUMENTS.folder}/*", DOCUMENTS.record, listed=False),
    FileKind("texts", "法规原文的登记", f"{TEXTS}/*", LawText, listed=False),
    FileKind("vocab", "词表", "vocab.yml", Vocabulary, listed=False),
    FileKind("glossary", "名词解释", "glossary.yml", Meaning),
    FileKind("basis", "制度依据", "basis.yml", Basis),
    FileKind("site", "网站", "site.yml", Body, listed=False),
    FileKind("registry", "登记", "registry.yml", Registration),
)


def first_line(name: str) -> str:
    """Return the line with which a file of this kind begins."""
    return next(kind.first_line for kind in FILE_KINDS if kind.name == name)
