"""单位清单: what is registered about a list that the body itself made, and the words of it that an entry rests on."""

import re
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from .marks import Past, Written
from .values import DayOrUnknown, Line, Lines, Record, Slug, Year

OWN_LIST = "单位清单"
"""The 来源 of an entry that the body's own list states."""

PLACE = re.compile(r"(?P<table>[^!]{1,60})!(?P<column>[A-Z]{0,3})(?P<row>[0-9]{0,7})")
"""A cell, a column or a row of a document, for example Sheet1!B4, Sheet1!B, Sheet1!4."""


class ListDocument(Record):
    """单位清单: the facts about a list as received; the file lies beside it, byte for byte."""

    model_config = ConfigDict(
        title="单位清单",
        json_schema_extra={
            "description": "单位自己的一份清单的登记信息；原件在同名的 .xlsx 或 .docx 文件里，一字不改。"
        },
    )

    id: Slug = Field(
        alias="标识", description="条目引用它时写的名字，也是网址的一部分，和文件名相同。", examples=["tasks-2026"]
    )
    name: Line = Field(alias="名称", description="清单的标题，照原件写。")
    publisher: Line = Field(alias="单位", description="清单是哪个单位的。")
    year: Year = Field(alias="年度", description="清单说的是哪一年。")
    received: Annotated[DayOrUnknown, Past()] = Field(alias="收到", description="哪一天收到。")
    source: Line = Field(alias="来源", description="从哪里得到。")
    sha256: Annotated[
        str,
        StringConstraints(pattern=r"^[0-9a-f]{64}$"),
        Written("64 位小写十六进制", "请写原件的 SHA-256，64 位小写十六进制"),
    ] = Field(alias="sha256", title="原件的 SHA-256", description="证明存档的原件没有改动；由程序算出。")
    withheld: Lines = Field(
        (),
        alias="不公开",
        description="网页上不显示、条目也不能引用的列、行或者格，例如写着个人姓名、电话的。",
        examples=[["Sheet1!D", "Sheet1!9"]],
    )


class ListQuote(Record):
    """清单原文: words that stand in one cell of a list as received."""

    model_config = ConfigDict(title="清单原文")

    document: Slug = Field(
        alias="文件", description="引自哪一份单位清单，写标识，这份清单须已存档。", examples=["tasks-2026"]
    )
    cell: Annotated[
        Line,
        StringConstraints(pattern=r"^[^!]+![A-Z]{1,3}[1-9][0-9]{0,6}$"),
        Written("工作表或表格的名称、感叹号、格", "请写成 Sheet1!B4、表1!C5 的样子，照单位清单的网页上格旁边的写"),
    ] = Field(alias="格", description="引文所在的格。", examples=["Sheet1!B4"])
    quote: Line = Field(
        alias="引文", description="格里的原话，一字不差；是完整的分句或者一行，首尾不带标点。", examples=["…"]
    )
