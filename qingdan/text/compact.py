"""JSON for programs: in as few bytes as it takes."""

import json


def compact_json(value: object) -> bytes:
    """Return a value as JSON without white space, in UTF-8. Raises TypeError for what JSON cannot hold."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
