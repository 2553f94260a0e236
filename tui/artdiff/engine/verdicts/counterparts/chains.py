"""What denies and hedges a word and its counterpart, what governs both of them left out; and the words to point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.language.clauses import NONE
from artdiff.engine.language.function_words import AUXILIARIES, MODALS
from artdiff.engine.language.operators import Force
from artdiff.engine.lexicon.phrases import phrases
from artdiff.engine.lexicon.synonyms import AKIN, relation
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.counterparts.evidence import verb_group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.operators import Operator
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

Chain = tuple["Operator", ...]
WEAK = Force.WEAK
UNBOUND: Pair[Chain] = Pair((), ())
"""What most words are on both sides."""
CLOSE = 4
"""How many tokens an operator may stand before a word to be shown in one span with it."""
LONGEST_SUBJECT = 6


def chains(evidence: Evidence, at: int, match: int) -> Pair[Chain]:
    """Return what bears on a variant's and a source's token, without what governs both in the same words and all above it."""
    source, variant = evidence.analyses
    ours, theirs = variant.operators.chain(at), source.operators.chain(match)
    if not ours and not theirs:
        return UNBOUND
    for number, operator in enumerate(ours):
        for place, other in enumerate(theirs):
            if _is_content(variant, operator) and same_operator(evidence, operator, other):
                return Pair(theirs[:place], ours[:number])
    return Pair(theirs, ours)


def _is_content(analysis: Analysis, operator: Operator) -> bool:
    return any(analysis.clauses.content[operator.first : operator.last])


def same_operator(evidence: Evidence, operator: Operator, other: Operator) -> bool:
    """Say whether a variant's operator says the same as a source's: the same words, a synonym, phrases of one group."""
    source, variant = evidence.analyses
    ours = variant.text.stems[operator.first : operator.last]
    theirs = source.text.stems[other.first : other.last]
    if ours == theirs or any(relation(one, two) in AKIN for one in ours[:1] for two in theirs[:1]):
        return True
    groups = _groups(ours)
    return bool(groups and groups & _groups(theirs))


def _groups(stems: Sequence[str]) -> frozenset[int]:
    whole = [found.groups for found in phrases(stems) if found.end - found.start == len(stems)]
    return whole[0] if whole else frozenset()


def parity(chain: Chain) -> int:
    """Return 1 where an odd number of operators deny, else 0."""
    return sum([operator.force >= WEAK for operator in chain]) % 2 if chain else 0


def certainty(chain: Chain) -> Operator | None:
    """Return the operator that leaves it least certain; None where nothing hedges."""
    if not chain:
        return None
    hedges = [operator for operator in chain if operator.hedges]
    return min(hedges, key=lambda operator: operator.level, default=None)


def span_of(analysis: Analysis, at: int, chain: Chain, *, subject: bool = False) -> Span:
    """Return the words to point at: the operators with the word where they stand close, else the operators.

    With `subject` the words from the beginning of the clause: the other side denies there.
    """
    tokens = analysis.text.tokens
    first = clause_start(analysis, at)
    whole = analysis.operators.starting.get(at)
    last = max(at, whole.last - 1) if whole else at
    if not chain:
        start = max(first, at - LONGEST_SUBJECT) if subject else at
        group = verb_group(tokens, at, first)
        return Span(min(tokens[start].start, group.start), tokens[last].end)
    begin = min(operator.first for operator in chain)
    while begin and _leads(tokens[begin - 1].norm):
        begin -= 1
    end = max(operator.last for operator in chain)
    far = at - end >= CLOSE
    if far and chain[0].force is Force.NOMINAL:
        far = at - end >= CLOSE + LONGEST_SUBJECT
    return Span(tokens[begin].start, tokens[end - 1 if far or at < begin else max(last, end - 1)].end)


def clause_start(analysis: Analysis, at: int) -> int:
    """Return the first token of a token's clause."""
    part = analysis.clauses.clause_of[at]
    return at if part == NONE else analysis.clauses.clauses[part].first


def _leads(norm: str) -> bool:
    return norm in AUXILIARIES or norm in MODALS


def share_of_clause(evidence: Evidence, at: int, match: int) -> tuple[float, int]:
    """Return how much of the smaller of two words' clauses the other has, and in how many words."""
    source, variant = evidence.analyses
    ours, theirs = _content(variant, at), _content(source, match)
    matches = evidence.grounding.matches
    kept = len([place for place in ours if matches[place] in theirs])
    smaller = min(len(ours), len(theirs))
    return (kept / smaller if smaller else 0.0), kept


def _content(analysis: Analysis, at: int) -> Sequence[int]:
    part = analysis.clauses.clause_of[at]
    if part == NONE:
        return ()
    clause = analysis.clauses.clauses[part]
    return analysis.clauses.content_in(clause.first, clause.last)
