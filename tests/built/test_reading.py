"""Reading made easier: the elders' version, reading aloud, the menu by keyboard on a phone, tools of a page, print."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def tab(browser, address, folder):
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def size(tab, selector):
    return tab.locator(selector).first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")


def test_the_elders_version_is_two_stops_behind_the_skip_link_and_remembered(tab):
    tab.goto("tasks/")
    tab.keyboard.press("Tab")
    expect(tab.locator(":focus")).to_have_text("跳到正文")
    tab.keyboard.press("Tab")
    expect(tab.locator(":focus")).to_have_text("长辈版")
    tab.keyboard.press("Enter")
    expect(tab.locator(":focus")).to_have_attribute("aria-pressed", "true")
    tab.goto("tasks/rw-028/")
    assert tab.evaluate("document.documentElement.classList.contains('elder')")
    tab.get_by_role("button", name="长辈版").click()
    tab.reload()
    assert not tab.evaluate("document.documentElement.classList.contains('elder')")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_elders_version_has_large_text_and_large_targets(tab, width):
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto("tasks/")
    tab.get_by_role("button", name="长辈版").click()
    for path, selectors in (
        ("tasks/", (".list td", ".list th", "#main p", ".badge")),
        ("tasks/rw-028/", (".lead", ".facts dd", "blockquote", "figcaption", ".aside")),
        ("reports/2024/", (".paragraph__text p", ".paragraph__notes li", ".remark")),
    ):
        tab.goto(path)
        for selector in selectors:
            assert size(tab, selector) >= 18, f"{path} {selector}"
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, path
    tab.goto("tasks/rw-028/")
    for button in tab.locator(
        "button:visible:not(.md-search *), label.md-header__button:visible, a.badge:visible, .crumbs a, .neighbours a"
    ).all():
        assert button.bounding_box()["height"] >= 44, button.evaluate("node => node.outerHTML")


def test_body_text_and_tables_are_at_least_16_pixels(tab):
    for path, selectors in (
        ("tasks/", ("#main p", ".list td")),
        ("reports/2024/", (".paragraph__text p",)),
        ("guide/", ("#main p", "td")),
    ):
        tab.goto(path)
        for selector in selectors:
            assert size(tab, selector) >= 16, f"{path} {selector}"


def test_without_a_voice_no_button_for_reading_aloud_appears(tab):
    tab.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis;")
    tab.goto("tasks/")
    expect(tab.locator('[data-tool="elder"]')).to_be_visible()
    expect(tab.locator('[data-tool="aloud"]')).to_be_hidden()


def test_an_entry_can_be_copied_printed_and_leafed_through(tab):
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto("tasks/rw-028/#records")
    tab.get_by_role("button", name="复制本页地址").click()
    expect(tab.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    assert tab.evaluate("navigator.clipboard.readText()").endswith("/tasks/rw-028/")
    tab.evaluate("window.print = () => { window.printed = true; }")
    tab.get_by_role("button", name="打印").click()
    assert tab.evaluate("window.printed")
    tab.get_by_role("link", name="下一条：").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("法律咨询服务")
    tab.get_by_role("link", name="上一条：").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("涉法涉诉案件化解和信息公开申请")


@pytest.mark.parametrize("copies", [True, False])
def test_without_the_clipboard_the_address_is_copied_from_a_field_or_left_selected(tab, copies):
    tab.add_init_script(
        f"""Object.defineProperty(navigator, "clipboard", {{ value: undefined }});
        document.execCommand = (what) => {{ window.copied = [what, String(document.activeElement.value)]; return {str(copies).lower()}; }};"""
    )
    tab.goto("tasks/rw-028/")
    tab.get_by_role("button", name="复制本页地址").click()
    told, field = tab.locator(".tools__told"), tab.get_by_label("本页地址")
    if copies:
        expect(told).to_have_text("已复制本页地址")
        what, copied = tab.evaluate("copied")
        assert what == "copy" and copied.endswith("/tasks/rw-028/")
    else:
        expect(told).to_contain_text("请自己复制")
        expect(field).to_be_focused()
        assert field.evaluate("node => node.selectionEnd - node.selectionStart === node.value.length")


def test_print_leaves_out_the_frame_and_shows_addresses(tab, site):
    linked = next(law for law in site.laws.values() if any(source.url for source in law.check.sources))
    tab.goto(f"laws/{linked.id}/")
    tab.emulate_media(media="print")
    expect(tab.locator(".md-header")).to_be_hidden()
    expect(tab.locator(".reading")).to_be_hidden()
    shown = tab.locator('#main a[href^="http"]').first.evaluate("node => getComputedStyle(node, '::after').content")
    assert "http" in shown


def test_one_switch_shows_and_hides_all_our_own_words_beside_a_report_by_keyboard(tab):
    tab.goto("reports/2024/")
    remarks = tab.locator(".paragraph__remarks")
    shown = tab.locator(".paragraph__remarks[open]")
    switch = tab.get_by_role("button", name="显示本站的说明")
    expect(switch).to_have_attribute("aria-expanded", "false")
    expect(tab.locator(".remark").first).to_be_hidden()
    switch.focus()
    tab.keyboard.press("Enter")
    switch = tab.get_by_role("button", name="收起本站的说明")
    expect(switch).to_be_focused()
    expect(switch).to_have_attribute("aria-expanded", "true")
    expect(shown).to_have_count(remarks.count())
    expect(tab.locator(".remark").first).to_be_visible()
    remarks.first.locator("summary").press("Enter")
    expect(tab.get_by_role("button", name="显示本站的说明")).to_have_attribute("aria-expanded", "false")
    remarks.first.locator("summary").press("Enter")
    tab.get_by_role("button", name="收起本站的说明").press("Space")
    expect(shown).to_have_count(0)


def test_who_is_led_to_a_paragraph_finds_our_own_words_beside_it_open(tab):
    tab.goto("reports/2024/#p-1-2")
    shown = tab.locator(".paragraph__remarks[open]")
    expect(shown).to_have_count(1)
    expect(tab.locator("#p-1-2 .remark").first).to_be_visible()
    tab.evaluate("location.hash = 'p-4-3'")
    expect(tab.locator("#p-4-3 .remark").first).to_be_visible()


def test_without_script_our_own_words_beside_a_report_open_paragraph_by_paragraph(browser, address, folder):
    context = browser.new_context(base_url=address, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("reports/2024/")
    expect(tab.locator('[data-tool="remarks"]')).to_be_hidden()
    expect(tab.locator("#p-1-2 .remark").first).to_be_hidden()
    tab.locator("#p-1-2 summary").click()
    expect(tab.locator("#p-1-2 .remark").first).to_be_visible()
    context.close()


def test_a_report_is_printed_without_our_own_words_even_when_they_are_open(tab):
    tab.goto("reports/2024/")
    tab.get_by_role("button", name="显示本站的说明").click()
    tab.emulate_media(media="print")
    expect(tab.locator(".paragraph__text").first).to_be_visible()
    expect(tab.locator('[data-tool="remarks"]')).to_be_hidden()
    for remarks in tab.locator(".paragraph__remarks").all():
        expect(remarks).to_be_hidden()


def test_high_contrast_mode_keeps_the_states_readable(tab):
    tab.emulate_media(forced_colors="active")
    tab.goto("tasks/rw-028/")
    badge = tab.locator("a.badge").first
    assert badge.evaluate("node => getComputedStyle(node).borderTopStyle") == "solid"
    expect(badge).to_have_text("◆长期坚持")
