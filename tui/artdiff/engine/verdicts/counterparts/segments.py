"""How much of a stretch of the variant the source carries: what the judge of additions weighs."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.grounding import Ground
from artdiff.engine.language.function_words import AUXILIARIES, MODALS
from artdiff.engine.language.segmentation import NUMBER
from artdiff.engine.lexicon.related import usage, weight
from artdiff.engine.lexicon.words import Reporting, generalities, reporting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artdiff.engine.language.segmentation import Sentence, Token
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

STOPS = frozenset('.!?:“"‘')
FINITE = AUXILIARIES | MODALS
MOSTLY_VERB, PARTLY_VERB = 0.55, 0.25
EMPTY = 0.3
"""So much of a word counts as missing that says nothing to check."""
NOTHING: Final = Ground.NOTHING
DOCUMENT: Final = Ground.DOCUMENT
PARAGRAPH: Final = Ground.PARAGRAPH
BASELESS = 0.45
"""A word with less base than this has next to none."""


class Word(NamedTuple):
    """A content word of the variant as the judge of additions sees it.

    Attributes:
        weight: how much it tells.
        missing: how much of that the source does not say.
        soothed: how much of that only words near in use say.
        far: how much of that the source says only elsewhere.
        nothing: whether the source has it nowhere.
        specific: whether it is a number or capitalised, and without base.
        lacking: whether it misses anything and is neither a number nor a name: those have judges of their own.
        plain: what such a word misses.
        empty: whether it says nothing to check, and has no base.
        verb: whether it is a verb without base.
    """

    weight: float
    missing: float
    soothed: float
    far: float
    nothing: bool
    specific: bool
    lacking: bool
    plain: float
    empty: bool
    verb: bool


class Stretch(NamedTuple):
    """The content words of some neighbouring tokens, summed up.

    Attributes:
        words: how many there are.
        share: the share of what they tell that the source does not say.
        peak: the most that one of them misses.
        finite: whether an auxiliary or modal is among the tokens.
        weight: what they tell; this and what follows are sums of what each word has.
        verb: how many verbs among them have no base.
    """

    words: int
    share: float
    peak: float
    finite: bool
    weight: float
    missing: float
    soothed: float
    far: float
    nothing: int
    specific: int
    lacking: int
    plain: float
    empty: int
    verb: int


def lacking_words(evidence: Evidence, sentence: Sentence) -> dict[int, Word]:
    """Return the content words of a variant's sentence that are not in a supporting sentence, by their place."""
    bases = evidence.grounding.bases
    content = evidence.analyses.variant.clauses.content_in(*sentence.tokens)
    return {at: _read_word(evidence, at) for at in content if bases[at] != 1.0}


def _read_word(evidence: Evidence, at: int) -> Word:
    """Return what a content word of the variant misses that is not in a supporting sentence."""
    tokens = evidence.analyses.variant.text.tokens
    token = tokens[at]
    stem, grounding = token.stem, evidence.grounding
    if evidence.explained[at] or stem in plain_reports():
        return _kept(stem)
    ground, base, known = grounding.grounds[at], grounding.bases[at], usage(stem)
    empty = stem in generalities()
    missing = known.weight * (1.0 - base) * (EMPTY if empty else 1.0)
    without = base < BASELESS
    specific = without and _is_specific(tokens, at)
    lacking = missing > 0.0 and not specific
    return Word(
        known.weight,
        missing,
        known.weight * base if ground <= PARAGRAPH else 0.0,
        missing if ground is DOCUMENT else 0.0,
        ground is NOTHING,
        specific,
        lacking,
        missing if lacking else 0.0,
        without and empty,
        without and _is_verb(token, known.verb),
    )


@lru_cache(maxsize=1 << 15)
def _kept(stem: str) -> Word:
    """Return a word that misses nothing."""
    return Word(weight(stem), 0.0, 0.0, 0.0, False, False, False, 0.0, False, False)  # noqa: FBT003  # in the order of the columns


def _is_specific(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token is a number or a name; the first word of a sentence has its capital for free."""
    token = tokens[at]
    if token.kind is NUMBER:
        return True
    return token.text[0].isupper() and at > 0 and tokens[at - 1].text not in STOPS


@cache
def plain_reports() -> frozenset[str]:
    """Return the stems of plain verbs of saying: who says what is the business of the judge of attribution."""
    return reporting().stems(Reporting.NEUTRAL)


def _is_verb(token: Token, share: float) -> bool:
    return share >= MOSTLY_VERB or (share >= PARTLY_VERB and token.norm.endswith(("ed", "ing")))


class Sums:
    """The content words of a variant's sentence, and what its stretches come to, each summed up once."""

    def __init__(self, evidence: Evidence, sentence: Sentence, lacking: Mapping[int, Word]) -> None:
        """Sum up a sentence's words, of which those are known that are not in a supporting sentence."""
        variant = evidence.analyses.variant
        self._norms, stems = variant.text.norms, variant.text.stems
        self._ranks = variant.clauses.ranks
        self._start = self._ranks[sentence.tokens[0]]
        self.words = variant.clauses.content_in(*sentence.tokens)
        self._columns = list(
            zip(*[lacking[at] if at in lacking else _kept(stems[at]) for at in self.words], strict=True)
        )
        self._weights, self.missing = self._columns[:2]
        self._known: dict[tuple[int, int], Stretch] = {}
        self.whole = self.of(*sentence.tokens)

    def share(self, first: int, last: int) -> float | None:
        """Return the share of what the tokens from `first` to `last` tell that the source lacks; None where they tell nothing."""
        start, end = self._ranks[first] - self._start, self._ranks[last] - self._start
        if start == end:
            return None
        missing: float = sum(self.missing[start:end])
        return missing / sum(self._weights[start:end]) if missing else 0.0

    def missed(self, first: int, last: int) -> list[tuple[int, float]]:
        """Return the content tokens from `first` to `last` that miss anything, with how much."""
        start, end = self._ranks[first] - self._start, self._ranks[last] - self._start
        rows = zip(self.words[start:end], self.missing[start:end], strict=True)
        return [(at, missing) for at, missing in rows if missing]

    def of(self, first: int, last: int) -> Stretch:
        """Return the sums over the tokens from `first` to `last`."""
        found = self._known.get((first, last))
        if found is None:
            found = self._known[first, last] = self._sum_up(first, last)
        return found

    def _sum_up(self, first: int, last: int) -> Stretch:
        start, end = self._ranks[first] - self._start, self._ranks[last] - self._start
        sums = [sum(column[start:end]) for column in self._columns]
        told, missing, *_ = sums
        share = missing / told if told else 0.0
        peak = max(self.missing[start:end], default=0.0)
        return Stretch(end - start, share, peak, not FINITE.isdisjoint(self._norms[first:last]), *sums)
