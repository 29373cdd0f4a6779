"""Pictures of every kind of page for a person to look at: test-results/screenshots/, wide in light, narrow in dark."""

import shutil
import struct
from pathlib import Path

import pytest

from .kinds import LOOKS, kinds

PICTURES = Path("test-results/screenshots")
TALLEST = 6000


@pytest.fixture(scope="module")
def pictures():
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    return PICTURES


def take(tab, path, name):
    """Write a picture of the page, down to TALLEST pixels. Out: its width, and the colour behind the text."""
    tab.goto(path)
    width = tab.viewport_size["width"]
    height = min(tab.evaluate("document.documentElement.scrollHeight"), TALLEST)
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    picture = tab.screenshot(path=name, full_page=True, clip=clip)
    return struct.unpack(">I", picture[16:20])[0], tab.evaluate("getComputedStyle(document.body).backgroundColor")


def test_every_kind_of_page_has_its_picture_wide_in_light_and_narrow_in_dark(browser, address, folder, pictures):
    paths, papers = kinds(folder), []
    names = {path: path.strip("/").replace("/", "-").removesuffix(".html") or "home" for path in paths}
    for width, scheme in LOOKS:
        viewport = {"width": width, "height": 900}
        context = browser.new_context(viewport=viewport, base_url=address, color_scheme=scheme, reduced_motion="reduce")
        tab = context.new_page()
        taken = [take(tab, path, pictures / f"{name}-{width}-{scheme}.png") for path, name in names.items()]
        assert {size for size, _ in taken} == {width}
        papers.append({paper for _, paper in taken})
        context.close()
    assert not papers[0] & papers[1]
    assert len(list(pictures.glob("*.png"))) == 2 * len(paths)
