"""The calendar's page: what comes next, what has no known time, which 时限 have passed."""

from ..site.calendar import calendar_of
from ..site.site import Site
from .template import fill


def calendar(site: Site, root: str) -> str:
    """Return the calendar as of the site's day."""
    found = calendar_of(site)
    parts = [
        ("coming", "接下来", "最近的在最前面。", found.coming),
        ("unknown", "时间待核", "材料没有写明是什么时候。", found.unknown),
        ("passed", "已过的时限", "时限过了不等于没有做；做了没有，看各条的状态和报告原话。", found.passed),
    ]
    return fill("calendar", site=site, root=root, parts=[part for part in parts if part[-1]])
