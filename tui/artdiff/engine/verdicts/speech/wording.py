"""Quoted words against quoted words: what was changed inside, spelling, contractions and figures apart."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rapidfuzz.distance import Indel

from artdiff.engine.facts.numerals import MAGNITUDES, ORDINALS, PARTS, SMALL, TENS, read_numeral
from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.segmentation import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.language.segmentation import Token

CONTRACTIONS = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "would"}
IS_FORMS = frozenset("it's he's she's that's there's what's who's where's here's let's how's".split())
WHOLE = {
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "shan't": ("shall", "not"),
}
SPELLINGS = (
    (re.compile(r"our(?=s|ed|ing|able|ite|hood|ful|er|$)"), "or"),
    (re.compile(r"is(?=e$|es$|ed$|ing$|er$|ers$|ation)"), "iz"),
    (re.compile(r"ys(?=e$|es$|ed$|ing$)"), "yz"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ll"), "l"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"mme(?=s?$)"), "m"),
    (re.compile(r"wards$"), "ward"),
)
VARIANTS = {
    "grey": "gray",
    "tyre": "tire",
    "tyres": "tires",
    "whilst": "while",
    "amongst": "among",
    "kerb": "curb",
}
COUNTING = frozenset({*SMALL, *TENS, *ORDINALS, *PARTS, *MAGNITUDES, "a", "an"})
"""What a number in words may begin with."""
SHORTEST = 5
"""Shorter words have one spelling."""
CACHED = 1 << 14
ISLAND = 4
"""Two changes with no more words than this between them are told as one."""
NEAR = 6
"""How many of the source's words may lie between words that agree, beside twice as many as the quotation has there."""
HEAVY = 2.0
"""Words of this weight that agree do not agree by chance."""


class Word(NamedTuple):
    """One word for comparing, with the half-open range of tokens that it stands for."""

    norm: str
    first: int
    last: int


class Change(NamedTuple):
    """Words that differ: half-open ranges of word indices; one of the two may be empty."""

    variant: tuple[int, int]
    source: tuple[int, int]


Block: TypeAlias = "tuple[tuple[int, int], tuple[int, int]]"
"""Words that agree: half-open ranges of word indices, the variant's and the source's."""


class Comparison(NamedTuple):
    """How a quotation's words agree with a stretch of the source.

    Attributes:
        coverage: 0 to 1, the weighted share of the quotation's words that the stretch has in the same order.
        changes: what differs between the first and last words that agree, and additions before and behind them.
        agreed: half-open range of the source's words from the first that agrees to the last.
    """

    coverage: float
    changes: tuple[Change, ...]
    agreed: tuple[int, int]


NOTHING = Comparison(0.0, (), (0, 0))


def words_of(tokens: Sequence[Token], first: int, last: int) -> list[Word]:
    """Return the words of a token range: figures by value, contractions in full, punctuation left out."""
    words: list[Word] = []
    at = first
    while at < last:
        token = tokens[at]
        may_count = token.kind is TokenKind.NUMBER or token.norm in COUNTING or "-" in token.norm
        numeral = read_numeral(tokens, at) if may_count else None
        if numeral and numeral.last <= last:
            sign = "%" if numeral.share else "." if numeral.ordinal else ""
            words.append(Word(f"#{numeral.value:g}{sign}{numeral.rest}", at, numeral.last))
            at = numeral.last
            continue
        if token.kind is not TokenKind.PUNCTUATION:
            words += [Word(norm, at, at + 1) for norm in _spelt(token.text, token.norm)]
        at += 1
    return words


@lru_cache(CACHED)
def _spelt(text: str, norm: str) -> tuple[str, ...]:
    """Return the words that a token stands for, each in one spelling."""
    return tuple(map(_spelling, _norms(text, norm)))


def _norms(text: str, norm: str) -> tuple[str, ...]:
    written = text.casefold().replace("’", "'")
    if written in WHOLE:
        return WHOLE[written]
    if written in IS_FORMS:
        return written[:-2], "is"
    if "'" in written:
        for ending, full in CONTRACTIONS.items():
            if written.endswith(ending) and len(written) > len(ending):
                return written[: -len(ending)], full
    return (norm,)


def weight(word: Word) -> float:
    """Return how much a word's agreement says."""
    return 0.25 if word.norm in FUNCTION_WORDS else 1.0


def is_partial(text: str, tokens: Sequence[Token], first: int) -> bool:
    """Say whether a quotation is worked into somebody else's sentence, so that "we" may become "they"."""
    return text[tokens[first].start].islower()


def compare_words(variant: Sequence[Word], source: Sequence[Word]) -> Comparison:
    """Compare a quotation with a stretch of the source that may be longer on both ends."""
    codes = Indel.opcodes([word.norm for word in variant], [word.norm for word in source])
    blocks = [
        ((code.src_start, code.src_end), (code.dest_start, code.dest_end)) for code in codes if code.tag == "equal"
    ]
    blocks = _slid(_without_strays(blocks, variant), source)
    if not blocks:
        return Comparison(0.0, (), (0, 0))
    gaps = list(_gaps(blocks, len(variant), len(source)))
    alike = [gap for gap in gaps if _alike(gap, variant, source)]
    agreeing = sum(
        _weight(variant, places) for places in [*(block[0] for block in blocks), *(gap.variant for gap in alike)]
    )
    changes = tuple(gap for gap in gaps if gap not in alike)
    return Comparison(agreeing / _weight(variant, (0, len(variant))), changes, (blocks[0][1][0], blocks[-1][1][1]))


def _weight(words: Sequence[Word], places: tuple[int, int]) -> float:
    return sum(weight(words[at]) for at in range(*places))


def _without_strays(blocks: list[Block], variant: Sequence[Word]) -> list[Block]:
    """Return the blocks around the heaviest; a light one far from the rest of the source's words agrees by chance."""
    if not blocks:
        return []
    heaviest = max(range(len(blocks)), key=lambda index: _weight(variant, blocks[index][0]))
    kept = [blocks[heaviest]]
    for block in reversed(blocks[:heaviest]):
        if _belongs(block, kept[0], variant, block):
            kept.insert(0, block)
    for block in blocks[heaviest + 1 :]:
        if _belongs(kept[-1], block, variant, block):
            kept.append(block)
    return kept


def _slid(blocks: Sequence[Block], source: Sequence[Word]) -> list[Block]:
    """Return the blocks with words that agree moved behind a gap that ends with the same words.

    Of "the first, which is widely considered 'the first genocide" the second "first" belongs to "genocide".
    """
    slid: list[Block] = []
    for block in reversed(blocks):
        earlier = block
        while slid and _slides(earlier, slid[-1], source):
            later = slid.pop()
            slid.append(((later[0][0] - 1, later[0][1]), (later[1][0] - 1, later[1][1])))
            earlier = (earlier[0][0], earlier[0][1] - 1), (earlier[1][0], earlier[1][1] - 1)
        if earlier[0][0] < earlier[0][1]:
            slid.append(earlier)
    return slid[::-1]


def _slides(earlier: Block, later: Block, source: Sequence[Word]) -> bool:
    """Say whether the last word that agrees before a gap in the source's words alone can stand behind it as well."""
    if earlier[0][0] == earlier[0][1] or earlier[0][1] != later[0][0] or earlier[1][1] >= later[1][0]:
        return False
    return source[earlier[1][1] - 1].norm == source[later[1][0] - 1].norm


def _belongs(earlier: Block, later: Block, variant: Sequence[Word], block: Block) -> bool:
    ours, theirs = later[0][0] - earlier[0][1], later[1][0] - earlier[1][1]
    return theirs <= 2 * ours + NEAR or _weight(variant, block[0]) >= HEAVY


def _gaps(blocks: Sequence[Block], ours: int, theirs: int) -> Iterator[Change]:
    """Yield what differs between the blocks, and what the quotation has before the first and behind the last."""
    first, last = blocks[0], blocks[-1]
    if first[0][0]:
        yield Change((0, first[0][0]), (max(0, first[1][0] - first[0][0]), first[1][0]))
    for earlier, later in pairwise(blocks):
        yield Change((earlier[0][1], later[0][0]), (earlier[1][1], later[1][0]))
    if last[0][1] < ours:
        yield Change((last[0][1], ours), (last[1][1], min(theirs, last[1][1] + ours - last[0][1])))


def _alike(change: Change, variant: Sequence[Word], source: Sequence[Word]) -> bool:
    """Say whether the words differ only in where they are cut: "cease-fire", "ceasefire"."""
    ours, theirs = variant[slice(*change.variant)], source[slice(*change.source)]
    if not ours or not theirs:
        return False
    joined = ("".join(word.norm for word in words).replace("-", "") for words in (ours, theirs))
    return next(joined) == next(joined)


@lru_cache(CACHED)
def _spelling(norm: str) -> str:
    """Return one form for British and American spellings of a word."""
    norm = VARIANTS.get(norm, norm)
    if len(norm) < SHORTEST:
        return norm
    for pattern, form in SPELLINGS:
        norm = pattern.sub(form, norm)
    return norm


def joined(changes: Sequence[Change]) -> list[Change]:
    """Return the changes with those in close neighbourhood made one."""
    merged: list[Change] = []
    for change in changes:
        near = merged and change.variant[0] - merged[-1].variant[1] <= ISLAND
        if near and change.source[0] - merged[-1].source[1] <= 2 * ISLAND:
            earlier = merged.pop()
            change = Change((earlier.variant[0], change.variant[1]), (earlier.source[0], change.source[1]))  # noqa: PLW2901
        merged.append(change)
    return merged
