"""A department whose every text tries to break out of the page, and its twin with the same shape and harmless words."""

import hashlib
import itertools
import json
import shutil
from pathlib import Path

import yaml

SECOND = Path("tests/fixtures/second")

ATTEMPTS = (
    '<script>window.hit="script"</script>',
    """<img src=x onerror="window.hit='img'">""",
    "</title><script>window.hit='title'</script>",
    "</script><script>window.hit='end of script'</script>",
    '"><svg onload=window.hit="attribute">',
    "' onfocus=window.hit='single' autofocus tabindex=0 x='",
    "</td></tr></table></div></article></main><h1>换掉的标题</h1>",
    "<style>body{display:none}</style>",
    '<base href="https://elsewhere.invalid/">',
    '<meta http-equiv="refresh" content="0;url=https://elsewhere.invalid/">',
    """<iframe srcdoc="<script>parent.hit='frame'</script>"></iframe>""",
    '<form action="https://elsewhere.invalid/"><input name=q>',
    "<link rel=stylesheet href=//elsewhere.invalid/a.css>",
    "<details open ontoggle=window.hit='details'>",
    "<!-- 注释",
    "--> ]]> <![CDATA[",
    "<textarea>",
    "<plaintext>",
    "[点我](javascript:window.hit=1) ![图](https://elsewhere.invalid/a.png)",
    "<https://elsewhere.invalid/> <a@elsewhere.invalid>",
    "[甲][乙] [^1] [x] [ ]",
    "[乙]: https://elsewhere.invalid/ '乙'",
    "[TOC]",
    "# 标题 #",
    "- 项",
    "1. 项",
    "> 引",
    "| 甲 | 乙 |",
    "---",
    "**粗** _斜_ `码` ~~删~~ ==标== 3*4*5 a_b_c",
    "*[缩]: 全称",
    '{: onclick="window.hit=2" #id .class }',
    "!!! note",
    "{{ 7*7 }} {{ config }}",
    "{% raw %} {% for a in b %}",
    "{# 批注 #} ${7*7} <%= 7*7 %>",
    '--8<-- "mkdocs.yml"',
    "&lt;b&gt; &amp; &#60;i&#62; &quot; &nbsp;",
    r"\* \< \\ \u003cscript\u003e %3Cscript%3E",
    "双\"单'反`",
    '=HYPERLINK("https://elsewhere.invalid/")',
    "不能断开" + "x" * 160,
)

FIELDS = {
    "site.yml": {"网站名称", "主体", "简称", "地区", "简介"},
    "vocab.yml": {"定义", "由谁设定", "算法"},
    "laws/laws.yml": {"名称", "简称", "制定机关", "文号", "说明", "备注"},
    "tasks/tasks.yml": {"名称", "内容", "备注", "说明", "主体"},
    "publicity/publicity.yml": {"名称", "内容", "备注", "说明", "主体"},
    "reports/2025.yml": {"发布单位", "来源", "理由"},
}
TERMS = ("法规处", "依法行政", "水务", "用水户", "执法普法", "地方性法规")
TITLE = "示例区水务局2025年度法治政府建设情况报告"
QUOTED = "宣传方式单一"


def write(folder, words):
    """Write the department into `folder`: every text is what `words` returns next."""
    shutil.copytree(SECOND, folder, ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
    shutil.rmtree(folder / "laws/texts")  # whose titles are the names of laws
    replaced = {term: next(words) for term in (*TERMS, TITLE)}
    replaced[QUOTED] = QUOTED + next(words)
    report = folder / "reports/2025.txt"
    text = report.read_text(encoding="utf-8")
    for quoted in (TITLE, QUOTED):
        text = text.replace(quoted, replaced[quoted])
    report.write_text(text, encoding="utf-8")
    for name, records in _reference(words).items():
        (folder / name).write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    for name, fields in FIELDS.items():
        data = yaml.load((folder / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        if name.startswith(("tasks", "publicity", "laws")):
            data = [{**record, "备注": "备注"} for record in data]
        if name.startswith("reports"):
            data["sha256"] = hashlib.sha256(text.encode()).hexdigest()
        data = _replaced(data, fields, replaced, words)
        if name.startswith(("tasks", "publicity")):
            data = [{**entry, "数字出处": list(_sources(entry, words))} for entry in data]
        (folder / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _reference(words):
    """Return the files of the reference pages, which the second department lacks."""
    basis = {"关于": "普法责任清单", "名称": next(words), "文号": next(words), "机关": next(words), "日期": next(words)}
    basis |= {"状态": "现行有效", "要求": [{"内容": next(words)}], "待核事项": [next(words)]}
    source = {"名称": next(words), "网址": "https://www.gov.cn/"}
    meaning = {"名称": f"{next(words)}（名词）", "标识": "word", "解释": next(words), "依据": ["water-use-rules"]}
    return {"basis.yml": [{**basis, "来源": [source]}], "glossary.yml": [meaning]}


def attempts():
    """Yield texts that each hold every attempt, each beginning with another one."""
    for number in itertools.count():
        turn = number % len(ATTEMPTS)
        yield f"{' '.join((*ATTEMPTS[turn:], *ATTEMPTS[:turn]))} {number}"


def harmless():
    """Yield as many plain texts."""
    for number in itertools.count():
        yield f"平常的文字{number}"


def _sources(entry, words):
    """Yield where the numbers that stand in an entry's texts come from."""
    for record in (entry, *entry.get("记录", ())):
        for text in (record[key] for key in ("名称", "内容", "说明") if key in record):
            yield {"数字": text, "来源": next(words)}


def _replaced(value, fields, replaced, words, key=None):
    if isinstance(value, dict):
        return {name: _replaced(item, fields, replaced, words, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_replaced(item, fields, replaced, words, key) for item in value]
    if value in replaced:
        return replaced[value]
    return next(words) if key in fields else value
