"""Any text in any text field is refused, or comes out of every page, the search and every file as it went in."""

import copy
import re
from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from qingdan.site.check import Unproven, open_site
from qingdan.site.publication import Publication
from qingdan.source.write import why_unwritable

from .outputs import outputs
from .sample import AS_OF, SECOND, every_model, fields, sample, write

PUBLICATION = Publication("https://example.org/duty/", "")
REPORT = (SECOND / "reports/2025.txt").read_bytes().decode()
BLANK = " \n\u3000"
LIMIT = 2000
FILES = sample()
FIELDS = fields(FILES)
PROBE = "，=1、<b>&lt;'\"〔探〕"
HIDDEN = {
    "glossary:别名": "says which other words lead to the explanation",
    "glossary:除外": "says which words do not",
}

AWKWARD = st.text(
    st.sampled_from("<>&\"'`=+-@#{}%[]()|\\/*_~:;,.!?$^ \t\u3000\u2028\ufeff甲，。、；：《》“”1aé😀𠀀\n\r\x00"),
    max_size=30,
)
TEXTS = st.one_of(AWKWARD, st.text(max_size=30))


def opened(files, report=None):
    """Return the site of the files. Raises Unproven."""
    with TemporaryDirectory() as folder:
        write(files, Path(folder) / "data", report)
        return open_site(Path(folder) / "data", AS_OF, publication=PUBLICATION)


def with_texts(texts):
    """Return the sample with texts put into fields; its entries say where the numbers in theirs come from."""
    files = copy.deepcopy(FILES)
    for field, text in texts.items():
        field.put(files, text)
    for entry in (*files["tasks/tasks.yml"], *files["publicity/publicity.yml"]):
        said = [
            record[key]
            for record in (entry, *entry.get("记录", ()))
            for key in ("名称", "内容", "说明")
            if key in record
        ]
        entry.setdefault("数字出处", []).extend({"数字": text, "来源": "示例通报"} for text in said)
    return files


def refused(files, report=None):
    """Tell whether the check refuses the files; then it says in Chinese where and why."""
    try:
        opened(files, report)
    except Unproven as unproven:
        assert unproven.problems
        for problem in unproven.problems:
            assert problem.place.line >= 1
            assert problem.place.column >= 1
            assert re.search("[一-鿿]", problem.message)
        return True
    return False


@cache
def free():
    """The fields that take any text that can be typed at all."""
    return [field for field in FIELDS if not refused(with_texts({field: PROBE}))]


@cache
def twin():
    """The outputs of a department in which every free field says its number."""
    return outputs(opened(with_texts({field: number(at) for at, field in enumerate(free())})))


def number(at):
    return f"ꓐ{at}ꓐ"


def test_every_kind_of_record_has_fields_to_write_into():
    assert {field.model for field in FIELDS} == every_model()


def test_what_a_free_field_says_stands_somewhere():
    said = "\n".join(text for strings in twin().values() for text in strings)
    assert {str(field) for at, field in enumerate(free()) if number(at) not in said} == HIDDEN.keys()


@settings(max_examples=25)
@given(TEXTS, st.booleans())
@example("=1+1", True)
@example("'=1+1", True)
@example("</script><script>alert(1)</script>", False)
@example("{{ 7*7 }}{% raw %}{# 注 #}", False)
@example("&lt;b&gt; &amp; \\u003c \\N \\n %0A", True)
@example("_x0041_ ]]> <![CDATA[ -->", False)
@example("1,2;3:4\\,\\;", False)
@example("\t甲", True)
@example("甲\u2028乙", True)
@example("甲" * 1995, True)
@example("甲" * 2001, True)
def test_any_text_in_the_free_fields_is_refused_or_comes_out_everywhere_as_it_went_in(text, before):
    texts = [(text + number(at) if before else number(at) + text).strip(BLANK) for at in range(len(free()))]
    files = with_texts(dict(zip(free(), texts, strict=True)))
    if any(why_unwritable(one) or len(one) > LIMIT for one in texts):
        assert refused(files)
        return
    found = outputs(opened(files))
    assert found.keys() == twin().keys()
    lost = {name: strings for name in found if (strings := _expected(name, texts) - found[name])}
    assert not lost


def _expected(name, texts):
    """Return what the twin says of its numbers, with the texts in their place; all of it where it is a shape."""
    strings = twin()[name]
    if name.startswith("shape "):
        return strings
    return Counter(_numbered(one, texts) for one in strings.elements() if "ꓐ" in one)


def _numbered(string, texts):
    return re.sub(r"ꓐ(\d+)ꓐ", lambda at: texts[int(at[1])], string)


@settings(max_examples=80)
@given(
    st.sampled_from(FIELDS), TEXTS, st.sampled_from(["new", "longer at its end", "longer at its start"]), st.booleans()
)
def test_any_text_in_any_field_is_refused_or_comes_out(field, text, how, everywhere):
    """Fields that others refer to are also changed together with all that refers to them, the report included."""
    old = field.text(FILES) or ""
    new = {"new": text, "longer at its end": old + text, "longer at its start": text + old}[how].strip(BLANK)
    files, report = with_texts({field: new}), None
    if everywhere and old:
        files, report = _replaced(files, old, new), REPORT.replace(old, new) if old in REPORT else None
    if old and new and not refused(files, report):
        before, found = everything(), outputs(opened(files, report))
        gone = {kind for kind, count in _saying(old, before).items() if _saying(old, found)[kind] < count}
        assert gone <= _saying(new, found).keys(), field
        assert _saying(new, found) or not _saying(old, before) or str(field) in HIDDEN, field


@cache
def everything():
    return outputs(opened(FILES))


def _replaced(value, old, new):
    if isinstance(value, dict):
        return {key: _replaced(item, old, new) for key, item in value.items()}
    if isinstance(value, list):
        return [_replaced(item, old, new) for item in value]
    return new if value == old else value


def _saying(text, found):
    """Count the strings in which a text stands whole, by kind: on pages, in their front matter, the search, files."""
    kinds = (name.partition(" ")[0] for name, strings in found.items() for one in strings if text in one)
    return Counter(kind for kind in kinds if kind != "shape")
