"""The two lists: narrowed, searched, sorted, shared by their address; whole without JavaScript."""

import json
import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from pypinyin import Style, pinyin

from qingdan.text.dates import Moment

from .axe_in_main import axe_in_main
from .kinds import LOOKS

LISTS = ("publicity", "tasks")


def entries_of(site, name):
    return site.lists["publicity"] if name == "publicity" else site.lists["tasks"]


def rows_of(site, entries):
    """The numbers of some entries of one list in the order of its rows: by 领域, what has left the list at the end."""
    fields = [term.name for term in (*site.vocab.task_fields, *site.vocab.law_topics)]
    ordered = sorted(entries, key=lambda entry: (bool(site.retired(entry)), fields.index(entry.field)))
    return [entry.id for entry in ordered]


def shown(tab):
    return tab.eval_on_selector_all("tr[data-entry]:not([hidden])", "rows => rows.map(row => row.dataset.entry)")


def choices_of(tab, facet):
    """Each choice of a facet as value → (word, number, whether it is not offered)."""
    script = "options => options.slice(1).map(one => [one.value, one.textContent, one.disabled && one.hidden])"
    options = tab.eval_on_selector_all(f'select[name="{facet}"] option', script)
    found = {value: (*re.fullmatch(r"(.+)（(\d+)）", text).groups(), off) for value, text, off in options}
    return {value: (word, int(number), off) for value, (word, number, off) in found.items()}


def truth(site, entry, facet):
    """The words of an entry that a facet goes by, straight from the records."""
    states = [site.status(entry).name, *(flag.name for flag in site.flags(entry))]
    return {
        "status": lambda: [state for state in states if state != "依据已变动"],
        "field": lambda: [entry.field],
        "owner": lambda: entry.owners,
        "audience": lambda: entry.audiences,
        "kind": lambda: [entry.kind],
        "year": lambda: [str(entry.year)],
        "confirmed": lambda: [entry.confirmed],
        "basis": lambda: ["已变动"] if "依据已变动" in states else [],
    }[facet]()


FACETS = [
    *((name, facet) for name in LISTS for facet in ("status", "field", "owner", "year", "confirmed", "basis")),
    ("publicity", "audience"),
    ("tasks", "kind"),
]


@pytest.mark.parametrize(("name", "facet"), FACETS)
def test_each_choice_shows_exactly_its_entries_and_says_beforehand_how_many(reader, site, name, facet):
    reader.goto(f"{name}/")
    choices = choices_of(reader, facet)
    assert choices
    expected = {
        value: [entry for entry in entries_of(site, name) if word in truth(site, entry, facet)]
        for value, (word, _, _) in choices.items()
    }
    assert {value: (number, off) for value, (_, number, off) in choices.items()} == {
        value: (len(entries), not entries) for value, entries in expected.items()
    }
    offered = [value for value in choices if expected[value]]
    for value in offered if len(offered) > 1 else []:
        reader.select_option(f'select[name="{facet}"]', value)
        assert parse_qs(urlsplit(reader.url).query) == {facet: [value]}
        assert shown(reader) == rows_of(site, expected[value]), value
    for value in (*offered[-1:], *[value for value in choices if not expected[value]][:1]):
        reader.goto(f"{name}/?{facet}={value}")
        assert shown(reader) == rows_of(site, expected[value]), value
        expect(reader.locator(f'select[name="{facet}"]')).to_be_visible()
    words = {word for word, _, _ in choices.values()}
    assert words >= {word for entry in entries_of(site, name) for word in truth(site, entry, facet)}


@pytest.mark.parametrize("name", LISTS)
def test_a_filter_is_there_only_where_there_is_something_to_choose_between(reader, name):
    reader.goto(f"{name}/")
    for facet in (facet for of, facet in FACETS if of == name):
        offered = [value for value, (_, _, off) in choices_of(reader, facet).items() if not off]
        expect(reader.locator(f'select[name="{facet}"]')).to_be_visible(visible=len(offered) > 1)


@pytest.mark.parametrize("name", LISTS)
def test_three_views_part_what_stands_in_a_list_by_what_its_records_say(reader, site, name):
    reader.goto(f"{name}/")
    views = reader.get_by_role("group", name="看哪些").get_by_role("button")
    seen = []
    for button in views.all()[1:]:
        word, number = re.fullmatch(r"(.+)（(\d+)）", button.text_content()).groups()
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        found = [site.entries[id] for id in shown(reader)]
        assert len(found) == int(number)
        states = {site.status(entry).name for entry in found}
        late = {"逾期", "到期，待报告"}
        if word == "做了":
            assert states <= {"已落实", "长期坚持"}
            assert not any(flag.name in late for entry in found for flag in site.flags(entry))
        elif word == "没有记录":
            assert states == {"尚无记录"}
        else:
            assert word == "要做的"
        shared = reader.url
        reader.goto(shared)
        assert shown(reader) == [entry.id for entry in found]
        seen += [entry.id for entry in found]
        reader.get_by_role("button", name="全部", exact=True).click()
        assert urlsplit(reader.url).query == ""
    assert sorted(seen) == sorted(entry.id for entry in site.current(entries_of(site, name)))


@pytest.mark.parametrize("name", LISTS)
def test_rows_stand_under_their_field_until_they_are_sorted_another_way(reader, site, name):
    reader.goto(f"{name}/")
    script = """heads => heads.filter(one => one.checkVisibility()).map(one => one.textContent.trim())"""
    heads = reader.eval_on_selector_all(".list__group", script)
    fields = [*dict.fromkeys(site.entries[id].field for id in rows_of(site, site.current(entries_of(site, name))))]
    assert [head for head in heads if head != "已退出"] == fields
    reader.select_option('select[name="field"]', index=1)
    narrowed = {site.entries[id].field for id in shown(reader)}
    assert set(reader.eval_on_selector_all(".list__group", script)) - {"已退出"} == narrowed
    reader.get_by_label("排序").select_option(label="按编号")
    assert reader.eval_on_selector_all(".list__group", script) == []
    assert shown(reader) == sorted(shown(reader))


@pytest.mark.parametrize("name", (*LISTS, "laws"))
def test_rows_stand_above_the_fold_and_the_filters_in_one_line(reader, name):
    reader.set_viewport_size({"width": 1280, "height": 800})
    reader.goto(f"{name}/")
    third = reader.locator("tr[data-text]").nth(2).bounding_box()
    assert third["y"] + third["height"] < 800
    tops = {
        box["y"]
        for one in reader.locator(".filters__line :is(input, select):visible").all()
        for box in [one.bounding_box()]
    }
    assert len(tops) == 1


@pytest.mark.parametrize("name", (*LISTS, "laws", "owners"))
def test_on_a_telephone_a_row_is_one_line_and_a_table_to_those_who_hear_it(reader, name):
    reader.set_viewport_size({"width": 375, "height": 667})
    reader.goto(f"{name}/")
    row = reader.locator("tbody tr:has(.named)").first
    assert row.bounding_box()["height"] <= 48
    expect(row.get_by_role("rowheader")).to_have_count(1)
    expect(row.get_by_role("cell")).to_have_count(row.locator("td").count())
    heads = reader.get_by_role("columnheader").all_text_contents()
    assert len(heads) == row.locator("> *").count()
    rows = reader.locator("tbody tr:has(.named)")
    tall = sum(one["height"] for one in (row.bounding_box() for row in rows.all()))
    assert tall / rows.count() < 60


def test_the_numbers_follow_the_other_choices_and_empty_ones_are_not_offered(reader, site):
    reader.goto("publicity/")
    whole = choices_of(reader, "status")
    field = next(
        slug
        for slug, (_, number, _) in choices_of(reader, "field").items()
        if 0 < number < len(site.lists["publicity"]) / 4
    )
    reader.select_option('select[name="field"]', field)
    word = choices_of(reader, "field")[field][0]
    members = [entry for entry in site.lists["publicity"] if entry.field == word]
    narrowed = choices_of(reader, "status")
    assert narrowed != whole
    for state, number, off in narrowed.values():
        assert number == sum(state in truth(site, entry, "status") for entry in members)
        assert off == (number == 0)
    other = choices_of(reader, "field")
    assert {slug: number for slug, (_, number, _) in other.items()} == {
        slug: sum(entry.field == name for entry in site.lists["publicity"]) for slug, (name, _, _) in other.items()
    }


def test_choices_add_up(reader, site):
    reader.goto("tasks/?status=ongoing&field=administration&text=审核")
    expected = [
        entry.id
        for entry in site.lists["tasks"]
        if site.status(entry).slug == "ongoing"
        and entry.field == "规范行政行为"
        and "审核" in "".join([entry.name, entry.content, *(site.laws[r.law].name for r in entry.laws)])
    ]
    assert expected
    assert shown(reader) == expected


@pytest.mark.parametrize(
    ("typed", "needle"),
    [
        ("油烟", "油烟"),
        ("  垃 圾  ", None),
        ("PF-0", "PF-0"),
        ("ｐｆ－００１", "PF-001"),
        ("pf-001", "PF-001"),
        ("固体废物污染环境防治法", None),
        ("法制部门", None),
    ],
)
def test_free_text_finds_number_name_content_field_owner_and_law(reader, site, typed, needle):
    def haystack(entry):
        laws = [site.laws[reference.law] for reference in entry.laws]
        fields = [entry.id, entry.name, entry.content, entry.field, "、".join(entry.owners)]
        return [*fields, *(law.name for law in laws), *(law.short for law in laws)]

    words = [needle] if needle else typed.split()
    for name in LISTS:
        reader.goto(f"{name}/")
        reader.get_by_label("在这张清单里找").fill(typed)
        expected = [
            entry
            for entry in entries_of(site, name)
            if all(any(word in text for text in haystack(entry)) for word in words)
        ]
        assert shown(reader) == rows_of(site, expected), name


def test_sorting_by_name_follows_pinyin_and_by_due_date_puts_the_open_ended_last(reader, site):
    reader.goto("tasks/")
    reader.get_by_label("排序").select_option(label="按名称（拼音）")
    names = [site.entries[id].name for id in shown(reader)]
    assert sorted(names) == sorted(task.name for task in site.lists["tasks"])
    readings = [pinyin(name[0], style=Style.NORMAL, heteronym=True)[0] for name in names]
    syllables = [found[0] for found in readings if len(found) == 1]
    assert len(set(syllables)) > 15
    assert syllables == sorted(syllables)
    assert parse_qs(urlsplit(reader.url).query) == {"sort": ["name"]}
    reader.get_by_label("排序").select_option(label="按时限")
    due = {task.id: task.due.last.isoformat() for task in site.lists["tasks"] if isinstance(task.due, Moment)}
    assert shown(reader) == sorted(rows_of(site, site.lists["tasks"]), key=lambda id: due.get(id, "9999"))
    reader.get_by_label("排序").select_option(label="按状态")
    order = [term.name for term in (*site.vocab.statuses, *site.vocab.computed)]
    states = [order.index(site.status(site.entries[id]).name) for id in shown(reader)]
    assert states == sorted(states)
    reader.get_by_label("排序").select_option(label="按编号")
    assert shown(reader) == [task.id for task in site.lists["tasks"]]


def test_the_address_holds_the_choice_and_brings_it_back(reader, browser, address):
    reader.goto("publicity/")
    reader.get_by_label("普法对象").select_option(label=choices_label(reader, "audience", "shops"))
    reader.get_by_label("在这张清单里找").fill("垃圾")
    reader.get_by_label("排序").select_option(label="按名称（拼音）")
    query = parse_qs(urlsplit(reader.url).query)
    assert query == {"audience": ["shops"], "text": ["垃圾"], "sort": ["name"]}
    found = shown(reader)
    assert found
    other = browser.new_context()
    tab = other.new_page()
    tab.goto(reader.url)
    assert shown(tab) == found
    expect(tab.get_by_label("在这张清单里找")).to_have_value("垃圾")
    other.close()


def choices_label(tab, facet, value):
    return tab.eval_on_selector(f'select[name="{facet}"] option[value="{value}"]', "option => option.text")


def test_back_and_forward_walk_through_the_choices(reader, site):
    reader.goto("tasks/")
    reader.select_option('select[name="status"]', "done")
    done = shown(reader)
    reader.select_option('select[name="year"]', "2024")
    both = shown(reader)
    reader.go_back()
    assert shown(reader) == done
    expect(reader.locator('select[name="year"]')).to_have_value("")
    reader.go_back()
    assert len(shown(reader)) == len(site.lists["tasks"])
    reader.go_forward()
    reader.go_forward()
    assert shown(reader) == both
    assert urlsplit(reader.url).query == "status=done&year=2024"


def test_typing_leaves_one_step_in_the_history_not_one_a_letter(reader):
    reader.goto("about/")
    reader.goto("tasks/")
    before = reader.evaluate("history.length")
    reader.get_by_label("在这张清单里找").press_sequentially("审核 合同", delay=40)
    reader.wait_for_url("**/tasks/?text=*")
    assert reader.evaluate("history.length") == before
    reader.go_back()
    assert urlsplit(reader.url).path.endswith("/about/")
    reader.go_forward()
    expect(reader.get_by_label("在这张清单里找")).to_have_value("审核 合同")


def test_coming_back_from_an_entry_finds_the_list_as_it_was_left(reader):
    reader.goto("tasks/")
    reader.get_by_label("在这张清单里找").fill("合同")
    found = shown(reader)
    reader.locator(f'tr[data-entry="{found[0]}"] .named a').first.click()
    reader.wait_for_url(f"**/tasks/{found[0].lower()}/")
    reader.go_back()
    expect(reader.get_by_label("在这张清单里找")).to_have_value("合同")
    assert shown(reader) == found


@pytest.mark.parametrize(
    "query", ["?status=nonsense", "?field=<script>alert(1)</script>", "?sort=up&other=1", "?text="]
)
def test_an_address_with_unknown_values_shows_the_whole_list(reader, site, query):
    reader.goto(f"tasks/{query}")
    assert shown(reader) == rows_of(site, site.lists["tasks"])
    expect(reader.locator(".filters__count")).to_have_text(f"共 {len(site.lists['tasks'])} 条")


def test_the_theme_s_search_by_address_is_left_alone(reader, site):
    reader.goto("tasks/?q=油烟")
    expect(reader.locator(".md-search__input")).to_have_value("油烟")
    assert len(shown(reader)) == len(site.lists["tasks"])


def test_the_number_of_rows_shown_is_announced(reader, site):
    reader.goto("tasks/")
    status = reader.get_by_role("search", name="筛选这张清单").get_by_role("status")
    expect(status).to_have_text(f"共 {len(site.lists['tasks'])} 条")
    reader.select_option('select[name="status"]', "done")
    expect(status).to_have_text(f"显示 {len(shown(reader))} 条，共 {len(site.lists['tasks'])} 条")


def test_clearing_brings_the_whole_list_back_and_keeps_the_focus_and_the_order(reader, site):
    reader.goto("tasks/?status=done&text=检查&sort=name")
    reader.get_by_role("button", name="清除", exact=True).click()
    assert sorted(shown(reader)) == [task.id for task in site.lists["tasks"]]
    assert urlsplit(reader.url).query == "sort=name"
    expect(reader.locator(".filters__count")).to_be_focused()
    expect(reader.get_by_role("button", name="清除", exact=True)).to_be_hidden()


def test_nothing_found_says_so_and_offers_to_clear(reader, site):
    reader.goto("publicity/")
    reader.get_by_label("在这张清单里找").fill("没有这样的字词")
    expect(reader.get_by_text("没有符合这些条件的")).to_be_visible()
    expect(reader.locator("table.list--entries")).to_be_hidden()
    reader.get_by_role("button", name="清除全部条件").click()
    assert len(shown(reader)) == len(site.lists["publicity"])
    expect(reader.get_by_text("没有符合这些条件的")).to_be_hidden()


def test_enter_in_the_text_does_not_leave_the_page(reader):
    reader.goto("tasks/")
    reader.get_by_label("在这张清单里找").fill("合同")
    found = shown(reader)
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/tasks/?text=*")
    assert shown(reader) == found


@pytest.mark.parametrize("name", LISTS)
def test_without_javascript_the_whole_list_stands_there_and_no_dead_control(browser, address, folder, site, name):
    context = browser.new_context(java_script_enabled=False, base_url=address)
    tab = context.new_page()
    tab.goto(f"{name}/")
    assert tab.locator("tr[data-entry]:visible").count() == len(entries_of(site, name))
    assert tab.locator(".filters:visible, .filters__nothing:visible").count() == 0
    expect(tab.locator("table.list--entries caption")).to_be_visible()
    context.close()


def test_it_filters_when_opened_from_a_file_too(browser, folder, site):
    tab = browser.new_page()
    wrong = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto((folder / "tasks" / "index.html").as_uri())
    tab.select_option('select[name="status"]', "done")
    assert shown(tab) == rows_of(site, [task for task in site.lists["tasks"] if site.status(task).slug == "done"])
    assert wrong == []
    tab.close()


def test_the_script_is_small_and_loaded_only_on_the_lists(folder):
    assert (folder / "assets" / "lists.js").stat().st_size <= 9216
    users = [path for path in folder.rglob("*.html") if "assets/lists.js" in path.read_text(encoding="utf-8")]
    assert sorted(path.relative_to(folder).as_posix() for path in users) == [
        "laws/index.html",
        "publicity/index.html",
        "tasks/index.html",
    ]


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_telephone_the_choices_open_with_a_button_and_every_target_is_large(reader, width):
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto("publicity/?field=heating")
    toggle = reader.get_by_role("button", name="筛选条件")
    expect(toggle).to_have_text("筛选条件（已选 1 项）")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(reader.get_by_label("责任主体")).to_be_hidden()
    toggle.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(reader.get_by_label("责任主体")).to_be_visible()
    targets = reader.locator(".filters :is(input, select, button):visible, .list--entries .named > a:visible")
    for target in targets.all():
        assert target.bounding_box()["height"] >= 44, target.evaluate("node => node.outerHTML")
    assert reader.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_wide_screen_the_choices_stand_open(reader):
    reader.goto("tasks/")
    expect(reader.get_by_label("责任主体")).to_be_visible()
    expect(reader.locator(".filters__toggle")).to_be_hidden()


def test_everything_can_be_done_by_keyboard(reader, site):
    reader.goto("tasks/")
    reader.get_by_label("在这张清单里找").focus()
    for label in ("状态", "领域", "类别", "责任主体", "年度", "排序"):
        reader.keyboard.press("Tab")
        expect(reader.get_by_label(label, exact=True)).to_be_focused()
    kind = reader.get_by_label("类别")
    kind.focus()
    for _ in site.vocab.task_kinds:
        reader.keyboard.press("ArrowDown")
    expect(kind).to_have_value("rectification")
    assert shown(reader) == rows_of(site, [task for task in site.lists["tasks"] if task.kind == "整改"])


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_with_filters_in_force_or_nothing_found(reader, width, scheme):
    reader.emulate_media(color_scheme=scheme)
    reader.set_viewport_size({"width": width, "height": 900})
    for query in ("?status=ongoing&field=heating", "?text=没有这样的字词"):
        reader.goto(f"publicity/{query}")
        if width < 700:
            reader.get_by_role("button", name="筛选条件").click()
        found = axe_in_main(reader)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", LISTS)
def test_the_picture_shows_every_state_in_proportion_and_its_table_says_the_same(reader, site, name):
    reader.goto(f"{name}/")
    counts = [(term.name, count) for term, count in site.count_by_status(entries_of(site, name))]
    words = "，".join(f"{state} {count} 条" for state, count in counts)
    image = reader.get_by_role("img", name="各状态的条数")
    expect(image.locator("desc")).to_contain_text(words)
    bar = image.bounding_box()["width"]
    widths = [node.bounding_box()["width"] for node in image.locator("> rect").all()]
    assert len(widths) == len(counts)
    for width, (_, count) in zip(widths, counts, strict=True):
        assert width == pytest.approx(bar * count / len(entries_of(site, name)), abs=3)
    rows = reader.get_by_role("table", name="各状态的条数").get_by_role("row")
    assert [" ".join(row.inner_text().split()) for row in rows.all()] == [
        f"{site_shape(site, state)}{state} {count} 条" for state, count in counts
    ]


def site_shape(site, state):
    return next(term.shape for term in (*site.vocab.statuses, *site.vocab.computed) if term.name == state)


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_labels_in_the_picture_never_touch(reader, width, scheme):
    reader.emulate_media(color_scheme=scheme)
    reader.set_viewport_size({"width": width, "height": 900})
    for name in LISTS:
        reader.goto(f"{name}/")
        boxes = [label.bounding_box() for label in reader.locator(".picture__label:visible").all()]
        assert boxes
        for left, right in pairwise(boxes):
            assert left["x"] + left["width"] < right["x"]
        assert boxes[-1]["x"] + boxes[-1]["width"] <= width


@pytest.mark.parametrize("name", LISTS)
def test_states_are_told_apart_by_pattern_not_only_by_colour(page, site, name):
    patterns = [node for node in page(name).root.iter() if str(node.tag).endswith("}pattern")]
    drawn = [[(part.tag, part.get("d"), part.get("r")) for part in pattern] for pattern in patterns]
    assert len(drawn) == len(site.count_by_status(entries_of(site, name)))
    assert len({json.dumps(shapes) for shapes in drawn}) == len(drawn)


def test_no_page_of_the_lists_has_an_inline_style_or_script(page):
    for name in LISTS:
        article = page(name).one("article")
        for node in article.iter():
            assert node.get("style") is None
            assert not str(node.tag).endswith("}script") or node.get("src")


# The library


def laws_shown(tab):
    return tab.eval_on_selector_all("tr[data-law]:not([hidden])", "rows => rows.map(row => row.dataset.law)")


@pytest.mark.parametrize(
    ("facet", "words"),
    [
        ("level", lambda site, law: [law.level]),
        ("status", lambda site, law: [site.law_status(law).name]),
        ("field", lambda site, law: law.topics),
    ],
)
def test_the_library_is_narrowed_by_level_validity_and_field(reader, site, facet, words):
    reader.goto("laws/")
    choices = choices_of(reader, facet)
    expected = {
        value: [law.id for law in site.laws.values() if word in words(site, law)]
        for value, (word, _, _) in choices.items()
    }
    assert {value: (number, off) for value, (_, number, off) in choices.items()} == {
        value: (len(laws), not laws) for value, laws in expected.items()
    }
    offered = [value for value in choices if expected[value]]
    assert offered
    for value in offered:
        reader.select_option(f'select[name="{facet}"]', value)
        assert parse_qs(urlsplit(reader.url).query) == {facet: [value]}
        assert laws_shown(reader) == expected[value], value
    for value in (offered[-1], *[value for value in choices if not expected[value]][:1]):
        reader.goto(f"laws/?{facet}={value}")
        assert laws_shown(reader) == expected[value], value


def test_the_library_is_searched_by_name_short_name_issuer_and_number(reader, site):
    reader.goto("laws/")
    law = next(law for law in site.laws.values() if law.number and law.short not in law.name)
    for words in (law.name, law.short, law.issuer, law.number):
        reader.get_by_label("在法规库里找").fill(words)
        assert law.id in laws_shown(reader), words
    expect(reader.locator(".filters__count")).to_have_text(re.compile(r"显示 \d+ 部，共 \d+ 部"))


def test_the_library_is_sorted_by_the_day_on_which_a_law_came_into_force(reader, site):
    reader.goto("laws/?sort=effective")
    days = {law.id: law.effective.first.isoformat() for law in site.laws.values() if isinstance(law.effective, Moment)}
    found = [days.get(id, "9999") for id in laws_shown(reader)]
    assert found == sorted(found)
    assert len(found) == len(site.laws)


def test_without_javascript_the_whole_library_stands_there(browser, address, folder, site):
    context = browser.new_context(java_script_enabled=False, base_url=address)
    tab = context.new_page()
    tab.goto("laws/")
    assert tab.locator("tr[data-law]:visible").count() == len(site.laws)
    assert tab.locator(".filters:visible").count() == 0
    context.close()
