"""What comparisons and stories are known by in the cache: all that they depend on, and nothing that is applied afterwards.

Decisions, the gate's level and a baseline are put beside a comparison when it is shown, so they are in no key.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from artdiff import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.documents.document import Document
    from artdiff.engine.values import Pair


def key_of(pair: Pair[Document]) -> bytes:
    """Return what a comparison is known by: both sides, what judgements use of their metadata, and the engine."""
    digest = blake2b(program_digest("engine"), digest_size=20)
    for side in pair:
        facts = side.metadata
        _add(digest, (side.name, side.text, str(facts.date), facts.title or ""))
    return digest.digest()


def documents_key(documents: Sequence[Document], what: str, source: int | None = None) -> bytes:
    """Return what something of many documents is known by: all of them in their order, what they say of themselves."""
    digest = blake2b(program_digest("engine", "stories"), digest_size=20)
    _add(digest, (what, str(source)))
    for document in documents:
        facts = document.metadata
        said = (facts.date, facts.title, facts.story, facts.role)
        _add(digest, (document.name, document.text, *map(str, said)))
    return digest.digest()


def _add(digest: blake2b, words: Iterable[str]) -> None:
    for word in words:
        data = word.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8) + data)


@cache
def program_digest(*rooms: str) -> bytes:
    """Return what tells these rooms of the program and their tables from any others: their files' names, sizes and times."""
    package = Path(__file__).parents[1]
    digest = blake2b(__version__.encode())
    files = [file for room in rooms for file in sorted((package / room).rglob("*"))]
    for file in [*files, package / "documents" / "document.py", Path(__file__).with_name("packing.py")]:
        if file.suffix in {".py", ".tsv", ".txt", ".json"}:
            status = file.stat()
            digest.update(f"{file.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.digest()
