"""Takes the pictures of the guide from a built site: `make pictures`, to be committed when a page looks different.

The site is built with the name of a repository, or the links to it would be missing; the name is not to be seen.
"""

import base64
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import chromium, served

FOLDER = Path("docs/guide/pictures")
SHARPNESS = 1.5
WIDTH = 592
"""The window's width, so that the content is at most 560 wide and can be read on a telephone too."""

MARKED = "outline: 3px solid #8a1f1f; outline-offset: 3px; border-radius: 3px"


@dataclass(frozen=True)
class Picture:
    """What a picture shows: the page, the elements from the first to the last, and the one that is ringed."""

    name: str
    page: str
    first: str
    last: str
    ring: str = ""


PICTURES = (
    Picture("entry", "tasks/rw-023/", ".entry .crumbs", ".entry .lead", ".entry .states .badge"),
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
        tab = browser.new_page(viewport=size, device_scale_factor=SHARPNESS, bypass_csp=True)
        for picture in PICTURES:
            content = take(tab, address, picture)
            (folder / f"{picture.name}.webp").write_bytes(content)


if __name__ == "__main__":
    take_all(Path(sys.argv[1]), FOLDER)
