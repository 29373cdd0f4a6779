"""The table of parts and the records that it names agree."""

import pytest

from .parts import FILED, LISTS, NUMBER, PARTS


@pytest.mark.parametrize("part", [part for part in PARTS if part.prefix], ids=lambda part: part.folder)
def test_the_record_of_a_numbered_part_takes_its_numbers_and_no_others(part):
    patterns = [getattr(mark, "pattern", None) for mark in part.record.model_fields[part.key].metadata]
    assert f"^{part.prefix}{NUMBER}$" in patterns


@pytest.mark.parametrize("part", FILED, ids=lambda part: part.folder)
def test_a_record_begins_with_the_key_that_names_it_and_has_the_key_that_splits_the_files(part):
    keys = [info.alias for info in part.record.model_fields.values()]
    assert keys[0] == part.key_title
    assert part.groups in keys


def test_no_two_parts_share_a_name_a_folder_a_record_or_a_prefix():
    for facts in (
        [part.name for part in PARTS],
        [part.folder for part in PARTS],
        [part.record for part in PARTS],
        [part.prefix for part in PARTS if part.prefix],
    ):
        assert len(set(facts)) == len(facts)


@pytest.mark.parametrize("part", LISTS, ids=lambda part: part.folder)
def test_the_record_of_a_list_has_a_field_and_laws(part):
    assert {"field", "laws"} <= part.record.model_fields.keys()
