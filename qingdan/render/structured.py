"""schema.org descriptions (JSON-LD) of entries, laws and reports, for machines that read pages.

Types and properties: schema.org FAQPage, Legislation, GovernmentService, CreativeWork, Report, BreadcrumbList.
"""

import json
from collections.abc import Iterable

from markupsafe import Markup

from ..model import UNKNOWN, Answer, Entry, Law
from ..model.load import Report
from ..model.own import words_of
from ..model.parts import part_of
from ..site.site import Site

_FORCE = {"现行有效": "InForce", "已废止": "NotInForce", "已届满": "NotInForce", "尚未施行": "NotInForce"}

Description = dict[str, object]


def json_ld(description: Description) -> Markup:
    """Return a description as the text of a script element: no `<`, so that no text can end the element."""
    content = {"@context": "https://schema.org", "inLanguage": "zh-CN", **description}
    return Markup(json.dumps(content, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c"))


def of_entry(site: Site, entry: Entry) -> Description:
    """Describe an entry: as the service that it is, or as a work based on laws and the report's words."""
    described = {"name": entry.name, "identifier": entry.id, "description": entry.content}
    kind = part_of(entry).schema_org
    if kind == "GovernmentService":
        audience = [{"@type": "Audience", "audienceType": name} for name in words_of(entry, "对象")]
        return {"@type": kind, **described, "provider": _body(site), "audience": audience}
    based_on = [{"@type": "Legislation", "name": site.laws[reference.law].name} for reference in entry.laws]
    quoted = [
        {"@type": "Quotation", "text": citation.evidence.quote, "isPartOf": f"{citation.evidence.report}年度报告"}
        for citation in site.citations[entry.id]
    ]
    return {"@type": kind, **described, "publisher": _body(site), "isBasedOn": based_on, "citation": quoted}


def of_answers(answers: Iterable[Answer]) -> Description:
    """Describe questions with their answers, as a page of frequently asked questions."""
    asked = [
        {"@type": "Question", "name": one.name, "acceptedAnswer": {"@type": "Answer", "text": one.text}}
        for one in answers
    ]
    return {"@type": "FAQPage", "mainEntity": asked}


def of_law(site: Site, law: Law) -> Description:
    """Describe a law; what the sources do not give is left out."""
    known = {
        "alternateName": law.short,
        "legislationIdentifier": law.number,
        "legislationDate": str(law.passed),
        "legislationDateVersion": str(law.amended or law.effective),
        "legislationLegalForce": _FORCE.get(site.law_status(law).name, UNKNOWN),
    }
    passed_by = {"legislationPassedBy": {"@type": "Organization", "name": law.issuer}} if law.issuer != UNKNOWN else {}
    stated = {name: value for name, value in known.items() if value != UNKNOWN}
    return {"@type": "Legislation", "name": law.name, "legislationType": law.level, **stated, **passed_by}


def of_report(site: Site, report: Report) -> Description:
    """Describe an archived annual report; its date of publication only where it is known."""
    meta = report.meta.value
    published = {} if meta.published == UNKNOWN else {"datePublished": str(meta.published)}
    described = {"name": meta.title, "author": _body(site), "temporalCoverage": str(meta.year)}
    return {"@type": "Report", **described, **published}


def _body(site: Site) -> Description:
    return {"@type": "GovernmentOrganization", "name": site.body.name, "areaServed": site.body.district}
