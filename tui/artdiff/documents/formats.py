"""The formats that are read: one table, where the next one plugs in."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.decoding import decode
from artdiff.documents.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from artdiff.documents.collection import Problem


class Format(NamedTuple):
    """A kind of file that holds a text, or several.

    Attributes:
        name: for people.
        suffixes: of the file's name, lower case, with the dot.
        module: of this package, with the function ``read(bytes, Path)`` that yields the file's documents, and what is
            wrong with some of them, and raises NotTextError for bytes that are not of the format.
        several: a file holds more than one document.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    several: bool = False

    def read(self, data: bytes, path: Path) -> Iterable[Document | Problem]:
        """Yield the documents of a file with these bytes.

        Raises:
            NotTextError: the bytes are not of the format.
        """
        if self.module == "formats":
            return _read_plain(data, path)
        read: Callable[[bytes, Path], Iterable[Document | Problem]]
        read = import_module(f"artdiff.documents.{self.module}").read
        return read(data, path)


def _read_plain(data: bytes, path: Path) -> tuple[Document, ...]:
    """Return the whole file as one document; its markup, if any, stays text, so that offsets are the file's."""
    return (Document(path.name or str(path), decode(data), path),)


PLAIN_TEXT: Final = Format("plain text", (".txt",), "formats")
FORMATS: Final = (
    PLAIN_TEXT,
    Format("Markdown", (".md",), "formats"),
    Format("HTML", (".html", ".htm", ".xhtml"), "html"),
    Format("Word", (".docx",), "word"),
    Format("PDF", (".pdf",), "pdf"),
    Format("ZIP", (".zip",), "archives", several=True),
)
"""What a format needs is imported when a file of it is read."""
PACKINGS: Final = (".gz", ".zst")
CORPORA: Final = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")
"""Files of rows, which may be packed; `corpora` reads them piece by piece."""
PARQUET: Final = ".parquet"
_BY_SUFFIX: Final = {suffix: form for form in FORMATS for suffix in form.suffixes}


def format_of(name: str) -> Format | None:
    """Return the format that a file's name tells, or None for a name that tells none."""
    stem, dot, suffix = name.rpartition(".")
    return _BY_SUFFIX.get(dot + suffix.lower()) if stem else None


def corpus_suffix(name: str) -> str | None:
    """Return what a file's name tells of the rows in it: ``.jsonl`` for ``a.jsonl.gz``; None where it is no corpus."""
    unpacked = name.lower()
    for packing in PACKINGS:
        unpacked = unpacked.removesuffix(packing)
    stem, dot, suffix = unpacked.rpartition(".")
    known = CORPORA if unpacked != name.lower() else (*CORPORA, PARQUET)
    return dot + suffix if stem and dot + suffix in known else None


def known_suffixes() -> str:
    """Return the suffixes for a message: ``.txt, .md``."""
    return ", ".join((*_BY_SUFFIX, *CORPORA, PARQUET))
