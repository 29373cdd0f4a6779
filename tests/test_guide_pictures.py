"""The guide's pictures: each is used, small, described, and shows elements that the pages still have."""

import re
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import FIRST
from qingdan.render import MACROS
from qingdan.site.check import open_site
from qingdan.site.pages import pages
from qingdan.site.publication import Handover, Publication
from qingdan.site.repository import Repository

from .guide_pictures import FOLDER, PICTURES, SHARPNESS

pytestmark = pytest.mark.words
ROOT = Path(__file__).parents[1]
AS_OF = date(2026, 11, 23)
IMAGE = re.compile(r"!\[([^]]*)\]\(([^)]+)\)(.*)")
SHAPE = re.compile(r'\{: \.shot width="(\d+)" height="(\d+)" loading="lazy" \}')

USES = [
    match.groups()
    for page in sorted((ROOT / "docs/guide").glob("*.md"))
    for match in IMAGE.finditer(page.read_text("utf-8"))
]


def size_of(picture: Path):
    """Return width and height as the WebP container states them (VP8X: 24 bits each, less one)."""
    content = picture.read_bytes()
    assert (content[:4], content[8:16]) == (b"RIFF", b"WEBPVP8X")
    return tuple(int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))


@pytest.fixture(scope="module")
def site():
    publication = Publication(desk=Handover("", ""))
    return open_site(FIRST, AS_OF, Repository("example/qingdan", root=ROOT, here=ROOT), publication)


def test_every_picture_is_there_and_used_and_taken_by_the_script():
    named = {picture.name for picture in PICTURES}
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == {f"{name}.webp" for name in named}
    assert {path for _, path, _ in USES} == {f"pictures/{name}.webp" for name in named}


def test_every_picture_is_small():
    for path in (ROOT / FOLDER).iterdir():
        assert path.stat().st_size <= 60_000, path
        assert size_of(path)[0] <= 900, path


def test_every_picture_is_described_and_its_room_is_kept_before_it_comes():
    for alt, path, attributes in USES:
        assert re.search(r"[\u4e00-\u9fff]{10}", re.sub(r"[，：、“”；（）]", "", alt)), alt
        width, height = map(int, SHAPE.fullmatch(attributes).groups())
        assert [round(side / SHARPNESS) for side in size_of(ROOT / "docs/guide" / path)] == [width, height], path


OF_THE_SITE = [picture for picture in PICTURES if not picture.done]
OF_THE_DESK = [picture for picture in PICTURES if picture.done]


@pytest.mark.parametrize("picture", OF_THE_SITE, ids=lambda picture: picture.name)
def test_what_a_picture_shows_is_still_on_its_page(site, picture):
    made = {page.path: page for page in pages(site)}
    name = picture.page.rstrip("/")
    if page := made.get(f"{name}.md"):
        html = MACROS[page.macro](site, page.argument, root="")
    else:
        html = MACROS[name](site, root="")
    tree = LexborHTMLParser(html)
    for selector in filter(None, (picture.first, picture.last, picture.ring)):
        assert tree.css_first(selector), selector


@pytest.mark.parametrize("picture", OF_THE_DESK, ids=lambda picture: picture.name)
def test_what_a_picture_of_the_desk_shows_is_still_made_by_its_scripts(picture):
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "docs/assets/desk").glob("*.js"))
    made = set(re.findall(r"desk__[a-z]+(?:--[a-z]+)?", scripts))
    assert set(re.findall(r"\.(desk__[a-z-]+)", picture.first + picture.last)) <= made
