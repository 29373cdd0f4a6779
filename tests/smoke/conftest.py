"""A site that `make build` has just built, whatever data it was built from, served where it says that it stands."""

import json
import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser import PATIENCE, served, watched

SITE = Path(os.environ.get("SITE_DIR") or "site")


def published(name):
    """Return one of the site's own data files."""
    return json.loads((SITE / f"data/v1/{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    if not (SITE / "index.html").is_file():
        pytest.exit(f"{SITE} 里没有网站，先运行 make build", 1)
    prefix = urlsplit(published("index")["base_url"]).path.strip("/")
    root = tmp_path_factory.mktemp("served") / "root"
    (root / prefix).parent.mkdir(parents=True, exist_ok=True)
    (root / prefix).symlink_to(SITE.resolve())
    with served(root) as found:
        yield f"{found}{prefix}/" if prefix else found


@pytest.fixture
def reader(browser, address):
    """A page as wide as a phone, on which nothing may go wrong and from which no other host may be asked."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, base_url=address)
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE)
    faults = watched(tab, address)
    yield tab
    assert faults == []
    context.close()
