"""The guide's page on what each field means: tables made from the models, and the words that may be chosen."""

from ..export.editor_schema import LIBRARY
from ..export.field_tables import Field, chapters
from ..model.vocab import Vocabulary
from ..site.site import Site
from .template import fill

_LISTS = {info.alias: name for name, info in Vocabulary.model_fields.items()}


def fields(site: Site, root: str) -> str:
    """Return for every kind of file its records, field by field."""
    shown = [
        (chapter.kind.title, chapter.kind.name, chapter) if chapter.kind else ("几种文件都有的小项", "shared", chapter)
        for chapter in chapters()
    ]
    return fill("fields", site=site, root=root, chapters=shown, link=lambda field: _link(field, root))


def words(site: Site, root: str) -> str:
    """Return every list of the vocabulary that a field takes its words from."""
    every = (field for chapter in chapters() for form in chapter.forms for field in form.fields)
    names = {field.see for field in every if field.see in _LISTS and not field.record}
    lists = [(name, _words(name), terms) for name, terms in site.vocab.lists.items() if name in names]
    return fill("words", site=site, root=root, lists=lists)


def _words(section: str) -> str:
    return f"words-{_LISTS[section].replace('_', '-')}"


def _link(field: Field, root: str) -> str:
    """Return where the field's `see` is told: on this page, or the library."""
    if field.record:
        return f"#record-{field.record.lower()}"
    return f"{root}laws/" if field.see == LIBRARY else f"#{_words(field.see)}"
