"""Guards around the words of laws: which wording proves, what is held against it, who is told of another."""

from .guard import Guard

_WORDING = "qingdan/model/wording.py", "qingdan/model/wording_test.py"
_ARTICLES = "qingdan/rules/cited_articles.py", "qingdan/rules/cited_articles_test.py"
_AMOUNTS = "qingdan/rules/cited_amounts.py", "qingdan/rules/cited_amounts_test.py"
_READ = "qingdan/text/statute/amounts.py", "qingdan/rules/cited_amounts_test.py"
_LABELS = "qingdan/rules/article_labels.py", "qingdan/rules/article_labels_test.py"
_REWORDED = "qingdan/site/rewordings.py", "tests/test_rewordings.py"
_DIFF = "qingdan/diff/texts.py", "tests/test_diff.py"


def _guard(what: str, where: tuple[str, str], old: str, new: str) -> Guard:
    file, tests = where
    return Guard(what, file, old, new, tests)


PROOFS = (
    _guard("施行以前不用新的原文", _WORDING, "if began(text) <= day]", "if True]"),
    _guard("两个版本同一天施行", _WORDING, "max(begun, key=_place)", "max(begun, key=began)"),
    _guard("施行待核照版本的日期", _WORDING, "else text.version.first", "else date.max"),
    _guard(
        "登记里有更晚的修改",
        _WORDING,
        "if missed := [",
        "if missed := False and [",
    ),
    _guard("修改还没有施行", _WORDING, " and _since(law, one) <= day]", "]"),
    _guard("题注里有更晚的修改", _WORDING, "if step.act in _AMENDED}", "if not step}"),
    _guard("通过而没有施行的法规", _WORDING, "text.version == law.passed]", "False]"),
    _guard(
        "法规库照核对的日期",
        _WORDING,
        "return min(day.last, as_of) if isinstance(day, Moment) else as_of",
        "return as_of",
    ),
    _guard("没有的款", ("qingdan/text/statute/place.py", _ARTICLES[1]), "if not clauses:", "if False:"),
    _guard("没有的项", ("qingdan/text/statute/place.py", _ARTICLES[1]), "if not holding:", "if False:"),
    _guard("两款都有的项", ("qingdan/text/statute/place.py", _ARTICLES[1]), "if len(holding) > 1:", "if False:"),
    _guard(
        "问答照核对那一天的版本",
        _ARTICLES,
        "wordings.cited(provision, answer.value.compared.date.last)",
        "wordings.cited(provision, data.as_of)",
    ),
    _guard("退出的问答不再查条文", _ARTICLES, "if not one.value.withdrawn)", ")"),
    _guard("数额只算所引的款", _AMOUNTS, "amounts_in(_words(found.found), ", "amounts_in(found.found.article.whole, "),
    _guard(
        "项的数额可以写在款里",
        _AMOUNTS,
        'f"{cited.clause.text}\\n{cited.whole}" if cited.clause',
        "cited.whole if cited.clause",
    ),
    _guard("有一部没有收录就不查数额", _AMOUNTS, "return None\n        stated +=", "continue\n        stated +="),
    _guard("数额的单位", _AMOUNTS, "one.most, _ALIKE.get(one.unit, one.unit))", "one.most, _unit(row.unit))"),
    _guard("数额的下限", _AMOUNTS, "== (one.least, one.most,", "== (least, one.most,"),
    _guard("数额的上限", _AMOUNTS, "== (one.least, one.most,", "== (one.least, most,"),
    _guard("单位是万元", _AMOUNTS, "factor = 10_000 if", "factor = 1 if"),
    _guard("不得超过是上限", _READ, 'line[: one.start].endswith("不得超过")', "False"),
    _guard("不足、超过不是罚的数额", _READ, "or not _has(one, _CONDITION)", "or True"),
    _guard("句号两边不是一个范围", _READ, 'for mark in "，。；"', 'for mark in ""'),
    _guard("一至三万元从一万起", _READ, "scale = last if digits == part", "scale = last if False"),
    _guard("百分之几以上几倍以下", _READ, "return Amount(least, most * 100, _SHARE, words)", "return None"),
    _guard("数字不是别的数字的结尾", _LABELS, "(?<!{_NUMERAL})", ""),
    _guard("说明里的数字", _LABELS, "number.unit not in _THINGS and not", "False and not"),
    _guard("说明里的罚则和禁止", _LABELS, "and not text.search(plain):", "and False:"),
    _guard("说明里的另一条", _LABELS, "if reference not in plain:", "if False:"),
    _guard(
        "没有变的条不提醒",
        _REWORDED,
        "if pair.kind != SAME:\n                    yield",
        "if True:\n                    yield",
    ),
    _guard("较早的版本不算变化", _REWORDED, "and began(newest) > began(proven.text):", "and False:"),
    _guard(
        "退出的问答不提醒",
        ("qingdan/site/statutes.py", _REWORDED[1]),
        "() if thing.withdrawn else enumerate(thing.laws)",
        "enumerate(thing.laws)",
    ),
    _guard("照旧版本引用的标明", _REWORDED, "and pair.old.anchor in cited and", "and False and"),
    _guard("没有接续的不提议", _REWORDED, "if law.replaced_by else None", "if False else None"),
    _guard("新的原文说明谁引用", _DIFF, "if one.new is text:", "if False:"),
    _guard("读不出的原文不算新增", _DIFF, "if was is None and hidden(", "if False and hidden("),
    _guard("读不出的原文不算删去", _DIFF, "elif now is None and hidden(", "elif False and hidden("),
    _guard("原文改动逐条说", _DIFF, "if was.digest == now.digest:", "if True:"),
    _guard(
        "收录过的原文不能没有",
        ("qingdan/diff/kept.py", _DIFF[1]),
        "not in texts and not hidden(",
        "not in texts and False and (",
    ),
    _guard(
        "读不出的原文不算没有",
        ("qingdan/diff/kept.py", _DIFF[1]),
        "not in texts and not hidden(",
        "not in texts and not (",
    ),
)
