"""What a paper is made of. A sentence cannot be without a footnote; what has no source can only be a gap."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the footnotes that say which record it comes from. Raises ValueError where there is none."""

    text: str
    notes: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.notes:
            raise ValueError(self.text)


@dataclass(frozen=True, slots=True)
class Gap:
    """What the paper needs and no record says."""

    what: str

    @property
    def text(self) -> str:
        """What stands in the paper."""
        return f"【待补：{self.what}】"


Piece = Sentence | Gap
Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the first or second level, or none, and the paragraphs below it."""

    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paper:
    """A draft: who hands it in, its title, the remark above it that says what it is, and its sections."""

    body: str
    title: str
    remark: str
    sections: tuple[Section, ...]


def remark(sources: str, day: str) -> str:
    """Return the remark that every draft begins with."""
    return (
        f"草稿，{day}由{sources}整理，不是正式文件。每一句后面的脚注写明它出自哪一条、哪份材料，请逐句对照；"
        "【待补】是清单里没有的，请经办人补上，没有的事删去。定稿时删去这一段和全部脚注。"
    )


def ended(text: str) -> str:
    """Return a text with the full stop that a sentence needs."""
    return text if text.endswith(("。", "！", "？")) else f"{text}。"
