"""The site → HTML: functions that take the site, what to show and the way to the root, and return text."""

from collections.abc import Callable

from .entry import entry_page
from .guide import common_errors
from .law import law_list, law_page
from .overview import coverage, home, owner_list, owner_page, publicity_list, report_list, statuses, task_list
from .report import report_page

MACROS: dict[str, Callable[..., str]] = {
    macro.__name__: macro
    for macro in (
        common_errors,
        coverage,
        entry_page,
        home,
        law_list,
        law_page,
        owner_list,
        owner_page,
        publicity_list,
        report_list,
        report_page,
        statuses,
        task_list,
    )
}
"""What a page may call, by name."""
