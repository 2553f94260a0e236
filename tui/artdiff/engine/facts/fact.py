"""What a fact is, and the values that facts are compared by."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from artdiff.documents.document import Span
    from artdiff.engine.values import FactKind


class Bound(IntEnum):
    """What a figure says of the true value."""

    EXACT = 0
    ABOUT = 1
    AT_LEAST = 2
    AT_MOST = 3
    MORE_THAN = 4
    LESS_THAN = 5
    NEARLY = 6


class Quantity(NamedTuple):
    """A number, share, sum, length of time or measure.

    Attributes:
        value: in the unit's base (metres, grams, seconds, hours of a duration see `unit`); a share as a fraction of 1.
        low: the least true value that the words allow, from rounding and hedges ("about 40", "more than 1,200").
        high: the greatest.
        unit: "" for a bare count, "%" for a share, an ISO 4217 code for money, a base unit ("m", "kg", "s", "degC") for a measure
            or duration, "ordinal" for a rank, "score" for a result, "times" for a factor or frequency.
        bound: the hedge in the words.
        noun: stem of what is counted ("homes" -> "home"), "" where none stands near.
        second: for a score, the other side's; else None.
        per: for a rate the stem of what it is per ("week" in "$85 a week"), else "".
    """

    value: float
    low: float
    high: float
    unit: str
    bound: Bound
    noun: str = ""
    second: float | None = None
    per: str = ""


class When(NamedTuple):
    """A date as an interval of days.

    Attributes:
        first: ordinal of the first day it allows (datetime.date.toordinal); None when not resolvable to a year.
        last: ordinal of the last day, inclusive; None with `first`.
        weekday: 0 Monday to 6 when the words name one, else None.
        month: 1 to 12 when the words name or resolve to one, else None.
        day: day of the month when named, else None.
        year: when named or resolved, else None.
        relative: told relative to the article's own date ("last month").
        unit: for a relative date "day", "week", "weekend", "month" or "year", else "".
        offset: how many of the unit after the article's own.
        months: first and last month of a half or quarter of a year, else None.
    """

    first: int | None
    last: int | None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    relative: bool = False
    unit: str = ""
    offset: int = 0
    months: tuple[int, int] | None = None


class Clock(NamedTuple):
    """A time of day, in minutes after midnight, as an inclusive interval ("shortly before half past three").

    Attributes:
        told: whether its half of the day is told; "ten past six" may be in the morning or the evening.
        zone: minutes that its named time zone is ahead of UTC in winter; None where none is named.
    """

    first: int
    last: int
    zone: int | None = None
    told: bool = True


class Name(NamedTuple):
    """A mention of somebody or something with a proper name.

    Attributes:
        entity: index into `Entities.entities`: all mentions in the document that mean the same.
        words: the casefolded name words of this mention, titles left out, possessives cut.
    """

    entity: int
    words: tuple[str, ...]


class Speech(NamedTuple):
    """Words inside quotation marks, or reported speech.

    Attributes:
        words: the stems of its content words for reported speech, the norms of all its words for a quotation.
        speaker: the span of the words that name the speaker; None where nobody is named.
        entity: the speaker's entity where it is a name or resolves to one; else None.
        direct: inside quotation marks.
        names: casefolded words of the speaker's proper name, all that the document gives of it, pronouns and titles resolved;
            empty where it gives none.
        traits: stems of the speaker's titles, roles and affiliations, as far as the document tells them.
        antecedent: where the speaker is a pronoun, the span of the phrase that it stands for, if that is found.
        thought: a word of thinking, not of saying, attributes it.
    """

    words: tuple[str, ...]
    speaker: Span | None
    entity: int | None
    direct: bool
    names: tuple[str, ...] = ()
    traits: frozenset[str] = frozenset()
    antecedent: Span | None = None
    thought: bool = False


class Office(NamedTuple):
    """A title, office or profession that somebody holds.

    Attributes:
        holder: the last word of the holder's name, casefolded.
        head: the stem of the word that names it ("director").
        modifiers: stems of the words in front that qualify it ("deputi", "financ").
        field: stems of what follows "of" or "for" ("alderman for culture").
    """

    holder: str
    head: str
    modifiers: tuple[str, ...]
    field: frozenset[str] = frozenset()


Value: TypeAlias = Quantity | When | Clock | Name | Speech | Office


class Fact(NamedTuple):
    """A typed span with a comparable value.

    Attributes:
        span: the fact's own words, the narrowest that make sense to a reader ("six weeks", "Mayor" not in "Inês Quartim").
        tokens: half-open range of token indices.
        sentence: index of its sentence.
    """

    kind: FactKind
    span: Span
    tokens: tuple[int, int]
    sentence: int
    value: Value
