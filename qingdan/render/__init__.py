"""The site → HTML: functions that take the site, what to show and the way to the root, and return text."""

from collections.abc import Callable

from .body import body_name, origin_of_lists, run_by, search_examples, who_speaks
from .calendar import calendar
from .changes import changes
from .compare import compare
from .data import data_badges, data_columns, data_files, data_terms, site_address
from .desk import desk_page
from .document import document_list, document_page
from .entry import entry_page
from .fields import fields, words
from .guide import common_errors, repository
from .law import law_list, law_page
from .lists import entry_list, list_title
from .overview import coverage, home, owner_list, owner_page, report_list, statuses
from .reference import basis, glossary
from .report import report_page
from .statute import changes_page, statute_page
from .stretch import list_stretch
from .topic import topic_list, topic_page

MACROS: dict[str, Callable[..., str]] = {
    macro.__name__: macro
    for macro in (
        basis,
        body_name,
        calendar,
        changes,
        changes_page,
        common_errors,
        compare,
        coverage,
        data_badges,
        data_columns,
        data_files,
        data_terms,
        desk_page,
        document_list,
        document_page,
        entry_list,
        entry_page,
        fields,
        glossary,
        home,
        law_list,
        law_page,
        list_stretch,
        list_title,
        origin_of_lists,
        owner_list,
        owner_page,
        report_list,
        report_page,
        repository,
        run_by,
        search_examples,
        site_address,
        statuses,
        statute_page,
        topic_list,
        topic_page,
        who_speaks,
        words,
    )
}
"""What a page may call, by name."""

WORDS = (body_name, list_title, run_by, search_examples, site_address)
"""Those of them that give a word of a text; the others give HTML, which Markdown need not see."""
