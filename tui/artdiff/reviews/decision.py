"""A decision: the reviewer's word on a finding."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


class Ruling(StrEnum):
    """What a reviewer rules of a finding."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    UNSURE = "unsure"


class Ground(StrEnum):
    """Why a finding was dismissed."""

    FAITHFUL = "faithful wording"
    ACCEPTABLE = "acceptable"
    MISTAKE = "engine's mistake"


class Decision(NamedTuple):
    """What a reviewer said of a finding.

    Attributes:
        ruling: None for a note alone, and for a ruling taken back.
        when: in UTC, to the microsecond; of two decisions on one finding the later counts.
        who: the reviewer's name.
        ground: only of a dismissal, and there None where none was given.
        note: the reviewer's words, of several lines at will; "" for none.
    """

    ruling: Ruling | None
    when: datetime
    who: str
    ground: Ground | None = None
    note: str = ""

    @property
    def is_said(self) -> bool:
        """Say whether anything is left of it: a decision that was taken back without a note is none."""
        return self.ruling is not None or bool(self.note)
