"""法规原文: what is registered about the archived words of one version of a law, and those words."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from ..text.dates import Moment
from ..text.folded import folded
from ..text.statute import Statute, parse
from .marks import InLibrary, Past, Written
from .sourced import Sourced
from .values import Day, DayOrUnknown, Line, Record, Slug

FOLDER = "laws/texts"
"""The folder below the data that holds them, beside the lists of the library."""
SUFFIX = ".txt"
MAX_TEXT = 3_000_000
"""How many bytes a text may have: a code of a thousand articles has a third of them."""
_COUNTRY = "中华人民共和国"


class LawText(Record):
    """法规原文: the facts about one version of a law as archived; the text lies beside it, byte for byte."""

    model_config = ConfigDict(
        title="法规原文",
        json_schema_extra={"description": "法规库里一部法规的一个版本的登记信息；原文在同名的 .txt 文件里，一字不改。"},
    )

    law: Annotated[Slug, InLibrary()] = Field(alias="法规", description="是哪一部法规，写标识。")
    version: Annotated[Day, Past()] = Field(
        alias="版本",
        description="这个版本是哪一天通过、公布或者修改的，写到日；和标识一起作文件名。",
        examples=["2020-03-01"],
    )
    effective: DayOrUnknown = Field(alias="施行", description="这个版本从哪一天起施行。")
    source: Line = Field(alias="来源", description="原文从哪里得到。")
    sha256: Annotated[
        str,
        StringConstraints(pattern=r"^[0-9a-f]{64}$"),
        Written("64 位小写十六进制", "请写原文的 SHA-256，64 位小写十六进制"),
    ] = Field(alias="sha256", title="原文的 SHA-256", description="证明存档的原文没有改动；由程序算出。")

    @property
    def stem(self) -> str:
        """The name of its files, without the suffix."""
        return f"{self.law}.{self.version}"


@dataclass(frozen=True, eq=False)
class ArchivedText:
    """An archived version of a law: its registration, its text as received, the digest of the bytes, its structure."""

    meta: Sourced[LawText]
    text: str
    digest: str

    @property
    def law(self) -> str:
        """The 标识 of the law."""
        return self.meta.value.law

    @property
    def version(self) -> Moment:
        """The day on which this wording was passed, published or amended."""
        return self.meta.value.version

    @cached_property
    def statute(self) -> Statute:
        """Its structure, read when it is first asked for."""
        return parse(self.text)


def same_title(name: str, title: str) -> bool:
    """Tell whether a text's title is a law's name: spaces and widths do not matter, nor whether the country is named."""
    return _bare(name) == _bare(title)


def _bare(title: str) -> str:
    return folded(title).removeprefix(_COUNTRY)
