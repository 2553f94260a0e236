"""How much of a stretch of the variant the source carries: what the judge of additions weighs."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.grounding import Ground
from artdiff.engine.language.function_words import AUXILIARIES, MODALS
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.lexicon.related import usage
from artdiff.engine.lexicon.words import Reporting, generalities, reporting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artdiff.engine.language.segmentation import Sentence, Token
    from artdiff.engine.verdicts.evidence import Evidence

STOPS = frozenset('.!?:“"‘')
FINITE = AUXILIARIES | MODALS
MOSTLY_VERB, PARTLY_VERB = 0.55, 0.25
EMPTY = 0.3
"""So much of a word counts as missing that says nothing to check."""
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
        empty: whether it says nothing to check, and has no base.
        verb: whether it is a verb without base.
    """

    weight: float
    missing: float
    soothed: float
    far: float
    nothing: bool
    specific: bool
    empty: bool
    verb: bool


class Stretch(NamedTuple):
    """The content words of some neighbouring tokens, summed up.

    Attributes:
        words: how many there are.
        lacking: how many that are neither numbers nor names miss anything: those have judges of their own.
        plain: what these miss.
        verb: whether a verb among them has no base.
        finite: whether it has an auxiliary or modal.
        peak: the most that one of them misses.
    """

    words: int
    weight: float
    missing: float
    soothed: float
    far: float
    nothing: int
    specific: int
    lacking: int
    plain: float
    empty: int
    verb: bool
    finite: bool
    peak: float

    @property
    def share(self) -> float:
        """Return the share of what it tells that the source does not say."""
        return self.missing / self.weight if self.weight else 0.0


def lacking_words(evidence: Evidence, sentence: Sentence) -> dict[int, Word]:
    """Return the content words of a variant's sentence that are not in a supporting sentence, by their place."""
    bases = evidence.grounding.bases
    content = evidence.analyses.variant.clauses.content_in(*sentence.tokens)
    return {at: _read_word(evidence, at) for at in content if bases[at] != 1.0}


def _read_word(evidence: Evidence, at: int) -> Word:
    """Return what a content word of the variant misses that is not in a supporting sentence."""
    variant = evidence.analyses.variant
    token, ground, base = variant.text.tokens[at], evidence.grounding.grounds[at], evidence.grounding.bases[at]
    if evidence.is_explained(at) or _reports(token):
        return _kept(token.stem)
    known = usage(token.stem)
    empty = token.stem in generalities()
    missing = known.weight * (1.0 - base) * (EMPTY if empty else 1.0)
    without = base < BASELESS
    return Word(
        known.weight,
        missing,
        known.weight * base if ground <= Ground.PARAGRAPH else 0.0,
        missing if ground is Ground.DOCUMENT else 0.0,
        ground is Ground.NOTHING,
        without and _is_specific(evidence, at),
        without and empty,
        without and _is_verb(token, known.verb),
    )


@lru_cache(maxsize=1 << 15)
def _kept(stem: str) -> Word:
    """Return a word that misses nothing."""
    return Word(usage(stem).weight, 0.0, 0.0, 0.0, nothing=False, specific=False, empty=False, verb=False)


def _is_specific(evidence: Evidence, at: int) -> bool:
    """Say whether a token is a number or a name; the first word of a sentence has its capital for free."""
    tokens = evidence.analyses.variant.text.tokens
    if tokens[at].kind is TokenKind.NUMBER:
        return True
    return tokens[at].text[0].isupper() and at > 0 and tokens[at - 1].text not in STOPS


def _reports(token: Token) -> bool:
    """Say whether it is a plain word of reporting."""
    return token.stem in plain_reports()


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
        self._tokens = variant.text.tokens
        self._ranks = variant.clauses.ranks
        content = variant.clauses.content_in(*sentence.tokens)
        self.words = {at: lacking[at] if at in lacking else _kept(self._tokens[at].stem) for at in content}
        self._missing = [at for at in content if self.words[at].missing]
        self._known: dict[tuple[int, int], Stretch] = {}
        self.whole = self.of(*sentence.tokens)

    def lacks(self, first: int, last: int) -> bool:
        """Say whether the source lacks anything of the tokens from `first` to `last`."""
        at = bisect_left(self._missing, first)
        return at < len(self._missing) and self._missing[at] < last

    def tells(self, first: int, last: int) -> bool:
        """Say whether a content word is among the tokens from `first` to `last`."""
        return self._ranks[first] < self._ranks[last]

    def of(self, first: int, last: int) -> Stretch:
        """Return the sums over the tokens from `first` to `last`."""
        found = self._known.get((first, last))
        if found is None:
            found = self._known[first, last] = _sum_up(self._tokens, self.words, first, last)
        return found


def _sum_up(tokens: Sequence[Token], words: Mapping[int, Word], first: int, last: int) -> Stretch:
    weight = missing = soothed = far = plain = peak = 0.0
    count = nothing = specific = lacking = empty = 0
    verb = finite = False
    for at in range(first, last):
        word = words.get(at)
        if word is None:
            finite = finite or tokens[at].norm in FINITE
            continue
        count += 1
        weight += word.weight
        missing += word.missing
        soothed += word.soothed
        far += word.far
        nothing += word.nothing
        specific += word.specific
        empty += word.empty
        verb = verb or word.verb
        if word.missing:
            peak = max(peak, word.missing)
            if not word.specific:
                plain += word.missing
                lacking += 1
    return Stretch(count, weight, missing, soothed, far, nothing, specific, lacking, plain, empty, verb, finite, peak)
