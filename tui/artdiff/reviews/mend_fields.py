"""Mends as JSON and as rows of their table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from artdiff.reviews.fields import FORM, MalformedError, hash_from, moment, moment_of, row_of, typed, writable
from artdiff.reviews.mend import Known, Mend, Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS: Final = "way, document, other, stands, who, moment"


def mend_line(mend: Mend) -> str:
    """Return a mend as one line of JSON without its newline."""
    row = {
        "form": FORM,
        "mend": mend.way,
        "document": known_row(mend.document),
        "other": known_row(mend.other) if mend.other else None,
        "stands": mend.stands,
        "who": mend.who,
        "when": moment(mend.when),
    }
    return json.dumps(row, separators=(",", ":"))


def mend_of_line(line: str) -> Mend | None:
    """Return the mend of an exported line; None where it speaks of something else.

    Raises:
        MalformedError: it speaks of a mend and says it wrong.
    """
    if '"mend"' not in line:
        return None
    try:
        row = row_of(line)
        return _mend(row) if "mend" in row else None
    except KeyError as error:
        message = f"it has no {error}"
        raise MalformedError(message) from error
    except (ValueError, RecursionError) as error:
        raise MalformedError(str(error)) from error


def _mend(row: dict[str, Any]) -> Mend:
    other = row["other"]
    return Mend(
        Way(row["mend"]),
        known_of(row["document"]),
        None if other is None else known_of(other),
        writable(row["who"]),
        moment_of(typed(row["when"], str)),
        stands=typed(row["stands"], bool),
    )


def mend_row(mend: Mend) -> tuple[str, str, str, bool, str, str]:
    """Return a mend as a row of `COLUMNS`."""
    other = _known_text(mend.other) if mend.other else ""
    return mend.way, _known_text(mend.document), other, mend.stands, mend.who, moment(mend.when)


def mends_of(rows: Iterable[Sequence[Any]]) -> list[Mend]:
    """Return the mends of rows of `COLUMNS`.

    Raises:
        ValueError: one of them is none.
    """
    return [
        Mend(
            Way(way), _known_from(one), _known_from(other) if other else None, who, moment_of(when), stands=bool(stands)
        )
        for way, one, other, stands, who, when in rows
    ]


def _known_text(known: Known) -> str:
    return json.dumps(known_row(known), separators=(",", ":"))


def _known_from(text: str) -> Known:
    try:
        return known_of(json.loads(text))
    except (KeyError, RecursionError) as error:
        raise MalformedError(str(error)) from error


def known_row(known: Known) -> dict[str, Any]:
    """Return what a document is known by as JSON has it."""
    return {**known._asdict(), "digest": f"{known.digest:016x}"}


def known_of(value: object) -> Known:
    """Return what a document is known by from JSON.

    Raises:
        ValueError: it is not told there.
        KeyError: it lacks something.
    """
    row = typed(value, dict)
    return Known(hash_from(row["digest"]), typed(row["length"], int), writable(row["path"]), writable(row["name"]))
