"""A few pages of the built site in a real Chromium: what a change of words alone could still break."""

import pytest
from playwright.sync_api import expect

from tests.built.kinds import kinds

from .conftest import SITE, published

LISTS = ("publicity", "tasks", "laws", "reports")


def test_every_kind_of_page_opens_and_none_scrolls_sideways_on_a_phone(reader):
    for path in kinds(SITE):
        reader.goto(path)
        expect(reader.locator("h1")).to_be_visible()
        assert reader.evaluate("document.documentElement.scrollWidth") <= 360, path


@pytest.mark.parametrize("name", LISTS)
def test_a_list_leads_to_what_the_data_holds(reader, name):
    records = published(name)[name]
    reader.goto(f"{name}/")
    links = {one["path"]: reader.locator(f'#main a[href$="{one["path"]}"]').first for one in records}
    shown = [one for one in records if links[one["path"]].is_visible()]
    assert shown or not records
    for record in shown[:1]:
        links[record["path"]].click()
        expect(reader.locator("h1")).to_contain_text(record.get("name") or record["title"])


def test_search_finds_an_entry_by_its_name_and_leads_to_it(reader):
    entries = [one for name in LISTS[:2] for one in published(name)[name]]
    if not entries:
        pytest.skip("两份清单都是空的")
    entry = max(entries, key=lambda one: len(one["name"]))
    reader.goto("")
    reader.keyboard.press("/")
    reader.locator(".md-search__input").fill(entry["name"])
    reader.locator(f'.md-search-result__link[href*="{entry["path"]}"]').first.click()
    expect(reader.locator("h1")).to_contain_text(entry["name"])
