"""The 变更单: small, opened again by dropping it on the desk, carried out by `apply`; and what is no such sheet is told in words."""

import argparse
import shutil
from pathlib import Path

import pytest

from conftest import AS_OF, SECOND, contents
from qingdan.commands import apply

from .clerk import Clerk, put
from .test_jobs import add_record

pytestmark = pytest.mark.usefixtures("answered_here")
DROP = """(node, [name, text]) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name, {type: "text/yaml"}));
  for (const kind of ["dragover", "drop"]) node.dispatchEvent(new DragEvent(kind, {dataTransfer: files, bubbles: true, cancelable: true}));
}"""
HEAD = "变更单: 示例区水务局法治责任清单\n做什么: 改文字\n编号: RW-001\n日期: 2026-11-23\n数据: x\n"
HOSTILE = {
    "HTML": ("<script>window.hit = 1</script><img src=x onerror='window.hit=1'>", "变更单"),
    "a field of HTML": (HEAD.replace("RW-001", "<img src=x onerror=window.hit=1>"), "没有“<img src=x"),
    "a YAML tag": (f"{HEAD}改动: !!python/object/apply:os.system ['true']\n", "标签"),
    "an 编号 that is a path": (HEAD.replace("RW-001", "../../site"), "没有“../../site”"),
    "a 清单 that is a path": (
        "变更单: 示例区水务局法治责任清单\n做什么: 新增\n清单: ../tasks\n日期: 2026-11-23\n数据: x\n内容: {名称: 甲}\n",
        "没有“../tasks”",
    ),
    "another site": (HEAD.replace("示例区水务局", "别处的局"), "别处的局"),
    "nothing": ("", "变更单"),
    "a huge file": (HEAD + "# 长\n" * 200_000, "没有这么大"),
    "an alias bomb": (f"{HEAD}内容: {{甲: &a [x], 乙: [*a, *a, *a]}}\n", "&"),
    "bytes of no text": ("\x00\x01\x02", "不是文本文件"),
}


def drop(clerk: Clerk, text: str) -> None:
    """Drop a file with this text on the desk."""
    clerk.tab.locator("#desk").evaluate(DROP, ["变更单.yml", text])


def values(clerk: Clerk) -> list[str]:
    """Return what stands in the fields of the form."""
    found: list[str] = clerk.form.evaluate(
        """form => [...form.querySelectorAll("textarea, input, select")]
             .map(one => /radio|checkbox/.test(one.type) ? `${one.value} ${one.checked}` : one.value)"""
    )
    return found


def test_a_sheet_is_small_opens_again_and_is_carried_out(clerk: Clerk, tmp_path: Path) -> None:
    add_record(clerk)
    before = values(clerk)
    files = clerk.hand_over()
    slip = clerk.slip()
    print(f"\na 变更单 of a record with evidence: {len(slip)} bytes")
    assert len(slip) <= 4096
    clerk.click("交好了，清掉这份草稿")
    drop(clerk, slip.decode())
    clerk.tab.get_by_text("2026-11-23 写的变更单。").wait_for()
    assert values(clerk) == before
    assert clerk.hand_over() == files
    put(files, clerk.data)
    (tmp_path / "变更单.yml").write_bytes(slip)
    shutil.copytree(SECOND, tmp_path / "applied", ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
    assert apply.run(argparse.Namespace(file=tmp_path / "变更单.yml", data=tmp_path / "applied"), AS_OF) == 0
    assert contents(tmp_path / "applied") == contents(clerk.data)


def test_what_is_no_sheet_of_this_site_is_declined_in_words(clerk: Clerk) -> None:
    clerk.open()
    for name, (text, words) in HOSTILE.items():
        drop(clerk, text)
        told = clerk.tab.locator("p.notice[role=alert]").first
        told.filter(has_text=words).wait_for()
        assert clerk.tab.evaluate("window.hit") is None, name
        assert clerk.tab.locator("#desk img, #desk script").count() == 0, name


def test_a_sheet_may_also_be_pasted_or_chosen(clerk: Clerk, tmp_path: Path) -> None:
    text = f"{HEAD}改动: [{{项: 内容, 原: 文件出台前先审核。, 改为: 先审核。}}]\n"
    clerk.open()
    clerk.tab.get_by_text("收到的是一段字，不是文件").click()
    clerk.tab.get_by_label("把变更单里的字全部粘贴在这里").fill(text)
    clerk.click("打开")
    clerk.tab.get_by_role("heading", name="改文字：RW-001").wait_for()
    assert clerk.frame("内容").locator("textarea").input_value() == "先审核。"
    clerk.open()
    (tmp_path / "变更单.yml").write_text(text, "utf-8")
    clerk.tab.locator("input[type=file]").set_input_files(tmp_path / "变更单.yml")
    clerk.click("不要了，用变更单里的")
    clerk.state("没有问题")


@pytest.mark.parametrize("old", ["别的字。"])
def test_words_that_have_changed_since_are_told_as_a_conflict(clerk: Clerk, old: str) -> None:
    clerk.open()
    drop(clerk, f"{HEAD}改动: [{{项: 内容, 原: {old}, 改为: 先审核。}}]\n")
    conflict = clerk.tab.locator(".desk__conflicts[role=alert]")
    conflict.wait_for()
    assert "“内容”在写变更单以后改过" in conflict.inner_text()
