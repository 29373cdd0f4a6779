import pytest

from conftest import FIRST, SECOND

from . import cache, outline
from .outline import Outlines, keep_outlines
from .read import Refused, parse

LIST = "- 编号: RW-001\n  内容: '一、二'\n- 编号: RW-002\n  依据: [{法规: 甲, 条: [第一条]}]\n"


@pytest.fixture
def keeping(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(outline, "_reader", [])
    keep_outlines()


def outlines(folder, texts):
    made = Outlines(folder)
    found = [made.of(text, name) for name, text in texts.items()]
    made.keep()
    return found


def texts_of(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yml"))}


@pytest.mark.parametrize("data", [FIRST, SECOND])
def test_what_is_kept_is_what_is_read(data, tmp_path, keeping, monkeypatch):
    texts = texts_of(data)
    monkeypatch.setattr(outline, "_reader", [])
    read = outlines(tmp_path, texts)
    keep_outlines()
    assert outlines(tmp_path, texts) == read
    monkeypatch.setattr(outline, "kept", lambda text, _: pytest.fail(f"read: {text}"))
    assert outlines(tmp_path, texts) == read


def test_places_name_the_file_as_it_is_named_now(tmp_path, keeping):
    outlines(tmp_path, {"old.yml": LIST})
    [found] = outlines(tmp_path, {"new.yml": LIST})
    assert [part.place.path for part in found.parts] == ["new.yml", "new.yml"]


def test_a_text_that_is_refused_is_refused_again_in_the_same_words(tmp_path, keeping):
    said = []
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            outlines(tmp_path, {"a.yml": LIST.replace("编号: RW-002", "编号：RW-002")})
        said.append(refused.value.problems)
    assert said[0] == said[1] != ()


def test_a_text_that_has_changed_is_read(tmp_path, keeping):
    outlines(tmp_path, {"a.yml": LIST})
    [found] = outlines(tmp_path, {"a.yml": LIST.replace("一、二", "三")})
    assert found.parts[0].value["内容"] == "三"


def test_nothing_is_found_once_the_reader_has_changed(tmp_path, keeping, monkeypatch):
    outlines(tmp_path, {"a.yml": LIST})
    outline._reader.append("another way to read")
    read = []
    monkeypatch.setattr(outline, "kept", lambda text, name: read.append(name) or parse(text, name))
    outlines(tmp_path, {"a.yml": LIST})
    assert read == ["a.yml"]


def test_nothing_is_kept_unless_it_is_wanted(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(outline, "_reader", [])
    outlines(tmp_path, {"a.yml": LIST})
    assert not (tmp_path / "kept").exists()
