"""Which column of a corpus is what: found by name, or by the user's word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.collection import Problem
from artdiff.documents.days import day
from artdiff.documents.document import Document, Metadata, Role
from artdiff.errors import ArtdiffError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FIELDS: Final = ("text", "id", "story", "role", "title", "date", "url", "byline", "source", "variant")
"""What a row may say; each is found in the column of its name unless another is mapped to it."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
FORM: Final = 'a row has "text", or "source" and "variant"'


class MappingError(ArtdiffError):
    """What the user says of the columns cannot be understood."""


class TextPair(NamedTuple):
    """A row with both sides.

    Attributes:
        identity: the row's ``id``, any JSON value; where it has none its place, ``file:line``.
        source: its offsets are into the text as the row has it.
        variant: likewise.
    """

    identity: object
    source: Document
    variant: Document


class Columns(NamedTuple):
    """The names of columns that are not those of the fields: the field to the column."""

    names: Mapping[str, str] = {}

    def of(self, row: Mapping[str, object], field: str) -> object:
        """Return what a row has in a field; None where it has nothing."""
        return row.get(self.names.get(field, field))

    def has(self, columns: Iterable[str]) -> bool:
        """Say whether columns of these names make a corpus."""
        known = frozenset(columns)
        wanted = [self.names.get(field, field) for field in ("text", "source", "variant")]
        return wanted[0] in known or known.issuperset(wanted[1:])


NO_COLUMNS: Final = Columns()
"""Every field has the column of its name."""


def columns_of(words: str) -> Columns:
    """Return what ``text=body,story=event_id`` says.

    Raises:
        MappingError: a field is not known, or a column is missing.
    """
    names: dict[str, str] = {}
    for word in words.split(","):
        field, equals, column = map(str.strip, word.partition("="))
        if field not in FIELDS or not equals or not column:
            message = f"{word!r} should be FIELD=COLUMN, with a field of {', '.join(FIELDS)}"
            raise MappingError(message)
        names[field] = column
    return Columns(names)


def document_or_pair(row: object, place: str, columns: Columns) -> Document | TextPair | Problem:
    """Return what a row holds, or what is wrong with it."""
    if not isinstance(row, dict):
        return Problem(place, f"it is no object with named fields; {FORM}", row=True)
    source, variant = columns.of(row, "source"), columns.of(row, "variant")
    if isinstance(source, str) and isinstance(variant, str):
        return _pair(row, place, columns, (source, variant))
    text = columns.of(row, "text")
    if not isinstance(text, str):
        return Problem(place, f"its texts are missing; {FORM}; --map names other columns", row=True)
    role = _role(columns.of(row, "role"))
    if isinstance(role, str) and not isinstance(role, Role):
        return Problem(place, f"its role {role!r} is neither source nor variant", row=True)
    return Document(_name(row, place, columns), _same_length(text), None, _metadata(row, place, columns, role))


def _pair(row: Mapping[str, object], place: str, columns: Columns, texts: tuple[str, str]) -> TextPair:
    name = columns.names.get("id", "id")
    identity = row.get(name, place)
    label = place if identity is None else f"{place} {_words(identity)}"
    date = day(columns.of(row, "date"))
    source, variant = (
        Document(f"{label} {role}", _same_length(text), None, Metadata(date=date, story=place, role=role))
        for role, text in zip(Role, texts, strict=True)
    )
    return TextPair(identity, source, variant)


def _metadata(row: Mapping[str, object], place: str, columns: Columns, role: Role | None) -> Metadata:
    return Metadata(
        title=_words(columns.of(row, "title")),
        byline=_words(columns.of(row, "byline")),
        date=day(columns.of(row, "date")),
        url=_words(columns.of(row, "url")),
        story=_words(columns.of(row, "story")),
        role=role,
        identity=_words(columns.of(row, "id")) or place,
    )


def _name(row: Mapping[str, object], place: str, columns: Columns) -> str:
    identity = _words(columns.of(row, "id"))
    return f"{place} {identity}" if identity else place


def _words(value: object) -> str | None:
    """Return a small value as one line; None for nothing, and for what is no name."""
    if value is None or isinstance(value, dict | list):
        return None
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", " ".join(str(value)[:1000].split())[:300]) or None


def _role(value: object) -> Role | str | None:
    word = _words(value)
    if word is None:
        return None
    return next((role for role in Role if role.value == word.casefold()), word[:40])


def _same_length(text: str) -> str:
    """Return text without carriage returns and surrogates that stand alone, every offset as it was."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text if text.isascii() else _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
