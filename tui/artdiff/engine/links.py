"""Links: which source sentences carry what each variant sentence says, and so which paragraphs correspond.

Each variant sentence is covered greedily by the source sentences that share its rare units (stems weighed by inverse
document frequency over both texts), in any order, without regard to position but for ties. A second sentence must
bring at least two units that the first lacks: otherwise a wrongly inserted name would drag in its own paragraph and
hide itself. Paragraphs link where their sentences do.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from artdiff.engine.alignment import Alignment, Support
from artdiff.engine.repeats import find_first_copies, find_repeats
from artdiff.engine.values import Link, Pair, ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence

MOST_SUPPORTS = 4
LEAST_GAIN = 0.13
"""The share of a sentence's weight that its first support must carry."""
LEAST_NEW_GAIN = 0.14
"""The share that every further support must add."""
LEAST_NEW_UNITS = 2
COMMON = 60
"""A unit in more source sentences than this tells nothing about which one is meant."""
HEADER = frozenset({ParagraphRole.HEADLINE, ParagraphRole.DEK, ParagraphRole.HEADING})
SILENT = frozenset({ParagraphRole.DATELINE, ParagraphRole.BYLINE, ParagraphRole.BOILERPLATE})
LEAST_VOTE = 0.22
HEADER_VOTE = 0.12
"""Headlines and deks sum up several paragraphs in few words: less will do there."""
NAME_SHARING = 0.6
"""A name of k words weighs about k ** (1 - this) single words."""
COHERENCE = 0.3
"""What a source sentence gains when its paragraph already carries another sentence of the same variant paragraph."""
NO_SUPPORT = Support((), 0.0, 0.0)


class _Index(NamedTuple):
    """What the cover looks up in the source."""

    units: list[dict[str, float]]
    postings: dict[str, list[int]]
    weights: dict[str, float]
    sums: list[float]


def align(analyses: Pair[Analysis]) -> Alignment:
    """Find the links between two documents, and for each variant sentence its support."""
    source, variant = analyses
    units = Pair(_units(source), _units(variant))
    index = _index(units)
    first_copies = find_first_copies(variant)
    supports = _supports(analyses, index, units.variant, first_copies, {})
    near = _paragraph_votes(analyses, supports)
    supports = _supports(analyses, index, units.variant, first_copies, near)
    links = _links(analyses, supports, first_copies)
    linked = {paragraph for link in links for paragraph in link.paragraphs.source}
    omitted = (
        at
        for at, paragraph in enumerate(source.text.paragraphs)
        if paragraph.role in {ParagraphRole.BODY, ParagraphRole.QUOTATION} and at not in linked
    )
    return Alignment(tuple(links), tuple(supports), tuple(omitted), find_repeats(variant, first_copies), first_copies)


def _supports(
    analyses: Pair[Analysis],
    index: _Index,
    units: list[dict[str, float]],
    first_copies: Sequence[int | None],
    near: dict[int, Counter[int]],
) -> list[Support]:
    variant = analyses.variant
    supports: list[Support] = []
    for at, sentence in enumerate(variant.text.sentences):
        copy = _copied_sentence(variant, first_copies, at)
        votes = near.get(sentence.paragraph, Counter())
        supports.append(supports[copy] if copy is not None else _support(analyses, index, units[at], at, votes))
    return supports


def _paragraph_votes(analyses: Pair[Analysis], supports: Sequence[Support]) -> dict[int, Counter[int]]:
    votes: dict[int, Counter[int]] = {}
    for sentence, support in zip(analyses.variant.text.sentences, supports, strict=True):
        for one in support.sentences[:1]:
            votes.setdefault(sentence.paragraph, Counter())[analyses.source.text.sentences[one].paragraph] += 1
    return votes


def _units(analysis: Analysis) -> list[dict[str, float]]:
    """Return each sentence's content stems with their part of a unit: a name of several words is about one."""
    return [_sentence_units(analysis, sentence) for sentence in analysis.text.sentences]


def _sentence_units(analysis: Analysis, sentence: Sentence) -> dict[str, float]:
    tokens, content = analysis.text.tokens, analysis.clauses.content
    units: dict[str, float] = {}
    run: list[str] = []
    for at in range(*sentence.tokens):
        if not content[at]:
            run = []
            continue
        run = [*run, tokens[at].stem] if tokens[at].text[0].isupper() else []
        units.setdefault(tokens[at].stem, 1.0)
        for stem in run:
            units[stem] = min(units[stem], len(run) ** -NAME_SHARING)
    return units


def _index(units: Pair[list[dict[str, float]]]) -> _Index:
    frequencies = Counter(unit for side in units for sentence in side for unit in sentence)
    total = len(units.source) + len(units.variant)
    weights = {unit: math.log(1 + total / count) for unit, count in frequencies.items()}
    postings: dict[str, list[int]] = defaultdict(list)
    for at, sentence in enumerate(units.source):
        for unit in sentence:
            postings[unit].append(at)
    kept = {unit: places for unit, places in postings.items() if len(places) <= COMMON}
    return _Index(
        units.source,
        kept,
        weights,
        [sum(weights[u] * part for u, part in sentence.items()) for sentence in units.source],
    )


def _copied_sentence(variant: Analysis, first_copies: Sequence[int | None], at: int) -> int | None:
    """Return the first copy of a sentence in a repeated paragraph."""
    paragraph = variant.text.sentences[at].paragraph
    first = first_copies[paragraph]
    if first is None:
        return None
    ranges = variant.text.paragraph_sentences
    copy = ranges[first][0] + at - ranges[paragraph][0]
    return copy if copy < ranges[first][1] else None


def _support(analyses: Pair[Analysis], index: _Index, units: dict[str, float], at: int, near: Counter[int]) -> Support:
    role = analyses.variant.text.paragraphs[analyses.variant.text.sentences[at].paragraph].role
    total = sum(index.weights[unit] * part for unit, part in units.items())
    if role in SILENT:
        return _same_role(analyses, role)
    if not total:
        return NO_SUPPORT
    shares = _cover(analyses, index, units, total, header=role in HEADER, position=_position(analyses, at), near=near)
    chosen = tuple(shares)
    similarity = _similarity(analyses, chosen, at) if chosen else 0.0
    return Support(chosen, min(1.0, sum(shares.values())), similarity, tuple(shares.values()))


def _same_role(analyses: Pair[Analysis], role: ParagraphRole) -> Support:
    """Return for a byline or dateline the source's: there is one at most."""
    text = analyses.source.text
    rows = enumerate(text.sentences)
    found = next((at for at, one in rows if text.paragraphs[one.paragraph].role is role), None)
    return NO_SUPPORT if found is None or role is ParagraphRole.BOILERPLATE else Support((found,), 1.0, 0.0, (1.0,))


def _position(analyses: Pair[Analysis], at: int) -> float:
    return at / len(analyses.variant.text.sentences) * len(analyses.source.text.sentences)


def _cover(
    analyses: Pair[Analysis],
    index: _Index,
    units: dict[str, float],
    total: float,
    *,
    header: bool,
    position: float,
    near: Counter[int],
) -> dict[int, float]:
    """Return the source sentences that cover a sentence's units with their shares, the one that carries most first."""
    left, chosen = dict(units), dict[int, float]()
    while left and len(chosen) < MOST_SUPPORTS:
        gains = _gains(analyses, index, left, header=header)
        for one in chosen:
            gains.pop(one, None)
        if not gains:
            break
        best = max(
            gains,
            key=lambda one: (
                _worth(index, one, gains[one], total, position)
                * (1 + COHERENCE * (near[analyses.source.text.sentences[one].paragraph] > 0)),
                -one,
            ),
        )
        new = left.keys() & index.units[best].keys()
        least = LEAST_NEW_GAIN if chosen else LEAST_GAIN
        if gains[best] < least * total or (chosen and sum(left[u] for u in new) < LEAST_NEW_UNITS - 0.5):
            break
        chosen[best] = gains[best] / total
        for unit in new:
            del left[unit]
    return chosen


def _gains(analyses: Pair[Analysis], index: _Index, left: dict[str, float], *, header: bool) -> Counter[int]:
    gains: Counter[int] = Counter()
    for unit, part in left.items():
        for one in index.postings.get(unit, ()):
            gains[one] += index.weights[unit] * part
    return Counter({one: gain for one, gain in gains.items() if _eligible(analyses.source, one, header=header)})


def _eligible(source: Analysis, sentence: int, *, header: bool) -> bool:
    role = source.text.paragraphs[source.text.sentences[sentence].paragraph].role
    return role not in SILENT and (header or role is not ParagraphRole.HEADLINE)


def _worth(index: _Index, one: int, gain: float, total: float, position: float) -> float:
    """Weigh what a source sentence carries by how much of itself that is; position only settles ties."""
    return gain / (total + 0.25 * index.sums[one]) - 1e-6 * abs(one - position)


def _similarity(analyses: Pair[Analysis], chosen: Sequence[int], at: int) -> float:
    source, variant = analyses
    ours = [token.stem for token in variant.text.words_of(variant.text.sentences[at])]
    theirs = [token.stem for token in source.text.words_of(source.text.sentences[chosen[0]])]
    return float(Indel.normalized_similarity(ours, theirs))


def _links(analyses: Pair[Analysis], supports: Sequence[Support], first_copies: Sequence[int | None]) -> list[Link]:
    links: list[Link] = []
    places: dict[int, int] = {}
    for paragraph in range(len(analyses.variant.text.paragraphs)):
        linked = _voted(analyses, supports, paragraph)
        if not linked:
            continue
        first = first_copies[paragraph]
        copy_of = places.get(first) if first is not None else None
        sentences = range(*analyses.variant.text.paragraph_sentences[paragraph])
        similarity = sum(supports[at].coverage for at in sentences) / len(sentences)
        places[paragraph] = len(links)
        links.append(Link(Pair(linked, (paragraph,)), round(similarity, 3), rewritten=False, copy_of=copy_of))
    return _with_moves(analyses.variant, links)


def _with_moves(variant: Analysis, links: list[Link]) -> list[Link]:
    """Mark the links that stand out of the source's order: those outside the longest run that keeps it."""
    told = [
        at
        for at, link in enumerate(links)
        if link.copy_of is None and variant.text.paragraphs[link.paragraphs.variant[0]].role not in HEADER | SILENT
    ]
    kept = {told[at] for at in _longest_rise([links[at].paragraphs.source[0] for at in told])}
    return [replace(link, moved=at in told and at not in kept) for at, link in enumerate(links)]


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Return the indices of a longest subsequence that never falls (patience sorting)."""
    tails: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        pile = bisect_right(tails, value, key=lambda index: values[index])
        before.append(tails[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [at]
    rise: list[int] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        rise.append(at)
        at = before[at]
    return rise[::-1]


def _voted(analyses: Pair[Analysis], supports: Sequence[Support], paragraph: int) -> tuple[int, ...]:
    """Return the source paragraphs that a variant paragraph's sentences rest on, those with a mere trace left out."""
    source, variant = analyses
    sentences = range(*variant.text.paragraph_sentences[paragraph])
    votes: Counter[int] = Counter()
    for at in sentences:
        for one, share in zip(supports[at].sentences, supports[at].shares, strict=True):
            votes[source.text.sentences[one].paragraph] += share
    header = variant.text.paragraphs[paragraph].role in HEADER
    floor = HEADER_VOTE if header else LEAST_VOTE
    return tuple(sorted(one for one, vote in votes.items() if vote >= floor))
