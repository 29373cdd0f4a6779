"""核对: whoever changes a law's state or dates has looked at its sources again, and says as of which day."""

from collections.abc import Iterator

from ..model import Law, facts_of
from ..model.load import Data
from ..text.problem import Problem

_NAME = "没有重新核对"
_VALIDITY = ("状态", "通过日期", "施行日期", "最近修改", "修改施行", "废止日期", "届满日期")


def unchecked(old: Data, new: Data) -> Iterator[Problem]:
    """Yield laws whose 状态 or dates are not what they were, while the day of their check is."""
    before = {law.value.id: law.value for law in old.laws}
    for law in new.laws:
        was, now = before.get(law.value.id), law.value
        if was is None or was.check.date != now.check.date:
            continue
        names = ((key, facts_of(Law)[key].attribute) for key in _VALIDITY)
        changed = [key for key, name in names if getattr(was, name) != getattr(now, name)]
        if changed:
            how = "请再看一遍来源，把它改为所见材料截至的那一天；没有再看来源的，请恢复原来的写法"
            message = f"{law.value.id} 的{'、'.join(changed)}改了，核对的“日期”还是 {now.check.date}；{how}"
            yield Problem(law.place("核对", "日期"), _NAME, message)
