from .tidy import tidied, tidied_pages

CHECKBOX = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">'


def test_checkboxes_lose_autocomplete_and_keep_the_rest():
    assert tidied(CHECKBOX) == '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer">'


def test_the_search_box_keeps_autocomplete():
    box = '<input type="text" name="query" autocomplete="off">'
    assert tidied(box) == box


def test_labels_lose_only_an_empty_tabindex():
    assert tidied('<label for="a" tabindex="">') == '<label for="a">'
    for other in ('<label for="a" tabindex="0">', '<div tabindex="">'):
        assert tidied(other) == other


def test_words_that_look_like_the_attributes_stay():
    words = '<p>&lt;input type="checkbox" autocomplete="off"&gt; tabindex=""</p>'
    assert tidied(words) == words


def test_pages_in_every_folder_are_rewritten_and_other_files_are_not(tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    for name in ("index.html", "notes.txt"):
        (deep / name).write_text(CHECKBOX, encoding="utf-8")
    pages = list(tidied_pages(tmp_path))
    assert pages == [(deep / "index.html").read_text(encoding="utf-8")]
    assert "autocomplete" not in pages[0]
    assert "autocomplete" in (deep / "notes.txt").read_text(encoding="utf-8")
