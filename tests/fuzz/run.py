"""`python -m tests.fuzz.run TARGET [libFuzzer options and folders]`: look for bytes that break a promise, guided by coverage."""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["qingdan", "yaml"]):
    from . import promises
from .words import WORDS, write_dictionary


def main() -> None:
    """Run libFuzzer over one target; it ends the process itself, with status 77 where a promise is broken."""
    target, *options = sys.argv[1:]
    again = f"{sys.executable} -m tests.fuzz.run {target}"  # what libFuzzer calls when it merges folders
    promise = promises.TARGETS[target]
    with tempfile.TemporaryDirectory() as folder:
        file, words = Path(folder) / "input", Path(folder) / "words"
        write_dictionary(WORDS[target], words)
        atheris.Setup([again, f"-dict={words}", *options], lambda content: promise(content, file))
        atheris.Fuzz()


main()
