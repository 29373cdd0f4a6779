"""Lists of more than three hundred rows: pages without JavaScript; with it, filters over the whole, drawn as it is read."""

import json
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from qingdan.publish.site_check import faults
from qingdan.render import MACROS
from qingdan.render.stretch import row_files
from qingdan.site.pages import pages
from qingdan.site.stretches import LIMIT, every_stretch, stretches
from qingdan.model.parts import LAWS, part_at
from tests.browser import watched
from tests.enlarged import enlarged

LISTS = ("publicity", "tasks")
LONG = (*LISTS, "laws")


@pytest.fixture(scope="module")
def long_site(site):
    return enlarged(site, tasks=900, publicity=400, laws=700)


@pytest.fixture(scope="module")
def long_address(root, address, folder, long_site):
    """The built site again, with the long lists in the frames of its own."""
    copy = root / "long"
    shutil.copytree(folder, copy)

    def put(frame, path, html):
        source = (folder / frame / "index.html").read_text(encoding="utf-8")
        depth = "../" * path.count("/")
        source = source.replace('="../', f'="{depth}') if depth != "../" else source
        start, end = source.index('<div class="page overview"'), source.index("</article>")
        (copy / path).mkdir(parents=True, exist_ok=True)
        (copy / path / "index.html").write_text(source[:start] + html + source[end:], encoding="utf-8")

    for name in LONG:
        put(name, f"{name}/", overview(long_site, name))
    for path, one in every_stretch(long_site).items():
        put(one.part.folder, path, MACROS["list_stretch"](long_site, path, root="../" * path.count("/")))
    for path, content in row_files(long_site):
        (copy / path).write_bytes(content)
    return address.replace("duty/", "long/")


@pytest.fixture
def tab(browser, long_address):
    """A desktop page on which nothing may go wrong."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=long_address)
    tab = context.new_page()
    tab.set_default_timeout(60_000)
    wrong = watched(tab, long_address)
    yield tab
    context.close()
    assert wrong == []


def overview(site, name):
    return MACROS["law_list"](site, root="../") if name == "laws" else MACROS["entry_list"](site, name, root="../")


def rows_in(html):
    return re.findall(r'<tr data-(?:entry|law)="([^"]+)"', html)


def ids_of(site, name):
    return [*site.laws] if name == "laws" else [entry.id for entry in site.lists[name]]


def drawn(tab):
    return tab.eval_on_selector_all("[data-drawn] tr[data-entry], [data-drawn] tr[data-law]", "rows => rows.map(row => row.dataset.entry || row.dataset.law)")
