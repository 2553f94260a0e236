"""Opposites that say the same after all: "keep it from spreading" and "stop it", what was denied to be broken and was kept."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from artdiff.engine.language.function_words import is_negator
from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.words import Reporting, reporting
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.counterparts.predicates import is_counted_or_owned
from artdiff.engine.verdicts.polarity.wholes import make_told_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

KEEPING: Final = frozenset(stems("keep hold bar".split()))
FROM: Final = 8
"""How many tokens behind "keep" and "stop" the "from" may stand."""
POSITIONS: Final = frozenset(stems("stand lie sit hang rest perch".split()))
"""Where something is; buildings stand and lie, parties too."""
NONE_OF: Final = frozenset("not none no neither nothing nobody".split())
AFFIXES: Final = ("un", "in", "im", "dis", "non", "ir", "il")
BEHIND: Final = 3
GOVERNING: Final = 7
"""How many tokens in front of a verb the verb may stand that reports it."""
OPENED: Final = frozenset(stems("close shut suspend halt open reopen resume restart".split()))
AGAIN: Final = frozenset("until till".split())
LIMITED: Final = frozenset("before until till".split())
BEGINNING: Final = frozenset(
    "from earliest after only once since soon onwards onward reopen reopens resume resumes starting".split()
)
LIMIT_REACH: Final = 10
OPEN: Final = frozenset({"whether"})
OPEN_REACH: Final = 12


def say_the_same(evidence: Evidence, at: int, match: int) -> bool:
    """Say whether variant token `at` and source token `match`, opposites by themselves, tell the same where they stand."""
    source, variant = evidence.analyses
    sides = ((variant, at), (source, match))
    if POSITIONS.issuperset(analysis.text.stems[place] for analysis, place in sides):
        return True
    if is_counted_or_owned(variant, at) != is_counted_or_owned(source, match):  # a noun: "claimed 38 lives"
        return True
    if all(_keeps_from(analysis, place) for analysis, place in sides):
        return True
    if _is_affixed(source, match, variant, at) and _is_denied_before(variant, at) != _is_denied_before(source, match):
        return True
    for differs in (_is_denied_behind, _is_reported_denied, _ends_again):
        if differs(variant, at) != differs(source, match):
            return True
    return make_told_whole(evidence, Pair(match, at))


def _norms_behind(analysis: Analysis, at: int, reach: int) -> Sequence[str]:
    last = analysis.text.sentences[analysis.text.sentence_of[at]].tokens[1]
    return analysis.text.norms[at + 1 : min(last, at + 1 + reach)]


def _norms_before(analysis: Analysis, at: int, reach: int) -> Sequence[str]:
    first = analysis.text.sentences[analysis.text.sentence_of[at]].tokens[0]
    return analysis.text.norms[max(first, at - reach) : at]


def _keeps_from(analysis: Analysis, at: int) -> bool:
    """Say whether "from" with a verb stands behind: "keep measles from spreading"."""
    behind = _norms_behind(analysis, at, FROM)
    return any(one == "from" and other.endswith("ing") for one, other in pairwise(behind))


def _is_denied_behind(analysis: Analysis, at: int) -> bool:
    """Say whether a denial stands right behind: "accepted none of them", "will probably not"."""
    return _denies(_norms_behind(analysis, at, BEHIND))


def _is_affixed(source: Analysis, match: int, variant: Analysis, at: int) -> bool:
    """Say whether the one word is the other with "un" and the like in front: "unlikely" for "not likely"."""
    one, other = source.text.norms[match], variant.text.norms[at]
    return any(one == affix + other or other == affix + one for affix in AFFIXES)


def _is_denied_before(analysis: Analysis, at: int) -> bool:
    return _denies(_norms_before(analysis, at, BEHIND))


def _denies(norms: Sequence[str]) -> bool:
    return any(norm in NONE_OF or is_negator(norm) for norm in norms)


def _is_reported_denied(analysis: Analysis, at: int) -> bool:
    """Say whether somebody denies it: "denies that it broke any rules"."""
    first = at - len(_norms_before(analysis, at, GOVERNING))
    kinds = (reporting().kinds(analysis.text.stems[place]) for place in range(first, at))
    return any(Reporting.DENY in one for one in kinds)


def _ends_again(analysis: Analysis, at: int) -> bool:
    """Say whether it is told until when: what is closed until Thursday opens on Thursday."""
    return analysis.text.stems[at] in OPENED and not AGAIN.isdisjoint(_norms_behind(analysis, at, BEHIND + 1))


def is_limit_told(denied: tuple[Analysis, int], clean: tuple[Analysis, int]) -> bool:
    """Say whether what is denied until a day is told from that day on: "not before July", "from July"."""
    before = _norms_behind(*denied, LIMIT_REACH)
    if LIMITED.isdisjoint(before):
        return False
    around = {*_norms_behind(*clean, LIMIT_REACH), *_norms_before(*clean, LIMIT_REACH)}
    return not BEGINNING.isdisjoint(around) and LIMITED.isdisjoint(_norms_behind(*clean, LIMIT_REACH))


def is_kept_from(analysis: Analysis, at: int) -> bool:
    """Say whether something is kept from it: "keep measles from spreading" denies as "stop" does."""
    first = at - len(_norms_before(analysis, at, GOVERNING))
    keeps = any(analysis.text.stems[place] in KEEPING for place in range(first, at))
    return keeps and (_keeps_from(analysis, at) or "from" in analysis.text.norms[first:at])


def are_open(evidence: Evidence, at: int, match: int) -> bool:
    """Say whether both sides leave it open: "do not know whether there is", "cannot say whether there is"."""
    source, variant = evidence.analyses
    return all(not OPEN.isdisjoint(_norms_before(*side, OPEN_REACH)) for side in ((variant, at), (source, match)))
