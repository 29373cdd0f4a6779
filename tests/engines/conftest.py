"""The same data built by MkDocs and by another engine, with the check of the built site on each."""

from functools import partial
from importlib.util import find_spec

import pytest

from conftest import FIRST
from qingdan.cli import main
from qingdan.publish.engine import ENGINES
from qingdan.publish.publish import publish
from qingdan.publish.site_check import faults
from qingdan.site.check import open_site
from tests.built import hostile
from tests.built.conftest import AS_OF, address, root  # noqa: F401 fixtures

from .pair import ADDRESS, Pair

MOVED = """
- {日期: 2026-11-23, 事项: 收录, 地址: [tasks/rw-900/]}
- {日期: 2026-11-23, 事项: 改址, 原地址: tasks/rw-900/, 新地址: tasks/rw-003/, 理由: 编号写错。}
"""


def _refuse(site, folder):
    assert faults(site, folder) == []


def build(engine, data, folder):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", ADDRESS)
        publish(data, folder, AS_OF, partial(_refuse, open_site(data, AS_OF)), engine)
    return folder


@pytest.fixture(scope="session", params=ENGINES[1:])
def engine(request):
    if not find_spec(request.param):
        pytest.skip(f"没有安装 {request.param}；运行 make {request.param} 就会比较")
    return request.param


@pytest.fixture(scope="session", params=["own", "attacked"])
def data(request, tmp_path_factory):
    """A department of real size, and one whose every text tries to break out of the page and one of whose entries has moved."""
    if request.param == "own":
        return FIRST
    attacked = tmp_path_factory.mktemp("attacked") / "data"
    hostile.write(attacked, hostile.attempts())
    assert main(["register", "--data", str(attacked), "--as-of", AS_OF.isoformat()]) == 0
    with (attacked / "registry.yml").open("a", encoding="utf-8") as registry:
        registry.write(MOVED)
    return attacked


@pytest.fixture(scope="session")
def pair(data, engine, tmp_path_factory):
    place = tmp_path_factory.mktemp(engine)
    return Pair(build("mkdocs", data, place / "mkdocs"), build(engine, data, place / engine))
