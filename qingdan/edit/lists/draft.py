"""A row of an office's list → the draft of an entry, what it waits for, and what found no place, by cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...model import NOT_STATED, OWN_LIST, Law, ListQuote, facts_of
from ...model.load import Data
from ...model.parts import LAWS as LAWS_PART
from ...model.parts import LISTS, Part
from ...source.write import Value
from ...text.grid.table import Cell
from .cells import items_of, lines_bare, quotable, written
from .laws import Library, Named, named_in
from .layout import Row
from .titles import (
    AUDIENCE,
    FIELD,
    FORM,
    GROUNDS,
    HELPER,
    LAWS,
    LEAD,
    MEASURE,
    NATURE,
    NOTE,
    NOTHING,
    NUMBER,
    OFFICE,
    PERSON,
    PUBLICITY,
    STANDARD,
    TASK,
    TIME,
)  # fmt: skip
from .when import when
from .words import Words

UNASSIGNED, LIBRARY = "待核定", LAWS_PART.name
COMMON, PROFESSIONAL = "共性", "专业"
_FOR_ALL = ("宪法", "党内法规")
_UNMARKED = re.compile("[《》]")
_LONGEST_NAME = 40
_LONGEST_CONTENT = 1200


@dataclass(frozen=True, slots=True)
class Missing:
    """A word or a law that has to be there first: the cell that has it, the list that lacks it, the word, what is like it."""

    cell: str
    section: str
    word: str
    near: str = ""


@dataclass
class Draft:
    """An entry to be: its values by key, without 编号; `waits` is what it lacks, `told` what found no place, by cell."""

    row: Row
    part: Part
    values: dict[str, Value] = field(default_factory=dict)
    laws: tuple[str, ...] = ()
    waits: list[Missing] = field(default_factory=list)
    lacks: list[Missing] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Its 名称."""
        return str(self.values.get("名称", ""))

    def record(self, number: str) -> dict[str, Value]:
        """Return the entry with its 编号, its keys in the order in which staff write them."""
        values: dict[str, Value] = {**self.values, "编号": number}
        return {key: values[key] for key in facts_of(self.part.record) if values.get(key)}


@dataclass(frozen=True)
class Maker:
    """What drafts are made with. `usual` are the values that the clerk gave for what rows do not say."""

    data: Data
    words: Words
    library: Library
    usual: Mapping[str, str]
    document: str
    year: int

    def draft(self, row: Row, kind: str) -> Draft:
        """Return the draft of an entry."""
        draft = Draft(row, next(part for part in LISTS if part.folder == kind))
        draft.values["年度"], draft.values["来源"], draft.values["核定"] = str(self.year), OWN_LIST, UNASSIGNED
        self._publicity(draft) if kind == PUBLICITY else self._task(draft)
        self._offices(draft)
        self._time(draft)
        if note := "；".join(written(text) for text in row.texts(NOTE)):
            draft.values["备注"] = note
        draft.values["清单原文"] = list(self._quotes(draft))
        for item, cells in row.cells.items():
            if item.startswith("?"):
                draft.told += [(one.address, f"不认识的列“{item[1:]}”，没有收；要收的用 --map 写明") for one in cells]
        return draft

    def _quotes(self, draft: Draft) -> Iterator[Value]:
        for item, cells in draft.row.cells.items():
            if item in (NUMBER, PERSON, NOTHING) or item.startswith("?"):
                continue
            for cell in cells:
                quotes = quotable(cell)
                if not quotes:
                    draft.told.append((cell.address, "这一格没有能逐字引用的话（太长，或者有不可用的字符），没有收"))
                for quote in quotes:
                    yield {"文件": self.document, "格": cell.address, "引文": quote}

    def _publicity(self, draft: Draft) -> None:
        row = draft.row
        cells = row.cells.get(LAWS, ())
        laws = self._laws(draft, cells, "法规", draft.waits)
        if not laws and not draft.waits:
            draft.waits.append(Missing(cells[0].address, LIBRARY, written(cells[0].text)))
        self._words(draft, "对象", row.cells.get(AUDIENCE, ()))
        if row.cells.get(FORM):
            self._words(draft, "形式", row.cells[FORM])
        else:
            self._within(draft, "形式", row.cells.get(MEASURE, ()))
        self._nature(draft, laws)
        self._chosen(draft, "领域", "法规领域", row.texts(FIELD), [topic for law in laws for topic in law.topics])
        main = _joined([line for text in row.texts(LAWS) for line in lines_bare(text)])
        names = [f"《{law.name}》" for law in laws]
        said = main if len(main) <= _LONGEST_CONTENT else "".join(names)
        audience = "、".join(items_of("\n".join(row.texts(AUDIENCE))))
        draft.values["内容"] = f"{f'向{audience}' if audience else ''}讲清{said}。"
        draft.values["名称"] = _short(_UNMARKED.sub("", main.replace("》《", "、")), [law.short for law in laws])
        draft.laws = tuple(sorted(law.id for law in laws))
        self._measures(
            draft, [*row.cells.get(MEASURE, ()), *(row.cells.get(FORM, ()) if "形式" not in draft.values else ())]
        )

    def _task(self, draft: Draft) -> None:
        row = draft.row
        main = _joined([line for text in row.texts(TASK) for line in lines_bare(text)])
        measures = [line for text in row.texts(MEASURE) for line in lines_bare(text)]
        if row.shared and measures:  # the task is a heading over several numbered measures
            section, main, measures = main, measures[0], measures[1:]
        else:
            section = row.section
            self._measures(draft, row.cells.get(MEASURE, ()) if len(measures) > 1 else ())
        said = "；".join(measures) or main
        draft.values["名称"] = _short(main, [])
        draft.values["内容"] = f"{said if len(said) <= _LONGEST_CONTENT else main}。"
        self._chosen(draft, "领域", "任务领域", [*row.texts(FIELD), *([section] if section else [])], [])
        laws = self._laws(draft, row.cells.get(GROUNDS, ()), "依据", draft.lacks)
        draft.laws = tuple(sorted(law.id for law in laws))

    def _laws(self, draft: Draft, cells: tuple[Cell, ...], key: str, missing: list[Missing]) -> list[Law]:
        found, laws = [], list[Law]()
        for cell in cells:
            named, rest = named_in([cell.text], self.library)
            for one in named:
                if one.law is None:
                    missing.append(
                        Missing(
                            cell.address, LIBRARY, one.name, f"{one.near.name}（{one.near.id}）" if one.near else ""
                        )
                    )
                elif one.law not in laws:
                    laws.append(one.law)
                    found.append(self._reference(draft, cell, one))
            draft.told += [(cell.address, f"“{piece}”放不进“{key}”，只留在清单原文里") for piece in rest]
        if found:
            draft.values[key] = found
        return laws

    def _reference(self, draft: Draft, cell: Cell, named: Named) -> Value:
        assert named.law is not None
        if named.unlisted:
            lines = "、".join(named.unlisted)
            what = f"法规库的“{named.law.name}”没有列出{lines}，没有写条；在它的“条文”里加“- {{条: {named.unlisted[0]}, 说明: …}}”再写"
            draft.told.append((cell.address, what))
            return named.law.id
        return {"法规": named.law.id, "条": list(named.articles)} if named.articles else named.law.id

    def _words(self, draft: Draft, key: str, cells: tuple[Cell, ...]) -> None:
        """Take the words of cells for a field that must be filled in; the draft waits for those that are unknown."""
        found: list[str] = []
        for cell in cells:
            whole = self.words.find(key, written(cell.text))
            for piece in [] if whole else items_of(cell.text):
                if name := self.words.find(key, piece):
                    found.append(name)
                else:
                    draft.waits.append(Missing(cell.address, key, piece, self.words.nearest(key, piece)))
            found += [whole] if whole else []
        self._fill(draft, key, found, bool(cells))

    def _within(self, draft: Draft, key: str, cells: tuple[Cell, ...]) -> None:
        """Take the words of the vocabulary that stand within longer texts."""
        found = [name for cell in cells for name in self.words.within(key, cell.text)]
        self._fill(draft, key, found, False)

    def _fill(self, draft: Draft, key: str, found: list[str], said: bool) -> None:
        if not found and key in self.usual:
            found = self.usual[key].replace("，", ",").replace("、", ",").split(",")
        if found:
            draft.values[key] = list(dict.fromkeys(found))
        elif not said:
            draft.waits.append(Missing(draft.row.place, key, ""))

    def _chosen(self, draft: Draft, key: str, section: str, said: list[str], likely: list[str]) -> None:
        """Take the one word of a field: as a cell or the heading says it, else what is likely, else what the clerk gave."""
        exact = [name for text in said if (name := self.words.find(section, written(text)))]
        inside = [name for text in said for name in self.words.within(section, text)]
        usual = [self.usual[key]] if self.usual.get(key) in self.words.vocab.sections[section] else []
        for name in (*exact, *inside, *usual, *likely):
            draft.values[key] = name
            return
        if key == "领域" and any(one.section == LIBRARY for one in draft.waits):
            return  # the law will tell
        what = written(said[0]) if said else ""
        draft.waits.append(Missing(draft.row.place, key, what, self.words.nearest(section, what) if what else ""))

    def _nature(self, draft: Draft, laws: list[Law]) -> None:
        """Tell what all departments have to make known from what is this one's business."""
        said = [*draft.row.texts(NATURE), draft.row.section]
        known = self.words.vocab.sections["性质"]
        named = [name for text in said for name in known if name in text]
        for_all = laws and all(law.level in _FOR_ALL or law.name.endswith("民法典") for law in laws)
        guess = COMMON if for_all else PROFESSIONAL
        usual = self.usual.get("性质", guess if guess in known else "")
        if named or usual:
            draft.values["性质"] = named[0] if named else usual
        else:
            draft.waits.append(Missing(draft.row.place, "性质", ""))

    def _measures(self, draft: Draft, cells: list[Cell] | tuple[Cell, ...]) -> None:
        if words := [quote for cell in cells for quote in quotable(cell)]:
            draft.values["措施"] = list(dict.fromkeys(words))

    def _offices(self, draft: Draft) -> None:
        row, owners = draft.row, list[str]()
        for item, key in ((OFFICE, "责任科室"), (LEAD, "牵头单位"), (HELPER, "配合单位"), (STANDARD, "标准")):
            cells = row.cells.get(item, ())
            if item == STANDARD:
                words = [quote for cell in cells for quote in quotable(cell)]
            else:
                words = [piece for cell in cells if quotable(cell) for piece in items_of(cell.text)]
            if words:
                draft.values[key] = list(dict.fromkeys(words))
            for cell in cells if item in (OFFICE, LEAD) else ():
                for piece in items_of(cell.text):
                    if name := self.words.find("责任主体", piece):
                        owners.append(name)
                    else:
                        draft.lacks.append(
                            Missing(cell.address, "责任主体", piece, self.words.nearest("责任主体", piece))
                        )
        draft.values["责任主体"] = list(dict.fromkeys(owners)) or [self.usual.get("责任主体", UNASSIGNED)]

    def _time(self, draft: Draft) -> None:
        occasions = self.words.vocab.occasions if draft.part.folder == PUBLICITY else ()
        found = when(draft.row.texts(TIME), self.year, occasions)
        draft.values["时限"] = found.due
        if found.occasions:
            draft.values["节点"] = list(found.occasions)
        if not found.whole:
            cells = draft.row.cells.get(TIME, ())
            what = f"“{written(cells[0].text)}”不是一个时限（或者不是词表的“节点”），时限写“{NOT_STATED}”，原话留在清单原文里"
            draft.told.append((cells[0].address, what))


def listed(values: Mapping[str, Value], key: str) -> list[str]:
    """Return the words of a field of a draft; none where it is not filled in."""
    found = values.get(key, ())
    return [found] if isinstance(found, str) else [str(one) for one in found]


def quotes_in(values: Mapping[str, Value]) -> list[ListQuote]:
    """Return the words of the list that a draft rests on."""
    found = values["清单原文"]
    return [ListQuote.model_validate(one) for one in found] if isinstance(found, list) else []


def _joined(lines: list[str]) -> str:
    """Return the lines of a cell as one, a 、 between two where no mark stands."""
    text = ""
    for line in lines:
        between = "" if not text or (text.endswith("》") and line.startswith("《")) else "、"
        text += f"{between}{line}"
    return text


def _short(text: str, names: list[str]) -> str:
    """Return a name: the whole text where it is short, else the laws it names, else its first clause."""
    whole = text.strip("、，。 ")
    if len(whole) <= _LONGEST_NAME:
        return whole
    joined = "、".join(names)
    if names and len(joined) <= _LONGEST_NAME:
        return joined
    if names:
        return f"{names[0]}等法规"
    for mark in "。；：，、":
        whole = whole.partition(mark)[0]
        if len(whole) <= _LONGEST_NAME:
            break
    return whole[:_LONGEST_NAME]
