"""How far somebody has gone: what is considered told as decided, what is proposed as ordered, what is believed as known; and the reverse.

Both words stand in the same place, neither says the same as the other, and each is of a closed class.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.grounding import Ground
from artdiff.engine.language.stems import stems
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.chains import parity, share_of_clause, span_of
from artdiff.engine.verdicts.counterparts.contexts import same_place
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.predicates import is_predicate
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.alignment import Support
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.verdicts.judgement import Features


class Scale(IntEnum):
    """What is measured: how far a deed has come, how sure somebody is, how binding something is."""

    DEED = 0
    MIND = 1
    BOND = 2


class Step(NamedTuple):
    """How far a word is on its scale.

    Attributes:
        level: 0 to 1.
    """

    scale: Scale
    name: str
    level: float


WORDS: Final = {
    Step(
        Scale.DEED, "weigh", 0.15
    ): "consider examine study review discuss weigh mull explore debate assess evaluate ponder "
    "contemplate probe consideration discussion examination",
    Step(
        Scale.DEED, "propose", 0.35
    ): "propose recommend suggest urge request advise seek apply invite encourage demand "
    "proposal recommendation suggestion request",
    Step(Scale.DEED, "intend", 0.6): "plan intend hope aim promise offer vow pledge threaten prepare ready",
    Step(
        Scale.DEED, "decide", 0.95
    ): "decide approve order impose agree adopt grant ban sign introduce enact force authorise "
    "authorize oblige instruct commission ratify decree decision approval",
    Step(
        Scale.MIND, "suspect", 0.3
    ): "suspect believe think fear assume suppose guess reckon doubt presume speculate suspicion investigate suspected",
    Step(Scale.MIND, "claim", 0.5): "argue claim allege maintain insist accuse assert contend",
    Step(
        Scale.MIND, "know", 0.95
    ): "know establish prove confirm determine demonstrate certain convinced convict admit "
    "confess acknowledge discover proof proven",
    Step(Scale.BOND, "free", 0.2): "voluntary optional recommended advisory allow permit entitle able",
    Step(Scale.BOND, "likely", 0.55): "likely expected probable probably",
    Step(
        Scale.BOND, "bound", 0.95
    ): "compulsory mandatory obligatory binding guaranteed inevitable guarantee require must "
    "certain certainly definitely",
}
NOUNS: Final = (
    "consideration discussion examination proposal recommendation suggestion request decree decision approval suspicion proof "
    "certain convinced voluntary optional recommended advisory able likely expected probable probably compulsory "
    "mandatory obligatory binding guaranteed inevitable certainly definitely"
)
"""Of the words those that are not verbs."""
SPEAKING: Final = "claim"
"""Who only says something in the rewrite is the business of the judge of attribution."""
LEAST_GAP: Final = 0.3
LEAST_SHARED: Final = 2
"""So many words around both must be the same where neither neighbour is."""


@cache
def _steps() -> dict[str, tuple[Step, ...]]:
    """Return the steps of each stem."""
    found: dict[str, tuple[Step, ...]] = {}
    for step, words in WORDS.items():
        for stem in stems(words.split()):
            found[stem] = (*found.get(stem, ()), step)
    return found


class _Shift(NamedTuple):
    """A variant's word and the source's in its place, each with its step."""

    at: int
    match: int
    ours: Step
    theirs: Step


def judge_commitments(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every word that goes further, or less far, than the source's in its place."""
    known, grounds, related = _steps(), evidence.grounding.grounds, Ground.RELATED
    variant = evidence.analyses.variant
    for sentence, support in evidence.linked_sentences():
        first, last = sentence.tokens
        stepping = [at for at, stem in enumerate(variant.text.stems[first:last], first) if stem in known]
        for at in stepping:
            if grounds[at] < related and _is_told(variant, at):
                yield from _judge(evidence, at, known[variant.text.stems[at]], sentence, support)


def _judge(
    evidence: Evidence, at: int, steps: tuple[Step, ...], sentence: Sentence, support: Support
) -> Iterator[Judgement]:
    shifts = [(same_place(evidence, at, shift.match), shift) for shift in _shifts(evidence, at, steps, support)]
    if not shifts:
        return
    place, shift = max(shifts, key=lambda row: (row[0].shared + row[0].before + row[0].after, -row[1].match))
    if not (place.before or place.after or place.shared >= LEAST_SHARED):
        return
    source, variant = evidence.analyses
    ours, theirs = variant.operators.chain(at), source.operators.chain(shift.match)
    spans = Pair(span_of(source, shift.match, ()), span_of(variant, at, ()))
    said, meant = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    reason = f"The source says {meant} here; {said} goes {'further' if shift.ours.level > shift.theirs.level else 'less far'}."
    share, kept = share_of_clause(evidence, at, shift.match)
    features: Features = (
        (f"{shift.theirs.name} {shift.ours.name}", 1.0),
        ("gap", abs(shift.ours.level - shift.theirs.level)),
        ("further", float(shift.ours.level > shift.theirs.level)),
        ("before", float(place.before)),
        ("after", float(place.after)),
        ("shared", place.shared / 6),
        ("clause", share),
        ("kept", min(kept, 5) / 5),
        ("denied", float(parity(ours) != parity(theirs))),
        ("denials", float(bool(parity(ours) or parity(theirs)))),
        ("said there", float(_says(source, _places(source, support), shift.ours))),
        ("said here", float(_says(variant, range(*sentence.tokens), shift.theirs))),
        ("document", float(evidence.grounding.grounds[at] is Ground.DOCUMENT)),
        ("base", evidence.grounding.bases[at]),
        ("form", float(variant.text.tokens[at].norm[-2:] == source.text.tokens[shift.match].norm[-2:])),
        ("explained", float(evidence.is_explained(at))),
    )
    strength = min(0.8, 0.15 + 0.1 * place.shared + 0.1 * place.before + 0.1 * place.after)
    rule = f"commitments.{shift.ours.scale.name.lower()}"
    yield Judgement(Verdict.ALTERED, FactKind.MODALITY, spans, reason, rule, strength, features)


def _places(source: Analysis, support: Support) -> list[int]:
    return [place for one in support.sentences for place in range(*source.text.sentences[one].tokens)]


def _shifts(evidence: Evidence, at: int, steps: tuple[Step, ...], support: Support) -> Iterator[_Shift]:
    source = evidence.analyses.source
    known, stems_of = _steps(), source.text.stems
    for place in [place for place in _places(source, support) if stems_of[place] in known]:
        for theirs in known[stems_of[place]]:
            if place in evidence.grounding.used or not _is_told(source, place):
                continue
            for ours in steps:
                if ours.name != SPEAKING and ours.scale is theirs.scale and abs(ours.level - theirs.level) >= LEAST_GAP:
                    yield _Shift(at, place, ours, theirs)


def _is_told(analysis: Analysis, at: int) -> bool:
    """Say whether a word tells how far something has gone: a noun of the same letters, such as an order, seldom does."""
    token = analysis.text.tokens[at]
    return token.stem in _nouns() or not analysis.clauses.content[at] or is_predicate(analysis, at)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(stems(NOUNS.split()))


def _says(analysis: Analysis, places: list[int] | range, step: Step) -> bool:
    """Say whether a word of a step stands in some places."""
    known = _steps()
    return any(step in known.get(analysis.text.tokens[place].stem, ()) for place in places)
