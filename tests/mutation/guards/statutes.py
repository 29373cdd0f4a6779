"""Guards of the wordings: what an article is, what belongs to it, and what is named instead of guessed."""

from .guard import Guard

_HERE = "qingdan/text/statute"

STATUTES = (
    Guard(
        "缺的条指出来",
        f"{_HERE}/series.py",
        "if missing := self._missing(due, _number(line)):",
        'if missing := "":',
        f"{_HERE}/series_test.py",
    ),
    Guard(
        "写了两次的条指出来",
        f"{_HERE}/series.py",
        'self._doubt(line, f"{line.begins.label}写了两次")',
        "pass",
        f"{_HERE}/series_test.py",
    ),
    Guard(
        "引用的条文不算条",
        f"{_HERE}/series.py",
        "if line.index not in within] or marked",
        "if True] or marked",
        f"{_HERE}/series_test.py",
    ),
    Guard(
        "行首的“第几条规定”不算条",
        f"{_HERE}/marks.py",
        "if refers and not set_off:",
        "if False:",
        f"{_HERE}/marks_test.py",
    ),
    Guard(
        "锚点只给一次",
        f"{_HERE}/anchors.py",
        'return anchor if count == 1 else f"{anchor}x{count}"',
        "return anchor",
        f"{_HERE}/parse_test.py {_HERE}/series_test.py",
    ),
    Guard(
        "引文里的段落不算款",
        f"{_HERE}/clauses.py",
        "if line.index not in self.quoted and",
        "if",
        f"{_HERE}/clauses_test.py",
    ),
    Guard(
        "没有引完的引文不吞掉后面的款",
        f"{_HERE}/quotations.py",
        "        if not depth:\n            found.update(within)",
        "        if True:\n            found.update(within)",
        f"{_HERE}/quotations_test.py",
    ),
    Guard(
        "两项之间的段落归上一项",
        f"{_HERE}/clauses.py",
        "            self._fold_back(line)\n",
        "",
        f"{_HERE}/clauses_test.py",
    ),
    Guard(
        "没有编号的项指出来",
        f"{_HERE}/items.py",
        "if number and not draft.label:",
        "if False:",
        f"{_HERE}/clauses_test.py",
    ),
    Guard(
        "断开的行指出来",
        f"{_HERE}/clauses.py",
        "self.broken.append(line.number_of_line)",
        "pass",
        f"{_HERE}/clauses_test.py",
    ),
    Guard(
        "丢了编号的标题不算款",
        f"{_HERE}/blocks.py",
        "(lost := lost_heading(behind)) is not None",
        "(lost := None) is not None",
        f"{_HERE}/headings_test.py",
    ),
    Guard(
        "目录与标题不同处指出来",
        f"{_HERE}/contents.py",
        "if entry.words not in there",
        "if False",
        f"{_HERE}/contents_test.py",
    ),
    Guard(
        "落款和附件不算款",
        f"{_HERE}/blocks.py",
        "if rest := tail(behind):",
        "if rest := None:",
        f"{_HERE}/annexes_test.py",
    ),
)
