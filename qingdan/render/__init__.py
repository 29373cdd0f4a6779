"""The site → HTML: functions that take the site, what to show and the way to the root, and return text."""

from collections.abc import Callable

from .calendar import calendar
from .changes import changes
from .compare import compare
from .data import data_badges, data_columns, data_files, data_terms, site_address
from .entry import entry_page
from .fields import fields, words
from .guide import common_errors, repository
from .law import law_list, law_page
from .lists import entry_list, list_stretch, list_title
from .overview import coverage, home, owner_list, owner_page, report_list, statuses
from .reference import basis, glossary
from .report import report_page

MACROS: dict[str, Callable[..., str]] = {
    macro.__name__: macro
    for macro in (
        basis,
        calendar,
        changes,
        common_errors,
        compare,
        coverage,
        data_badges,
        data_columns,
        data_files,
        data_terms,
        entry_list,
        entry_page,
        fields,
        glossary,
        home,
        law_list,
        law_page,
        list_stretch,
        list_title,
        owner_list,
        owner_page,
        report_list,
        report_page,
        repository,
        site_address,
        statuses,
        words,
    )
}
"""What a page may call, by name."""

WORDS = (list_title, site_address)
"""Those of them that give a word of a text; the others give HTML, which Markdown need not see."""
