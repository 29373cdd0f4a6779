"""What is accepted and shown character for character: words that are markup elsewhere, and values that are no text elsewhere."""

from .change import ENTRY, edit, entry, moved, put, several

WORDS = {
    # HTML
    "a script": '听证<script>window.hit="script"</script>告知',
    "an event of details": '<details open ontoggle="window.hit=1"><summary>听证</summary></details>',
    "an event of an image": "<img src=x onerror=window.hit=1>",
    "an event of a vector image": '"><svg onload=window.hit=1>',
    "a javascript link with an entity": '<a href="java&#115;cript:void(0)">依据</a>',
    "a javascript link with a line end": '<a href="java&#10;script:void(0)">依据</a>',
    "a style": "<style>article *{display:none!important}</style>听证",
    "an open comment": "听证<!-- 备注",
    "the end of a comment": "听证 --> 告知 --!> ]]>",
    "ends of the table": "听证</td></tr></table></article>",
    "ends of the page": "</div></main></body></html>",
    "another base": '<base href="https://elsewhere.invalid/">听证',
    "a refresh": '<meta http-equiv="refresh" content="0;url=https://elsewhere.invalid/">',
    "a frame": '<iframe srcdoc="<p>甲</p>"></iframe>',
    "a form": '<form action="https://elsewhere.invalid/"><button>听证',
    "a text area": "听证<textarea>",
    "plain text to the end": "听证<plaintext>",
    "a title's end": "</title></script></style><h1>换掉</h1>",
    "an object": '<object data="x.swf"></object><embed src="x">',
    "angle brackets": "<听证办法>第四十六条 金额<5000元且>100元",
    "a processing instruction": "<?php echo 1 ?><!DOCTYPE html><![CDATA[甲]]>",
    "entities": "&lt;b&gt; &amp; &#60;i&#62; &quot; &nbsp; &hearts",
    "quotation marks": "双\"单'反`“弯”‘弯’«尖»",
    # Markdown
    "a data link": "[依据](data:text/html;base64,PHNjcmlwdD4=)",
    "a remote image": "![听证](https://elsewhere.invalid/t.png)",
    "an attribute list": '*听证*{: onmouseover="window.hit=1" id=pwn }',
    "emphasis": "第*四*条 _规定_ **重点** 3*4*5 snake_case_name",
    "an asterisk": "* 见注 *",
    "a reference": "见[附件][1]及[^1]脚注 [ ] [x]",
    "a definition": "[1]: https://elsewhere.invalid/ '甲'",
    "an address in brackets": "<mailto:a@b.c> <https://例子.测试> a@b.c",
    "a heading": "# 听证 # ## ===",
    "a rule": "--- *** ___ 甲",
    "a list": "- 听证 + 告知 1. 甲 2) 乙",
    "a quotation": "> 听证 >> 告知",
    "a table": "| 听证 | 告知 | \\| 甲 |",
    "a table of contents": "[TOC]",
    "an include": '--8<-- "mkdocs.yml"',
    "an abbreviation": "*[听]: 甲 ~~删~~ ==标== ++入++ ^^上^^",
    "an admonition": "!!! note ??? tip :::",
    "code": "`听证` ```甲``` ~~~乙~~~",
    "escapes": r"\* \< \\ \u003cscript\u003e %3Cscript%3E \x00",
    # templates and other languages
    "a Jinja expression": "听证 {{ 7*7 }} 告知 {{ config }}",
    "a Jinja block": "听证 {% raw %} 告知 {% for a in b %}",
    "a Jinja comment": "听证 {# 内部批注 #} 告知",
    "other templates": "${7*7} #{7*7} <%= 7*7 %> {{{甲}}} $甲 %(甲)s {0}",
    "a formula": '=HYPERLINK("https://elsewhere.invalid/")',
    "a formula with another start": "+1+1 -1 @SUM(A1)",
    "commands": "$(id) `id` ; rm -rf / | cat && 甲 'x' OR 1=1 --",
    "a path": "../../etc/passwd C:\\Windows file:///etc/passwd",
    # characters
    "emoji": "听证😀🏛告知",
    "characters beyond the first plane": "𬱖㼆䶮𠮷",
    "other scripts": "Привет मराठी עברית عربى ไทย ｱｲｳ",
    "letters that look alike": "аdmin раypal ｆｕｌｌ Ａ１",
    "one combining mark": "e\u0301 n\u0303",
    "an unbroken word": "A" * 2000,
    "words of Python and JavaScript": "None True False nan undefined null [object Object]",
    "spaces between": "甲  乙　丙",
}
"""Each stands in every text of an entry, in single quotes, and must be read on its page and in its row."""

AS_TYPED = {
    "zeros in front": "007",
    "an octal number": "010",
    "a truth value": "on",
    "another truth value": "No",
    "a number in sixties": "12:30",
    "an exponent": "1.0e+3",
    "a hexadecimal number": "0x1F",
    "a marked octal number": "0o17",
    "a number with an underscore": "1_000",
    "a zero at the end": "1.10",
    "a date": "2026-12-31",
    "a time": "2026-12-31T00:00:00Z",
    "infinity": ".inf",
    "a huge number": "9" * 1900,
}
"""Each stands in every text of an entry, without quotes: YAML 1.1 would make something else of it."""

_LINES = ENTRY.encode()
SAME = {
    "a date in quotes": entry("时限: 2026-12-31", "时限: '2026-12-31'"),
    "ideographic spaces around values": several(
        entry("状态: 推进中", "状态: '推进中　'"), edit("tasks/a.yml", "[法规处]", "['　法规处 ']")
    ),
    "a byte order mark": put("tasks/a.yml", b"\xef\xbb\xbf" + _LINES),
    "carriage returns and line feeds": put("tasks/a.yml", _LINES.replace(b"\n", b"\r\n")),
    "carriage returns only": put("tasks/a.yml", _LINES.replace(b"\n", b"\r")),
    "mixed line ends": put("tasks/a.yml", _LINES.replace(b"\n", b"\r\n", 3).replace(b"\n  ", b"\r  ", 5)),
    "no final newline": put("tasks/a.yml", _LINES.rstrip()),
    "blank lines and comments": entry("  年度", "\n  # 注\n\n  年度"),
    "the other ending": several(entry(), moved("tasks/a.yml", "tasks/a.yaml")),
    "two endings beside each other": several(entry(), put("tasks/b.yaml", "[]\n"), put("tasks/b.yml", "[]\n")),
    "a name in Chinese": several(entry(), moved("tasks/a.yml", "tasks/听证 告知（一）.yml")),
    "a hidden file": several(entry(), put("tasks/.a.yml.swp", b"\0\xff")),
    "what a system leaves beside a copied file": several(entry(), put("tasks/._a.yml", b"\0\x05\x16\x07")),
    "a copy that an editor keeps": several(entry(), put("tasks/a.yml~", b"\xff")),
    "the lock and the rescue copy of an editor": several(
        entry(), put("tasks/.#a.yml", b""), put("tasks/#a.yml#", b"\xff")
    ),
    "what a system leaves in a folder": several(
        entry(), put("tasks/Thumbs.db", b"\xd0"), put("tasks/desktop.ini", b"[")
    ),
    "a hundred thousand empty lines": put("tasks/a.yml", _LINES + b"\n" * 100_000),
    "a long comment": put("tasks/a.yml", b"# " + b"a" * 1_000_000 + b"\n" + _LINES),
}
"""Each gives the same pages as the faultless entry."""
