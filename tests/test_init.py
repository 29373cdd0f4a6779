"""A new body: six answers make a data folder that passes the check and builds, or nothing is written."""

import re
import shutil
from datetime import date

import pytest

from conftest import ROOT, contents
from qingdan.cli import main
from qingdan.edit.begin.answers import QUESTIONS
from qingdan.edit.begin.folder import begun
from qingdan.model.vocab import Vocabulary
from qingdan.rules.vocabulary import _KNOWN
from qingdan.site.check import open_site, problems_in

DAY = date(2026, 11, 23)
GIVEN = {"name": "示例区市场监督管理局", "short": "示例区市场监管局", "district": "示例区"}
ELSEWHERE = ("南开", "天津", "城管", "城市管理", "养犬", "燃气", "垃圾", "市容", "水务")


def options(answers):
    """Return the answers as options of the command; a list is given option by option."""
    pairs = (
        (name, text) for name, value in answers.items() for text in (value if isinstance(value, list) else [value])
    )
    return [word for name, text in pairs for word in (f"--{name}", text)]


@pytest.fixture
def init(tmp_path, capsys, monkeypatch):
    """Return a function that runs `init` on a folder. Out: its status, what it said."""
    monkeypatch.chdir(tmp_path)

    def init(folder="body", **answers):
        capsys.readouterr()
        status = main(["init", folder, *options({**GIVEN, **answers}), "--as-of", DAY.isoformat()])
        said = capsys.readouterr()
        return status, said.out + said.err

    return init


@pytest.fixture
def typed(tmp_path, monkeypatch):
    """Return a function that answers at a terminal, line by line."""
    monkeypatch.chdir(tmp_path)

    def typed(*lines):
        left = iter(lines)

        def line(_prompt):
            try:
                return next(left)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", line)
        for stream in ("stdin", "stdout"):
            monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True)
        return main(["init", "body", "--as-of", DAY.isoformat()])

    return typed


def test_the_folder_passes_the_check_and_says_what_was_answered(init, tmp_path):
    status, said = init(owner=["法规科", "执法大队"], host="示例区人民政府办公室")
    assert status == 0, said
    site = open_site(tmp_path / "body", DAY)
    assert (site.body.name, site.body.short, site.body.district) == tuple(GIVEN.values())
    assert (site.body.title, site.body.host) == ("示例区市场监管局法治责任清单", "示例区人民政府办公室")
    assert [owner.name for owner in site.vocab.owners][-2:] == ["法规科", "执法大队"]


def test_what_may_be_left_out_is_left_out(init, tmp_path):
    assert init()[0] == 0
    site = open_site(tmp_path / "body", DAY)
    assert site.body.host is None
    assert [owner.name for owner in site.vocab.owners] == ["待核定"]


def test_the_one_entry_says_that_it_is_an_example_and_the_folder_holds_without_it(init, tmp_path):
    init()
    [entry] = open_site(tmp_path / "body", DAY).entries.values()
    assert "示例" in entry.name
    assert "示例" in entry.content
    assert entry.year == DAY.year
    (tmp_path / "body/publicity/example.yml").unlink()
    assert problems_in(tmp_path / "body", DAY) == []


def test_the_answers_say_each_next_command_and_all_of_them_exist(init):
    said = init()[1]
    named = re.findall(r"python -m qingdan ([a-z-]+) ", said)
    assert named == ["check", "import-report", "import-list", "build"]
    assert said.count("--data body") == len(named)


@pytest.mark.parametrize("example", [True, False], ids=["with the example", "without it"])
def test_the_site_of_a_new_body_is_built(init, tmp_path, monkeypatch, example):
    init(owner=["法规科"])
    if not example:
        shutil.rmtree(tmp_path / "body/publicity")
    monkeypatch.chdir(ROOT)
    line = ["build", "--data", str(tmp_path / "body"), "--site-dir", str(tmp_path / "site"), "--as-of", DAY.isoformat()]
    assert main(line) == 0
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert "示例区市场监管局法治责任清单" in home
    assert (tmp_path / "site/laws/constitution/index.html").exists()
    assert (tmp_path / "site/publicity/pf-001/index.html").exists() == example


def test_the_first_words_are_every_list_of_the_vocabulary_and_all_that_the_program_knows(init, tmp_path):
    init()
    vocab = open_site(tmp_path / "body", DAY).vocab
    needed = {name for name, field in Vocabulary.model_fields.items() if field.is_required()}
    assert all(getattr(vocab, name) for name in needed)
    for section, words in _KNOWN.items():
        assert set(words) <= vocab.sections[section].keys()
    assert not [term.name for term in vocab.computed if term.stopped]


def test_nothing_of_another_body_comes_along():
    answers = {name: [text] for name, text in GIVEN.items()} | {"title": ["示例"]}
    text = "".join(content.decode() for content in begun(answers, DAY).values())
    assert not [word for word in ELSEWHERE if word in text]
    assert "出处:" not in text


@pytest.mark.parametrize(
    "awkward",
    [
        "某局 # 不是注释",
        "某局: 冒号",
        "- 某局",
        "“某局”",
        "'某局'",
        "某局\\n",
        "${name}",
        "{a: b}",
        "是",
        "2026",
        "*某局",
        "&a 某局",
        "%YAML",
    ],
)
def test_an_answer_stands_in_the_data_as_it_was_typed(init, tmp_path, awkward):
    status, said = init(title=awkward, owner=[awkward])
    assert status == 0, said
    site = open_site(tmp_path / "body", DAY)
    assert (site.body.title, site.vocab.owners[-1].name) == (awkward, awkward)


@pytest.mark.parametrize("name", [one.option for one in QUESTIONS])
@pytest.mark.parametrize(
    "hostile", ["", " ", "\u200b", "甲\n乙", "甲\u202e乙", "无", "？", "甲\x07", "局" * 3000], ids=ascii
)
def test_an_answer_that_cannot_stand_is_refused_and_nothing_is_written(init, tmp_path, name, hostile):
    status, said = init(**{name: hostile})
    assert status == 2
    assert f"--{name}：" in said
    assert said.endswith("没有写入任何内容\n")
    assert not (tmp_path / "body").exists()


def test_units_whose_names_sound_alike_have_addresses_of_their_own(init, tmp_path):
    assert init(owner=["法规科", "法规课", "法规科", "待核定", "Index", "☆甲☆", "１２３"])[0] == 0
    slugs = [owner.slug for owner in open_site(tmp_path / "body", DAY).vocab.owners]
    assert slugs[:3] == ["unassigned", "fa-gui-ke", "fa-gui-ke-2"]
    assert len(set(slugs)) == len(slugs)


def test_what_is_lacking_is_listed_where_nobody_can_be_asked(init, capsys, tmp_path):
    assert main(["init", "body", "--short", "某局"]) == 2
    said = capsys.readouterr().err
    assert [word for word in ("--name", "--district") if word in said] == ["--name", "--district"]
    assert "--short" not in said
    assert not (tmp_path / "body").exists()


def test_what_can_be_written_once_is_not_taken_twice(init):
    assert "只能写一次" in init(name=["甲局", "乙局"])[1]


def test_a_folder_that_holds_anything_is_refused(init, tmp_path):
    for name, there in {"full": "a.txt", "hidden": ".git"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / there).write_text("x")
        before = contents(tmp_path / name)
        status, said = init(name)
        assert (status, contents(tmp_path / name)) == (1, before)
        assert there in said
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("file", "link"):
        assert (init(name)[0], (tmp_path / "nowhere").exists()) == (1, False)


def test_an_empty_folder_is_taken_and_one_within_others_is_made(init, tmp_path):
    (tmp_path / "empty").mkdir()
    assert (init("empty")[0], init("a/b/c")[0]) == (0, 0)
    assert contents(tmp_path / "empty") == contents(tmp_path / "a/b/c")


def test_at_a_terminal_all_six_are_asked_and_an_empty_line_takes_what_is_proposed(typed, tmp_path):
    assert typed("", "示例区水利局", "示例区水利", "示例区", "", "", "法规科", "无", "执法大队", "") == 0
    site = open_site(tmp_path / "body", DAY)
    assert (site.body.name, site.body.title, site.body.host) == ("示例区水利局", "示例区水利法治责任清单", None)
    assert [owner.name for owner in site.vocab.owners] == ["待核定", "法规科", "执法大队"]


def test_whoever_ends_the_input_leaves_nothing_behind(typed, tmp_path):
    assert typed("示例区水利局", "示例区水利") == 130
    assert not (tmp_path / "body").exists()


def test_a_folder_with_a_space_stands_in_quotes_in_the_commands_that_follow(init):
    assert init("新 单位")[1].count("--data '新 单位'") == 4
    assert init("新单位")[1].count("--data 新单位") == 4
