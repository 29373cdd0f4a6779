import pytest

LAWS, VOCAB = "laws/laws.yml", "vocab.yml"
LISTED = "https://www.example.gov.cn/rules"


def reported(url, hint="可以写：gov.cn"):
    return [
        f"laws/laws.yml:21:25: 网址: “{url}”的网站不在 vocab.yml 的“站点”里，{hint}；要用别的网站，请先加到“站点”里"
    ]


def malformed(url):
    return [f"laws/laws.yml:21:25: 网址: “{url}”不是完整的网址，请写成 https://网站/页面 的样子，用英文单引号括起来"]


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("https://example.com/rules", "可以写：gov.cn"),
        ("https://evilgov.cn/", "最接近的是“gov.cn”"),
        ("https://gov.cn.example.com/", "最接近的是“gov.cn”"),
        ("https://example.com/www.gov.cn", "可以写：gov.cn"),
        ("https://example.com/?www.gov.cn", "可以写：gov.cn"),
        ("https://example.com#www.gov.cn", "可以写：gov.cn"),
    ],
)
def test_an_address_on_another_host_is_reported_with_the_nearest_that_is_listed(department, url, hint):
    department.edit(LAWS, LISTED, url)
    assert department.problems() == reported(url, hint)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.gov.cn@example.com/",
        "https://www.gov.cn:pass@example.com/",
        "https://[gov.cn",
        "https://",
        "https:///www.gov.cn/",
        "//www.gov.cn/",
        "www.gov.cn",
        "ftp://www.gov.cn/",
        "file://www.gov.cn/etc/passwd",
        "javascript://www.gov.cn/%0Aalert(1)",
        "javascript:alert(1)",
    ],
)
def test_what_is_not_a_whole_address_is_reported_at_its_place(department, url):
    department.edit(LAWS, LISTED, url)
    assert department.problems() == malformed(url)


@pytest.mark.parametrize(
    "url",
    [
        r"https://example.com\.gov.cn/",
        r"https://example.com\@www.gov.cn/",
        "https://example.com .gov.cn/",
        "https://example.com；.gov.cn/",
        "https://www.gov.cn:99999/",
    ],
)
def test_an_address_that_browsers_read_otherwise_is_reported(department, url):
    department.edit(LAWS, LISTED, url)
    assert department.problems() == malformed(url)


def test_a_long_address_is_shown_by_its_beginning(department):
    url = f"https://example.com/{'a' * 200}"
    department.edit(LAWS, LISTED, url)
    assert department.problems() == reported(f"{url[:60]}…")


@pytest.mark.parametrize(
    "url",
    [
        "https://gov.cn",
        "https://www.gov.cn/",
        "http://a.b.c.gov.cn/x",
        "https://WWW.GOV.CN/X",
        "HTTPS://www.gov.cn/",
        "https://www.gov.cn:8443/a/b.html?c=d&e=%E6%B3%95#f",
        "https://www.gov.cn/?next=https://example.com/",
    ],
)
def test_a_listed_host_and_all_below_it_pass(department, url):
    department.edit(LAWS, LISTED, url)
    assert department.problems() == []


def test_a_host_passes_as_soon_as_the_vocabulary_lists_it(department):
    department.edit(LAWS, LISTED, "https://example.com/rules")
    entry = "  - {名称: example.com, 标识: example-com, 类别: 新闻媒体, 定义: 报纸。}"
    department.edit(VOCAB, "站点:", f"站点:\n{entry}")
    assert department.problems() == []


def test_a_source_without_an_address_passes(department):
    department.edit(LAWS, f", 网址: '{LISTED}'", "")
    assert department.problems() == []


@pytest.mark.parametrize("word", ["文库", "上传", "下载", "转载", "代码"])
def test_a_host_of_second_hand_copies_cannot_be_listed(department, word):
    entry = f"  - {{名称: example.com, 标识: example-com, 类别: 新闻媒体, 定义: 有{word}的网站。}}"
    department.edit(VOCAB, "站点:", f"站点:\n{entry}")
    (problem,) = department.problems()
    assert problem.endswith(
        f"网址: “example.com”的定义写着“{word}”，这样的网站不能链接；"
        "请从“站点”里删去，用到它的来源不写网址，名称里写明“网址待核”"
    )


@pytest.mark.parametrize(("name", "passes"), [("tj.gov.cn", True), ("gov.cn.example.com", False), ("notgov.cn", False)])
def test_only_what_lies_below_gov_cn_is_a_government_host(department, name, passes):
    entry = f"  - {{名称: {name}, 标识: other-host, 类别: 政府网站, 定义: 网站。}}"
    department.edit(VOCAB, "站点:", f"站点:\n{entry}")
    told = [problem.partition(" 网址: ")[2] for problem in department.problems()]
    assert told == ([] if passes else [f"“{name}”不是 gov.cn 下面的网站，“类别”不能写“政府网站”"])
