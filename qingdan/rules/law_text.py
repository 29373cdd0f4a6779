"""The archived words of a law are never edited, and are those of the law and version that they are registered as."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from ..model.law_text import ArchivedText, same_title
from ..model.load import Data
from ..text.dates import Moment
from ..text.example import Example
from ..text.folded import visible
from ..text.problem import Problem, excerpt
from .law_references import articles_of, unknown_law

NAME = "法规原文"
DEMAND = "存档的法规原文不许改动：文件的 SHA-256 和标题须与登记的一致，文件名是标识和版本，一个版本只登记一次。"
EXAMPLES = (
    Example(
        "第八条　用水户有权查问水表的读数",
        "第八条　用水户可以查问水表的读数",
        "water-use-rules.2023-11-30.txt 与登记的不一致，请恢复收到时的文件；只有重新收到了正式文本，才把这里改成 f1d9897a674867e4f5516787c743c71facc8bc1dd3e4060c541b970743954d4c",
        "laws/texts/water-use-rules.2023-11-30.txt",
    ),
    Example(
        "法规: water-use-rules",
        "法规: old-water-rules",
        "原文的标题是“示例用水条例”，法规库里 old-water-rules 的名称是“示例旧用水办法”；请改“法规”，或者换成这部法规的原文",
        "laws/texts/water-use-rules.2023-11-30.yml",
    ),
    Example(
        "施行: 2024-01-01",
        "施行: 2023-01-01",
        "施行 2023-01-01 早于版本 2023-11-30；版本是通过、公布或者修改的那一天，请照原文改正其中一个，不知道的“施行”写“待核”",
        "laws/texts/water-use-rules.2023-11-30.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield texts that are not what they are registered as."""
    names: dict[str, list[str]] = {}
    for law in data.laws:
        names.setdefault(law.value.id, []).append(law.value.name)
    articles = articles_of(data)
    first: dict[tuple[str, Moment], str] = {}
    for text in data.texts:
        meta = text.meta
        if text.digest != meta.value.sha256:
            file = f"{PurePath(meta.file.name).stem}.txt"
            message = f"{file} 与登记的不一致，请恢复收到时的文件；只有重新收到了正式文本，才把这里改成 {text.digest}"
            yield Problem(meta.place("sha256"), NAME, message)
        fault = unknown_law(text.law, articles, data) or _other_title(text, names)
        if fault:
            yield Problem(meta.place("法规"), NAME, fault)
        yield from _dates(text)
        earlier = first.setdefault((text.law, text.version), meta.file.name)
        if earlier != meta.file.name:
            message = f"{text.law} 的 {text.version} 版本在 {earlier} 里也登记了，请只留一份"
            yield Problem(meta.place("版本"), NAME, message)
        elif not fault and (stem := PurePath(meta.file.name).stem) != meta.value.stem:
            files = f"{meta.value.stem}.yml 和 {meta.value.stem}.txt"
            message = f"文件名应为 {files}，现在是 {excerpt(stem, 80)}；请改文件名，或者改“法规”“版本”"
            yield Problem(meta.place("版本"), NAME, message)


def _other_title(text: ArchivedText, names: Mapping[str, Sequence[str]]) -> str:
    """Return how the text's title differs from the law's name; empty where it does not, or the law cannot be read."""
    known, title = names.get(text.law, ()), text.statute.title
    if not known or any(same_title(name, title) for name in known):
        return ""
    name = known[0]
    if not title:
        line = excerpt(next(filter(None, map(visible, text.text.splitlines())), "（空白）"))
        return f"原文里没有标题“{name}”，第一行是：{line}"
    how = "请改“法规”，或者换成这部法规的原文"
    return f"原文的标题是“{excerpt(title)}”，法规库里 {text.law} 的名称是“{name}”；{how}"


def _dates(text: ArchivedText) -> Iterator[Problem]:
    meta, version, effective = text.meta, text.version, text.meta.value.effective
    if version.day is None:
        message = (
            f"版本要写到日，例如 {version.first.isoformat()}；写通过、公布或者修改的那一天，照原文标题下面的括号里写"
        )
        yield Problem(meta.place("版本"), NAME, message)
    if isinstance(effective, Moment) and effective.last < version.first:
        which = "版本是通过、公布或者修改的那一天，请照原文改正其中一个，不知道的“施行”写“待核”"
        yield Problem(meta.place("施行"), NAME, f"施行 {effective} 早于版本 {version}；{which}")
