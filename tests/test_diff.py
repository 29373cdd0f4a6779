"""What `diff` says of each kind of change between two data folders, and what it leaves unsaid."""

import shutil

import pytest

from conftest import AS_OF, Department
from qingdan.cli import main
from qingdan.diff.base import opened
from qingdan.diff.summary import summarise
from qingdan.diff.text import as_text

from .statutes import drop, rewrite

TASKS, PUBLICITY, LAWS, REPORT = "tasks/tasks.yml", "publicity/publicity.yml", "laws/laws.yml", "reports/2025.yml"
AUDIT = "    - 日期: 2025\n      状态: 长期坚持\n      说明: 审核文件7份。\n"
PROOF = "        - {报告: 2025, 段落: （一）1, 引文: 由法规处审核文件7份}\n"


@pytest.fixture
def old(department, tmp_path):
    """The department as it was before the test changes it."""
    folder = tmp_path / "old"
    shutil.copytree(department.folder, folder)
    return Department(folder)


@pytest.fixture
def said(department, old):
    """Return what is said of the changes, line by line, without the indent and without what `check` finds."""
    return lambda: [line for line in printed(department, old) if not line.startswith(FAULTS)]


FAULTS = ("与 ", "旧版本公开的，", "改了效力或日期", "现在的数据有", "旧数据有", "/")


def printed(department, old):
    with opened(str(old.folder), department.folder) as base:
        return [line.strip() for line in as_text(summarise(base, department.folder, AS_OF)).splitlines() if line]


def headline(department, old):
    with opened(str(old.folder), department.folder) as base:
        return summarise(base, department.folder, AS_OF).headline


def test_the_same_data_says_that_nothing_changed(department, old, said):
    assert said() == []
    assert headline(department, old) == "内容没有变化"


def test_order_comments_quotes_and_files_are_no_change(department, said):
    tasks = (department.folder / TASKS).read_text("utf-8")
    first, *rest = tasks.split("\n\n")
    (department.folder / TASKS).write_text("# 换了次序\n" + "\n\n".join(reversed(rest)) + "\n", "utf-8")
    (department.folder / "tasks/more.yml").write_text(first + "\n", "utf-8")
    department.edit("tasks/more.yml", "名称: 文件审核\n  领域", "名称: '文件审核'   \n  领域")
    department.edit("tasks/more.yml", "依据: [old-water-rules]", "依据:\n    - {法规: old-water-rules}")
    assert said() == []


IN_FORCE = "  施行日期: 2020-05-01\n  最近修改: 2023-11-30\n  修改施行: 2024-01-01\n  状态: 现行有效\n"
LAW_CHECKED = "    日期: 2026-01-01\n    来源:\n      - {名称: 示例政府网, 网址"


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        (IN_FORCE.replace("现行有效", "待核"), "状态"),
        (IN_FORCE.replace("2020-05-01", "2020-06-01"), "施行日期"),
        (IN_FORCE.replace("现行有效", "待核").replace("2023-11-30", "2023"), "状态、最近修改"),
    ],
)
def test_a_law_changed_without_a_new_check_is_refused_with_its_place(department, old, capsys, line, changed):
    department.edit("laws/laws.yml", IN_FORCE, line)
    command = ["diff", str(old.folder), "--data", str(department.folder), "--as-of", AS_OF.isoformat()]
    assert main(command) == 1
    said = capsys.readouterr()
    what = {*changed.split("、")}
    (told,) = [row for row in said.out.splitlines() if ": 没有重新核对: " in row]
    assert {*told.split("water-use-rules 的")[1].split("改了")[0].split("、")} == what
    assert "核对的“日期”还是 2026-01-01；请再看一遍来源" in told
    assert "有 1 部法规改了效力或日期，没有重新核对" in said.err
    department.edit("laws/laws.yml", LAW_CHECKED, LAW_CHECKED.replace("2026-01-01", "2026-11-20"))
    assert main(command) == 0


def test_a_law_changed_in_its_words_alone_needs_no_new_check(department, old):
    department.edit("laws/laws.yml", "  简称: 用水条例", "  简称: 用水规定")
    command = ["diff", str(old.folder), "--data", str(department.folder), "--as-of", AS_OF.isoformat()]
    assert main(command) == 0


def test_an_added_entry(department, said):
    added = (
        "\n- 编号: RW-005\n  名称: 公开年报\n  领域: 依法行政\n  责任主体: [待核定]\n  年度: 2025\n  时限: 长期\n"
        "  内容: 年年公开年报。\n  来源: 年度报告\n  核定: 待核定\n"
    )
    (department.folder / TASKS).write_text((department.folder / TASKS).read_text("utf-8") + added, "utf-8")
    assert said() == ["法治建设任务清单", "RW-005 公开年报", "新增：“年年公开年报。”"]


def test_a_deleted_entry(department, said):
    text = (department.folder / TASKS).read_text("utf-8")
    (department.folder / TASKS).write_text(text[: text.index("\n- 编号: RW-004")], "utf-8")
    assert said()[:2] == ["法治建设任务清单", "RW-004 旧的任务"]
    assert said()[2].startswith("删去：“已经不再做的事。　2024-01-15，已列入计划。列入计划。")


def test_a_new_record_changes_the_state_and_names_its_proof(department, said):
    department.edit(
        TASKS,
        "        - {报告: 2025, 段落: （三）, 引文: 宣传方式单一}\n",
        "        - {报告: 2025, 段落: （三）, 引文: 宣传方式单一}\n"
        "    - 日期: 2026-05\n      状态: 已落实\n      说明: 改了宣传方式。\n"
        "      证据:\n        - {报告: 2025, 段落: （一）1, 引文: 由法规处审核文件7份}\n",
    )
    assert said() == [
        "法治建设任务清单",
        "RW-003 宣传方式整改",
        "状态变化：从“已列入计划”变为“已落实”，依据“由法规处审核文件7份”（2025年度报告 （一）1）",
        "记录新增：“2026-05，已落实。改了宣传方式。　证据：“由法规处审核文件7份”（2025年度报告 （一）1）”",
    ]


def test_a_state_without_proof_says_so(department, said):
    department.edit(
        TASKS,
        "状态: 推进中\n      说明: 开始约谈。\n    - 日期: 2025-12\n      状态: 已落实",
        "状态: 推进中\n      说明: 开始约谈。\n    - 日期: 2025-12\n      状态: 推进中",
    )
    department.edit(TASKS, "        - {报告: 2025, 段落: （一）2, 引文: 二是约谈用水户近20户次}\n", "")
    department.edit(
        TASKS, "      证据:\n      指标:\n        - {名称: 约谈用水户, 数值: 20, 单位: 户次, 约数: 是}\n", ""
    )
    assert "状态变化：从“已落实”变为“推进中”，没有证据" in said()


def test_a_record_of_the_future_changes_no_state_yet(department, said):
    department.edit(TASKS, "    - {日期: 2024-01-15, 状态: 已列入计划", "    - {日期: 2024-01-16, 状态: 已列入计划")
    department.edit(
        TASKS, "引文: 宣传方式单一}\n", "引文: 宣传方式单一}\n    - {日期: 2030, 状态: 推进中, 说明: 将来的事。}\n"
    )
    told = said()
    assert "记录新增：“2030，推进中。将来的事。”" in told
    assert not any(line.startswith("状态变化") for line in told)


def test_a_rewritten_record_is_told_item_by_item(department, said):
    department.edit(TASKS, "说明: 开始约谈。", "说明: 着手约谈。")
    department.edit(TASKS, "{名称: 文件审核, 数值: 7, 单位: 份}", "{名称: 审核文件, 数值: 7, 单位: 份}")
    assert said() == [
        "法治建设任务清单",
        "RW-001 文件审核",
        "记录改动：2025 的记录，指标：原“7份 文件审核”，现“7份 审核文件”",
        "RW-002 约谈用水户",
        "记录改动：2025-03 的记录，说明：原“开始约谈。”，现“着手约谈。”",
    ]


def test_a_removed_record_is_told(department, said):
    department.edit(TASKS, "    - 日期: 2025-03\n      状态: 推进中\n      说明: 开始约谈。\n", "")
    assert said()[2:] == ["记录改动：删去记录“2025-03，推进中。开始约谈。”"]


def test_another_date_is_a_rewritten_record_not_a_new_one(department, said):
    department.edit(TASKS, "日期: 2025-03", "日期: 2025-04")
    assert said()[2:] == ["记录改动：2025-04 的记录，日期：原“2025-03”，现“2025-04”"]


def test_evidence_taken_away_and_evidence_added(department, said):
    department.edit(TASKS, PROOF, "        - {报告: 2025, 段落: （三）, 引文: 宣传方式单一}\n")
    assert said()[2:] == [
        "记录改动：2025 的记录增加证据“宣传方式单一”（2025年度报告 （三））",
        "证据失效：不再引用“由法规处审核文件7份”（2025年度报告 （一）1）",
    ]


def test_words_that_the_report_no_longer_has_make_the_evidence_void(department, said):
    department.rewrite_report("由法规处审核文件7份", "由法规处审核文件8份")
    told = said()
    assert "证据失效：引文“由法规处审核文件7份”在2025年度报告 （一）1里找不到" in told
    assert sum(line.startswith("证据失效") and "约谈" in line for line in told) == 0
    changed = next(line for line in told if line.startswith("原文改动"))
    assert "审核文件7份" in changed
    assert "审核文件8份" in changed


def test_a_new_quotation_that_does_not_stand_is_void(department, said):
    department.edit(TASKS, "引文: 由法规处审核文件7份", "引文: 由法规处审核文件9份")
    assert "证据失效：引文“由法规处审核文件9份”在2025年度报告 （一）1里找不到" in said()


def test_evidence_that_never_stood_is_not_told_again(department, old, said):
    for side in (department, old):
        side.edit(TASKS, "引文: 由法规处审核文件7份", "引文: 由法规处审核文件9份")
    department.rewrite_report("宣传方式单一", "宣传的方式单一")
    assert not any("9份”在2025" in line and line.startswith("证据失效") for line in said())


def test_a_report_that_cannot_be_read_voids_no_evidence(department, said):
    (department.folder / "reports/2025.txt").write_bytes("坏了".encode("gbk"))
    told = said()
    assert "读不出：现在的这一项有错，读不出，没法比较" in told
    assert not any(line.startswith("证据失效") for line in told)


def test_an_answer_is_told_with_what_became_of_it(department, said):
    department.edit("answers/water.yml", "上限: 500}", "上限: 500, 条件: 拒不改正}")
    assert any("WD-001 能不能擅自接管？" in line for line in said())
    assert any("拒不改正" in line for line in said())


def test_a_repealed_law_names_the_entries_that_rest_on_it(department, said):
    department.edit(
        LAWS,
        IN_FORCE,
        IN_FORCE.replace("现行有效", "已废止\n  废止日期: 2026-01-01\n  被替代: yearly-report-rules"),
    )
    told = said()
    assert told[:2] == ["法规库", "water-use-rules 示例用水条例"]
    changed = next(line for line in told if line.startswith("依据法规变动"))
    assert changed.startswith("依据法规变动：从“现行有效”变为“已废止”，以它为依据的：")
    assert "RW-002" in changed
    assert "其他字段：被替代：填写“yearly-report-rules”" in told
    assert not any(line.startswith("其他字段：状态") for line in told)


def test_a_law_on_which_nothing_rests_is_told_as_such(department, said):
    department.edit(LAWS, "施行日期: 待核\n  状态: 现行有效", "施行日期: 待核\n  状态: 待核")
    told = said()
    assert any("从“现行有效”变为“待核”" in line for line in told)


def test_another_law_under_an_entry(department, said):
    department.edit(TASKS, "依据: [old-water-rules]", "依据: [water-use-rules]")
    assert said()[2:] == ["依据法规变动：依据：删去“旧用水办法”", "依据法规变动：依据：增加“用水条例”"]


def test_a_confirmation_and_its_day(department, said):
    text = "  内容: 改进宣传方式。\n  对应安排: [RW-002]\n  来源: 年度报告\n  核定: 待核定\n"
    department.edit(TASKS, text, text.replace("待核定\n", "已核定\n  核定日期: 2026-05-01\n"))
    assert said()[2:] == [
        "核定变化：核定：原“待核定”，现“已核定”",
        "核定变化：核定日期：填写“2026-05-01”",
    ]


def test_any_other_item_is_told_before_and_after(department, said):
    department.edit(TASKS, "名称: 文件审核\n  领域", "名称: 文件先审\n  领域")
    department.edit(TASKS, "责任主体: [法规处]", "责任主体: [法规处, 待核定]")
    department.edit(TASKS, "  对应安排: [RW-002]\n", "")
    assert said() == [
        "法治建设任务清单",
        "RW-001 文件先审",
        "其他字段：名称：原“文件审核”，现“文件先审”",
        "其他字段：责任主体：原“法规处”，现“法规处、待核定”",
        "RW-003 宣传方式整改",
        "其他字段：对应安排：删去“RW-002”",
    ]


def test_terms_glossary_basis_and_the_body(department, said):
    department.edit("site.yml", "简称: 示例区水务局", "简称: 水务局")
    vocab = (department.folder / "vocab.yml").read_text("utf-8")
    department.edit("vocab.yml", vocab.splitlines()[-1], vocab.splitlines()[-1] + "\n同义词:\n  - [用水, 供水]")
    department.edit("reports/2025.yml", "公布日期: 2026-03-20", "公布日期: 2026-03-21")
    (department.folder / "glossary.yml").write_text(
        "- {名称: 用水户, 标识: water-user, 解释: 用水的人和单位。, 依据: [water-use-rules]}\n", "utf-8"
    )
    told = said()
    assert "其他字段：简称：原“示例区水务局”，现“水务局”" in told
    assert "其他字段：公布日期：原“2026-03-20”，现“2026-03-21”" in told
    assert "其他字段：增加“用水、供水”" in told
    assert any(line == "新增：“用水的人和单位。”" for line in told)


def test_parts_come_in_a_fixed_order_and_numbers_count(department, said):
    department.edit("site.yml", "简称: 示例区水务局", "简称: 水务局")
    department.edit(LAWS, "简称: 用水条例", "简称: 用水规定")
    for old, new in (("名称: 约谈用水户\n  领域", "名称: 约谈\n  领域"), ("名称: 旧的任务", "名称: 老的任务")):
        department.edit(TASKS, old, new)
    parts = [line for line in said() if line in ("网站信息", "法规库", "法治建设任务清单")]
    assert parts == ["法治建设任务清单", "法规库", "网站信息"]
    numbers = [line[:6] for line in said() if line.startswith("RW-")]
    assert numbers == ["RW-002", "RW-004"]


def test_an_entry_that_cannot_be_read_is_not_called_deleted(department, old):
    department.edit(TASKS, "年度: 2024", "年度: 二〇二四")
    told = printed(department, old)[1:]
    assert told[0] == "现在的数据有 1 处问题，读不出的没有比较："
    assert "条目写法" in told[1]
    assert "读不出：现在的这一项有错，读不出，没法比较" in told
    assert not any(line.startswith("删去") for line in told)


def test_entries_of_a_broken_file_are_not_called_deleted(department, said):
    department.edit(TASKS, "编号: RW-002", "编号：RW-002")
    told = said()
    assert sum(line.startswith("读不出：") for line in told) == 4
    assert not any(line.startswith("删去") for line in told)


def test_old_data_with_faults_is_told_by_its_own_name(department, old):
    old.edit(TASKS, "年度: 2024", "年度: 二〇二四")
    told = printed(department, old)[1:]
    assert told[0] == "旧数据有 1 处问题，读不出的没有比较："
    assert told[1].startswith(f"{old.folder.as_posix()}/tasks/tasks.yml:")
    assert "读不出：原来的这一项有错，读不出，没法比较" in told
    assert not any(line.startswith("新增") for line in told)


def test_faults_of_meaning_do_not_stop_the_comparison(department, old):
    department.edit(TASKS, "状态: 已列入计划\n      说明: 报告写明不足。", "状态: 进行中\n      说明: 报告写明不足。")
    told = printed(department, old)[1:]
    assert told[0] == "现在的数据有 1 处问题，读不出的没有比较："
    assert any(line.startswith("状态变化：从“已列入计划”变为“进行中”") for line in told)


@pytest.mark.parametrize("broken", ["old", "new"])
def test_without_a_vocabulary_nothing_can_be_compared(department, old, broken):
    ((old if broken == "old" else department).folder / "vocab.yml").unlink()
    assert "没法比较" in headline(department, old)


TEXT = "laws/texts/water-use-rules.2026-06-01"
OTHER = "laws/texts/water-use-rules.2023-11-30"


def test_a_wording_that_came_is_told_with_what_it_changed_and_who_cites_that(department, old, said):
    drop(old, "2026-06-01")
    found = "\n".join(said())
    assert "用水条例：2026-06-01 的版本" in found
    assert "新增：收录了 2026-06-01 的原文，16 条" in found
    assert "原文改动：2026-06-01 的版本（2026-09-01 起施行）与 2023-11-30 的版本比：" in found
    told = "依据法规变动：WD-001：water-use-rules 的第九条第一款，2026-06-01 的版本（2026-09-01 起施行）里是第十条，话变了：原“"
    [line] = [line for line in found.splitlines() if told in line]
    before, now = line.split("”，现“")
    assert "处一百元以上五百元以下的罚款" in before
    assert "处二百元以上一千元以下的罚款" in now
    assert "依据法规变动：PF-001：water-use-rules 的第九条，2026-06-01 的版本" in found


def test_the_words_before_and_after_stand_beside_each_other(department, old):
    drop(old, "2026-06-01")
    with opened(str(old.folder), department.folder) as base:
        summary = summarise(base, department.folder, AS_OF)
    [rows] = [one.rows for one in summary.changes if one.subject.name.endswith("2026-06-01 的版本")]
    found = {one.name: (one.before, one.after) for one in rows}
    before, after = found["第九条 → 第十条"]
    assert "一百元以上五百元以下" in before
    assert "二百元以上一千元以下" in after
    assert found["第九条"] == ("", "用水户搬走的，应当告知供水单位，结清水费。")


def test_the_first_wording_of_a_law_changed_nothing(department, old, said):
    for one in ("2020-03-01", "2023-11-30", "2026-06-01"):
        drop(old, one)
    drop(department, "2023-11-30", "2026-06-01")
    found = said()
    assert "新增：收录了 2020-03-01 的原文，15 条" in found
    assert not [line for line in found if line.startswith(("原文改动", "依据法规变动"))]


def test_a_text_that_was_received_anew_is_told_article_by_article(department, said):
    rewrite(department, "2023-11-30", "处一百元以上五百元以下的罚款", "处一百元以上六百元以下的罚款")
    [line] = [one for one in said() if one.startswith("原文改动：第九条")]
    assert "五百元以下" in line.partition("，现“")[0]
    assert "六百元以下" in line.partition("，现“")[2]


def test_a_change_of_what_is_registered_about_a_text_is_told(department, said):
    department.edit(f"{OTHER}.yml", "来源: 虚构的测试文本。", "来源: 另一处的测试文本。")
    assert "用水条例：2023-11-30 的版本" in "\n".join(said())
    assert any("另一处的测试文本。" in line for line in said())


def test_a_wording_that_is_gone_is_told_and_refused_with_the_way_back(department, old, capsys):
    drop(department, "2026-06-01")
    command = ["diff", str(old.folder), "--data", str(department.folder), "--as-of", AS_OF.isoformat()]
    assert main(command) == 1
    said = capsys.readouterr()
    assert "用水条例：2026-06-01 的版本" in said.out
    remedy = "的原文收录过，这里没有了；条文的地址要一直有效，请从旧版本取回它的两个文件"
    assert f"已公开的: water-use-rules 2026-06-01 {remedy}" in said.out


def test_a_wording_whose_file_cannot_be_read_is_not_called_gone(department, old, capsys):
    (department.folder / f"{TEXT}.yml").write_text("法规: [", "utf-8")
    main(["diff", str(old.folder), "--data", str(department.folder), "--as-of", AS_OF.isoformat()])
    said = capsys.readouterr().out
    assert "的原文收录过，这里没有了" not in said
    assert "读不出：现在的这一项有错，读不出，没法比较" in said
    assert "删去" not in said


def test_a_wording_that_could_not_be_read_is_not_called_new(department, old, said):
    (old.folder / f"{TEXT}.yml").write_text("法规: [", "utf-8")
    assert "读不出：原来的这一项有错，读不出，没法比较" in said()
    assert not [line for line in said() if line.startswith("新增")]
