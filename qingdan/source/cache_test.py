"""What is kept comes back whole or not at all, and takes no more room than it may."""

import pytest

from . import cache


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache/kept")
    return cache.FOLDER


def test_what_was_kept_comes_back_for_the_same_ingredients_only():
    cache.remember(("a", "bc"), b"made")
    assert cache.recalled(("a", "bc")) == b"made"
    assert cache.recalled(("ab", "c")) is None


def test_what_is_no_longer_whole_is_as_if_it_were_not_there(folder):
    cache.remember(("a",), b"made")
    [file] = folder.iterdir()
    for damaged in (b"", file.read_bytes()[:-1], file.read_bytes() + b"x"):
        file.write_bytes(damaged)
        assert cache.recalled(("a",)) is None


def test_a_folder_that_cannot_be_made_keeps_nothing_and_says_nothing(folder):
    folder.parent.write_bytes(b"")
    cache.remember(("a",), b"made")
    assert cache.recalled(("a",)) is None


def test_no_more_is_kept_than_there_is_room_for(folder, monkeypatch):
    monkeypatch.setattr(cache, "MOST", 4)
    for number in range(9):
        cache.remember((str(number),), b"made")
    assert len([*folder.iterdir()]) <= 4
    assert cache.recalled(("8",)) == b"made"
