"""Guards of the files and messages for other programs: no text becomes a formula, a mark-up or a command."""

from .guard import Guard

_ANNOTATED = "tests/test_mistakes.py::test_github_annotations_escape_what_would_end_a_property_or_the_line"

FILES = (
    Guard(
        "JSON 不能结束脚本",
        "qingdan/export/documents.py",
        ', b"</": rb"<\\/"',
        "",
        "tests/test_export.py::test_no_json_file_can_end_a_script_element_or_a_line_of_one",
    ),
    Guard(
        "JSON 里没有 U+2028",
        "qingdan/export/documents.py",
        '"\\u2028".encode(): rb"\\u2028", ',
        "",
        "tests/test_export.py::test_a_line_separator_of_a_report_is_escaped_in_json_and_comes_back",
    ),
    Guard(
        "JSON 里没有 U+2029",
        "qingdan/export/documents.py",
        '"\\u2029".encode(): rb"\\u2029", ',
        "",
        "tests/test_export.py::test_a_line_separator_of_a_report_is_escaped_in_json_and_comes_back",
    ),
    Guard(
        "CSV 里不成公式",
        "qingdan/export/spreadsheet.py",
        "return MARK + text if risky else text",
        "return text",
        "tests/test_export.py",
    ),
    Guard("CSV 里等号不成公式", "qingdan/export/spreadsheet.py", 'tuple("=+-@', 'tuple("+-@', "tests/test_export.py"),
    Guard("CSV 里全角等号不成公式", "qingdan/export/spreadsheet.py", "\\uff1d", "", "tests/test_export.py"),
    Guard(
        "CSV 里空格后面的不成公式",
        "qingdan/export/spreadsheet.py",
        "text.lstrip().startswith(_RISKY)",
        "text.startswith(_RISKY)",
        "tests/test_export.py",
    ),
    Guard(
        "CSV 的单引号可以还原",
        "qingdan/export/spreadsheet.py",
        '(MARK, "\\t", "\\r", "\\n")',
        '("\\t", "\\r", "\\n")',
        "tests/test_export.py",
    ),
    Guard(
        "XLSX 里不成公式",
        "qingdan/export/spreadsheet.py",
        'if not stored.startswith(("=", "#")):',
        "if True:",
        "tests/test_export.py",
    ),
    Guard(
        "XLSX 里的控制字符",
        "qingdan/export/spreadsheet.py",
        '_NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", escaped(text))',
        "escaped(text)",
        "tests/test_export.py",
    ),
    Guard(
        "XLSX 里的 _x0041_",
        "qingdan/text/xlsx.py",
        'return _LITERAL.sub("_x005F_", text)',
        "return text",
        "tests/test_export.py",
    ),
    Guard(
        "工作簿里不成公式",
        "qingdan/edit/workbook/draw.py",
        '_FORMULA_STARTS = ("=", "+", "-", "@")',
        "_FORMULA_STARTS = ()",
        "tests/workbook/test_export.py",
    ),
    Guard("ICS 的反斜线", "qingdan/export/ics.py", '.replace("\\\\", "\\\\\\\\")', "", "tests/test_ics.py"),
    Guard(
        "ICS 的分号",
        "qingdan/export/ics.py",
        '.replace(";", "\\\\;")',
        "",
        "tests/test_ics.py::test_a_semicolon_is_escaped_as_the_standard_asks",
    ),
    Guard("ICS 的逗号", "qingdan/export/ics.py", '.replace(",", "\\\\,")', "", "tests/test_ics.py"),
    Guard("ICS 的换行", "qingdan/export/ics.py", '.replace("\\n", "\\\\n")', "", "tests/test_ics.py"),
    Guard(
        "Atom 的文字不当 HTML", "qingdan/export/atom.py", '{"type": "text"}', '{"type": "html"}', "tests/test_atom.py"
    ),
    Guard("GitHub 注记里的换行", "qingdan/text/announce.py", '"%\\r\\n" + more', '"%" + more', _ANNOTATED),
    Guard("GitHub 注记里的百分号", "qingdan/text/announce.py", '"%\\r\\n" + more', '"\\r\\n" + more', _ANNOTATED),
    Guard(
        "GitHub 注记属性里的冒号",
        "qingdan/text/announce.py",
        "_escape(str(value), ':,')",
        "_escape(str(value))",
        _ANNOTATED,
    ),
    Guard(
        "改动说明里没有空行",
        "qingdan/diff/markdown.py",
        "for line in lines if line.strip())",
        "for line in lines)",
        "tests/test_diff_markdown.py",
    ),
    Guard(
        "改动说明里没有回车", "qingdan/diff/markdown.py", '.replace("\\r", "\\n")', "", "tests/test_diff_markdown.py"
    ),
    Guard(
        "改动说明里的文字不成提及",
        "qingdan/render/templates/diff/table.html",
        "<code>{{ text }}</code>",
        "{{ text }}",
        "tests/test_diff_markdown.py",
    ),
    Guard(
        "改动说明里的名称不成提及",
        "qingdan/render/templates/diff/thing.html",
        "<code>{{ change.subject.name }}</code>",
        "{{ change.subject.name }}",
        "tests/test_diff_markdown.py",
    ),
    Guard(
        "每周提醒里的文字不成提及",
        "qingdan/render/templates/reminder.html",
        "<code>{{ one.subject }}</code>",
        "{{ one.subject }}",
        "tests/test_currency.py",
    ),
    Guard(
        "反馈链接里的文字",
        "qingdan/site/repository.py",
        "urlencode(form, quote_via=quote)",
        "'&'.join(map('='.join, form.items()))",
        "tests/test_repository.py",
    ),
    Guard(
        "网站不放在自己的文件夹里",
        "qingdan/publish/site_dir.py",
        "if _lies_in(target, folder):",
        "if False:",
        "tests/test_site_dir.py::test_it_is_refused_in_one_sentence_and_every_byte_stays",
    ),
    Guard(
        "网站只换掉自己的网站",
        "qingdan/publish/site_dir.py",
        "if names and not (mark.is_file() and mark.read_bytes() == MARKED):",
        "if False:",
        "tests/test_site_dir.py::test_it_is_refused_in_one_sentence_and_every_byte_stays",
    ),
    Guard(
        "网站换上去以前再看一次",
        "qingdan/publish/publish.py",
        "fit(target, data), workshop",
        "target, workshop",
        "tests/test_site_dir.py::test_what_was_put_there_during_the_build_is_not_lost",
    ),
)
