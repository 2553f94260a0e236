"""Converses: two words for one deed, told from either side: "Nordal bought the shares", "the family sold them to Nordal"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from artdiff.engine.grounding import NONE
from artdiff.engine.language.stems import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

ROWS: Final = (
    "buy purchase acquire | sell",
    "send give hand grant award pay deliver supply lend donate | receive get obtain accept take borrow",
    "win beat defeat | lose",
    "teach train instruct | learn study",
    "employ hire | work join serve",
    "lead head chair | follow",
    "precede | follow succeed",
    "export | import",
    "let lease rent | rent lease hire",
    "sue prosecute accuse charge | defend",
    "tell inform | hear learn",
    "own | belong",
    "above over | below under beneath",
    "before | after",
    "ahead | behind",
    "parent mother father | child son daughter",
    "husband | wife",
)
"""Own work: what the one side does, and what the other does when that is done."""
CONVERSES: Final = frozenset(
    frozenset(pair)
    for row in ROWS
    for pair in product(*(stems(side.split()) for side in row.split("|")))
    if pair[0] != pair[1]
)


def are_converse(evidence: Evidence, at: int, match: int) -> bool:
    """Say whether variant token `at` and source token `match` tell one deed from its two sides.

    Then those around them stand the other way round.
    """
    source, variant = evidence.analyses
    if frozenset({variant.text.tokens[at].stem, source.text.tokens[match].stem}) not in CONVERSES:
        return False
    before, behind = _around(variant, at)
    their_before, their_behind = map(frozenset, _around(source, match))
    matches = evidence.grounding.matches
    ahead, after = ({matches[place] for place in side} - {NONE} for side in (before, behind))
    crossed = bool(ahead & their_behind) or bool(after & their_before)
    return crossed and ahead.isdisjoint(their_before)


def _around(analysis: Analysis, at: int) -> tuple[Sequence[int], Sequence[int]]:
    """Return the content words of a word's sentence before it and behind it."""
    first, last = analysis.text.sentences[analysis.text.sentence_of[at]].tokens
    return analysis.clauses.content_in(first, at), analysis.clauses.content_in(at + 1, last)
