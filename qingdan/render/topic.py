"""话题: the answers of a field with what the law, the lists and the report say of it; and all questions, by field."""

from collections.abc import Iterator

from ..model import Entry
from ..model.parts import LISTS, Part, part_of
from ..model.vocab import Topic
from ..site.site import Site
from ..site.topics import every_topic_page, topic_pages
from ..text.natural import natural
from .structured import json_ld, of_answers
from .template import fill

SHOWN = 3
"""How many questions of a field stand on the overview."""

OPEN = 8
"""How many answers a page shows in full; of more, amounts and articles are folded below each."""


def topic_page(site: Site, slug: str, root: str) -> str:
    """Return the page of the 领域 with this 标识, or with its number a further one. Raises KeyError when there is none."""
    page = every_topic_page(site)[slug]
    topic, first = page.topic, page.number == 1
    return fill(
        "topic",
        site=site,
        root=root,
        page=page,
        pages=topic_pages(site, topic),
        folded=len(site.answers_in.get(topic.name, ())) > OPEN,
        lists=[(part, entries) for part, entries in _lists(site, topic) if entries] if first else [],
        laws=[law for law in site.laws.values() if topic.name in law.topics] if first else [],
        structured=json_ld(of_answers(page.answers)),
    )


def _lists(site: Site, topic: Topic) -> Iterator[tuple[Part, list[Entry]]]:
    """Yield of each list the entries of a field, and those that are about the same thing as one of these."""
    own = site.by_field.get(topic.name, ())
    near = site.current(other for entry in own for other in site.related(entry))
    found = {entry.id: entry for entry in (*own, *near)}
    for part in LISTS:
        yield part, [found[id] for id in sorted(found, key=natural) if part_of(found[id]) is part]


def topic_list(site: Site, root: str) -> str:
    """Return the first questions of every field, each with the way to all of them."""
    topics = [(topic, site.answers_in.get(topic.name, ())) for topic in site.vocab.law_topics]
    return fill("topics", site=site, root=root, topics=topics, shown=SHOWN)
