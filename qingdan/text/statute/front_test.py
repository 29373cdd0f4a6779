import pytest

from .parse import parse
from .structure import CONTENTS, FRONT, HISTORY, PREAMBLE, TITLE

ARTICLE = "第一条　养鹤。"


def kinds(*lines):
    """Return what stands before the first article: kind and lines of each stretch."""
    blocks = parse("\n".join((*lines, ARTICLE))).blocks[:-1]
    return [(block.kind, block.span.raw.split()) for block in blocks]


def title(*lines):
    return parse("\n".join((*lines, ARTICLE))).title


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("示例养鹤办法",), "示例养鹤办法"),
        (
            ("示例区人民代表大会常务委员会", "关于修改《示例养鹤办法》的决定"),
            "示例区人民代表大会常务委员会关于修改《示例养鹤办法》的决定",
        ),
        (
            ("示例区实施《示例国养鹤条例》办法", "2020年1月2日通过", "示例区实施《示例国", "养鹤条例》办法"),
            "示例区实施《示例国养鹤条例》办法",
        ),
        (("示例区人民政府令", "第3号", "示例养鹤办法"), "示例养鹤办法"),
        (
            (
                "示例区人民政府令第3号",
                "《示例养鹤办法》已经2020年1月2日会议通过，现予公布。",
                "区长　某某",
                "示例养鹤办法",
            ),
            "示例养鹤办法",
        ),
        (("关于印发示例养鹤办法的通知", "示例〔2020〕3号", "各鹤场：", "示例养鹤办法（试行）"), "示例养鹤办法（试行）"),
        (("**示例养鹤办法**",), "示例养鹤办法"),
        (("\ufeff示例养鹤办法",), "示例养鹤办法"),
    ],
)
def test_the_title_is_found_among_what_stands_before_it(lines, expected):
    assert title(*lines) == expected


def test_the_note_below_the_title_is_its_history():
    note = ("（2020年1月2日通过", "根据2021年1月2日《决定》修正）")
    assert kinds("示例办法", *note) == [(TITLE, ["示例办法"]), (HISTORY, [*note])]


@pytest.mark.parametrize(
    "note",
    [
        ("2020年1月2日通过", "发布之日施行"), ("2020年1月2日水务局", "林场发布"), ("2020年1月2日水务局", "林场", "鹤场发布"),
        ("2020年1月2日会议《关于修改", "〈示例办法〉的决定》修正"), ("2020年1月2", "日通过"),
    ],
)  # fmt: skip
def test_a_step_over_several_lines_is_of_the_history(note):
    assert kinds("示例办法", *note) == [(TITLE, ["示例办法"]), (HISTORY, [*note])]


def test_a_day_broken_by_a_line_end_is_a_step():
    assert [str(step.day) for step in parse(f"示例办法\n2020年1月2\n日通过\n{ARTICLE}").steps] == ["2020-01-02"]


def test_an_order_publishes_on_the_day_on_which_it_is_signed():
    order = "《示例办法》已经2020年1月2日示例区人民政府会议通过，现予公布，自2020年3月1日起施行。"
    statute = parse(f"示例区人民政府令\n第3号\n{order}\n区长　某某\n2020年2月3日\n示例办法\n{ARTICLE}")
    assert [(str(step.day), step.act) for step in statute.steps] == [
        ("2020-01-02", "通过"), ("2020-03-01", "施行"), ("2020-02-03", "公布"),
    ]  # fmt: skip
    assert (statute.title, str(statute.effective)) == ("示例办法", "2020-03-01")


def test_a_title_printed_twice_is_one():
    assert title("示例养鹤办法", "2020年1月2日通过", "示例养鹤", "办法") == "示例养鹤办法"
    assert [kind for kind, _ in kinds("示例养鹤办法", "2020年1月2日通过", "示例养鹤", "办法")] == [
        TITLE,
        HISTORY,
        TITLE,
    ]


def test_the_order_that_publishes_a_statute_stands_in_front():
    assert [kind for kind, _ in kinds("示例区人民政府令", "第3号", "示例办法")] == [FRONT, TITLE]


@pytest.mark.parametrize("words", ["示例河边自古有鹤。", "为了养鹤，特作如下规定："])
def test_sentences_before_the_first_article_are_the_preamble(words):
    assert kinds("示例办法", words) == [(TITLE, ["示例办法"]), (PREAMBLE, [words])]


def test_contents_between_title_and_note_part_them():
    found = parse("示例办法\n目录\n第一章　甲\n第二章　乙\n第一章　甲\n第一条　养鹤。\n第二章　乙\n第二条　数鹤。\n")
    assert [block.kind for block in found.blocks[:2]] == [TITLE, CONTENTS]


def test_a_text_without_a_title_has_none():
    assert title() == ""
