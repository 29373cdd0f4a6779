"""Where a change is handed over: pages of the repository's host that open with a file's name and, for a new one, its text."""

from dataclasses import dataclass
from urllib.parse import quote

LONGEST = 8000
"""How many characters of an address the hosts take."""


@dataclass(frozen=True, slots=True)
class Host:
    """The patterns of its pages, `{file}` and `{value}` to be filled in; the data's folder in the repository, and its commit.

    Each is empty where it is not known.
    """

    new: str = ""
    edit: str = ""
    folder: str = "data"
    commit: str = ""

    def file(self, path: str) -> str:
        """Return how the repository names a file of the data."""
        return f"{self.folder}/{path}" if self.folder else path

    def new_file(self, path: str, text: str) -> tuple[str, bool]:
        """Return the page on which a new file is made, empty where there is none, and whether the text is filled in there."""
        found = self._filled(self.new, path, text)
        return (found, True) if len(found) <= LONGEST else (self._filled(self.new, path), False)

    def edit_file(self, path: str) -> str:
        """Return the page on which a file is edited; empty where there is none."""
        return self._filled(self.edit, path)

    def _filled(self, pattern: str, path: str, text: str = "") -> str:
        return pattern.replace("{file}", quote(self.file(path))).replace("{value}", quote(text, safe=""))
