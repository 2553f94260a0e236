"""Pair corpora: a source and a variant a line, as JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.collection import Problem
from artdiff.documents.decoding import NotTextError, decode
from artdiff.documents.document import Document
from artdiff.documents.files import contents
from artdiff.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_FORM: Final = 'a line is {"id": ..., "source": "text", "variant": "text"}'


class TextPair(NamedTuple):
    """One line of a pair corpus.

    Attributes:
        identity: the line's ``id``, any JSON value.
        source: its offsets are into the text as the line has it.
        variant: likewise.
    """

    identity: object
    source: Document
    variant: Document


def read_pairs(path: Path) -> Iterator[TextPair | Problem]:
    """Yield each line's pair, or what is wrong with the line; empty lines are passed over.

    Raises:
        UnreadableError: the file as a whole cannot be read; before the first line.
    """
    try:
        text = decode(contents(path))
    except NotTextError as error:
        raise UnreadableError(str(path), str(error)) from error
    # Not splitlines: a JSON string may hold a line separator as it is.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _read_line(line, f"{path}:{number}")


def _read_line(line: str, place: str) -> TextPair | Problem:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        return Problem(place, f"not JSON: {error.msg} at column {error.colno}; {_FORM}")
    except (RecursionError, ValueError):
        return Problem(place, f"JSON of a kind that no pair needs; {_FORM}")
    if not isinstance(row, dict) or "id" not in row:
        return Problem(place, f'an object with an "id" is missing; {_FORM}')
    texts = [row.get(side) for side in ("source", "variant")]
    return _pair(row["id"], texts) or Problem(place, f'"source" and "variant" must both be texts; {_FORM}')


def _pair(identity: object, texts: list[object]) -> TextPair | None:
    source, variant = texts
    if not isinstance(source, str) or not isinstance(variant, str):
        return None
    return TextPair(identity, Document("source", _same_length(source)), Document("variant", _same_length(variant)))


def _same_length(text: str) -> str:
    """Return text without carriage returns and surrogates that stand alone, every offset as it was."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text if text.isascii() else _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
