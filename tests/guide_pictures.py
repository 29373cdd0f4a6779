"""Takes the pictures of the guide from a built site: `make pictures`, to be committed when a page looks different.

The site is built with the name of a repository, or the links to it would be missing; the name is not to be seen.
It is built with a desk (`.venv/desk`), which is filled in as the guide says before its pictures are taken.
"""

import base64
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Page

from qingdan.edit.slip.slip import ADD_RECORD
from tests.browser import chromium, served

FOLDER = Path("docs/guide/pictures")
SHARPNESS = 1.5
WIDTH = 592
"""The window's width, so that the content is at most 560 wide and can be read on a telephone too."""

MARKED = "outline: 3px solid #8a1f1f; outline-offset: 3px; border-radius: 3px"


DAY = datetime(2026, 11, 23, 12)
"""The day on which the site is built: the desk takes the day from the computer."""
STILL = ".md-header, .desk__bar { position: static !important } .md-top { display: none !important }"
"""What follows a reader who scrolls would stand in the middle of a picture."""
DESK_READY = 120_000
WRONG = ".desk__record .desk__field--wrong:has(.desk__message button)"
MISQUOTED = "落实行政规范性文件合法性审查制度"


@dataclass(frozen=True)
class Picture:
    """What a picture shows: the page, the elements from the first to the last, and the one that is ringed.

    On the desk something is done first.
    """

    name: str
    page: str
    first: str
    last: str
    ring: str = ""
    done: Callable[[Page], None] | None = None


def record(tab: Page) -> None:
    """Write a record of what is going on."""
    tab.locator(".desk__choice", has_text="推进中").click()
    tab.locator(".desk__form textarea").first.fill("正在修改审核的办法。")
    tab.locator(".desk__state--good").wait_for()


def marked(tab: Page) -> None:
    """Mark words of the report and see what they come to."""
    tab.get_by_role("button", name="从报告里选").first.click()
    tab.locator(".desk__seek input").fill("规范性文件合法性审核")
    tab.locator(".desk__paragraph:not([hidden]) .desk__words").first.evaluate(
        """words => {
          const from = words.textContent.indexOf("本部门起草");
          getSelection().setBaseAndExtent(words.firstChild, from, words.firstChild, from + 16);
        }"""
    )
    tab.get_by_role("button", name="用这几个字").click()
    tab.get_by_role("button", name="加进证据").wait_for()


def misquoted(tab: Page) -> None:
    """Write a quotation with a wrong word in it."""
    record(tab)
    tab.locator(".desk__text--date").first.fill("2024")
    tab.get_by_role("button", name="自己填一项").first.click()
    for title, words in (("报告年度", "2024"), ("段落编号", "一（四）2"), ("引文", MISQUOTED)):
        tab.locator(".desk__record").get_by_label(title).fill(words)
    tab.locator(".desk__message button").first.wait_for()


def handed(tab: Page) -> None:
    """Hand a record over."""
    record(tab)
    tab.get_by_role("button", name="交出去").first.click()
    tab.locator(".desk__hand .desk__way").last.wait_for()
    tab.locator(".desk__hand code").last.evaluate(
        "node => node.textContent = node.textContent.replace(/^.*(?=records)/, 'data/')"
    )


PICTURES = (
    Picture("entry", "tasks/rw-023/", ".entry .crumbs", ".entry .states", ".entry .states .badge"),
    Picture("desk-open", "tasks/rw-023/", ".entry .tools", ".entry .neighbours", '.tools a[href*="edit/?id="]'),
    Picture("desk-form", f"edit/?id=RW-023&job={ADD_RECORD}", ".desk__screen h2", ".desk__field >> nth=2", done=record),
    Picture("desk-report", f"edit/?id=RW-023&job={ADD_RECORD}", ".desk__report", ".desk__report", done=marked),
    Picture("desk-message", f"edit/?id=RW-023&job={ADD_RECORD}", WRONG, WRONG, done=misquoted),
    Picture(
        "desk-hand",
        f"edit/?id=RW-023&job={ADD_RECORD}",
        ".desk__way",
        ".desk__way >> nth=1 >> li >> nth=0",
        done=handed,
    ),
    Picture("tools", "tasks/rw-023/", ".entry .tools", ".entry .neighbours", '.tools a[href*="/edit/"]'),
    Picture("record", "tasks/rw-023/", "#records", ".timeline > li"),
    Picture("paragraph", "reports/2024/", "#p-1-4-2", "#p-1-4-2 .paragraph__notes", "#p-1-4-2 .paragraph__label a"),
    Picture("coverage", "coverage/", "#report-2024", "tr[data-paragraph]"),
)

WEBP = """async (png) => {
  const picture = new Image();
  picture.src = `data:image/png;base64,${png}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d", { alpha: false }).drawImage(picture, 0, 0);
  const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1]);
    reader.readAsDataURL(blob);
  });
}"""
"""PNG to WebP, which is a third of its size; Playwright itself takes no WebP."""


def take(tab: Page, address: str, picture: Picture) -> bytes:
    """Return the picture as WebP."""
    tab.goto(f"{address}{picture.page}")
    if picture.done:
        tab.locator(".desk__form").wait_for(timeout=DESK_READY)
        picture.done(tab)
        tab.add_style_tag(content=STILL)
        tab.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    if picture.ring:
        tab.locator(picture.ring).first.evaluate(f"node => node.style.cssText = '{MARKED}'")
    first, last = (tab.locator(selector).first.bounding_box() for selector in (picture.first, picture.last))
    top, bottom = first["y"] - 8, last["y"] + last["height"] + 8
    clip = {"x": 0, "y": top, "width": WIDTH, "height": bottom - top}
    png = tab.screenshot(full_page=True, clip=clip)
    return base64.b64decode(tab.evaluate(WEBP, base64.b64encode(png).decode()))


def take_all(site: Path, folder: Path) -> None:
    """Write every picture of the built `site` into `folder`."""
    with served(site) as address, chromium() as browser:
        size = {"width": WIDTH, "height": 900}
        tab = browser.new_page(viewport=size, device_scale_factor=SHARPNESS, bypass_csp=True, locale="zh-CN")
        tab.clock.set_fixed_time(DAY)
        tab.add_init_script("localStorage.clear()")  # or the desk asks whether to go on with what the last one wrote
        for picture in PICTURES:
            content = take(tab, address, picture)
            (folder / f"{picture.name}.webp").write_bytes(content)


if __name__ == "__main__":
    take_all(Path(sys.argv[1]), FOLDER)
