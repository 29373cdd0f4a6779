"""Every built page is valid HTML and every link leads somewhere, by tools that share no code with the project.

Both also under a second, deeper path prefix: the site must work from any folder of any host.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import FIRST
from qingdan.publish.publish import publish

from .conftest import AS_OF, PREFIX
from .kinds import kinds

VNU = Path(".venv/node/node_modules/vnu-jar/build/dist/vnu.jar")
OTHER = "qu/fazhi"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory, folder):
    """The same site built for another host and a path of two folders; the folder that such a host would serve."""
    root = tmp_path_factory.mktemp("elsewhere")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", f"http://127.0.0.1:9/{OTHER}/")
        (root / OTHER).parent.mkdir(parents=True)
        publish(FIRST, root / OTHER, AS_OF, lambda built: None)
    return root


def vnu(folder, *paths):
    """Return what the validator says against the pages below `folder`, or of those at `paths` there, one a line.

    CI must have the validator; a machine with only Python, git and make, where it may not be installed, does without.
    """
    missing = [what for what, found in (("Java 17", shutil.which("java")), ("npm", VNU.is_file())) if not found]
    if missing:
        absent = pytest.fail if os.environ.get("CI") else pytest.skip
        absent(f"查 HTML 写法要用 vnu，请装好 {'、'.join(missing)}，再运行 make test")
    command = ["java", "-jar", VNU, "--skip-non-html", "--errors-only", "--format", "json"]
    pages = [folder / path for path in paths] or [folder]
    run = subprocess.run([*command, *pages], capture_output=True, text=True, check=False)
    messages = json.loads(run.stderr)["messages"]
    return [f"{m['url'].rpartition(str(folder))[2]}:{m.get('lastLine')}: {m['message']}" for m in messages]


def lychee(root, origin):
    """Return the report on all links of the pages below `root`, links to `origin` being looked up in `root` too."""
    command = [Path(sys.executable).with_name("lychee"), "--offline", "--include-fragments", "--no-progress"]
    places = ["--index-files", "index.html", "--root-dir", root, "--remap", f"^{origin} {root.as_uri()}/"]
    run = subprocess.run(
        [*command, *places, "--format", "json", f"{root}/**/*.html"], capture_output=True, text=True, check=False
    )
    return json.loads(run.stdout)


def broken(report):
    return [f"{page}: {link['url']}" for page, links in report["error_map"].items() for link in links]


def test_every_page_is_valid_html(folder):
    assert vnu(folder) == []


def test_every_kind_of_page_is_valid_html_under_another_prefix(elsewhere):
    site = elsewhere / OTHER
    files = [path if path == "404.html" else f"{path}index.html" for path in kinds(site)]
    assert vnu(site, *files) == []


def test_the_validator_names_the_page_and_the_line_of_a_mistake(tmp_path):
    text = '<!doctype html>\n<html lang="zh-CN"><title>错</title>\n<p><input type="checkbox" autocomplete="off">\n'
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    [fault] = vnu(tmp_path)
    assert fault.startswith("/index.html:3: Attribute “autocomplete”")


def test_every_link_and_anchor_leads_somewhere(root, folder, address):
    report = lychee(root, address.removesuffix(f"{PREFIX}/"))
    assert broken(report) == []
    assert report["successful"] > len(list(folder.rglob("*.html")))


def test_every_link_and_anchor_leads_somewhere_under_another_prefix(elsewhere):
    report = lychee(elsewhere, "http://127.0.0.1:9/")
    assert broken(report) == []
    assert report["successful"] > len(list(elsewhere.rglob("*.html")))


@pytest.mark.parametrize("link", ["nowhere/", "#nowhere", "http://127.0.0.1:9/qu/fazhi/nowhere/", "/duty/"])
def test_a_link_that_leads_nowhere_is_found(tmp_path, link):
    page = tmp_path / OTHER / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<!doctype html><title>链</title><a href="{link}">去</a>', encoding="utf-8")
    assert len(broken(lychee(tmp_path, "http://127.0.0.1:9/"))) == 1


def test_both_prefixes_have_the_same_pages(elsewhere, folder):
    def names(site):
        return sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())

    assert names(elsewhere / OTHER) == names(folder)
