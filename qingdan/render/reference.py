"""Pages to look things up: explained words, and the documents that require the lists and the reports."""

from collections.abc import Iterable
from typing import TypeVar

from markupsafe import Markup

from ..model import NumberSource, Source
from ..model.basis import SUBJECTS
from ..model.glossary import Meaning, pieces_of
from ..model.vocab import Host
from ..rules.hosts import host_of
from ..site.site import Site
from .template import fill

S = TypeVar("S", Source, NumberSource)


def explained(site: Site, texts: Iterable[str], root: str) -> dict[str, Markup]:
    """Return each text as HTML, in which the first occurrence of a word among all `texts` links to its explanation."""
    pieces = pieces_of(texts, site.word_finder)
    return {text: Markup("").join(_piece(*piece, root) for piece in cut) for text, cut in pieces.items()}


def _piece(text: str, meaning: Meaning | None, root: str) -> Markup:
    if meaning is None:
        return Markup.escape(text)
    return Markup('<a class="term" href="{}glossary/#{}">{}</a>').format(root, meaning.slug, text)


def glossary(site: Site, root: str) -> str:
    """Return the explained words by their sound, each with what bears it out."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # its dictionary is not on the desk

    by_sound = sorted(site.glossary, key=lambda meaning: lazy_pinyin(meaning.name, errors="ignore"))
    words = [(meaning, [(evidence, site.anchor(evidence)) for evidence in meaning.evidence]) for meaning in by_sound]
    return fill("glossary", site=site, root=root, words=words)


def basis(site: Site, root: str) -> str:
    """Return the documents that require the lists and the reports, by what they are about."""
    documents = [(item.value, hosted(site, item.value.sources)) for item in site.data.basis]
    about = {subject: [pair for pair in documents if pair[0].subject == subject] for subject in SUBJECTS}
    subjects = [(subject, SUBJECTS[subject], found) for subject, found in about.items() if found]
    return fill("basis", site=site, root=root, subjects=subjects)


def hosted(site: Site, sources: Iterable[S]) -> list[tuple[S, Host | None]]:
    """Return each source with the host of its address, None where it has none."""
    return [(source, host_of(source.url, site.vocab.hosts) if source.url else None) for source in sources]
