"""收录: which yearly reports are here, and which should be."""

from datetime import date

from ..model.load import Report
from ..model.status import newest_due_report, report_due
from .site import Site


def newest_report(site: Site) -> Report | None:
    """Return the newest archived report; None where there is none."""
    return next(iter(site.reports), None)


def missing_reports(site: Site) -> list[tuple[int, date]]:
    """Return the years since the first archived report whose report was due and is not here, each with its last day."""
    years = {report.year for report in site.reports}
    due = range(min(years), newest_due_report(site.as_of) + 1) if years else ()
    return [(year, report_due(year)) for year in due if year not in years]
