"""The site → HTML: functions that take the site, what to show and the way to the root, and return text."""

from collections.abc import Callable

from .calendar import calendar
from .compare import compare
from .entry import entry_page
from .guide import common_errors
from .law import law_list, law_page
from .lists import list_part, publicity_list, task_list
from .overview import coverage, home, owner_list, owner_page, report_list, statuses
from .reference import basis, glossary
from .report import report_page

MACROS: dict[str, Callable[..., str]] = {
    macro.__name__: macro
    for macro in (
        basis,
        calendar,
        common_errors,
        compare,
        coverage,
        entry_page,
        glossary,
        home,
        law_list,
        law_page,
        list_part,
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
