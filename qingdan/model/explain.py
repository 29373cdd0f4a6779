"""pydantic's errors → Chinese problems at their places."""

from collections.abc import Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..source.read import Map, Node, node_at
from ..text.problem import Problem, excerpt, nearest
from ..text.reading import FORM as RULE
from . import Fact, Unknown, facts_of
from .parts import NUMBERS


def explain(error: ValidationError, node: Node, model: type[BaseModel]) -> Iterator[Problem]:
    """Yield one problem for each fault pydantic found in `node` when reading it as `model`."""
    details = error.errors(include_url=False)
    for detail in details:
        path = detail["loc"]
        if detail["type"] == "too_short" and any(
            other["loc"][: len(path)] == path != other["loc"] for other in details
        ):
            continue  # a list is only short of the items that are wrong
        holder, place = node_at(node, path[:-1]), node_at(node, path).place
        if detail["type"] == "extra_forbidden" and isinstance(holder, Map):
            place = holder.keys[str(path[-1])]
        yield Problem(place, RULE, _message(detail, model))


def _message(detail: ErrorDetails, model: type[BaseModel]) -> str:
    name = next((step for step in reversed(detail["loc"]) if isinstance(step, str)), "")
    typed = detail["input"] if isinstance(detail["input"], str) else ""
    context = detail.get("ctx", {})
    fact, holder = _field(model, detail["loc"])
    if fact is None:
        return f"没有“{name}”这一项，{nearest(name, facts_of(holder))}"
    match detail["type"]:
        case "missing":
            unknown = fact.mark(Unknown)
            return f"缺少“{name}”，请补上“{name}: …”{f'；{unknown.advice}' if unknown else ''}"
        case "moment":
            return f"“{name}”：{detail['msg']}"
        case "literal_error":
            return f"“{name}”不能是“{excerpt(typed)}”，只能写：{context['expected'].replace(' or ', '、').replace(', ', '、').replace(chr(39), '')}"
        case "string_pattern_mismatch":
            return f"“{name}”的写法不对：“{excerpt(typed)}”。{NUMBERS if name == '编号' else fact.wrong}"
        case "string_too_long" | "too_long":
            return f"“{name}”有 {len(typed)} 字，最多 {context['max_length']} 字，请写短一些"
        case "tuple_type" | "too_short":
            what = f"不能只写“{excerpt(typed)}”，" if typed else ""
            return f"“{name}”{what}应写成列表，至少一项，例如 {fact.example}"
        case "string_type":
            return f"“{name}”应是一行文字，不是列表；文字里有括号或逗号的，用英文单引号把它括起来"
        case "model_type" | "model_attributes_type" | "dict_type":
            what = f"不能只写“{excerpt(typed)}”，" if typed else ""
            return f"“{name}”{what}应写成“项目: 值”，例如 {fact.example}"
    return f"“{name}”的写法不对，请照已有条目的样子写"


def _field(model: type[BaseModel], path: tuple[int | str, ...]) -> tuple[Fact | None, type[BaseModel]]:
    """Return the field that a path leads to, None where there is none, and the record that the last step is taken in."""
    fact: Fact | None = None
    for key in (step for step in path if isinstance(step, str)):
        model = (fact and fact.record) or model
        fact = facts_of(model).get(key)
    return fact, model
