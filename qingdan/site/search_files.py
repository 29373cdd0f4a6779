"""The search index as files: one where all of it is small, else a head, the documents in pieces, and postings.

A reader takes the head, then the postings of what is asked, which say on which pages it may stand, and then the
pieces that hold the best of these pages. No file grows with the site but the head, by some letters for each piece.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

from ..text.compact import compact_json
from .search import LAW
from .search_postings import Postings, answer_postings, name_postings, word_postings

WHOLE = 900_000
"""Up to this many bytes (about 250 kB compressed) the index is one file: one answer instead of many."""
PIECE = 8_000
"""A piece is full with this many bytes; a document that is longer is a piece of its own."""
PIECES = 4_000
"""Where there would be more pieces than this, all are larger: nobody has to keep a file for each page."""
SHARD = 4_000
"""A file of postings is full with this many bytes."""
SHARDS = 9_000
"""Where the index is larger than so many of them, all are larger: postings take 1.4 times the index, so about 12,000 files at most."""

Index = Mapping[str, Any]


def search_files(name: str, index: Index, whole: int = WHOLE, piece: int = PIECE) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an index with their paths: the head `name`.json last, everything else in the folder `name`.

    In: what `search_index` returns, how many bytes may stand in one file, and how many in a piece. Same
    input, same bytes.
    """
    content = compact_json(index)
    if len(content) <= whole:
        yield f"{name}.json", content
        return
    digest = hashlib.sha256(content)
    piece, shard = max(piece, len(content) // PIECES), max(SHARD, len(content) // SHARDS)
    del content
    documents, kinds = index["documents"], index["kinds"]
    of_kind = [sum(document[0] == kind for document in documents) for kind in range(len(kinds))]
    head = {key: value for key, value in index.items() if key != "documents"} | {"sizes": of_kind, "pieces": []}
    for number, some in enumerate(_cut(documents, piece)):
        head["pieces"].append(len(some))
        yield f"{name}/{number}.json", compact_json(some)
    for family, postings in (
        ("words", word_postings(documents, kinds)),
        ("answers", answer_postings(documents, kinds)),
        ("names", name_postings(documents)),
    ):
        head[family], before = [], ""
        for number, held in enumerate(_shards(postings, shard)):
            head[family].append(_edge(before, next(iter(held))))
            before = next(reversed(held))
            yield f"{name}/{family}-{number}.json", compact_json(held)
    laws = [document for document in documents if kinds[document[0]] == LAW]
    yield (
        f"{name}/laws.json",
        compact_json([[title, number, also, _runs(told)] for _, number, title, *_, told, also in laws]),
    )
    yield f"{name}.json", compact_json(head | {"digest": digest.hexdigest()[:12]})


def search_documents_in(file: Path) -> list[list[Any]]:
    """Return the documents of an index from its files, given the head's. Raises OSError, ValueError."""
    head = json.loads(file.read_bytes())
    if "documents" in head:
        return list(head["documents"])
    pieces = (file.with_suffix("") / f"{number}.json" for number in range(len(head["pieces"])))
    return [document for piece in pieces for document in json.loads(piece.read_bytes())]


def _cut(documents: list[Any], size: int) -> Iterator[list[Any]]:
    """Yield the documents in their order, some together, until these have the size."""
    some, held = list[Any](), 0
    for document in documents:
        length = len(compact_json(document))
        if some and held + length > size:
            yield some
            some, held = [], 0
        some.append(document)
        held += length
    yield some


def _shards(postings: Postings, size: int) -> Iterator[dict[str, str]]:
    """Yield the postings in the order in which JavaScript compares their keys, some together, until these have the size."""
    some, held = dict[str, str](), 0
    for key, pages in postings:
        if some and held + len(pages) > size:
            yield some
            some, held = {}, 0
        some[key] = pages
        held += len(key.encode()) + len(pages) + 6
    if some:
        yield some


def _edge(before: str, first: str) -> str:
    """Return the fewest characters that a key starts with and that come after the key before it."""
    return next(first[:size] for size in range(1, len(first) + 1) if first[:size] != before[:size])


def _runs(passages: list[list[str]]) -> list[Any]:
    """Return the anchors of a page: numbers from one to another as [first, how many], other anchors as they are."""
    anchors = [anchor for anchor, *_ in passages]
    places = [int(one[2:]) if one[2:].isdecimal() and one == f"a-{int(one[2:])}" else None for one in anchors]
    steps = accumulate(
        (now is None or before is None or now != before + 1)
        for before, now in zip([None, *places], places, strict=False)
    )
    runs = [list(group) for _, group in groupby(zip(steps, anchors, places, strict=True), key=lambda one: one[0])]
    return [[run[0][2], len(run)] if run[0][2] is not None else run[0][1] for run in runs]
