"""The body of the one issue that lists what has grown old, as GitHub Markdown.

Words of the data stand only inside HTML elements, escaped, and inside <code>: there GitHub makes no mention, link,
emoji or issue reference of them. The block holds no blank line, so none of it is read as Markdown.
"""

from ..site.currency import Concern, summary
from ..site.site import Site
from .template import fill

LIMIT = 60_000
"""Characters; GitHub refuses a body of more than 65,536."""

_LISTED = (500, 200, 100, 50, 20, 5, 0)


def reminder_issue(site: Site, found: tuple[Concern, ...]) -> str:
    """Return the body, with as many reminders of each concern as find room; empty where there is none."""
    if not found:
        return ""
    return next(body for listed in _LISTED if len(body := _body(site, found, listed)) <= LIMIT)


def _body(site: Site, found: tuple[Concern, ...], listed: int) -> str:
    rows = [
        (concern, [(one, site.repository.lines(one.place)) for one in concern.reminders[:listed]]) for concern in found
    ]
    total = sum(len(concern.reminders) for concern in found)
    html = fill("reminder", site=site, to_do=summary(found), concerns=rows, total=total)
    return "\n".join(line for line in html.split("\n") if line.strip()) + "\n"
