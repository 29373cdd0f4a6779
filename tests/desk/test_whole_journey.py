"""One journey with nothing left out: a page of the site, the browser's own Python, human pace, the file that is handed over."""

import time

from .clerk import Clerk, put
from .test_jobs import add_record, only_new


def test_a_record_with_evidence_is_added_at_human_pace(clerk: Clerk) -> None:
    clerk.human = True
    begun = time.monotonic()
    add_record(clerk)
    file = only_new(clerk.hand_over())
    print(f"\nadd a record with evidence at human pace: {time.monotonic() - begun:.1f} s")
    put([file], clerk.data)
    assert "引文: 开展讲座3次" in file.text
