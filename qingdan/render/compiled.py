"""Templates as Jinja compiles them, kept from one build to the next: compiling takes a seventh of a build of 127 entries."""

from dataclasses import dataclass

import jinja2
from jinja2.bccache import Bucket, bc_magic

from ..source.cache import recalled, remember


@dataclass(frozen=True)
class Compiled(jinja2.BytecodeCache):
    """What Jinja asks for a template's compiled form; `kind` tells environments apart that compile differently."""

    kind: str

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, where its template was compiled before."""
        if (content := recalled(self._made_of(bucket))) is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the bucket holds."""
        remember(self._made_of(bucket), bucket.bytecode_to_string())

    def _made_of(self, bucket: Bucket) -> tuple[str, ...]:
        return self.kind, jinja2.__version__, bc_magic.hex(), bucket.key, bucket.checksum
