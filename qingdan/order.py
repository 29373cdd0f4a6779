"""The order in which staff write the fields of a record."""

from .model import Entry, Record

_ENTRY = (
    *("编号", "名称", "类别", "性质", "领域", "法规", "对象", "形式", "节点", "责任主体", "年度", "时限", "依据"),
    *("内容", "来源", "核定", "核定日期", "备注", "对应安排", "记录"),
)


def order_of(model: type[Record]) -> tuple[str, ...]:
    """Return the keys of a record in the order in which the lists write them; elsewhere that of the model."""
    keys = [info.alias for info in model.model_fields.values()]
    if issubclass(model, Entry):
        keys.sort(key=lambda key: _ENTRY.index(key) if key in _ENTRY else len(_ENTRY) - 2)
    return tuple(keys)
