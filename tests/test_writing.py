"""Every command that writes: whatever fails, one Chinese sentence, all files old or all new, and a second run works."""

import errno
import os
import shutil
import signal
import tempfile

import pytest

from conftest import FIXTURES, SECOND, contents
from qingdan.cli import main
from qingdan.commands import CHANGING, COMMANDS
from qingdan.export.published import published
from qingdan.site.check import open_site
from qingdan.source.files import STARTED
from qingdan.text.dates import as_of

from .faults import ALL, NEW, Fault, Killed, during, raising
from .test_import_report import REPORT
from .test_new import LAW, TASK, options
from .test_slip import RECORD, sheet
from .workbook.conftest import TASKS, Office

DAY = "2032-12-31"
DATA = ("--data", "data", "--as-of", DAY)
BODY = ("--name", "示例区市场监督管理局", "--short", "示例区市场监管局", "--district", "示例区", "--owner", "法规科")
WRITING = {
    "init": ("init", "more/body", *BODY, "--as-of", DAY),
    "retire": ("retire", "RW-001", "--reason", "不再做。", *DATA),
    "new task": ("new", "task", *options(TASK), *DATA),
    "new law in a new file": ("new", "law", *options(LAW), "--file", "more.yml", *DATA),
    "import-report": ("import-report", "report.txt", "--year", "2026", *DATA),
    "import-report with proposals": ("import-report", "report.txt", "--year", "2026", "--proposals", "new.yml", *DATA),
    "import-list": ("import-list", "list.xlsx", "--word", "执法过程普法=执法普法", "--new", "Sheet1!B6", *DATA),
    "import-law": ("import-law", "law.txt", "--law", "water-use-rules", *DATA),
    "apply": ("apply", "sheet.yml", *DATA),
    "register": ("register", *DATA),
    "xlsx import": ("xlsx", "import", f"{TASKS}.xlsx", *DATA),
    "xlsx export": ("xlsx", "export", "--out", "more/books", *DATA),
    "paper": ("paper", "annual", "--year", "2025", "--out", "draft.docx", *DATA),
    "contract": ("contract", "--renew", *DATA),
    "bundle": ("bundle", "more/dist"),
}
READING = {
    "check": ("check", *DATA),
    "build": ("build", "--site-dir", "built", *DATA),
    "currency": ("currency", *DATA),
    "contract": ("contract", *DATA),
    "diff": ("diff", str(SECOND), *DATA),
}
NEVER = -1
FIRST, LAST = "the first change", "before the last file is replaced"
FAILURES = {
    "a full disk": (errno.ENOSPC, FIRST, NEW, "磁盘满了；请腾出空间"),
    "a disk that fills up": (errno.ENOSPC, LAST, NEW, "磁盘满了；请腾出空间"),
    "a used up share of the disk": (errno.EDQUOT, FIRST, NEW, "可以用的磁盘空间用完了；请腾出空间"),
    "a disk that can only be read": (errno.EROFS, FIRST, ALL, "只能读，不能写；请换一个"),
    "a file that may not be replaced": (errno.EACCES, LAST, None, "不允许读写；请核对权限"),
}


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """A folder with all that the commands take: data with a registry, an edited workbook, a report, a built site."""
    folder = tmp_path_factory.mktemp("source")
    shutil.copytree(SECOND, folder / "data")
    assert main(["register", "--data", str(folder / "data"), "--as-of", "2026-11-23"]) == 0
    (folder / "report.txt").write_bytes(REPORT.encode())
    text = (SECOND / "laws/texts/water-use-rules.2023-11-30.txt").read_text("utf-8")
    (folder / "law.txt").write_text(text.replace("2023年11月30日", "2023年12月30日"), "utf-8")
    (folder / "sheet.yml").write_bytes(sheet("添一条记录", "RW-003", RECORD).encode())
    shutil.copy(FIXTURES / "lists/publicity.xlsx", folder / "list.xlsx")
    office = Office(folder / "data", folder, None)
    assert main(["xlsx", "export", "--data", str(folder / "data"), "--as-of", DAY, "--out", str(folder)]) == 0
    with office.edit() as book:
        book.put(TASKS, ["RW-002"], "内容", "改了。")
    for path, content in published(open_site(folder / "data", as_of(DAY))):
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(content)
    return folder


class Run:
    """A command in a folder of its own: what it does undisturbed, and what when something happens."""

    def __init__(self, name, place, capsys):
        self.command, self.place, self.capsys = WRITING[name], place, capsys
        self.old = contents(place)
        self.new, self.replaced = {}, 0

    def run(self, *command):
        """Run a command. Out: the exit status and the lines that were said."""
        status = main(command or self.command)
        said = self.capsys.readouterr()
        assert "Traceback" not in said.err
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
        return status, (said.out + said.err).splitlines()

    def files(self):
        return contents(self.place)

    def fault(self, happens, moment, later=None):
        return Fault(happens, later=later, **({"at": self.replaced, "kind": "os.rename"} if moment == LAST else {}))


def hidden(place):
    """The hidden files below a folder, without the one by which git passes over the schemas that `check` makes."""
    return [path for path in place.rglob(".*") if path.parent.name != "schema"]


@pytest.fixture
def started(request, source, tmp_path, monkeypatch, capsys):
    """The command in a folder where nothing has happened yet."""
    for name in ("undisturbed", "disturbed"):
        shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("site"))
        (tmp_path / name / "tests").mkdir()
        (tmp_path / name / "site").symlink_to(source / "site")
        if request.param == "register":
            (tmp_path / name / "data/registry.yml").unlink()
    monkeypatch.setenv("SITE_DIR", "site")
    found = Run(request.param, tmp_path / "disturbed", capsys)
    monkeypatch.chdir(tmp_path / "undisturbed")
    with during(Fault(raising(AssertionError()), NEVER, "os.rename")) as counting:
        assert found.run()[0] == 0
    found.new, found.replaced = contents(tmp_path / "undisturbed"), counting.seen
    assert found.new != found.old
    monkeypatch.chdir(tmp_path / "disturbed")
    return found


every_command = pytest.mark.parametrize("started", WRITING, indirect=True)


@every_command
@pytest.mark.parametrize("failure", FAILURES)
def test_what_fails_is_said_in_one_sentence_all_files_are_old_and_a_second_run_works(started, failure):
    number, moment, later, words = FAILURES[failure]
    with during(started.fault(raising(OSError(number, os.strerror(number))), moment, later)) as fault:
        status, said = started.run()
    assert fault.fired
    assert (status, started.files()) == (1, started.old)
    assert not hidden(started.place)
    *_, last = said
    place, _, rest = last.partition("：")
    assert place.startswith(tempfile.gettempdir()) or any(path.startswith(place) for path in started.new)
    assert words in rest
    assert rest.endswith("；原有的文件没有改动")
    assert (started.run()[0], started.files()) == (0, started.new)


@every_command
@pytest.mark.parametrize("moment", [FIRST, LAST])
def test_killed_nothing_half_is_read_and_a_second_run_works(started, moment):
    with during(started.fault(raising(Killed()), moment, later=ALL)), pytest.raises(Killed):
        started.run()
    data = {path: content for path, content in started.old.items() if path.startswith("data/")}
    if not data.items() <= started.files().items():
        assert "上次写到一半断了" in started.run(*READING["check"])[1][0]
    assert (started.run()[0], started.files()) == (0, started.new)
    assert not hidden(started.place)


@every_command
def test_interrupted_before_the_first_file_is_replaced_nothing_has_changed_and_that_is_said(started):
    with during(started.fault(lambda _: os.kill(os.getpid(), signal.SIGINT), FIRST)):
        status, said = started.run()
    assert (status, started.files()) == (130, started.old)
    assert said[-1] in ("已中断，原有的文件没有改动", "已中断，没有写入任何内容")


@every_command
def test_interrupted_later_it_is_done_and_said_to_be(started):
    with during(started.fault(lambda _: os.kill(os.getpid(), signal.SIGINT), LAST)):
        status, said = started.run()
    assert (status, started.files()) == (0, started.new)
    assert not any("已中断" in line for line in said)


@pytest.mark.parametrize("started", ["retire", "new task", "register", "xlsx import"], indirect=True)
def test_every_changing_command_first_puts_back_what_broke_off(started):
    (started.place / "data" / STARTED).mkdir(parents=True)
    status, said = started.run()
    assert (status, said.count("上次写到一半断了，已经恢复原样")) == (0, 1)
    assert started.files() == started.new


@pytest.mark.parametrize("started", ["retire"], indirect=True)
@pytest.mark.parametrize("name", READING)
def test_every_reading_command_refuses_what_broke_off_and_names_the_remedy(started, name):
    (started.place / "data" / STARTED).mkdir(parents=True)
    _, said = started.run(*READING[name])
    assert sum("data/.qingdan-change:1:1: 文件位置: 上次写到一半断了" in line for line in said) == 1
    assert (started.place / "data" / STARTED).exists()


def test_each_command_is_tried_here():
    tried = {command[0] for command in (*WRITING.values(), *READING.values())}
    assert tried == COMMANDS.keys() - {"release", "statute"}  # which read no data
    assert {command[0] for command in WRITING.values()} == CHANGING | {"contract", "bundle", "init", "paper"}
