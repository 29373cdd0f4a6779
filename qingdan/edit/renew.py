"""The schemas beside the data, by which editors complete and explain: kept as new as the data, out of everybody's way."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..export.editor_schema import schemas
from ..model import Law
from ..model.vocab import Vocabulary
from ..source.files import SCHEMAS
from .journal import make

_UNTRACKED = {f"{SCHEMAS}/.gitignore": "*\n"}


def renew(folder: Path, vocab: Vocabulary, laws: Iterable[Law]) -> None:
    """Write into a proven data folder the schemas that differ from what its words and laws give.

    Nobody waits for them, so a folder that takes no files is left as it is, without a word.
    """
    texts = {Path(path): text.encode() for path, text in (_UNTRACKED | schemas(vocab, laws)).items()}
    with suppress(OSError):
        old = {path: (folder / path).read_bytes() for path in texts if (folder / path).is_file()}
        make(folder, {path: text for path, text in texts.items() if old.get(path) != text})
