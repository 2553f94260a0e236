"""Decisions as JSON, with nothing lost: a line of an export, and the part of it that tells a finding."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple, TypeVar

from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.reviews.decision import Decision, Ground, Ruling
from artdiff.reviews.keys import hash_of
from artdiff.reviews.subject import Spot, Subject

T = TypeVar("T")
FORM: Final = 1
"""The form of an exported line; rises when a field changes its name or meaning."""
_MOST: Final = 1 << 63


class Entry(NamedTuple):
    """A decision and what it is about."""

    subject: Subject
    decision: Decision


class MalformedError(ValueError):
    """A line is no decision; the message says why, as the end of a sentence."""


def entry_line(entry: Entry) -> str:
    """Return a decision as one line of JSON without its newline; the same decision gives the same line."""
    decision = entry.decision
    row = {
        "form": FORM,
        "ruling": decision.ruling,
        "ground": decision.ground,
        "note": decision.note,
        "who": decision.who,
        "when": moment(decision.when),
        "finding": _subject_row(entry.subject),
    }
    return json.dumps(row, separators=(",", ":"))


def entry_of(line: str) -> Entry:
    """Return the decision of a line.

    Raises:
        MalformedError: there is none in it, or one of a newer form.
    """
    try:
        row = row_of(line)
        return Entry(_subject(row["finding"]), _decision(row))
    except KeyError as error:
        message = f"it has no {error}"
        raise MalformedError(message) from error
    except (ValueError, RecursionError) as error:
        raise MalformedError(str(error)) from error


def row_of(line: str) -> dict[str, Any]:
    """Return what a line of an export says, of whatever it speaks.

    Raises:
        ValueError: it is no such line, or one of a newer form.
    """
    row = typed(json.loads(line), dict)
    if row.get("form") != FORM:
        message = f"its form is {row.get('form')!r}, and this artdiff knows {FORM}"
        raise MalformedError(message)
    return row


def subject_text(subject: Subject) -> str:
    """Return a subject as JSON."""
    return json.dumps(_subject_row(subject), separators=(",", ":"))


def subject_from(text: str) -> Subject:
    """Return the subject that JSON describes.

    Raises:
        MalformedError: it describes none.
    """
    try:
        return _subject(json.loads(text))
    except (KeyError, ValueError, RecursionError) as error:
        raise MalformedError(str(error)) from error


def digest_of(subject: Subject) -> int:
    """Return one number for what tells a finding from others."""
    row = _subject_row(subject)
    del row["verdict"], row["added"]
    return hash_of(json.dumps(row, separators=(",", ":")))


def moment(when: datetime) -> str:
    """Return a time of UTC as text that sorts like it."""
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def moment_of(text: str) -> datetime:
    """Return the time of a text.

    Raises:
        ValueError: it is no time of UTC.
    """
    when = datetime.fromisoformat(text)
    if when.tzinfo is None:
        message = f"{text!r} is not a time in UTC"
        raise ValueError(message)
    return when.astimezone(UTC)


def _subject_row(subject: Subject) -> dict[str, Any]:
    sides = {side: _spot_row(spot) for side, spot in subject.sides._asdict().items()}
    return {"verdict": subject.verdict, "kind": subject.kind, "added": subject.added, **sides}


def _spot_row(spot: Spot) -> dict[str, Any]:
    return {
        "words": spot.words,
        "nth": spot.nth,
        "sentence": f"{spot.sentence:016x}",
        "paragraph": f"{spot.paragraph:016x}",
        "text": [f"{number:016x}" for number in spot.text],
    }


def _subject(value: object) -> Subject:
    row = typed(value, dict)
    sides = Pair(*(_spot(row[side]) for side in Pair._fields))
    return Subject(FactKind(row["kind"]), sides, Verdict(row["verdict"]), typed(row["added"], bool))


def _spot(value: object) -> Spot:
    row = typed(value, dict)
    text = tuple(map(hash_from, typed(row["text"], list)))
    return Spot(
        typed(row["words"], str), typed(row["nth"], int), hash_from(row["sentence"]), hash_from(row["paragraph"]), text
    )


def hash_from(value: object) -> int:
    """Return the hash that a text writes.

    Raises:
        ValueError: it writes none.
    """
    number = int(typed(value, str), 16)
    if not 0 <= number < _MOST:
        message = f"{value!r} is no hash"
        raise MalformedError(message)
    return number


def _decision(row: dict[str, Any]) -> Decision:
    ruling, ground = row["ruling"], row["ground"]
    return Decision(
        ruling=None if ruling is None else Ruling(ruling),
        when=moment_of(typed(row["when"], str)),
        who=writable(row["who"]),
        ground=None if ground is None else Ground(ground),
        note=writable(row["note"]),
    )


def writable(value: object) -> str:
    """Return a text that can be written down.

    Raises:
        ValueError: it cannot, or it is no text.
    """
    text = typed(value, str)
    text.encode()  # a surrogate by itself is no text, and raises a ValueError
    return text


def typed(value: object, kind: type[T]) -> T:
    """Return a value that is of a type.

    Raises:
        MalformedError: it is not.
    """
    if not isinstance(value, kind):
        message = f"{value!r} should be {kind.__name__}"
        raise MalformedError(message)
    return value
