"""Somebody who works at the desk: what is clicked and typed, counted; and what becomes of the files that are handed over."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, TimeoutError

from conftest import AS_OF
from qingdan.site.check import problems_in

FOLDER = "tests/fixtures/second/"
"""How the repository of the built site names its data."""
TYPING = 60
"""Milliseconds from key to key at human pace."""
THINKING = 400
"""Milliseconds before each click at human pace."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A file as it is handed over."""

    path: str
    text: str
    fresh: bool


class Clerk:
    """A tab with the desk in it. `human` is whether it is worked at human pace."""

    def __init__(self, tab: Page, data: Path) -> None:
        self.tab, self.data = tab, data
        self.actions = 0
        self.human = False

    def open(self, query: str = "") -> None:
        """Open the desk at an address, and wait until it is ready."""
        self.tab.goto(f"edit/{query}")
        self.wait()

    def wait(self) -> None:
        """Wait until the program has come."""
        loading = self.tab.locator(".desk__loading")
        loading.wait_for(state="attached")
        loading.wait_for(state="hidden")

    def click(self, what: str | Locator, role: str = "button") -> None:
        """Click something by its name."""
        self.actions += 1
        if self.human:
            self.tab.wait_for_timeout(THINKING)
        (self.named(what, role) if isinstance(what, str) else what).click()

    def named(self, name: str, role: str = "button") -> Locator:
        """Return what goes by a name."""
        return self.tab.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]

    def frame(self, title: str, inside: Locator | None = None) -> Locator:
        """Return the frame of a field by its title, `inside` another one or the form."""
        label = self.tab.locator(":scope > .desk__label").filter(has_text=re.compile(f"^{title}(（必填）)?(还没填)?$"))
        return (inside or self.form).locator(".desk__field").filter(has=label).first

    @property
    def form(self) -> Locator:
        """The form, once it is there."""
        return self.tab.locator(".desk__form")

    def choose(self, title: str, *values: str, inside: Locator | None = None) -> None:
        """Choose among what a field offers, by what is written into the data."""
        frame = self.frame(title, inside)
        frame.wait_for()
        for value in values:
            self.actions += 1
            if self.human:
                self.tab.wait_for_timeout(THINKING)
            option = frame.locator(f'input[value="{value}"]')
            for fold in frame.locator(".desk__fold--chosen:not([open]) > summary").all():
                self.actions += 1
                fold.click()
            if option.count():
                option.check()
            else:
                frame.locator("select").select_option(value)

    def add(self, title: str, inside: Locator | None = None) -> Locator:
        """Press 添一项 of a field, or 自己填一项. Out: the new row."""
        frame = self.frame(title, inside)
        self.click(frame.locator(":scope > .desk__tools button", has_text=re.compile("添一项|自己填一项")))
        return frame.locator(":scope > .desk__rows > .desk__row").last

    def type(self, field: str | Locator, words: str) -> None:
        """Type into a field that goes by its title, in place of what stands there."""
        self.actions += 1
        box = self.frame(field).locator("textarea, input").first if isinstance(field, str) else field
        if self.human:
            self.tab.wait_for_timeout(THINKING)
        box.click()
        box.press("Control+a")
        if self.human:
            box.press_sequentially(words, delay=TYPING)
        else:
            box.fill(words)

    def mark(self, words: str) -> None:
        """Mark words of the report with the mouse, from before the first to after the last."""
        self.actions += 1
        line = self.tab.locator(".desk__words").filter(has_text=words).first
        line.scroll_into_view_if_needed()
        found = line.evaluate(
            """(node, words) => {
                 const range = document.createRange(), at = node.textContent.indexOf(words);
                 range.setStart(node.firstChild, at); range.setEnd(node.firstChild, at + words.length);
                 const rects = [...range.getClientRects()], first = rects[0], last = rects[rects.length - 1];
                 return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
               }""",
            words,
        )
        if self.human:
            self.tab.wait_for_timeout(THINKING)
        self.tab.mouse.move(found[0], found[1])
        self.tab.mouse.down()
        self.tab.mouse.move(found[2], found[3], steps=8)
        self.tab.mouse.up()

    def hand_over(self) -> list[Offered]:
        """Press 交出去 and return the files that are offered."""
        self.state("没有问题")
        self.click("交出去")
        return self.offered()

    def state(self, words: str) -> None:
        """Wait until the form says this of itself."""
        try:
            self.tab.locator(".desk__state").filter(has_text=words).wait_for()
        except TimeoutError as error:
            raise AssertionError(self.form.inner_text()) from error

    def offered(self) -> list[Offered]:
        """Return the files that are offered: read from the address of a new one, else copied whole."""
        self.tab.get_by_role("heading", name="有账号：自己提交到网站的仓库").wait_for()
        found = []
        for one in self.tab.locator(".desk__one").all():
            path = one.locator(".desk__file code").inner_text()
            address = one.locator("a").get_attribute("href") or ""
            parts = urlsplit(address)
            assert parts.netloc == "github.com"
            if parts.path == "/example/qingdan/new/main":
                said = parse_qs(parts.query, strict_parsing=True)
                assert said["filename"] == [path]
                found.append(Offered(path, said["value"][0], True))
            else:
                assert parts.path == f"/example/qingdan/edit/main/{path}"
                found.append(Offered(path, self.copied(one), False))
        return found

    def copied(self, one: Locator) -> str:
        """Copy the whole file, and return what the clipboard or the selected text then holds."""
        self.tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
        one.get_by_role("button", name="复制整个文件").click()
        one.get_by_text("已经复制").wait_for()
        text: str = self.tab.evaluate("navigator.clipboard.readText()")
        return text

    def download(self, press: Callable[[], None]) -> bytes:
        """Return the file that is downloaded by a press."""
        with self.tab.expect_download() as waited:
            press()
        return Path(waited.value.path()).read_bytes()

    def slip(self) -> bytes:
        """Return the 变更单 that is offered, downloaded."""
        return self.download(lambda: self.click("下载变更单"))


def put(files: list[Offered], data: Path) -> None:
    """Put handed-over files into a data folder, which `check` then finds without faults."""
    for file in files:
        assert file.path.startswith(FOLDER)
        place = data / file.path.removeprefix(FOLDER)
        assert place.exists() != file.fresh, file.path
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(file.text.encode())
    assert [str(problem) for problem in problems_in(data, AS_OF)] == []


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that are gone and those that are new."""
    lines = [*difflib.ndiff(before.splitlines(), after.splitlines())]
    gone, new = ([line[2:] for line in lines if line.startswith(sign)] for sign in ("- ", "+ "))
    return gone, new
