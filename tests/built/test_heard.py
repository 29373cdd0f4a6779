"""What a screen reader is told is what it was: a change of it is seen in review, in tests/heard/, after `make heard`."""

from tests.heard import KEPT, heard


def test_a_screen_reader_is_told_the_same_as_before(browser, address, folder):
    told = dict(heard(browser, address))
    kept = {path.stem: path.read_text(encoding="utf-8") for path in KEPT.glob("*.yml")}
    assert told == kept, "若是有意改的，运行 make heard，连同 tests/heard/ 一起提交"
