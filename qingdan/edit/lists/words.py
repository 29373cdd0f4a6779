"""Words of an office's list → words of the vocabulary: by name, by synonym, as the clerk said; else the nearest, proposed."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.meant import closest
from ...model.vocab import Vocabulary
from ...text.folded import folded


@dataclass(frozen=True)
class Words:
    """What tells words. `given` are the words that the clerk has matched, by the word of the list."""

    vocab: Vocabulary
    given: Mapping[str, str]

    def find(self, section: str, text: str) -> str | None:
        """Return the name in a list of the vocabulary that a word of the office means; None where that is not certain."""
        names = self.vocab.sections[section]
        wanted = folded(self.given.get(text, text))
        if wanted in (plain := {folded(name): name for name in names}):
            return plain[wanted]
        alike = (group for group in self.vocab.synonyms if wanted in map(folded, group))
        found = {plain[folded(one)] for group in alike for one in group if folded(one) in plain}
        return found.pop() if len(found) == 1 else None

    def within(self, section: str, text: str) -> list[str]:
        """Return the names of a list, or their synonyms, that stand within a text."""
        said = folded(text)
        found = []
        for name in self.vocab.sections[section]:
            alike = {name, *(one for group in self.vocab.synonyms if name in group for one in group)}
            if any(folded(one) in said for one in alike):
                found.append(name)
        return found

    def nearest(self, section: str, text: str) -> str:
        """Return the name that comes closest to a word; empty where none does."""
        names = list(self.vocab.sections[section])
        inside = [name for name in names if text in name or name in text]
        return inside[0] if inside else closest(text, section, self.vocab)
