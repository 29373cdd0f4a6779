"""A page of a preview is the page of a clean build, byte for byte, whatever was changed in the data before."""

import logging
import os
import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from conftest import SECOND, Department, contents

EDITS = (
    ("tasks/tasks.yml", "  内容: 改进宣传方式。", "  内容: 改一改宣传方式。"),
    ("tasks/tasks.yml", "  名称: 旧的任务", "  名称: 新的任务"),
    ("tasks/tasks.yml", "  名称: 旧的任务", "  名称：新的任务"),
    ("site.yml", "示例区水务局法治责任清单", "示例区水务局的法治责任清单"),
    ("answers/water.yml", "  问: 能不能擅自接管？", "  问: 能不能自己接管？"),
    ("publicity/publicity.yml", "  责任主体: [法规处]", "  责任主体: [法规处, 办公室]"),
    ("vocab.yml", "名称: 推进中", "名称: 推进了"),
)
VERSION = re.compile(rb"start\.js\?v=\w+")
"""A preview has another version of the search, so that nothing has to be made for it."""


def built(site: Path) -> dict[str, bytes]:
    """Return the files of a site without what only tells one version of the search from another."""
    return {path: VERSION.sub(b"start.js", content) for path, content in contents(site).items()}


def whole(folder: Path):
    """Build as a preview does at its start."""
    config = load_config("mkdocs.yml", strict=True, site_dir=str(folder))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    return sys.modules["macros.py"]


@pytest.fixture(scope="module", autouse=True)
def quiet():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(logging.getLogger("mkdocs"), "propagate", False)
        patch.setenv("SOURCE_DATE_EPOCH", "1795363200")
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        yield


@settings(max_examples=8)
@given(st.lists(st.sets(st.sampled_from(EDITS), min_size=1, max_size=3), min_size=1, max_size=3))
def test_a_preview_shows_after_any_edits_what_a_clean_build_shows(walk):
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(SECOND, folder / "data", ignore=shutil.ignore_patterns("schema"))
        os.environ["DATA_DIR"] = str(folder / "data")
        try:
            hook = whole(folder / "preview")
            preview = hook._last[0]
            for edits in walk:
                for path, old, new in edits:
                    file = Department(folder / "data").folder / path
                    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8", newline="\n")
                try:
                    preview.follow()
                except PluginError:
                    continue
                for path in sorted(preview.waiting):
                    preview.make(path)
            shown = built(folder / "preview")
            try:
                whole(folder / "clean")
            except SystemExit:
                return
            assert shown == built(folder / "clean")
        finally:
            del os.environ["DATA_DIR"]
