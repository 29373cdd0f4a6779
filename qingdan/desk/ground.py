"""What somebody at the desk works on."""

from dataclasses import dataclass
from pathlib import Path

from ..model.load import Data


@dataclass(frozen=True, slots=True)
class Ground:
    """Proven data, the folder that they were read from, what tells them from others, their commit where it is known."""

    data: Data
    folder: Path
    version: str
    commit: str = ""
