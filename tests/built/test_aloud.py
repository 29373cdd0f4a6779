"""Reading aloud, with a voice that a test leads: what is said, in which order, how it pauses, stops and is marked."""

import pytest
from playwright.sync_api import expect

from tests.browser import kept_tab

VOICES = """window.spoken = [];
const voices = [];
const synthesis = { getVoices: () => voices, cancel: () => end("canceled"), speak: (speech) => spoken.push(speech) };
const end = (error) => {
  const speech = spoken[spoken.length - 1];
  if (!speech || speech.over) return;
  speech.over = true;
  if (error) speech.onerror({ error }); else speech.onend({});
};
window.next = () => end();
window.fail = () => end("audio-hardware");
window.learn = (lang) => { voices.push({ lang }); if (synthesis.onvoiceschanged) synthesis.onvoiceschanged(); };
Object.defineProperty(window, "speechSynthesis", { value: synthesis });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
MARKED = "[...(CSS.highlights.get('aloud') || [])].map(String)"


@pytest.fixture
def tab(browser, address, folder):
    with kept_tab(browser, address) as own, own.as_new() as tab:
        tab.add_init_script(VOICES)
        yield tab


def begin(tab, path):
    tab.goto(path)
    tab.evaluate("learn('zh_CN')")
    tab.get_by_role("button", name="朗读本页").click()


def last(tab):
    return tab.evaluate("spoken[spoken.length - 1].text")


def whole(tab):
    """Let everything be said; return the sentences."""
    return tab.evaluate(
        "() => { for (let said = -1; said < spoken.length;) { said = spoken.length; next(); } return spoken.map(({ text }) => text); }"
    )


def test_the_button_waits_for_a_chinese_voice(tab):
    tab.goto("tasks/rw-028/")
    button = tab.locator('[data-tool="aloud"]')
    expect(button).to_be_hidden()
    tab.evaluate("learn('en-US')")
    expect(button).to_be_hidden()
    tab.evaluate("learn('cmn-Hans-CN')")
    expect(button).to_be_visible()
    expect(tab.locator('[data-tool="pause"]')).to_be_hidden()


def test_the_article_alone_is_read_in_order_with_its_labels(tab):
    begin(tab, "tasks/rw-028/")
    said = "\n".join(whole(tab))
    assert said.startswith("涉法涉诉案件化解和信息公开申请")
    assert said.index("长期坚持") < said.index("记录和报告原话") < said.index("近30件")
    for silent in ("◆", "首页", "复制本页地址", "本条的数据文件", "上一条", "编号", "数据截至"):
        assert silent not in said, silent
    begin(tab, "status/")
    assert "意思：" in "\n".join(whole(tab))


def test_filters_and_folds_are_not_read(tab):
    begin(tab, "tasks/")
    said = "\n".join(whole(tab))
    assert "RW-028" in said and "不限" not in said and "清除" not in said


def test_the_sentence_is_marked_pauses_goes_on_and_stops(tab):
    begin(tab, "tasks/rw-028/")
    tab.evaluate("next()")
    sentence = last(tab)
    assert tab.evaluate(MARKED) == [sentence]
    tab.get_by_role("button", name="暂停").click()
    expect(tab.get_by_role("button", name="继续")).to_be_focused()
    assert tab.evaluate("spoken[spoken.length - 1].over")
    tab.get_by_role("button", name="继续").click()
    assert last(tab) == sentence
    tab.get_by_role("button", name="停止朗读").click()
    expect(tab.get_by_role("button", name="朗读本页")).to_be_visible()
    expect(tab.locator('[data-tool="pause"]')).to_be_hidden()
    assert tab.evaluate(MARKED) == []


@pytest.mark.parametrize("how", ["fail()", "dispatchEvent(new Event('pagehide'))"])
def test_whatever_ends_it_leaves_the_button_as_before(tab, how):
    begin(tab, "tasks/rw-028/")
    tab.evaluate(how)
    expect(tab.get_by_role("button", name="朗读本页")).to_be_visible()
    assert tab.evaluate(MARKED) == []


def test_a_browser_that_marks_no_words_marks_their_paragraph(tab):
    tab.add_init_script("delete window.Highlight")
    begin(tab, "tasks/rw-028/")
    expect(tab.locator(".aloud")).to_have_text(last(tab))
