"""What speaks for and against a stretch of the variant having been made up: the numbers that the model weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.language.clauses import Opener
from artdiff.engine.language.function_words import DETERMINERS
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.lexicon.classes import LETTERS, word_class
from artdiff.engine.verdicts.gaps import find_gap, weight_of
from artdiff.engine.verdicts.unclaimed import way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.alignment import Support
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.evidence import Evidence
    from artdiff.engine.verdicts.jointly import Joint, Sayings
    from artdiff.engine.verdicts.segments import Stretch, Sums
    from artdiff.engine.verdicts.unclaimed import Place, Unclaimed


class Segment(NamedTuple):
    """A run of parts that may have been added: a half-open range of tokens, and what begins it."""

    first: int
    last: int
    opener: Opener


class Setting(NamedTuple):
    """The sentence around a segment.

    Attributes:
        number: index of the sentence.
        sums: its content words, and what its stretches come to.
        residue: the share of what the supporting sentences tell that nothing in the variant rests on.
        beside: how well the sentences before and behind are carried.
        near: how close the whole rewrite is to its source.
        context: the source sentence that says most of the whole sentence.
        unclaimed: what of the source nothing in the variant says.
        place: where in the source the sentence would have to stand.
    """

    number: int
    sentence: Sentence
    support: Support
    sums: Sums
    residue: float
    beside: float
    near: float
    sayings: Sayings
    context: Joint
    unclaimed: Unclaimed
    place: Place


def traits(evidence: Evidence, segment: Segment, setting: Setting, stretch: Stretch) -> Iterator[tuple[str, float]]:
    """Yield what the model weighs of a segment, by name."""
    gap = find_gap(evidence, segment.first, segment.last, setting.sentence)
    others = setting.sums.whole.weight - stretch.weight
    rest = 1.0 - (setting.sums.whole.missing - stretch.missing) / others if others > 0 else 0.0
    whole = float(stretch.words == setting.sums.whole.words)
    free = min(1.5, weight_of(evidence, gap.unused) / stretch.weight)
    yield from _of_words(stretch)
    yield "whole", whole
    yield "rest", rest
    yield "residue", setting.residue
    yield "free", free
    yield "tight", float(gap.tight)
    yield "anchored", float(gap.before >= 0) + float(gap.after >= 0)
    yield "beside", setting.beside
    joint = setting.sayings.best(at for at in range(segment.first, segment.last) if at in setting.sums.words)
    yield from _jointly(setting, stretch, joint)
    yield from _loosely(evidence, segment, setting, stretch, joint)
    yield from _classes(evidence, setting, segment)
    yield from _claims(setting, segment, stretch, joint)
    yield "share rest", stretch.share * rest
    yield "share free", stretch.share * free
    yield "share near", stretch.share * setting.near
    yield "whole near", whole * setting.near
    yield "whole beside", whole * setting.beside
    yield "mass similar", min(stretch.missing, 4.0) / 4 * setting.support.similarity
    yield from _form(evidence, segment, setting)


def _of_words(stretch: Stretch) -> Iterator[tuple[str, float]]:
    """Yield how much of the segment's own words rests on nothing, and what they are like."""
    yield "words", min(stretch.words, 12) / 10
    yield "few", float(stretch.words <= 1)
    yield "pair", float(stretch.words == 2)
    yield "mass", min(stretch.missing, 4.0) / 4
    yield "peak", stretch.peak
    yield "share", stretch.share
    yield "nothing", stretch.nothing / stretch.words
    yield "soothed", stretch.soothed / stretch.weight
    yield "far", stretch.far / stretch.weight
    yield "specific", float(stretch.specific > 0)
    yield "empty", stretch.empty / stretch.words
    yield "verb", float(stretch.verb)
    yield "finite", float(stretch.finite)


def _jointly(setting: Setting, stretch: Stretch, joint: Joint) -> Iterator[tuple[str, float]]:
    """Yield how much of the segment one sentence of the source says together, and how much of the whole sentence."""
    context = setting.context
    yield "joint", joint.share
    yield "alone", joint.lone
    yield "joint missing", (1.0 - joint.share) * stretch.share
    yield "joint mass", (1.0 - joint.share) * min(stretch.weight, 4.0) / 4
    yield "home", float(joint.sentence in setting.support.sentences)
    yield "context", context.share
    yield "context missing", (1.0 - joint.share) * context.share


def _loosely(
    evidence: Evidence, segment: Segment, setting: Setting, stretch: Stretch, joint: Joint
) -> Iterator[tuple[str, float]]:
    """Yield how much of the segment the source says when words count that a rewrite may put for others."""
    mass, tokens = min(stretch.weight, 4.0) / 4, evidence.analyses.variant.text.tokens
    missing = {
        tokens[at].stem: word.missing
        for at in range(segment.first, segment.last)
        if (word := setting.sums.words.get(at)) and word.missing
    }
    supports, said = frozenset(setting.support.sentences), setting.sayings.said
    here = sum([lost for stem, lost in missing.items() if not supports.isdisjoint(said(stem).places)])
    lost = sum(missing.values())
    yield "loosely", joint.loosely
    yield "loosely more", joint.loosely - joint.share
    yield "loosely missing", (1.0 - joint.loosely) * stretch.share
    yield "loosely mass", (1.0 - joint.loosely) * mass
    yield "told", joint.told
    yield "told mass", (1.0 - joint.told) * mass
    yield "loosely here", here / lost if lost else 0.0
    yield "loosely left", min(4.0, lost - here) / 4


def _claims(setting: Setting, segment: Segment, stretch: Stretch, joint: Joint) -> Iterator[tuple[str, float]]:
    """Yield what of the source is still unsaid where the segment would have to stand, and whether it says that."""
    place, unclaimed, own = setting.place, setting.unclaimed, range(*setting.sentence.tokens)
    tokens = [at for at in range(segment.first, segment.last) if at in setting.sums.words]
    there = place.sentences.intersection(joint.shares)
    free, free_there = unclaimed.free_shares(tokens, own, joint.likely, there)
    mass = min(stretch.weight, 4.0) / 4
    yield "left", place.left
    left = {one: share * unclaimed.shares[one] for one, share in joint.shares.items()}
    yield "left said", max(left.values(), default=0.0)
    yield "left said there", max((left[one] for one in place.sentences.intersection(left)), default=0.0)
    yield "left best", unclaimed.shares[joint.sentence] if joint.sentence >= 0 else 0.0
    yield "left previous", unclaimed.shares[place.previous] if place.previous >= 0 else 0.0
    yield "left share", place.left * stretch.share
    yield "left count", place.open / 4
    yield "left between", place.between
    yield "adjoining", float(place.adjoining)
    yield "left clause", place.clause
    yield "left mass", min(place.mass, 3.0) / 3
    yield "left ratio", min(2.0, place.mass / stretch.weight)
    yield "said words", min(stretch.words, 12) / 10 * (1.0 - place.left)
    yield "unsaid said", (1.0 - joint.share) * (1.0 - place.left)
    yield "free best", free
    yield "free mass", (1.0 - free) * mass
    yield "free there", free_there
    yield "way previous", way(place.previous, joint.sentence)
    yield "way following", way(place.following, joint.sentence)
    yield "pair joint", joint.pair
    yield "pair mass", (1.0 - joint.pair) * mass
    yield "kept", joint.kept
    yield "kept words", joint.kept * stretch.words / 4


def _classes(evidence: Evidence, setting: Setting, segment: Segment) -> Iterator[tuple[str, float]]:
    """Yield of what classes the words are that the source does not say."""
    tokens = evidence.analyses.variant.text.tokens
    sums = dict.fromkeys(LETTERS, 0.0)
    total = 0.0
    for at in range(segment.first, segment.last):
        word = setting.sums.words.get(at)
        if word is None or not word.missing:
            continue
        total += word.missing
        for letter, share in word_class(tokens[at].stem).shares.items():
            sums[letter] += share * word.missing
    for letter, missing in sums.items():
        yield f"class {letter}", missing / total if total else 0.0
        yield f"mass {letter}", min(missing, 2.0) / 2


def _form(evidence: Evidence, segment: Segment, setting: Setting) -> Iterator[tuple[str, float]]:
    """Yield what the segment looks like: how it begins, and whether it stands between commas or at the end."""
    tokens = evidence.analyses.variant.text.tokens
    first, last = setting.sentence.tokens
    begin, end = tokens[segment.first], tokens[min(segment.last, last - 1)]
    yield f"opener {segment.opener.name}", 1.0
    yield "article", float(segment.opener is Opener.PUNCTUATION and begin.norm in DETERMINERS)
    yield "doing", float(begin.norm.endswith("ing"))
    before = tokens[segment.first - 1] if segment.first > first else None
    cut = before is not None and before.kind is TokenKind.PUNCTUATION
    yield "aside", float(cut and end.text in {",", "—", "–", ")"})
    yield "final", float(cut and segment.last >= last - 1)
