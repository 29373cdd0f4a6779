import pytest

from qingdan.model import Check, In, Law, Publicity, StatusRecord, Task

TASKS, PUBLICITY, LAWS, VOCAB = "tasks/tasks.yml", "publicity/publicity.yml", "laws/laws.yml", "vocab.yml"
WRONG_WORDS = [
    (
        TASKS,
        "状态: 推进中",
        "状态: 正在推进",
        "35:11",
        "“状态”没有“正在推进”，最接近的是“推进中”；可选的词见 vocab.yml 的“状态”",
    ),
    (
        TASKS,
        "[法规处]",
        "[法规科]",
        "5:10",
        "“责任主体”没有“法规科”，最接近的是“法规处”；可选的词见 vocab.yml 的“责任主体”，真是新的词，在那里加一行“- {名称: 法规科, 标识: 英文, 定义: 一句话}”",
    ),
    (
        TASKS,
        "[法规处]",
        "法规科",
        "5:9",
        "“责任主体”没有“法规科”，最接近的是“法规处”；可选的词见 vocab.yml 的“责任主体”，真是新的词，在那里加一行“- {名称: 法规科, 标识: 英文, 定义: 一句话}”",
    ),
    (
        TASKS,
        "[法规处]",
        "[法规处, 财务部]",
        "5:15",
        "“责任主体”没有“财务部”，可以写：待核定、法规处；可选的词见 vocab.yml 的“责任主体”，真是新的词，在那里加一行“- {名称: 财务部, 标识: 英文, 定义: 一句话}”",
    ),
    (
        TASKS,
        "依法行政\n  责任主体: [法规处]",
        "依法办事\n  责任主体: [法规处]",
        "4:7",
        "“领域”没有“依法办事”，最接近的是“依法行政”；可选的词见 vocab.yml 的“任务领域”，真是新的词，在那里加一行“- {名称: 依法办事, 标识: 英文, 定义: 一句话}”",
    ),
    (
        TASKS,
        "名称: 文件审核\n",
        "名称: 文件审核\n  类别: 任务书\n",
        "4:7",
        "“类别”没有“任务书”，最接近的是“任务”；可选的词见 vocab.yml 的“任务类别”",
    ),
    (
        PUBLICITY,
        "来源: 法规整理",
        "来源: 报告",
        "36:7",
        "“来源”没有“报告”，最接近的是“年度报告”；可选的词见 vocab.yml 的“来源”",
    ),
    (
        PUBLICITY,
        "待核定\n  记录",
        "未核定\n  记录",
        "15:7",
        "“核定”没有“未核定”，最接近的是“待核定”；可选的词见 vocab.yml 的“核定”",
    ),
    (
        PUBLICITY,
        "性质: 共性",
        "性质: 一般",
        "27:7",
        "“性质”没有“一般”，可以写：共性、专业；可选的词见 vocab.yml 的“性质”",
    ),
    (
        PUBLICITY,
        "领域: 水务",
        "领域: 供水",
        "5:7",
        "“领域”没有“供水”，最接近的是“水务”；可选的词见 vocab.yml 的“法规领域”，真是新的词，在那里加一行“- {名称: 供水, 标识: 英文, 定义: 一句话}”",
    ),
    (
        PUBLICITY,
        "对象: [用水户]",
        "对象: [用户]",
        "8:8",
        "“对象”没有“用户”，最接近的是“用水户”；可选的词见 vocab.yml 的“对象”，真是新的词，在那里加一行“- {名称: 用户, 标识: 英文, 定义: 一句话}”",
    ),
    (
        PUBLICITY,
        "[执法普法]\n  责任主体: [待核定]\n  年度: 2025",
        "[执法普法, 讲座]\n  责任主体: [待核定]\n  年度: 2025",
        "9:14",
        "“形式”没有“讲座”，可以写：执法普法；可选的词见 vocab.yml 的“形式”，真是新的词，在那里加一行“- {名称: 讲座, 标识: 英文, 定义: 一句话}”",
    ),
    (
        PUBLICITY,
        "责任主体: [待核定]\n  年度: 2025",
        "节点: [宪法日]\n  责任主体: [待核定]\n  年度: 2025",
        "10:8",
        "“节点”没有“宪法日”，目前没有可用的值；可选的词见 vocab.yml 的“节点”，真是新的词，在那里加一行“- {名称: 宪法日, 标识: 英文, 定义: 一句话, 时间: 待核}”",
    ),
    (
        LAWS,
        "级别: 党内法规",
        "级别: 党规",
        "45:7",
        "“级别”没有“党规”，最接近的是“党内法规”；可选的词见 vocab.yml 的“效力级别”",
    ),
    (
        LAWS,
        "现行有效\n  领域: [综合]",
        "有效\n  领域: [综合]",
        "50:7",
        "“状态”没有“有效”，最接近的是“现行有效”；可选的词见 vocab.yml 的“法规状态”",
    ),
    (
        LAWS,
        "领域: [综合]",
        "领域: [其他]",
        "51:8",
        "“领域”没有“其他”，最接近的是“综合”；可选的词见 vocab.yml 的“法规领域”，真是新的词，在那里加一行“- {名称: 其他, 标识: 英文, 定义: 一句话}”",
    ),
    (
        LAWS,
        "对象: [用水户]",
        "对象: [用户]",
        "14:8",
        "“对象”没有“用户”，最接近的是“用水户”；可选的词见 vocab.yml 的“对象”，真是新的词，在那里加一行“- {名称: 用户, 标识: 英文, 定义: 一句话}”",
    ),
    (LAWS, "可信度: 中", "可信度: 低", "40:10", "“可信度”没有“低”，可以写：高、中；可选的词见 vocab.yml 的“可信度”"),
]


@pytest.mark.parametrize(("path", "old", "new", "place", "message"), WRONG_WORDS)
def test_a_word_outside_its_list_is_reported_with_what_may_be_written(department, path, old, new, place, message):
    department.edit(path, old, new)
    assert department.problems() == [f"{path}:{place}: 词表: {message}"]


def test_a_word_of_another_list_does_not_pass(department):
    department.edit(PUBLICITY, "领域: 水务", "领域: 依法行政")
    assert department.problems() == [
        "publicity/publicity.yml:5:7: 词表: “领域”没有“依法行政”，可以写：水务、综合；可选的词见 vocab.yml 的“法规领域”，真是新的词，在那里加一行“- {名称: 依法行政, 标识: 英文, 定义: 一句话}”"
    ]


def test_two_wrong_words_of_one_list_are_both_reported(department):
    department.edit(LAWS, "领域: [综合]", "领域: [甲, 综合, 乙]")
    assert department.problems() == [
        "laws/laws.yml:51:8: 词表: “领域”没有“甲”，可以写：水务、综合；可选的词见 vocab.yml 的“法规领域”，真是新的词，在那里加一行“- {名称: 甲, 标识: 英文, 定义: 一句话}”",
        "laws/laws.yml:51:15: 词表: “领域”没有“乙”，可以写：水务、综合；可选的词见 vocab.yml 的“法规领域”，真是新的词，在那里加一行“- {名称: 乙, 标识: 英文, 定义: 一句话}”",
    ]


def test_a_following_state_that_does_not_exist_is_reported_in_the_vocabulary(department):
    department.edit(VOCAB, "可接续: [长期坚持, 推进中, 已退出]", "可接续: [长期坚持, 推进, 已退出]")
    assert department.problems() == [
        "vocab.yml:35:17: 词表: “可接续”没有“推进”，最接近的是“推进中”；可选的词见 vocab.yml 的“状态”"
    ]


@pytest.mark.parametrize("word", ["水务", "综合"])
def test_every_word_of_the_list_passes(department, word):
    department.edit(LAWS, "领域: [综合]", f"领域: [{word}]")
    assert department.problems() == []


def test_a_single_word_passes_without_brackets(department):
    department.edit(TASKS, "[法规处]", "法规处")
    assert department.problems() == []


def test_a_word_passes_as_soon_as_the_vocabulary_has_it(department):
    department.edit(LAWS, "领域: [综合]", "领域: [节水]")
    department.edit(VOCAB, "法规领域:\n", "法规领域:\n  - {名称: 节水, 标识: saving, 定义: 节约用水。}\n")
    assert department.problems() == []


def test_the_wrong_words_above_cover_every_field_that_takes_a_word_of_the_vocabulary():
    covered = {message.split("”", 1)[0][1:] for *_, message in WRONG_WORDS}
    fields = [info for model in (Task, Publicity, StatusRecord, Law, Check) for info in model.model_fields.values()]
    assert {info.alias for info in fields if any(isinstance(mark, In) for mark in info.metadata)} == covered


@pytest.mark.parametrize(
    ("section", "word"),
    [
        *(("状态", word) for word in ("已落实", "已退出")),
        *(("推算状态", word) for word in ("尚无记录", "到期，待报告", "逾期", "依据已变动", "年度报告没有提到")),
        *(("任务类别", word) for word in ("任务", "整改")),
        *(("核定", word) for word in ("待核定", "已核定")),
        *(("法规状态", word) for word in ("现行有效", "已废止", "已届满", "尚未施行")),
        ("来源", "年度报告"),
    ],
)
def test_a_word_that_the_program_knows_must_be_in_its_list(department, section, word):
    vocab = (department.folder / VOCAB).read_text("utf-8")
    line = vocab[: vocab.index(f"{section}:\n")].count("\n") + 2
    start = vocab.index(f"名称: {word}", vocab.index(f"{section}:\n"))
    (department.folder / VOCAB).write_text(f"{vocab[:start]}名称: 别的{vocab[start + 4 + len(word) :]}", "utf-8")
    message = f"词表: “{section}”里缺“{word}”；程序按这个名称辨认，名称请照写，定义可以自己写"
    assert f"vocab.yml:{line}:3: {message}" in department.problems()


STOPPED = "{名称: 待更新, 标识: stale, 图形: △, 色调: 黄, 定义: 旧的。, 算法: 不再算。%s}\n"


def test_a_computed_state_that_the_program_does_not_compute_must_be_stopped(department):
    department.edit(VOCAB, "\n任务类别:\n", f"  - {STOPPED % ''}\n任务类别:\n")
    [problem] = department.problems()
    assert problem.endswith("“待更新”：程序不推算它，请删去，或者写上“停用”的日期")


def test_a_computed_state_that_the_program_computes_may_not_be_stopped(department):
    department.edit(VOCAB, "\n任务类别:\n", f"  - {STOPPED % ', 停用: 2026-01-01'}\n任务类别:\n")
    assert department.problems() == []
    department.edit(VOCAB, "    标识: overdue\n", "    标识: overdue\n    停用: 2026-01-01\n")
    [problem] = department.problems()
    assert problem.endswith("“逾期”：程序还在推算它，请删去“停用”")
