"""Any bytes as a file of the lists, any text as a report: the promises that the fuzzer breaks its teeth on, by Hypothesis."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.promises import TARGETS
from tests.fuzz.words import WORDS
from tests.patience import patience


def contents(target):
    """Return bytes of any kind, and bytes made of the marks that the parser looks at."""
    pieces = st.lists(st.one_of(st.sampled_from(WORDS[target]), st.text(max_size=4)), max_size=40)
    return st.one_of(st.binary(max_size=200), pieces.map(lambda words: "".join(words).encode("utf-8", "surrogatepass")))


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("input") / "input"


@pytest.mark.parametrize("target", TARGETS)
def test_no_input_breaks_a_promise(target, file):
    @settings(max_examples=600)
    @given(contents(target))
    def holds(content):
        with patience():
            TARGETS[target](content, file)

    holds()
