"""pydantic's errors → Chinese problems at their places."""

from collections.abc import Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .model.parts import PARTS
from .problem import Problem, excerpt, nearest
from .read import Map, Node, place_of

RULE = "条目写法"


def explain(error: ValidationError, node: Node, model: type[BaseModel]) -> Iterator[Problem]:
    """Yield one problem for each fault pydantic found in `node` when reading it as `model`."""
    details = error.errors(include_url=False)
    for detail in details:
        path = detail["loc"]
        if detail["type"] == "too_short" and any(
            other["loc"][: len(path)] == path != other["loc"] for other in details
        ):
            continue  # a list is only short of the items that are wrong
        yield Problem(_place(node, path, detail["type"]), RULE, _message(detail, node, model))


def _place(node: Node, path: tuple, kind: str) -> object:
    if kind == "extra_forbidden":
        holder = _node_at(node, path[:-1])
        if isinstance(holder, Map):
            return holder.keys[path[-1]]
    return place_of(node, path[:-1] if kind == "missing" else path)


def _node_at(node: Node, path: tuple) -> Node:
    for step in path:
        node = node.items[step]
    return node


def _message(detail: ErrorDetails, node: Node, model: type[BaseModel]) -> str:
    name = next((step for step in reversed(detail["loc"]) if isinstance(step, str)), "")
    typed = detail["input"] if isinstance(detail["input"], str) else ""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return f"缺少“{name}”，请补上“{name}: …”{_IF_UNKNOWN.get(_keys(detail['loc']), '')}"
        case "extra_forbidden":
            return f"没有“{name}”这一项，{nearest(name, _allowed(model, detail['loc']))}"
        case "moment":
            return f"“{name}”：{context['reason']}"
        case "literal_error":
            return f"“{name}”不能是“{excerpt(typed)}”，只能写：{context['expected'].replace(' or ', '、').replace(', ', '、').replace(chr(39), '')}"
        case "string_pattern_mismatch":
            return f"“{name}”的写法不对：“{excerpt(typed)}”。{_PATTERN_ADVICE.get(name, '请照已有条目的样子写')}"
        case "string_too_long":
            return f"“{name}”有 {len(typed)} 字，最多 {context['max_length']} 字，请写短一些"
        case "tuple_type" | "too_short":
            what = f"不能只写“{excerpt(typed)}”，" if typed else ""
            return f"“{name}”{what}应写成列表，至少一项，例如 {_LIST_EXAMPLE.get(name, '[甲, 乙]')}"
        case "string_type":
            return f"“{name}”应是一行文字，不是列表；文字里有括号或逗号的，用英文单引号把它括起来"
        case "model_type" | "model_attributes_type" | "dict_type":
            what = f"不能只写“{excerpt(typed)}”，" if typed else ""
            return f"“{name}”{what}应写成“项目: 值”，例如 {_LIST_EXAMPLE.get(name, '名称: …')}"
    return f"“{name}”的写法不对，请照已有条目的样子写"


def _keys(path: tuple) -> str:
    """Return the keys of `path`, without the places in lists."""
    return "/".join(step for step in path if isinstance(step, str))


_IF_UNKNOWN = {
    **dict.fromkeys(("文号", "制定机关", "通过日期", "施行日期", "公布日期", "核对/日期"), "；不知道的写“待核”"),
    "责任主体": "；材料没有写明的写 [待核定]",
    "核定": "；还没有确认的写“待核定”",
}

_LIST_EXAMPLE = {
    "证据": "- {报告: 2024, 段落: 一（四）2, 引文: …}",
    "指标": "- {名称: 法律咨询, 数值: 28, 单位: 次}",
    "记录": "- {日期: 2024, 状态: 推进中, 说明: …}",
    "依据": "[admin-penalty]",
    "法规": "[admin-penalty]",
    "替代": "[admin-penalty]",
    "核对": "核对: {日期: 待核, 来源: [{名称: 中国政府网}], 可信度: 中}",
    "站点": "- {名称: gov.cn, 标识: gov-cn, 类别: 政府网站, 定义: …}",
    "同义词": "- [垃圾, 废弃物]",
    "对应安排": "[RW-001]",
    "接续": "[RW-001]",
    "地址": "[tasks/rw-001/]",
    "条": "[第五条]",
    "条文": "- {条: 第五条, 说明: …}",
    "来源": "- {名称: 天津市城市管理委员会}",
    "出处": "- {报告: 2024, 段落: 一（四）2, 引文: …}",
    "要求": "- {条: [第九条], 内容: …}",
}

_PATTERN_ADVICE = {
    "编号": f"{'，'.join(f'{part.name}写 {part.prefix}001' for part in PARTS if part.prefix)}，数字用半角",
    "标识": "只能用小写英文字母、数字和连字符，例如 admin-penalty",
    **dict.fromkeys(("法规", "被替代", "替代"), "请写法规的标识，例如 admin-penalty"),
    "单位": "只写单位，不带数字，例如 份、次、%",
    "数值": "只写半角数字，例如 128；“近”用 约数: 是 表示",
    **dict.fromkeys(
        ("地址", "原地址", "新地址"),
        "写网站里的地址，末尾有斜线，例如 tasks/rw-001/、laws/admin-penalty/、reports/2024/",
    ),
    "sha256": "请写报告原文的 SHA-256，64 位小写十六进制",
    "时间": "写成 12-04（月-日）、05（月）或 待核",
}


def _allowed(model: type[BaseModel], path: tuple) -> list[str]:
    """Return the keys that are allowed where `path` ends."""
    for step in path[:-1]:
        if isinstance(step, str):
            model = _inner(model, step)
    return [info.alias or name for name, info in model.model_fields.items()]


def _inner(model: type[BaseModel], alias: str) -> type[BaseModel]:
    info = next(info for info in model.model_fields.values() if info.alias == alias)
    pending = [info.annotation]
    while pending:
        annotation = pending.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return annotation
        pending.extend(getattr(annotation, "__args__", ()))
    return model
