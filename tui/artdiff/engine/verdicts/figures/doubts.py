"""Whether a figure or date that the source has, or that follows from it, is told of the same thing.

Every small figure stands somewhere in an article, and two dates make a third. What speaks for and against the source's
figure being the one that is meant here is told to the confidence model: how far it stands from what the variant tells,
what else stands there and is told by nothing, whether it is told already where it belongs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Quantity, When
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.echoes import Echoes, is_new
from artdiff.engine.verdicts.counterparts.slots import agreement, frame, key, slot
from artdiff.engine.verdicts.figures.operands import digits
from artdiff.engine.verdicts.figures.slips import is_slip
from artdiff.engine.verdicts.figures.telling import telling
from artdiff.engine.verdicts.judgement import Features, Judgement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact

MOST_AGREED = 4.0
NO_AGREEMENT = 0.3
WEAK = 0.1
"""The strength of a doubt before it is weighed."""


def _with_plurals(words: Iterable[str]) -> frozenset[str]:
    singulars = frozenset(words)
    forms = (form for word in singulars for form in (word, f"{word}s"))
    return frozenset(form for form in forms if form.removesuffix("s") in singulars)


TIMES = _with_plurals(
    "second minute hour day night morning afternoon evening noon midnight dawn dusk week weekend fortnight month quarter "
    "semester term season spring summer autumn fall winter year decade century ago later earlier last next following "
    "previous since until recently soon overnight daily weekly monthly yearly annual yesterday today tomorrow tonight "
    "thanksgiving christmas easter ramadan age birthday anniversary".split()
)
"""Words that tell when or how long, beside dates and figures."""
COUNTS = _with_plurals(
    "both other others another all none neither either every each few several many most half twice double once single pair "
    "couple trio dozen no only rest majority minority unanimous unanimously".split()
)
"""Words that count without a figure."""


class Base(NamedTuple):
    """What a variant's figure or date rests on.

    Attributes:
        facts: the source's facts.
        way: "same", "coarser", or the arithmetic that gives it from them.
        rivals: the source's facts that may stand in its place and that nothing in the variant tells, the likeliest first.
        claimed: those of the source's facts that the variant tells elsewhere, where they belong.
        evidence: what speaks for arithmetic that only may give it.
    """

    facts: tuple[Fact, ...]
    way: str
    rivals: Sequence[Fact]
    claimed: Collection[tuple[int, int]]
    evidence: Features = ()


class Doubts:
    """Weighs what a variant's figure or date rests on."""

    def __init__(self, analyses: Pair[Analysis], alignment: Alignment) -> None:
        self._analyses, self._alignment = analyses, alignment
        self._echoes = Echoes(analyses)

    def doubt(self, fact: Fact, base: Base, rule: str) -> Judgement:
        """Return the suspicion that a fact is not the source's, with what the model weighs."""
        rival = base.rivals[0] if base.rivals else None
        words = fact.span.of(self._analyses.variant.text.document.text)
        if rival:
            theirs = rival.span.of(self._analyses.source.text.document.text)
            reason = f"The source says “{theirs}” here; “{words}” is told of something else in it."
        else:
            reason = f"The source does not say “{words}” of this."
        verdict = Verdict.ALTERED if rival else Verdict.HALLUCINATED
        told = self._echoes.told_around(fact, self._supports(fact))
        # Where the source dates or counts nothing, what is dated or counted was made up.
        added = isinstance(fact.value, When) or is_new(told)
        kind = FactKind.EVENT if not rival and added else fact.kind
        features = (
            *self._of_base(fact, base),
            *base.evidence,
            *self._of_rival(fact, base),
            *self._of_place(fact, told),
            *telling(self._analyses.variant, fact),
        )
        spans = Pair(rival.span if rival else None, fact.span)
        return Judgement(verdict, kind, spans, reason, rule, WEAK, features)

    def is_added(self, fact: Fact, rival: Fact) -> bool:
        """Say whether a date or figure stands in a clause that was added, in no place of the one that stands near by."""
        ours, theirs = slot(self._analyses.variant, fact), slot(self._analyses.source, rival)
        return agreement(ours, theirs) < NO_AGREEMENT and self._echoes.is_of_new_clause(fact, self._supports(fact))

    def _supports(self, fact: Fact) -> Sequence[int]:
        """Return the source's sentences that support a variant's fact's."""
        return self._alignment.supports[fact.sentence].sentences

    def _of_base(self, fact: Fact, base: Base) -> Features:
        supports = self._supports(fact)
        words = self._echoes.words(fact)
        here = sorted({one.sentence for one in base.facts})
        best, own = self._echoes.share(words, supports), self._echoes.share(words, here)
        near = [one.sentence in supports for one in base.facts]
        sentences = self._analyses.source.text.sentences
        paragraphs = {sentences[one].paragraph for one in supports}
        return (
            (base.way, 1.0),
            ("near", float(any(near))),
            ("all near", float(bool(near) and all(near))),
            ("paragraph", float(any(sentences[one].paragraph in paragraphs for one in here))),
            ("beside", float(any(one + step in here for one in supports for step in (-1, 1)))),
            ("gap", best - own),
            ("own", own),
            ("claimed", float(any(one.tokens in base.claimed for one in base.facts))),
            ("fit", self._fit(fact, base.facts)),
            ("noun", float(any(_same_noun(fact, one) for one in base.facts))),
            ("other noun", float(any(_other_noun(fact, one) for one in base.facts))),
            ("precise", _precision(fact)),
            ("bare", float(not supports)),
        )

    def _norms_of(self, sentence: int) -> Sequence[str]:
        """Return the words of a source's sentence."""
        text = self._analyses.source.text
        return text.norms[slice(*text.sentences[sentence].tokens)]

    def _of_place(self, fact: Fact, known: Sequence[bool]) -> Features:
        """Return how far the supporting sentences tell what stands right around a fact, and whether they count or date at all.

        `known` is which of its clause's words they have.
        """
        variant = self._analyses.variant
        supports = self._supports(fact)
        words = frozenset().union(*map(self._echoes.keys_of, supports))
        ours = slot(variant, fact)
        timed = not isinstance(fact.value, Quantity) or fact.value.unit == "s"
        told = all((TIMES if timed else COUNTS).isdisjoint(self._norms_of(one)) for one in supports)
        return (
            ("clause", sum(known) / len(known) if known else 0.0),
            ("lone", float(not known)),
            ("timeless", float(timed and told)),
            ("countless", float(not timed and told)),
            ("word before", float(bool(ours.before) and ours.before[0] in words)),
            ("word behind", float(bool(ours.after) and ours.after[0] in words)),
        )

    def _of_rival(self, fact: Fact, base: Base) -> Features:
        near = [one for one in base.rivals if one.sentence in self._alignment.supports[fact.sentence].sentences]
        if not near:
            return (("far rival", float(bool(base.rivals))),)
        fit = self._fit(fact, near)
        return (
            ("rival", 1.0),
            ("slip", float(any(_is_slip(fact, one) for one in near))),
            ("only rival", float(len(near) == 1)),
            ("rival fit", fit),
            ("margin", fit - self._fit(fact, base.facts)),
            ("frame", max(frame(self._analyses, fact, one) for one in near)),
            ("rival noun", float(any(_same_noun(fact, one) for one in near))),
            ("rival precise", max(_precision(one) for one in near)),
        )

    def _fit(self, fact: Fact, others: Sequence[Fact]) -> float:
        ours = slot(self._analyses.variant, fact)
        agreed = (agreement(ours, slot(self._analyses.source, one)) for one in others)
        return min(MOST_AGREED, max(agreed, default=0.0))


def _is_slip(fact: Fact, other: Fact) -> bool:
    """Say whether a figure is another one but for a digit or the unit."""
    return isinstance(fact.value, Quantity) and isinstance(other.value, Quantity) and is_slip(fact, other)


def _same_noun(fact: Fact, other: Fact) -> bool:
    ours, theirs = _noun(fact), _noun(other)
    return bool(ours and theirs) and key(ours) == key(theirs)


def _other_noun(fact: Fact, other: Fact) -> bool:
    ours, theirs = _noun(fact), _noun(other)
    return bool(ours and theirs) and key(ours) != key(theirs)


def _noun(fact: Fact) -> str:
    return fact.value.noun if isinstance(fact.value, Quantity) else ""


def _precision(fact: Fact) -> float:
    return min(4, digits(fact.value)) / 4 if isinstance(fact.value, Quantity) else 0.0
