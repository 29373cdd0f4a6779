"""The theme's templates, compiled: kept for the next build of the same process, for a preview builds many times."""

from io import BytesIO

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class _Kept(BytecodeCache):
    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._code.get(bucket.key):
            bucket.load_bytecode(BytesIO(code))

    def dump_bytecode(self, bucket: Bucket) -> None:
        file = BytesIO()
        bucket.write_bytecode(file)
        self._code[bucket.key] = file.getvalue()


COMPILED = _Kept()
"""A template whose source has changed is compiled again: Jinja compares the source's checksum."""
