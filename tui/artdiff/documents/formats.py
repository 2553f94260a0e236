"""The formats that are read: one table, where the next one plugs in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from artdiff.documents.decoding import decode
from artdiff.documents.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Reader: TypeAlias = "Callable[[bytes, Path], tuple[Document, ...]]"
"""A file's bytes and its path to the documents in it; raises NotTextError for bytes that are not of the format."""


class Format(NamedTuple):
    """A kind of file.

    Attributes:
        name: for people.
        suffixes: of the file's name, lower case, with the dot.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader


def _read_plain(data: bytes, path: Path) -> tuple[Document, ...]:
    """Return the whole file as one document; its markup, if any, stays text, so that offsets are the file's."""
    return (Document(path.name or str(path), decode(data), path),)


PLAIN_TEXT: Final = Format("plain text", (".txt",), _read_plain)
FORMATS: Final = (PLAIN_TEXT, Format("Markdown", (".md",), _read_plain))
_BY_SUFFIX: Final = {suffix: form for form in FORMATS for suffix in form.suffixes}


def format_of(name: str) -> Format | None:
    """Return the format that a file's name tells, or None for a name that tells none."""
    stem, dot, suffix = name.rpartition(".")
    return _BY_SUFFIX.get(dot + suffix.lower()) if stem else None


def known_suffixes() -> str:
    """Return the suffixes for a message: ``.txt, .md``."""
    return ", ".join(_BY_SUFFIX)
