"""Whether what was made up with a date is about the date, as of a loan due in March, or about what happened: "lost a case in 2021"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.engine.facts.fact import When
from artdiff.engine.language.function_words import AUXILIARIES, MODALS
from artdiff.engine.language.stems import stems
from artdiff.engine.values import FactKind
from artdiff.engine.verdicts.counterparts.echoes import Echoes

if TYPE_CHECKING:
    from artdiff.documents.document import Span
    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.values import Pair

SETTING: Final = frozenset(stems("plan schedule set expect intend decide promise".split()))
"""Words that set a date for something."""
DUE: Final = "due"
FALLING: Final = frozenset(stems("fall come become".split()))
"""What something does that is to be paid: "falls due"."""
ADDED: Final = frozenset({"doubts", "dates", "additions"})
UNKNOWN: Final = "dates.no_base"
SINCE: Final = "since"
ARTICLES: Final = frozenset("a an the its their his her".split())


def kind_of_dated(
    analyses: Pair[Analysis], alignment: Alignment, told: tuple[FactKind, str, Span], sentence: int
) -> FactKind:
    """Return what a made-up date or a made-up clause with one is about.

    Args:
        analyses: of both documents.
        alignment: which of the source's sentences support each of the variant's.
        told: what the judge says that it is about, the judge's rule, and where.
        sentence: index of the variant's.
    """
    kind, rule, span = told
    variant = analyses.variant
    date = next((one for one in variant.facts_in(sentence) if _is_date(one) and one.span.overlap(span)), None)
    if date is None:
        return kind
    if kind is FactKind.EVENT and rule.partition(".")[0] in ADDED:
        return FactKind.DATE if _names_day(date) and _is_set(variant, date) else kind
    if kind is not FactKind.DATE or rule != UNKNOWN or (_names_day(date) and _is_set(variant, date)):
        return kind
    if variant.text.tokens[max(0, date.tokens[0] - 1)].norm == SINCE:
        return kind
    new = Echoes(analyses).is_of_new_clause(date, alignment.supports[sentence].sentences)
    return FactKind.EVENT if new else kind


def _is_date(fact: Fact) -> bool:
    return isinstance(fact.value, When)


def _names_day(date: Fact) -> bool:
    """Say whether a date stands by itself in the calendar: no weekday, nothing like "next week"."""
    when = date.value
    return isinstance(when, When) and not when.relative and (when.weekday is None or when.day is not None)


def _is_set(analysis: Analysis, date: Fact) -> bool:
    """Say whether a date's clause tells what is still to come."""
    at = analysis.clauses.clause_of[date.tokens[0]]
    if at < 0:
        return False
    part = analysis.clauses.clauses[at]
    tokens = analysis.text.tokens
    return any(_sets(tokens, place) for place in range(part.first, part.last) if place != date.tokens[0])


def _sets(tokens: tuple[Token, ...], at: int) -> bool:
    """Say whether a word tells what is to come: a modal, no month of the same letters; a verb, no noun such as "a plan"."""
    token = tokens[at]
    if token.norm in MODALS:
        return token.text[0].islower()
    if token.norm == DUE:
        return at > 0 and (tokens[at - 1].norm in AUXILIARIES or tokens[at - 1].stem in FALLING)
    return token.stem in SETTING and not _is_noun(tokens, at)


def _is_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """Say whether an article stands one or two words in front."""
    return any(token.norm in ARTICLES for token in tokens[max(0, at - 2) : at])
