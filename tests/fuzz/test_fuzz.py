"""The kept corpus keeps every promise, and a short search from it finds nothing that breaks one."""

import importlib.util
import re

import pytest

from tests.patience import patience

from .__main__ import CORPUS, fuzz
from .promises import TARGETS
from .words import WORDS

KEPT = sorted(CORPUS.glob("*/*"))
RUNS = {"reader": 1200, "report": 2500}


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: f"{path.parent.name}-{path.name[:12]}")
def test_every_kept_input_keeps_the_promises(kept, tmp_path):
    with patience():
        TARGETS[kept.parent.name](kept.read_bytes(), tmp_path / "input")


def test_the_corpus_is_small_and_each_target_has_one_and_words():
    assert {path.parent.name for path in KEPT} == TARGETS.keys() == WORDS.keys()
    assert sum(path.stat().st_size for path in KEPT) < 300_000


@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris 只支持 x86_64 的 Linux 和 Python 3.13 以下，这里没有它"
)
@pytest.mark.parametrize("target", TARGETS)
def test_a_short_search_guided_by_coverage_finds_nothing(target, tmp_path):
    new = tmp_path / "new"
    new.mkdir()
    options = (f"-runs={RUNS[target]}", "-seed=1", f"-artifact_prefix={tmp_path}/")
    run = fuzz(target, *options, str(new), str(CORPUS / target))
    assert run.returncode == 0, run.stderr[-3000:]
    assert int(re.search(r"Done (\d+) runs", run.stderr)[1]) >= RUNS[target]
    assert int(re.findall(r"cov: (\d+)", run.stderr)[-1]) > {"reader": 400, "report": 90}[target]
