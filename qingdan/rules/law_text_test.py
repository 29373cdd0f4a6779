import hashlib

import pytest

TEXT, META = "laws/texts/water-use-rules.2023-11-30.txt", "laws/texts/water-use-rules.2023-11-30.yml"
LAWS = "laws/laws.yml"


def of_texts(department):
    return [problem.partition(": 法规原文: ")[::2] for problem in department.problems() if ": 法规原文: " in problem]


def register(department, old, new):
    """Replace words of the text as if it had been received so: its digest is registered anew."""
    file = department.folder / TEXT
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    department.edit(TEXT, old, new)
    department.edit(META, before, hashlib.sha256(file.read_bytes()).hexdigest())


def rename(department, stem):
    for suffix in (".yml", ".txt"):
        (department.folder / META).with_suffix(suffix).rename(department.folder / f"laws/texts/{stem}{suffix}")


@pytest.mark.parametrize(("old", "new"), [("水压足够", "水压够"), ("水压足够。\n", "水压足够。\r\n")])
def test_a_text_changed_by_a_single_character_is_reported_at_its_digest(department, old, new):
    department.edit(TEXT, old, new)
    digest = hashlib.sha256((department.folder / TEXT).read_bytes()).hexdigest()
    [(place, message)] = of_texts(department)
    assert place == f"{META}:6:9"
    assert message == (
        "water-use-rules.2023-11-30.txt 与登记的不一致，请恢复收到时的文件；"
        f"只有重新收到了正式文本，才把这里改成 {digest}"
    )


def test_a_law_that_the_library_does_not_have_is_reported_with_the_nearest(department):
    department.edit(META, "法规: water-use-rules", "法规: water-use-rule")
    [(place, message)] = of_texts(department)
    assert place == f"{META}:2:5"
    assert message.startswith("法规库里没有“water-use-rule”，最接近的是“water-use-rules”")


def test_a_text_of_another_law_is_reported_with_both_names(department):
    register(department, "示例用水条例\n", "示例排水条例\n")
    [(place, message)] = of_texts(department)
    assert place == f"{META}:2:5"
    assert message.startswith("原文的标题是“示例排水条例”，法规库里 water-use-rules 的名称是“示例用水条例”")


def test_a_text_without_a_title_is_reported_with_its_first_line(department):
    register(department, "示例用水条例\n（2020", "（2020")
    [(place, message)] = of_texts(department)
    assert place == f"{META}:2:5"
    assert message.startswith("原文里没有标题“示例用水条例”，第一行是：（2020年3月1日")


@pytest.mark.parametrize("title", ["示例用水　条例", "中华人民共和国示例用水条例"])
def test_spaces_and_the_name_of_the_country_do_not_matter(department, title):
    register(department, "示例用水条例\n", f"{title}\n")
    assert department.problems() == []


def test_the_country_may_also_be_named_in_the_library_alone(department):
    department.edit(LAWS, "  名称: 示例用水条例", "  名称: 中华人民共和国示例用水条例")
    assert of_texts(department) == []


def test_a_version_that_is_no_day_is_reported_with_an_example(department):
    department.edit(META, "版本: 2023-11-30", "版本: 2023-11")
    rename(department, "water-use-rules.2023-11")
    [(place, message)] = of_texts(department)
    assert place == "laws/texts/water-use-rules.2023-11.yml:3:5"
    assert message.startswith("版本要写到日，例如 2023-11-01")


def test_a_text_in_force_before_it_was_made_is_reported(department):
    department.edit(META, "施行: 2024-01-01", "施行: 2023-10")
    [(place, message)] = of_texts(department)
    assert place == f"{META}:4:5"
    assert message.startswith("施行 2023-10 早于版本 2023-11-30；")


@pytest.mark.parametrize("effective", ["待核", "2023", "2023-11", "2023-11-30"])
def test_a_text_may_be_in_force_from_the_day_it_was_made_or_from_one_not_known(department, effective):
    department.edit(META, "施行: 2024-01-01", f"施行: {effective}")
    assert department.problems() == []


@pytest.mark.parametrize("stem", ["water-use-rules.2023-11-29", "water-use-rules", "a"])
def test_a_file_with_another_name_is_reported_at_the_version(department, stem):
    rename(department, stem)
    [(place, message)] = of_texts(department)
    assert place == f"laws/texts/{stem}.yml:3:5"
    wanted = "water-use-rules.2023-11-30.yml 和 water-use-rules.2023-11-30.txt"
    assert message == f"文件名应为 {wanted}，现在是 {stem}；请改文件名，或者改“法规”“版本”"


def test_a_version_that_is_registered_twice_is_reported_at_the_second(department):
    for suffix in (".yml", ".txt"):
        file = (department.folder / META).with_suffix(suffix)
        file.with_stem("other").write_bytes(file.read_bytes())
    assert of_texts(department) == [
        (
            "laws/texts/other.yml:3:5",
            "文件名应为 water-use-rules.2023-11-30.yml 和 water-use-rules.2023-11-30.txt，现在是 other；请改文件名，或者改“法规”“版本”",
        ),
        (f"{META}:3:5", "water-use-rules 的 2023-11-30 版本在 laws/texts/other.yml 里也登记了，请只留一份"),
    ]
