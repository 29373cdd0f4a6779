"""What a site promises its readers, read from the built pages of the frozen lists."""

import re
from pathlib import Path

from conftest import FIRST
from qingdan.model.parts import path_of
from qingdan.text.folded import normal

from .conftest import text_of

PHRASES = Path("tests/fixtures/report_phrases.txt").read_text(encoding="utf-8").splitlines()


def names_in(document, mark):
    return [row.get(mark) for row in document.all("tr", **{mark.replace("-", "_"): True})]


def test_lists_are_complete(page, site):
    assert sorted(names_in(page("tasks"), "data-entry")) == [task.id for task in site.lists["tasks"]]
    assert sorted(names_in(page("publicity"), "data-entry")) == [entry.id for entry in site.lists["publicity"]]
    assert sorted(names_in(page("laws"), "data-law")) == sorted(site.laws)


def test_every_address_of_the_design_is_there(folder, site):
    overviews = ["", "publicity", "tasks", "laws", "reports", "owners", "coverage", "status", "guide", "about"]
    entries = [f"publicity/{e.id.lower()}" for e in site.lists["publicity"]] + [
        f"tasks/{e.id.lower()}" for e in site.lists["tasks"]
    ]
    others = [*(f"laws/{law}" for law in site.laws), *(f"owners/{owner.slug}" for owner in site.vocab.owners)]
    for path in [*overviews, *entries, *others, "reports/2024"]:
        assert (folder / path / "index.html").is_file(), path
    assert (folder / "404.html").is_file()


def test_all_phrases_of_the_report_are_quoted_or_on_the_coverage_page(page, site):
    quotes = [normal(c.evidence.quote).text for citations in site.citations.values() for c in citations]
    coverage = "".join(text_of(page("coverage").one("article")).split())
    for phrase in PHRASES:
        wanted = normal(phrase).text
        assert any(wanted in quote for quote in quotes if wanted) or "".join(phrase.split()) in coverage, phrase


def test_every_paragraph_has_entries_or_a_reason(page):
    for row in page("coverage").all("tr", data_paragraph=True):
        assert "没有说明" not in text_of(row), row.get("data-paragraph")


def test_the_nine_figures_stand_on_the_home_page_as_the_report_writes_them(page):
    items = [" ".join(text_of(item).split()) for item in page("").one("ul", class_="figure-grid")]
    figures = [item.split(" ", 1)[0] for item in items]
    assert figures == ["5份", "128份", "近30件", "28次", "9件", "11件", "12次", "100%", "100%"]
    for item in items[1:6]:
        assert "主体：法律顾问及公职律师" in item
    assert "合计" in items[2]
    assert "合计" in items[5]


def test_the_report_page_shows_the_archived_text_unchanged(page):
    shown = "".join(text_of(block) for block in page("reports/2024").all("div", class_="paragraph__text"))
    archived = (FIRST / "reports/2024.txt").read_text(encoding="utf-8").replace("[bookmark: _GoBack]", "")
    assert "".join(shown.split()) == "".join(archived.split())


def test_every_quotation_leads_to_exactly_its_words_in_the_report(page, site):
    marks = {mark.get("id"): text_of(mark) for mark in page("reports/2024").all("mark", id=True)}
    for piece in page("reports/2024").all("mark", data_of=True):
        marks[piece.get("data-of")] += text_of(piece)
    for entry, citations in site.citations.items():
        where = "publicity" if entry.startswith("PF") else "tasks"
        links = [
            a.get("href") for a in page(f"{where}/{entry.lower()}").all("a") if "/reports/2024/#q-" in a.get("href")
        ]
        assert len(links) == len(citations)
        quotes = {citation.anchor: citation.evidence.quote for citation in citations}
        for link in links:
            anchor = link.split("#")[1]
            assert normal(marks[anchor]).text == normal(quotes[anchor]).text


def test_every_quotation_says_that_only_its_words_were_checked(page, site):
    for entry in site.entries.values():
        captions = [text_of(caption) for caption in page(path_of(entry).rstrip("/")).all("figcaption")]
        assert len(captions) == len(site.citations[entry.id])
        assert all("与报告原文一字不差；事情本身没有核实" in caption for caption in captions)


def test_our_own_words_beside_the_report_are_folded_away_paragraph_by_paragraph(page, site):
    report = page("reports/2024")
    folded = {part for details in report.all("details", class_="paragraph__remarks") for part in details.iter()}
    assert not [details for details in report.all("details") if "open" in details.attrib]
    notes = [note.note for note in site.data.report(2024).meta.value.notes]
    assert len([mark for mark in folded if mark.get("class") == "remark"]) == len(notes)
    for section in report.all("section", class_="paragraph"):
        beside = "".join(node.text or "" for node in section.iter() if node not in folded)
        assert "未列入清单" not in beside
        assert "本站注" not in beside


def test_each_paragraph_links_back_to_the_entries_that_cite_it(page, site):
    report = page("reports/2024")
    for (_, label), citations in site.cited.items():
        anchor = site.data.report(2024).paragraph(label).anchor
        links = {a.get("href") for a in report.one("section", id=anchor).iter("{http://www.w3.org/1999/xhtml}a")}
        for citation in citations:
            id = citation.entry.id
            assert f"../../{'publicity' if id.startswith('PF') else 'tasks'}/{id.lower()}/" in links


def test_each_list_says_at_the_top_how_many_entries_are_unconfirmed(page, site):
    for path, entries in (("tasks", site.lists["tasks"]), ("publicity", site.lists["publicity"])):
        [notice] = page(path).all("p", class_="notice notice--quiet")
        assert f"{len(entries)} 条待核定" in text_of(notice)


def test_unknown_facts_of_laws_stay_visible(page, site):
    for law in site.laws.values():
        unknown = [text_of(span) for span in page(f"laws/{law.id}").all("span", class_="unknown")]
        stated = [
            str(law.number),
            str(law.passed),
            str(law.effective),
            str(law.amended),
            str(law.check.date),
            law.issuer,
        ]
        assert len(unknown) >= stated.count("待核")


def test_repealed_laws_name_their_replacement_and_no_entry_rests_on_them_unflagged(page, site):
    repealed = [law for law in site.laws.values() if site.law_status(law).name == "已废止"]
    assert repealed
    for law in repealed:
        assert site.laws[law.replaced_by].name in text_of(page(f"laws/{law.id}").one("article"))
    for entry in site.entries.values():
        ended = [r.law for r in entry.laws if site.law_status(site.laws[r.law]).name in ("已废止", "已届满")]
        open_to_do = site.status(entry).name not in ("已落实", "已退出")
        assert bool(ended and open_to_do) == ("依据已变动" in [flag.name for flag in site.flags(entry)])


def test_ended_plans_are_said_to_have_ended_where_the_report_leans_on_them(page):
    for anchor, words in (("p-1-2", "2025年"), ("p-4-3", "“九五”")):
        section = page("reports/2024").one("section", id=anchor)
        notes = [text_of(p) for p in section.iter("{http://www.w3.org/1999/xhtml}p") if "本站注" in text_of(p)]
        assert any(words in note for note in notes)


def test_status_words_link_to_their_definitions(page, site):
    definitions = {row.get("id") for tag in ("tr", "p") for row in page("status").all(tag, id=True)}
    assert {status.slug for status in (*site.vocab.statuses, *site.vocab.computed)} <= definitions
    for badge in page("tasks").all("a", class_="badge"):
        assert badge.get("href").removeprefix("../status/#") in definitions


def test_sources_link_only_to_listed_hosts_and_say_that_they_are_outside(page, site):
    hosts = tuple(host.name for host in site.vocab.hosts)
    for law in site.laws:
        for link in page(f"laws/{law}").all("a", rel="external noopener noreferrer"):
            host = re.match(r"https?://([^/]+)", link.get("href"))[1]
            assert host.endswith(hosts)
            assert "站外链接" in text_of(next(li for li in page(f"laws/{law}").all("li") if link in list(li)))
