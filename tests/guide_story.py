"""The examples of a guide page, run from top to bottom as the reader would: found, changed, checked, commands run.

The line before a fenced block says what the block is for; the words that end it are what a reader goes by too:

找到            this stands in the file (named in that line in backticks)
改成、写错的样子  this instead of it
在后面加上        this after it
检查会说        this is what `check` prints, line for line
运行            commands, one a line
程序会说        what the last of them printed; 程序会说，其中有: lines of it
内容是          a file that was received (named in that line in backticks)
"""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from qingdan.cli import main

BLOCK = re.compile(r"^(?P<label>[^\n]+)：\n\n```(?P<language>[a-z]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
FENCES = re.compile(r"^ *```[a-z]", re.MULTILINE)
FILE = re.compile(r"`(data/[a-z0-9/.-]+\.yml)`")
RECEIVED = re.compile(r"`([^`/]+\.(?:txt|yml))`")
ELSEWHERE = "bat"
"""The language of commands for another system, which cannot be carried out here."""


@dataclass(frozen=True)
class Block:
    """A fenced block: the line before it without its colon, its language, its text with the last line's end."""

    label: str
    language: str
    text: str


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page. Every fence has a line of its own before it that says what it is for."""
    text = page.read_text(encoding="utf-8")
    found = [Block(**match.groupdict()) for match in BLOCK.finditer(text)]
    assert len(found) == len(FENCES.findall(text)), f"{page.name}: a fenced block without a line that says what it is"
    return found


class Story:
    """A page's blocks, carried out in the current folder, which holds a data folder `data`."""

    def __init__(self, capsys):
        self.capsys = capsys
        self.file, self.passage = Path(), ""
        self.printed = ""
        self.before_import = None

    def tell(self, page: Path):
        """Carry out every block; a change that no 检查会说 answers must pass the check."""
        told = blocks(page)
        for block, following in zip(told, [*told[1:], None], strict=True):
            self._carry_out(block)
            changes = block.label.endswith(("改成", "在后面加上", "运行"))
            if changes and not (following and following.label.endswith("检查会说")):
                assert self.check() == "", f"{page.name}: {block.text}"
        assert self.check() == ""

    def check(self) -> str:
        """Return the problems that `check` prints, without the line that counts them; empty where there is none."""
        self.capsys.readouterr()
        code = main(["check"])
        *problems, last = self.capsys.readouterr().err.splitlines(keepends=True)
        assert last.startswith("共" if code else "data 没有问题"), last
        return "".join(problems)

    def _carry_out(self, block: Block):
        text, label = block.text, block.label
        if block.language == ELSEWHERE:
            return
        if label.endswith("内容是"):
            Path(RECEIVED.search(label)[1]).write_text(text, encoding="utf-8")
        elif label.endswith("找到"):
            self.file = Path(FILE.search(label)[1])
            assert self._content().count(text) == 1, f"{self.file}: {text}"
            self.passage = text
        elif label.endswith(("改成", "写错的样子")):
            self._put(text)
        elif label.endswith("在后面加上"):
            self._put(self.passage + text)
        elif label.endswith("检查会说"):
            assert (said := self.check()) == text, said
        elif label.endswith("运行"):
            self._run(text.splitlines())
        elif label.endswith("程序会说"):
            assert self.printed == text, self.printed
        elif label.endswith("程序会说，其中有"):
            assert set(text.splitlines()) <= set(self.printed.splitlines()), self.printed
        else:
            raise AssertionError(f"nothing is said of how to take: {label}")

    def _content(self) -> str:
        return self.file.read_text(encoding="utf-8")

    def _put(self, text: str):
        before = self._content()
        assert before.count(self.passage) == 1
        self.file.write_text(before.replace(self.passage, text), encoding="utf-8")
        self.passage = text

    def _run(self, commands: list[str]):
        for command in commands:
            words = shlex.split(command)
            assert words[:3] == ["python", "-m", "qingdan"], command
            if self.before_import and "import" in words:
                self.before_import()
            self.capsys.readouterr()
            code = main(words[3:])
            out, err = self.capsys.readouterr()
            self.printed = out + err
            assert code == 0, self.printed
