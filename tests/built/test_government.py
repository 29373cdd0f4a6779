"""Page tags of Chinese government sites, sharing tags and machine-readable descriptions: given where known, never invented."""

import json
import re

import pytest

from qingdan.cli import main
from qingdan.publish.owed import OWED

from .conftest import SETTINGS, XHTML, text_of

COLUMNS = ("", "tasks", "publicity", "laws", "reports", "coverage")
ARTICLES = ("tasks/rw-028", "publicity/pf-030", "laws/eco-code", "owners/counsel", "reports/2024", "about", "status")


def tags(document):
    found = [(meta.get("name"), meta.get("content")) for meta in document.all("meta", name=True)]
    assert len({name for name, _ in found}) == len(found), "a tag stands twice"
    assert all(content for _, content in found), "a tag is empty"
    return dict(found)


@pytest.mark.parametrize("path", COLUMNS)
def test_a_column_page_names_its_column(page, path):
    given = tags(page(path))
    for name in ("SiteName", "SiteDomain", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType", "Url"):
        assert name in given
    assert "ArticleTitle" not in given


@pytest.mark.parametrize("path", ARTICLES)
def test_a_content_page_names_its_article_as_its_heading_does(page, path):
    given = tags(page(path))
    for name in (
        "SiteName",
        "SiteDomain",
        "ColumnName",
        "PubDate",
        "ContentSource",
        "Keywords",
        "Author",
        "Description",
    ):
        assert name.lower() in {known.lower() for known in given}
    assert given["ArticleTitle"] == text_of(page(path).one("h1"))
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", given["PubDate"])
    assert given["Url"] == page(path).one("link", rel="canonical").get("href")


def test_what_the_owner_has_supplied_is_shown_and_nothing_stands_for_what_is_missing(page):
    gov = {key: SETTINGS["gov"].get(key, "") for key in OWED}
    assert tags(page("")).get("SiteIDCode", "") == gov["site_id_code"]
    items = [text_of(item) for item in page("").one("footer").iter(f"{XHTML}li")]
    for key, label in (("site_id_code", "网站标识码："), ("icp", ""), ("police", "")):
        assert (f"{label}{gov[key]}" in items) == bool(gov[key]), key
    told = text_of(page("").one("footer"))
    assert (f"联系：{gov['contact']}。" in told) == bool(gov["contact"])
    assert "" not in items


def test_the_release_check_lists_what_is_unset(capsys, tmp_path, monkeypatch):
    (tmp_path / "mkdocs.yml").write_text("extra: {gov: {site_name: ''}}\n", "utf-8")
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github/CODEOWNERS").write_text("* @someone\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["release"]) == 1
    said = capsys.readouterr().err
    for owed in ("网站标识码", "ICP 备案号", "公安备案号", "联系方式", "数据的使用许可"):
        assert owed in said


@pytest.mark.parametrize("path", [*COLUMNS, *ARTICLES])
def test_a_shared_link_shows_title_text_and_address(page, path):
    given = {meta.get("property"): meta.get("content") for meta in page(path).all("meta", property=True)}
    for name in ("og:title", "og:description", "og:type", "og:url", "og:site_name", "og:locale"):
        assert given[name]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("tasks/rw-028", "CreativeWork"),
        ("publicity/pf-030", "GovernmentService"),
        ("laws/eco-code", "Legislation"),
        ("reports/2024", "Report"),
    ],
)
def test_machines_can_read_what_a_page_is_about(page, path, kind):
    described = json.loads(text_of(page(path).one("script", type="application/ld+json")))
    assert described["@context"] == "https://schema.org"
    assert described["@type"] == kind
    assert described["name"] == text_of(page(path).one("h1"))


def test_unknown_facts_are_left_out_of_the_description(page):
    described = json.loads(text_of(page("laws/nk-snow").one("script", type="application/ld+json")))
    assert "待核" not in json.dumps(described, ensure_ascii=False)
