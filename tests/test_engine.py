"""An engine that is not there is said to be missing; one that does not exist is a wrong command."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("engine", "status", "message"),
    [
        ("properdocs", 1, "没有安装 properdocs，请运行 make properdocs\n没有生成"),
        ("jekyll", 2, "命令写法不对"),
    ],
)
def test_an_engine_that_cannot_build_is_refused_and_nothing_is_written(tmp_path, engine, status, message):
    command = [sys.executable, "-m", "qingdan", "build", "--data", "tests/fixtures/second", "--as-of", "2026-11-23"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    run = subprocess.run(
        [*command, "--site-dir", tmp_path / "site", "--engine", engine],
        capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert run.returncode == status
    assert message in run.stderr
    assert "Traceback" not in run.stderr
    assert list(tmp_path.iterdir()) == []
