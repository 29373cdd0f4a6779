"""Links into the repository that the site is published from; none where it is not known."""

import os.path
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from ..model import Answer, Entry, Law
from ..text.problem import Place, excerpt

BRANCH = "main"
CORRECTION = "correction.yml"
"""The issue form for faults (`.github/ISSUE_TEMPLATE/`); its fields are filled in by their ids."""

_NAME = re.compile(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+")
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on GitHub (`owner/name`; empty where there is none), its commit, and its folder on this machine."""

    name: str = ""
    commit: str = ""
    root: Path = Path()
    here: Path = Path()

    @classmethod
    def known_to(cls, environment: Mapping[str, str], here: Path) -> "Repository":
        """Return what GitHub Actions tells by GITHUB_REPOSITORY and GITHUB_SHA of the repository that holds `here`."""
        name, commit = environment.get("GITHUB_REPOSITORY", ""), environment.get("GITHUB_SHA", "")
        root = root_of(here)
        known = commit if _COMMIT.fullmatch(commit) else ""
        return cls(name, known, root, here) if _NAME.fullmatch(name) else cls()

    @property
    def address(self) -> str:
        """Its address; empty where there is none."""
        return f"https://github.com/{self.name}" if self.name else ""

    @property
    def correction(self) -> str:
        """The address of the form for faults; empty where there is none."""
        return f"{self.address}/issues/new?template={CORRECTION}" if self.name else ""

    def path(self, place: Place) -> str:
        """Return the file of `place` as the repository names it; empty for one that lies elsewhere."""
        file = Path(os.path.normpath(self.here / place.path))
        return quote(file.relative_to(self.root).as_posix()) if file.is_relative_to(self.root) else ""

    def lines(self, place: Place, last: int | None = None) -> str:
        """Return where the line of `place`, or all until the line `last`, can be read; empty where they cannot.

        The address is permanent where the commit is known.
        """
        path = self.path(place) if self.name else ""
        tree = f"{self.address}/blob/{self.commit or BRANCH}"
        return f"{tree}/{path}#L{place.line}{f'-L{last}' if last else ''}" if path else ""


def root_of(here: Path) -> Path:
    """Return the folder of the repository that holds `here`; `here` itself outside of any."""
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


NOWHERE = Repository()


@dataclass(frozen=True, slots=True)
class Links:
    """Where the lines of an entry, an answer or a law can be read, changed or objected to; each empty where there is no way."""

    lines: str = ""
    edit: str = ""
    issue: str = ""


def links_of(repository: Repository, thing: Entry | Answer | Law, place: Place, last: int, page: str) -> Links:
    """Return the links of what stands from `place` to the line `last` and is shown on `page`.

    GitHub's editor cannot be opened at a line.
    """
    if not repository.name:
        return Links()
    named = f"{thing.id} {excerpt(thing.name)}"
    form = {"template": CORRECTION, "title": f"更正：{named}", "thing": named, "page": page}
    issue = f"{repository.address}/issues/new?{urlencode(form, quote_via=quote)}"
    path = repository.path(place)
    return Links(repository.lines(place, last), f"{repository.address}/edit/{BRANCH}/{path}" if path else "", issue)
