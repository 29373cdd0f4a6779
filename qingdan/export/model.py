"""What is published, as records: English keys, Chinese titles; the JSON files and their schemas are both made from them.

Every key is always there. null means that there is none; 待核 means that it is not known. An address is `path`, from the
site's root, and `anchor`, a place on that page; `base_url` of the file, where it is not null, makes it absolute.
"""

from collections.abc import Mapping
from types import GenericAlias
from typing import Annotated, Any, Literal, TypeVar

from pydantic import ConfigDict, Field, StringConstraints, create_model
from pydantic.fields import FieldInfo

from ..model import UNKNOWN
from ..model.parts import ANSWERS, LISTS, NUMBER
from ..model.values import Alike
from ..text.dates import PATTERN

VERSION = "1.4.0"
"""The format's version: the first number changes when a file can no longer be read as before, the second when fields come."""

_MAJOR = VERSION.partition(".")[0]

ROOT = f"data/v{_MAJOR}/"
"""Where the files that are not beside a page stand, from the site's root."""

Address = Annotated[str, StringConstraints(pattern=r"^[a-z0-9./-]+/$")]
Day = Annotated[str, StringConstraints(pattern=f"^({PATTERN})$")]
KnownDay = Annotated[str, StringConstraints(pattern=f"^({UNKNOWN}|{PATTERN})$")]
EntryId = Annotated[
    str, StringConstraints(pattern=f"^({'|'.join(part.prefix[:-1] for part in reversed(LISTS))})-{NUMBER}$")
]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Published(Alike):
    """Base of all published records: frozen, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid")


P = TypeVar("P", bound=Published)


def made(name: str, base: type[P], title: str, fields: Mapping[str, tuple[object, FieldInfo]]) -> type[P]:
    """Return a kind of published record that has these fields besides those of `base`."""
    definitions: dict[str, Any] = dict(fields)
    return create_model(name, __base__=base, __cls_kwargs__={"title": title}, **definitions)


def several(kind: object) -> GenericAlias:
    """Return the type of a field that holds several of a kind that is made while the program runs."""
    return GenericAlias(tuple, (kind, ...))


class File(Published):
    """What every file begins with."""

    version: Annotated[str, StringConstraints(pattern=rf"^{_MAJOR}\.[0-9]+\.[0-9]+$")] = Field(
        title="格式版本", description="数据格式的版本，规则见 /data/ 页。"
    )
    as_of: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")] = Field(
        title="数据截至", description="以哪一天为准；状态按这一天推算。"
    )
    publisher: str = Field(title="主体", description="清单和报告说的是哪个单位；不表示由它发布，谁主办网站看 host。")
    host: str | None = Field(title="主办单位", description="由谁主办这个网站；还没有定的为 null。")
    base_url: str | None = Field(
        title="网站地址", description="后面接 path 就是完整的网址；生成网站时不知道地址的为 null。"
    )
    described_by: Annotated[str, StringConstraints(pattern=r"^data/v[0-9]+/schema/[a-z]+\.json$")] = Field(
        title="说明这个文件的 JSON Schema", description="从网站根目录算起的地址。"
    )


class Word(Published, title="词表里的词"):
    """A word of the vocabulary."""

    slug: Slug = Field(title="标识", description="公开后不改。")
    name: str = Field(title="名称")


class LawReference(Published, title="引用的法规"):
    """A law on which something rests."""

    law: Slug = Field(title="法规标识")
    name: str = Field(title="法规名称")
    path: Address = Field(title="页面地址")
    articles: tuple[str, ...] = Field(title="条", description="法规里的哪几条；没有写明的为空。")


class Evidence(Published, title="证据", json_schema_extra={"description": "报告的原话，已与存档的原文逐字核对。"}):
    """Words of an archived report."""

    report: int = Field(title="报告年度")
    paragraph: str = Field(title="段落编号")
    quote: str = Field(title="引文")
    path: Address = Field(title="报告页面地址")
    anchor: str = Field(title="引文在报告页上的位置")


class Figure(Published, title="指标"):
    """A number that a report gives."""

    name: str = Field(title="指标名称")
    value: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)?$")] = Field(
        title="数值", description="照报告写的数字，存成文本，不换算、不取整。"
    )
    unit: str = Field(title="单位")
    text: str = Field(title="报告的写法", description="报告的原字，例如“近30件”“百分之百”。")
    qualifier: str | None = Field(
        title="限定",
        description="限定数字的词，照报告写，例如“近”“超过”“以上”；数字前后都有的，中间用“…”；没有的为 null。",
    )
    approximate: bool = Field(
        title="约数",
        description="有限定的为 true。已停用，请看 qualifier。",
        json_schema_extra={"deprecated": True},
    )
    total_of: tuple[str, ...] = Field(title="合计", description="数字是哪几类的合计；不是合计的为空。")
    subject: str | None = Field(title="数字的主体", description="数字说的不是整个单位时，写明是谁的。")


class Record(Published, title="记录"):
    """What was the state of an entry at a date."""

    date: Day = Field(title="日期", description="年、年-月或年-月-日，知道多少写多少。")
    status: Word = Field(title="状态")
    note: str = Field(title="说明")
    anchor: str = Field(title="记录在条目页面上的位置")
    evidence: tuple[Evidence, ...] = Field(title="报告原话")
    figures: tuple[Figure, ...] = Field(title="指标")
    unsaid: tuple[str, ...] = Field(title="报告没有写", description="读者会问、报告却没有写的事。")
    successors: tuple[EntryId, ...] = Field(title="接续", description="退出以后由哪几条接着做。")


class Response(Published, title="回应"):
    """What the body has said of an entry."""

    date: Day = Field(title="日期")
    opinion: Word = Field(title="意见")
    words: str = Field(title="原话")
    source: str = Field(title="来源")


class NumberSource(Published, title="数字的出处"):
    """Where a number was read that stands in no quotation."""

    number: str = Field(title="数字")
    source: str = Field(title="来源", description="材料的名称。")
    url: str | None = Field(title="网址")


class ListWords(Published, title="清单原文", json_schema_extra={"description": "格里的原话，已与存档的原件逐字核对。"}):
    """Words of a list that the body itself made."""

    document: Slug = Field(title="单位清单的标识")
    cell: str = Field(title="格")
    quote: str = Field(title="引文")
    path: Address = Field(title="单位清单的页面地址")
    anchor: str = Field(title="格在那一页上的位置")


class Entry(Published):
    """What the entries of all lists have in common."""

    id: EntryId = Field(title="编号", description="公开后不改、不删、不再用于别的条目。")
    path: Address = Field(title="页面地址")
    name: str = Field(title="名称")
    content: str = Field(title="内容")
    status: Word = Field(title="状态", description="最新一条记录的状态；没有记录的为“尚无记录”。")
    flags: tuple[Word, ...] = Field(
        title="推算状态",
        description="按日期和法规推算的状态，例如逾期、依据已变动。“待更新”（stale）已停用，不再出现。",
    )
    field: Word = Field(title="领域")
    owners: tuple[Word, ...] = Field(title="责任主体")
    year: int = Field(title="年度")
    due: str = Field(title="时限", description="“长期”“报告没有写”，或者年、年-月、年-月-日。")
    due_words: tuple[Evidence, ...] = Field(title="时限出处", description="写明时限的报告原话。")
    laws: tuple[LawReference, ...] = Field(title="依据的法规")
    origin: Word = Field(title="来源")
    confirmed: Word = Field(title="核定")
    confirmed_on: Day | None = Field(title="核定日期")
    responses: tuple[Response, ...] = Field(title="回应", description="主体对这一条的回应；没有的为空。")
    related: tuple[EntryId, ...] = Field(title="相关条目", description="说的是同一件事的条目，两边都写。")
    number_sources: tuple[NumberSource, ...] = Field(
        title="数字出处", description="名称、内容、说明里不出自引文和依据的数字，各写在哪份材料里；没有的为空。"
    )
    note: str | None = Field(title="备注")
    offices: tuple[str, ...] = Field(title="责任科室", description="单位自己的清单写的科室；没有的为空，下面几项也是。")
    lead: tuple[str, ...] = Field(title="牵头单位")
    helpers: tuple[str, ...] = Field(title="配合单位")
    measures: tuple[str, ...] = Field(title="措施")
    standards: tuple[str, ...] = Field(title="标准")
    list_words: tuple[ListWords, ...] = Field(title="清单原文", description="单位自己的清单里写这一条的原话。")
    records: tuple[Record, ...] = Field(title="记录", description="最早的在前。")


class Article(Published, title="条文"):
    """An article with our label for it."""

    number: str = Field(title="条")
    label: str = Field(title="说明", description="本站写的短标签，不是条文原文。")
    numbers: tuple[str, ...] = Field(title="数字", description="条文里的数字，连同单位；问答用到的才有。")


class Source(Published, title="核对的来源"):
    """Where a fact about a law was read."""

    name: str = Field(title="来源名称")
    url: str | None = Field(title="网址")


class Check(Published, title="核对"):
    """Until when the evidence for a law's state reaches."""

    date: KnownDay = Field(title="核对到哪一天")
    confidence: Word = Field(title="可信度")
    sources: tuple[Source, ...] = Field(title="来源")


class LawText(Published, title="收录的版本"):
    """An archived wording of a law."""

    version: Day = Field(title="版本", description="这个版本是哪一天通过、公布或者修改的。")
    effective: KnownDay = Field(title="施行日期")
    path: Address = Field(
        title="原文的页面地址", description="后面接 #a-46 就是第四十六条；原文长的分几页，各条的 path 在 file 里。"
    )
    file: str = Field(title="结构文件", description="从网站根目录算起。")
    source: str = Field(title="来源")
    sha256: Digest = Field(title="原文的 SHA-256")


class Law(Published, title="法规"):
    """法规."""

    id: Slug = Field(title="标识", description="公开后不改。")
    path: Address = Field(title="页面地址")
    name: str = Field(title="名称")
    short: str = Field(title="简称")
    level: Word = Field(title="效力级别")
    issuer: str = Field(title="制定机关", description="不知道的为“待核”。")
    number: str = Field(title="文号", description="不知道的为“待核”。")
    status: Word = Field(title="状态", description="数据截至那一天是否有效。")
    passed: KnownDay = Field(title="通过日期")
    effective: KnownDay = Field(title="施行日期")
    amended: KnownDay | None = Field(title="最近修改")
    amendment_effective: KnownDay | None = Field(title="修改施行日期")
    repealed: Day | None = Field(title="废止日期")
    ended: Day | None = Field(title="届满日期")
    replaced_by: Slug | None = Field(title="被替代", description="接续它的法规的标识。")
    replaces: tuple[Slug, ...] = Field(title="替代", description="它接续的旧法规的标识。")
    topics: tuple[Word, ...] = Field(title="领域")
    audiences: tuple[Word, ...] = Field(title="对象")
    articles: tuple[Article, ...] = Field(title="条文")
    unverified: tuple[str, ...] = Field(title="待核事项")
    note: str | None = Field(title="备注")
    check: Check = Field(title="核对")
    entries: tuple[EntryId, ...] = Field(title="引用它的条目")
    texts: tuple[LawText, ...] = Field(title="收录的原文", description="各个版本，最早的在前；没有收录的为空。")


class Provision(Published, title="条文出处"):
    """An article of a law."""

    law: Slug = Field(title="法规标识")
    name: str = Field(title="法规名称")
    path: Address = Field(title="页面地址")
    article: str | None = Field(title="条", description="还没有查到条号的为 null。")
    paragraph: str | None = Field(title="款")
    item: str | None = Field(title="项")
    version: Day | None = Field(
        title="核对的版本", description="在收录的哪个版本的原文里核对过；没有核对过的为 null，下面两项也是。"
    )
    text_path: Address | None = Field(title="原文的页面地址")
    anchor: str | None = Field(title="在原文里的位置", description="例如 a-46-1-3。")


class Penalty(Published, title="处罚"):
    """Whom a penalty meets, for what, how much, on what condition."""

    who: str = Field(title="对象")
    act: str = Field(title="情形")
    least: str | None = Field(title="下限", description="数字存成文本；条文没有写的为 null。")
    most: str | None = Field(title="上限", description="数字存成文本；条文没有写的为 null。")
    unit: str = Field(title="单位")
    amount: str | None = Field(title="数额的写法", description="网页上的写法，例如“5万至20万元”；没有数额的为 null。")
    condition: str | None = Field(title="条件")
    handling: str | None = Field(title="处理", description="条文没有写数额的，怎样处理。")


class Compared(Published, title="问答的核对"):
    """When an answer was compared with its articles, and with which text."""

    date: Day = Field(title="日期")
    source: str = Field(title="来源")


class Withdrawal(Published, title="问答的退出"):
    """Why an answer no longer holds."""

    date: Day = Field(title="日期")
    reason: str = Field(title="说明")


class Answer(Published, title="问答"):
    """A resident's question and its answer."""

    id: Annotated[str, StringConstraints(pattern=f"^{ANSWERS.prefix}{NUMBER}$")] = Field(
        title="编号", description="公开后不改、不删、不再用于别的问答。"
    )
    path: Address = Field(title="页面地址", description="所属条目的页面。")
    anchor: str = Field(title="问答在页面上的位置")
    name: str = Field(title="问")
    also: tuple[str, ...] = Field(title="也问", description="同一个意思别的说法。")
    text: str = Field(title="答", description="本站的话，不是条文原文；以法规原文为准。")
    entry: EntryId = Field(title="所属条目")
    field: Word = Field(title="领域")
    laws: tuple[Provision, ...] = Field(title="依据")
    law_changed: bool = Field(title="依据已变动", description="依据里有法规在数据截至的那一天不是现行有效的，为 true。")
    penalties: tuple[Penalty, ...] = Field(title="罚")
    handling: str | None = Field(title="处理", description="罚款以外怎样处理。")
    authority: str = Field(title="谁来管", description="条文写的机关。")
    reach: Word = Field(title="地方")
    unverified: tuple[str, ...] = Field(title="待核")
    note: str | None = Field(title="备注")
    confirmed: Word = Field(title="核定")
    confirmed_on: Day | None = Field(title="核定日期")
    compared: Compared = Field(title="核对")
    withdrawn: Withdrawal | None = Field(title="退出", description="不再公开的写明日期和原因；还在公开的为 null。")


class Note(Published, title="编者注", json_schema_extra={"description": "本站的说明，不是报告的文字。"}):
    """Our remark beside a paragraph."""

    quote: str = Field(title="引文")
    note: str = Field(title="说明")
    laws: tuple[LawReference, ...] = Field(title="说明里提到的法规")


class Paragraph(Published, title="段落"):
    """One addressable piece of a report."""

    label: str = Field(title="段落编号", description="本站统一编排，例如“一（四）2”。")
    anchor: str = Field(title="段落在报告页上的位置")
    level: Literal["front", "part", "section", "point", "subpoint"] = Field(title="层次")
    text: str = Field(title="原文", description="一字不改；各段接起来就是全文，其 UTF-8 的 SHA-256 即报告的 sha256。")
    entries: tuple[EntryId, ...] = Field(title="引用它的条目")
    notes: tuple[Note, ...] = Field(title="编者注")


class Report(Published, title="年度报告"):
    """年度报告."""

    year: int = Field(title="年度")
    path: Address = Field(title="页面地址")
    title: str = Field(title="标题")
    title_source: str | None = Field(
        title="标题来源", description="原文没有标题、由编辑拟的写“编辑拟定”；照原文的为 null。"
    )
    publisher: str = Field(title="发布单位")
    published: KnownDay = Field(title="公布日期")
    source: str = Field(title="来源")
    sha256: Digest = Field(title="原文的 SHA-256")
    paragraphs: tuple[Paragraph, ...] = Field(title="段落")


class ListDocument(Published, title="单位清单"):
    """A list that the body itself made."""

    id: Slug = Field(title="标识", description="公开后不改。")
    path: Address = Field(title="页面地址")
    name: str = Field(title="名称")
    publisher: str = Field(title="单位")
    year: int = Field(title="年度")
    received: KnownDay = Field(title="收到", description="哪一天收到。")
    source: str = Field(title="来源")
    sha256: Digest = Field(title="原件的 SHA-256")
    entries: tuple[EntryId, ...] = Field(title="引用它的条目")


class Reason(Published, title="未列入清单的话"):
    """Why no entry rests on words of a paragraph."""

    quote: str = Field(title="引文")
    reason: str = Field(title="理由")


class CoveredParagraph(Published, title="段落的去处"):
    """A paragraph and what became of it."""

    report: int = Field(title="报告年度")
    paragraph: str = Field(title="段落编号")
    path: Address = Field(title="报告页面地址")
    anchor: str = Field(title="段落在报告页上的位置")
    entries: tuple[EntryId, ...] = Field(title="引用它的条目")
    uncited: tuple[Reason, ...] = Field(title="未列入清单的话和理由")


class ChangedEntry(Published, title="依据已变动的条目"):
    """An entry that rests on law that is gone."""

    id: EntryId = Field(title="编号")
    laws: tuple[Slug, ...] = Field(title="已废止、届满或尚未施行的法规")
