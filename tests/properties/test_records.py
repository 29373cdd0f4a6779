"""Any sequence of records gives an entry one state, or is refused."""

import copy
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from qingdan.site.check import Unproven, open_site

from .sample import AS_OF, sample, write

FILES = sample()
STATES = {status["名称"]: status for status in FILES["vocab.yml"]["状态"]}
COMPUTED = {status["名称"] for status in FILES["vocab.yml"]["推算状态"]}
PROOF = {"报告": "2025", "段落": "（三）", "引文": "宣传方式单一"}

DATES = st.one_of(
    st.sampled_from(["2024", "2025", "2025-06", "2025-06-30", "2026-11-23", "2026-11-24", "2027"]),
    st.dates().map(str),
    st.text("0123456789-年月日 待核长期", max_size=10),
)
RECORDS = st.lists(
    st.fixed_dictionaries(
        {
            "日期": DATES,
            "状态": st.one_of(st.sampled_from([*STATES, *COMPUTED]), st.text(min_size=1, max_size=4)),
            "说明": st.just("做了。"),
            "证据": st.sampled_from([[], [PROOF]]),
        },
        optional={"接续": st.sampled_from([["RW-002"], ["RW-004"], ["RW-999"], []])},
    ),
    max_size=5,
)
WALKS = st.lists(st.tuples(st.integers(2020, 2025), st.integers(1, 12), st.sampled_from(list(STATES))), max_size=5).map(
    lambda steps: [
        {"日期": f"{year}-{month:02}", "状态": state, "说明": "做了。", "证据": [PROOF]}
        for year, month, state in sorted(steps)
    ]
)


def opened(records, due):
    files = copy.deepcopy(FILES)
    files["tasks/tasks.yml"][3] |= {"记录": records, "来源": "法规整理", "时限": due}
    with TemporaryDirectory() as folder:
        write(files, Path(folder) / "data")
        return open_site(Path(folder) / "data", AS_OF)


@settings(max_examples=150)
@given(st.one_of(WALKS, RECORDS), st.one_of(st.just("长期"), DATES))
def test_any_records_give_one_state_or_are_refused(records, due):
    try:
        site = opened(records, due)
    except Unproven as unproven:
        assert unproven.problems
        return
    entry = site.entries["RW-004"]
    assert all(later["状态"] in STATES[earlier["状态"]]["可接续"] for earlier, later in pairwise(records))
    assert all(record["证据"] for record in records if STATES[record["状态"]]["证据"] == "需要")
    past = [record["状态"] for record in records if record["日期"] <= AS_OF.isoformat()]
    assert site.status(entry).name == (past[-1] if past else "尚无记录")
    flags = [flag.name for flag in site.flags(entry)]
    assert {flag.removeprefix("2025") for flag in flags} <= COMPUTED - {"尚无记录"}
    assert len(set(flags)) == len(flags)
    assert not (flags and past and past[-1] == "已退出")


@cache
def allowed():
    return {name: set(status["可接续"]) for name, status in STATES.items()}


@settings(max_examples=80)
@given(WALKS)
def test_records_in_their_order_with_proof_are_refused_only_for_a_step_that_is_not_allowed(records):
    steps = pairwise(record["状态"] for record in records)
    try:
        opened(records, "长期")
    except Unproven as unproven:
        assert {problem.rule for problem in unproven.problems} == {"状态接续"}
        assert any(later not in allowed()[earlier] for earlier, later in steps)
    else:
        assert all(later in allowed()[earlier] for earlier, later in steps)
