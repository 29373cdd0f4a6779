"""A year of staff work on a copy of the project: whatever staff may do in `data/`, `docs/` and `mkdocs.yml`, done once.

Nothing here knows what the lists hold: each step takes the first thing that it can be done to.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qingdan.cli import main
from qingdan.model import facts_of
from qingdan.model.registry import FILE
from qingdan.site.check import open_site
from qingdan.site.site import Site
from qingdan.source.amend import Amendment, amended

LAW, TASK = "law-made-this-year", "这一年新增的任务"
WORD = "这一年新增的领域"
EXTRA = {
    "site_name": "示例政府网",
    "site_id_code": "1200000000",
    "icp": "津ICP备00000000号",
    "police": "津公网安备00000000000000号",
    "contact": "000-00000000",
    "licence": "示例许可",
}
WORDS = "这一句是这一年新写的：油烟、燃气、128份、法律顾问 contract，见 GitHub。"


@dataclass(frozen=True)
class Staff:
    """Who works on the project in `folder`, on `day`."""

    folder: Path
    day: date

    @property
    def data(self) -> Path:
        """The lists."""
        return self.folder / "data"

    @property
    def site(self) -> Site:
        """The lists as they are now. Raises Unproven when something is wrong with them."""
        return open_site(self.data, self.day)

    def run(self, *words: str) -> int:
        """Run a command of the program on the lists. Out: its exit status."""
        return main([*words, "--data", str(self.data), "--as-of", str(self.day)])

    def work(self) -> None:
        """Do all of it; the lists pass the check afterwards."""
        for step in (
            self.reword, self.add_word, self.add_law, self.repeal, self.add_task, self.retire, self.confirm,
            self.archive, self.register, self.fill_in, self.write,
        ):  # fmt: skip
            step()
        assert self.run("check") == 0

    def amend(self, path: Path, *changes: Amendment) -> None:
        path.write_bytes(amended(path.read_bytes(), changes))

    def last(self, folder: str) -> str:
        """Return the name of the last file of a folder of the lists."""
        return max(self.data.glob(f"{folder}/*.yml")).name

    def reword(self) -> None:
        """Give the first state and the site other words."""
        self.amend(self.data / "vocab.yml", Amendment(("状态", 0, "定义"), "这一年改写过的定义。"))
        self.amend(
            self.data / "site.yml",
            Amendment(("网站名称",), "示例改名后的清单"),
            Amendment(("简介",), "这一年改写过的简介。"),
        )

    def add_word(self) -> None:
        word = {"名称": WORD, "标识": "field-added-this-year", "定义": "这一年才有的事。"}
        self.amend(self.data / "vocab.yml", Amendment(("任务领域", len(self.site.vocab.task_fields)), word))

    def add_law(self) -> None:
        vocab = self.site.vocab
        facts = {"id": LAW, "name": "示例新办法", "short": "新办法", "level": vocab.levels[0].name, "issuer": "待核",
                 "number": "待核", "passed": "待核", "effective": "待核", "status": "现行有效",
                 "topic": vocab.law_topics[0].name, "source": "示例来源", "checked-on": str(self.day),
                 "confidence": vocab.confidences[0].name}  # fmt: skip
        assert self.run("new", "law", "--file", self.last("laws"), *_options(facts)) == 0

    def repeal(self) -> None:
        law = next(one for one in self.site.data.laws if one.value.status == "现行有效" and one.value.id != LAW)
        order = tuple(facts_of(type(law.value)))
        ended = {"状态": "已废止", "废止日期": str(self.day), "被替代": LAW}
        self.amend(Path(law.file.name), *(Amendment((law.index, key), value, order) for key, value in ended.items()))

    def add_task(self) -> None:
        vocab = self.site.vocab
        facts = {"name": TASK, "field": WORD, "owner": vocab.owners[0].name, "year": str(self.day.year), "due": "长期",
                 "law": LAW, "content": "做这一年新增的事。", "origin": "法规整理"}  # fmt: skip
        assert self.run("new", "task", "--file", self.last("tasks"), *_options(facts)) == 0

    def retire(self) -> None:
        site = self.site
        successor = next(task.id for task in site.lists["tasks"] if task.name == TASK)
        olds = (task.id for task in site.lists["tasks"] if task.id != successor and not site.retired(task))
        reason = ("--reason", "并入这一年新增的任务。", "--successor", successor)
        assert any(self.run("retire", old, *reason) == 0 for old in olds)

    def confirm(self) -> None:
        """Confirm every entry that waits for it."""
        for entry in self.site.data.entries:
            if entry.value.confirmed == "待核定":
                order = tuple(facts_of(type(entry.value)))
                facts = {"核定": "已核定", "核定日期": str(self.day)}
                changes = (Amendment((entry.index, key), value, order) for key, value in facts.items())
                self.amend(Path(entry.file.name), *changes)

    def archive(self) -> None:
        """Archive a report of the year after the last one, in the words of that."""
        year = max(report.year for report in self.site.reports)
        text = (self.data / f"reports/{year}.txt").read_bytes().decode()
        for one in (year + 1, year):
            text = text.replace(str(one), str(one + 1))
        received = self.folder / "received.txt"
        received.write_bytes(text.encode())
        said = str(self.folder / "proposals.yml")
        assert self.run("import-report", str(received), "--year", str(year + 1), "--proposals", said) == 0

    def register(self) -> None:
        if (self.data / FILE).exists():
            assert self.run("register") == 0

    def fill_in(self) -> None:
        """Fill in what the owner owes below `extra` of mkdocs.yml."""
        settings = self.folder / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        for key, value in EXTRA.items():
            text, count = re.subn(rf"^( +{key}:).*$", rf'\1 "{value}"', text, flags=re.MULTILINE)
            assert count == 1, key
        settings.write_text(text, encoding="utf-8")

    def write(self) -> None:
        """Write a sentence more into every hand-written page that is not made up of macros alone."""
        for page in (self.folder / "docs").rglob("*.md"):
            text = page.read_text(encoding="utf-8")
            if "\n# " in text:
                page.write_text(f"{text}\n{WORDS}\n", encoding="utf-8")


def _options(facts: dict[str, str]) -> Iterable[str]:
    return [word for option, fact in facts.items() for word in (f"--{option}", fact)]
