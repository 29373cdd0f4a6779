"""Guards of a 变更单: whose it is, what it may change, and that nobody's words are written over."""

from .guard import Guard

_SLIP = "tests/test_slip.py"
_APPLY, _EDITS = "qingdan/edit/slip/apply.py", "qingdan/edit/slip/edits.py"

DESK = (
    Guard("变更单：是哪个网站的", _APPLY, "if slip.site != data.body.value.title:", "if False:", _SLIP),
    Guard(
        "变更单：条目后来又有了记录", _APPLY, "if slip.before != (now := seen(thing, slip.job)):", "if False:", _SLIP
    ),
    Guard("变更单：那几个字后来又改过", _APPLY, "if now not in (edit.old, edit.new):", "if False:", _SLIP),
    Guard("变更单：编号不能改", _EDITS, "bool(path) and path[0] not in fixed(thing) and", "bool(path) and", _SLIP),
    Guard("变更单：没有的项", _APPLY, "if not can_change(thing, path_of(edit)):", "if False:", _SLIP),
    Guard("变更单：标识的写法", _APPLY, "if not _SLUG.fullmatch(slug):", "if False:", _SLIP),
    Guard("变更单：用过的标识", _APPLY, "if slug in used(data):", "if False:", _SLIP),
    Guard("变更单：大小", "qingdan/edit/slip/slip.py", "if len(content) > MAX_BYTES:", "if False:", _SLIP),
    Guard(
        "变更单：写进去没有问题才写",
        "qingdan/commands/apply.py",
        "if problems := problems_in(folder, day, done.change):",
        "if False:",
        _SLIP,
    ),
    Guard(
        "编辑台：合并请求会拒绝的也说",
        "qingdan/desk/live.py",
        "[*unchecked(data, new), *not_kept(data, new)]",
        "[]",
        "tests/test_desk.py",
    ),
    Guard(
        "另记：不比它早的排在前面",
        "qingdan/model/apart.py",
        "while at and record.date.last < found[at - 1][0].date.first:",
        "while False:",
        "tests/test_apart.py",
    ),
)
