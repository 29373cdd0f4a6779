"""What came of a list, in Chinese: how the columns were read, what was written, what waits and how to go on."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from ...model.load import Data
from ...source.files import data_option
from ...text.problem import excerpt
from .draft import LIBRARY, Missing
from .match import differences
from .plan import Plan
from .titles import ITEMS, PUBLICITY

_STATUTE = re.compile(r"(中华人民共和国.*(法|法典)|宪法)$")
_LISTED = 200


def lines(made: Plan, data: Data) -> Iterator[str]:
    """Yield what there is to say of a plan, line by line."""
    yield from _columns(made)
    yield from _rows(made, data)
    yield from _passed_over(made)
    yield from _missing(made, data)


def _columns(made: Plan) -> Iterator[str]:
    for one in made.found:
        rows = (
            f"第 {one.header[0] + 1}—{one.header[-1] + 1} 行"
            if len(one.header) > 1
            else f"第 {one.header[0] + 1} 行"
            if one.header
            else "没有，接上一张表"
        )
        kind = "普法责任清单" if one.kind == PUBLICITY else "法治建设任务清单"
        yield f"{one.table.name}：当作{kind}来读，表头在{rows}；读到 {len(one.rows)} 行"
        for column in one.columns:
            item = {"": "不认识，没有收", "人名": "个人姓名或电话，没有收，网页上不公开"}.get(column.item, column.item)
            if column.title:
                yield f"  {column.letters} 列  {excerpt(column.title)} → {item}"
    yield f"对应得不对的，用 --map 改，例如 --map {_an_example(made)}；可以写：{'、'.join(ITEMS)}"


def _an_example(made: Plan) -> str:
    unknown = [
        column.title.split()[-1] for one in made.found for column in one.columns if not column.item and column.title
    ]
    return f"{next(iter(unknown), '承办股室')}=责任科室"


def _rows(made: Plan, data: Data) -> Iterator[str]:
    if made.written:
        yield f"\n新的条目 {len(made.written)} 条："
        yield from (f"  {draft.row.place} → {number} {draft.name}" for number, draft in made.written.items())
    if made.confirmed:
        yield f"\n加上清单原文的条目 {len(made.confirmed)} 条："
        yield from (f"  {draft.row.place} → {number}" for number, drafts in made.confirmed.items() for draft in drafts)
    if made.there:
        yield f"\n已经有的条目，没有重复写：{len(made.there)} 行"
    for draft, near in made.there:
        yield f"  {draft.row.place} {draft.name}：{near.entry.id} {near.entry.name}（{near.why}）"
        yield from (f"      不同：{one}" for one in differences(draft, near.entry))
        if not near.quotes:
            yield f"      是同一件事的，加 --confirm {near.entry.id}={draft.row.place}（给它加上清单原文；清单印发的日期知道的再加 --date，就写成已核定）；不是的，加 --new {draft.row.place}"
    if made.waiting:
        yield f"\n还不能写的 {len(made.waiting)} 行："
    for draft in made.waiting:
        yield f"  {draft.row.place} {draft.name or '（没有名称）'}：{'；'.join(dict.fromkeys(map(_lack, draft.waits)))}"


def _lack(one: Missing) -> str:
    if not one.word:
        return f"没有写“{one.section}”，用 --set {one.section}=词表里的词 给出"
    near = f"（相近的：{one.near}）" if one.near else ""
    return f"{one.cell} 的“{excerpt(one.word)}”，{one.section}里没有{near}"


def _passed_over(made: Plan) -> Iterator[str]:
    told = [
        *made.told,
        *(pair for one in made.found for pair in one.told),
        *(pair for one in made.drafts for pair in one.told),
    ]
    told = list(dict.fromkeys(told))
    if told:
        yield f"\n没有放进条目的 {len(told)} 处："
        yield from (f"  {place}: {what}" for place, what in told[:_LISTED])
    if len(told) > _LISTED:
        yield f"  ……只列出前 {_LISTED} 处"


def _missing(made: Plan, data: Data) -> Iterator[str]:
    waits = [one for draft in made.waiting for one in draft.waits if one.word]
    lacks = [one for draft in made.drafts for one in draft.lacks if one.word]
    every = list({(one.section, one.word): one for one in (*waits, *lacks)}.values())
    if not every:
        return
    yield "\n意思相同、写法不同的，加 --word 清单的写法=本站的写法，或者写进 vocab.yml 的“同义词”；真是新的，先加："
    words = [one for one in every if one.section != LIBRARY]
    for section in dict.fromkeys(one.section for one in words):
        real = {"领域": "任务领域"}.get(section, section)
        yield f"  在 vocab.yml 的“{real}”里（标识可以改短，定义写成给公众看的话）："
        for one in words:
            if one.section == section:
                yield f"    - {{名称: {one.word}, 标识: {_slug(one.word, data)}, 定义: 单位清单里的写法。}}"
    for one in every:
        if one.section == LIBRARY:
            yield f"  法规“{one.word}”（不知道的写待核，“待选”换成词表里的词，标识可以改短）："
            yield f"    python -m qingdan new law{data_option(Path(data.body.file.name).parent)} --id {_slug(one.word, data)} --name {one.word} --short {_short(one.word)} {_level(one.word, data)} --issuer 待核 --number 待核 --passed 待核 --effective 待核 --status 待核 --topic 待选 --checked-on 待核 --source 单位清单 --confidence 中"
    yield "加好以后把这条命令再运行一次：只写还没有写的行，不会重复。"


def _short(name: str) -> str:
    return name.removeprefix("中华人民共和国") or name


def _level(name: str, data: Data) -> str:
    """Return the option that says what a law is, as far as its name tells."""
    known = data.vocab.value.sections["效力级别"]
    return f"--level {'法律' if _STATUTE.match(name) and '法律' in known else '待选'}"


def _slug(word: str, data: Data) -> str:
    """Return a 标识 in letters for a word, one that is still free."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # only where something is missing

    sounds = lazy_pinyin(_short(word), errors="ignore")
    base = "-".join(sounds)
    if len(base) > 40:
        base = "".join(sound[0] for sound in sounds)
    base = re.sub(r"[^a-z0-9-]+", "", base)[:50].strip("-") or "word"
    taken = data.known | {term.slug for terms in data.vocab.value.lists.values() for term in terms}
    return next(one for one in (base, *(f"{base}-{number}" for number in range(2, 99))) if one not in taken)


def nearest_place(made: Plan, place: str) -> str:
    """Return the place of a row that looks most like one that is none."""
    places = [one.row.place for one in made.drafts]
    return next(iter(get_close_matches(place, places, n=1, cutoff=0.3) or places), "")
