"""Pages that look across the site: owners, coverage, states, reports, home."""

from ..model import Entry
from ..model.parts import LISTS, Part, part_of
from ..model.vocab import Shaped
from ..site.coverage import on_changed_laws, unproven, unused, vague
from ..site.rewordings import reworded
from ..site.site import Site, grouped
from ..site.statutes import tested
from ..site.stretches import LIMIT
from .lists import grouped_rows
from .report import report_rows
from .template import fill

PARAGRAPHS = 100
"""How many paragraphs of reports the account shows one by one; the newest report stands there whole."""

TESTED = 200
"""How many laws it shows whose articles were compared with the archived wording."""


def owner_page(site: Site, slug: str, root: str) -> str:
    """Return the page of the 责任主体 with this 标识. Raises KeyError when there is none."""
    owner = {term.slug: term for term in site.vocab.owners}[slug]
    entries = site.by_owner[owner.name]
    counted = grouped((part_of(entry), entry) for entry in entries)
    return fill(
        "owner",
        site=site,
        root=root,
        owner=owner,
        evidence=[(evidence, site.anchor(evidence)) for evidence in owner.evidence],
        entries=entries,
        groups=grouped_rows(site, entries),
        lists=[(part, len(members)) for part, members in counted.items()] if len(entries) > LIMIT else [],
    )


def owner_list(site: Site, root: str) -> str:
    """Return every 责任主体 with the number of its entries."""
    return fill("owners", site=site, root=root)


def report_list(site: Site, root: str) -> str:
    """Return the archived reports, and the years whose report was due and is not archived."""
    return fill(
        "reports",
        site=site,
        root=root,
        cited={report.year: sum(year == report.year for year, _ in site.cited) for report in site.reports},
    )


def coverage(site: Site, root: str) -> str:
    """Return the account both ways: each paragraph and its entries, each entry and law without a counterpart."""
    reports: list[dict[str, object]] = []
    left = PARAGRAPHS
    for report in site.reports:
        rows = report_rows(site, report)
        left -= len(rows)
        bare = [row for row in rows if not row.entries]
        explained = sum(bool(row.uncited) for row in bare)
        framing = sum(row.paragraph.is_frame and not row.uncited for row in bare)
        gaps = len(bare) - explained - framing
        counts = {"cited": len(rows) - len(bare), "explained": explained, "framing": framing, "gaps": gaps}
        reports.append(
            {
                "year": report.year,
                "rows": rows,
                "notes": report.meta.value.notes,
                "whole": not reports or left >= 0,
                **counts,
            }
        )
    return fill(
        "coverage",
        site=site,
        root=root,
        reports=reports,
        unproven=unproven(site),
        changed=on_changed_laws(site),
        vague=vague(site),
        unused=unused(site),
        tested=tested(site),
        reworded=reworded(site),
        many=TESTED,
    )


def statuses(site: Site, root: str) -> str:
    """Return every state with its meaning, who sets it, what it needs and what may follow."""
    plain = [("核定", "confirmation"), ("来源", "origin"), ("可信度", "confidence")]
    return fill(
        "statuses",
        site=site,
        root=root,
        plain=[({"name": name, "slug": slug}, site.vocab.sections[name].values()) for name, slug in plain],
    )


def home(site: Site, root: str) -> str:
    """Return the home page: what residents ask most, what the body did, the rest."""
    current = [(part, site.current(site.lists[part.folder])) for part in LISTS]
    asked = ((topic, site.answers.get(topic.asked or "")) for topic in site.vocab.law_topics)
    return fill(
        "home",
        site=site,
        root=root,
        asked=[(topic, answer) for topic, answer in asked if answer],
        lists=[(part, entries, _states(site, part, entries)) for part, entries in current],
    )


def _states(site: Site, part: Part, entries: tuple[Entry, ...]) -> list[tuple[Shaped, int]]:
    """Return how many entries of a list have each state; without what its head says of most."""
    said = [term for term, _ in site.said_once[part.folder]]
    counted = (*site.count_by_status(entries), *site.count_by_flag(entries))
    return [(term, count) for term, count in counted if term not in said]
