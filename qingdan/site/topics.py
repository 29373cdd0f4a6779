"""The pages of a 话题: one, or several where it has more answers than a page holds."""

from dataclasses import dataclass
from functools import lru_cache

from ..model import Answer
from ..model.parts import path_of
from ..model.vocab import Topic
from .site import Site

ANSWERS = 50
"""How many answers a page holds."""


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A page of a 话题: which it is of how many, and its answers."""

    topic: Topic
    number: int
    count: int
    answers: tuple[Answer, ...]

    @property
    def key(self) -> str:
        """What names the page: the 标识 of its 话题, for further pages with their number."""
        return f"{self.topic.slug}/{self.number}" if self.number > 1 else self.topic.slug

    @property
    def path(self) -> str:
        """Its address."""
        return path_of(self.topic) if self.number == 1 else f"{path_of(self.topic)}{self.number}/"

    @property
    def title(self) -> str:
        """Its title; further pages say which they are."""
        return f"{self.topic.title}（第 {self.number} 页）" if self.number > 1 else self.topic.title


def topic_pages(site: Site, topic: Topic) -> tuple[TopicPage, ...]:
    """Return the pages of a 话题, at least one: what is asked most stands on the first."""
    answers = site.answers_in.get(topic.name, ())
    starts = range(0, max(1, len(answers)), ANSWERS)
    return tuple(
        TopicPage(topic, at + 1, len(starts), answers[start : start + ANSWERS]) for at, start in enumerate(starts)
    )


@lru_cache(maxsize=1)
def every_topic_page(site: Site) -> dict[str, TopicPage]:
    """Return the pages of every 话题 by `key`."""
    return {page.key: page for topic in site.vocab.law_topics for page in topic_pages(site, topic)}
