"""The desk of a built site: where a change is handed over, and the files that it runs on."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..desk import pack
from ..site.publication import Handover
from ..site.repository import BRANCH, Repository

RUNTIME = Path(os.environ.get("DESK_DIR") or ".venv/desk")
"""Where `.ci/desk` puts what the desk runs on."""
SCRIPTS = "assets/desk/"
"""The page's own scripts, of no use without a desk."""


def desk_of(extra: Mapping[str, object], repository: Repository) -> Handover | None:
    """Return how the desk hands over, from the engine's settings (`handover`); None where it has nothing to run on."""
    if not pack.present(RUNTIME):
        return None
    patterns = extra.get("handover")
    given = patterns if isinstance(patterns, Mapping) else {}
    return Handover(*(_known(str(given.get(name) or ""), repository) for name in ("new", "edit")))


def _known(pattern: str, repository: Repository) -> str:
    """Return a pattern with the repository in it; empty where it needs one that is not known."""
    if "{repository}" in pattern and not repository.name:
        return ""
    return pattern.replace("{repository}", repository.name).replace("{branch}", BRANCH)


def desk_files(data: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files that the desk runs on, with their paths."""
    return pack.files(RUNTIME, data)
