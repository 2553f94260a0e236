"""What speaks for and against a stretch of the variant having been made up: the numbers that the model weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.language.clauses import MARK, Opener
from artdiff.engine.language.function_words import DETERMINERS
from artdiff.engine.language.segmentation import PUNCTUATION
from artdiff.engine.lexicon.classes import LETTERS, word_class
from artdiff.engine.verdicts.counterparts.gaps import find_gap, weight_of
from artdiff.engine.verdicts.counterparts.unclaimed import way

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.engine.alignment import Support
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.verdicts.counterparts.jointly import Joint, Sayings
    from artdiff.engine.verdicts.counterparts.segments import Stretch, Sums
    from artdiff.engine.verdicts.counterparts.unclaimed import Place, Unclaimed
    from artdiff.engine.verdicts.judgement import Features


CLASSES: Final = tuple((f"class {letter}", f"mass {letter}") for letter in LETTERS)
OPENERS: Final = {opener: f"opener {opener.name}" for opener in Opener}
CLOSING: Final = frozenset({",", "—", "–", ")"})


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
        context: the share of the whole sentence that the source sentence says which says most of it.
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
    context: float
    unclaimed: Unclaimed
    place: Place


def traits(evidence: Evidence, segment: Segment, setting: Setting, stretch: Stretch) -> Features:
    """Return what the model weighs of a segment, by name."""
    gap = find_gap(evidence, segment.first, segment.last, setting.sentence)
    sums, near = setting.sums, setting.near
    others = sums.whole.weight - stretch.weight
    rest = 1.0 - (sums.whole.missing - stretch.missing) / others if others > 0 else 0.0
    whole = float(stretch.words == sums.whole.words)
    free = min(1.5, weight_of(evidence, gap.unused) / stretch.weight)
    places = evidence.analyses.variant.clauses.content_in(segment.first, segment.last)
    joint = setting.sayings.best(places)
    missed = sums.missed(segment.first, segment.last)
    return (
        *_of_words(stretch),
        ("whole", whole),
        ("rest", rest),
        ("residue", setting.residue),
        ("free", free),
        ("tight", float(gap.tight)),
        ("anchored", float(gap.before >= 0) + float(gap.after >= 0)),
        ("beside", setting.beside),
        *_jointly(setting, stretch, joint),
        *_loosely(evidence, missed, setting, stretch, joint),
        *_classes(evidence, missed),
        *_claims(setting, places, stretch, joint),
        ("share rest", stretch.share * rest),
        ("share free", stretch.share * free),
        ("share near", stretch.share * near),
        ("whole near", whole * near),
        ("whole beside", whole * setting.beside),
        ("mass similar", min(stretch.missing, 4.0) / 4 * setting.support.similarity),
        *_form(evidence, segment, setting),
    )


def _of_words(stretch: Stretch) -> Features:
    """Return how much of the segment's own words rests on nothing, and what they are like."""
    words, weight = stretch.words, stretch.weight
    return (
        ("words", min(words, 12) / 10),
        ("few", float(words <= 1)),
        ("pair", float(words == 2)),
        ("mass", min(stretch.missing, 4.0) / 4),
        ("peak", stretch.peak),
        ("share", stretch.share),
        ("nothing", stretch.nothing / words),
        ("soothed", stretch.soothed / weight),
        ("far", stretch.far / weight),
        ("specific", float(stretch.specific > 0)),
        ("empty", stretch.empty / words),
        ("verb", float(stretch.verb > 0)),
        ("finite", float(stretch.finite)),
    )


def _jointly(setting: Setting, stretch: Stretch, joint: Joint) -> Features:
    """Return how much of the segment one sentence of the source says together, and how much of the whole sentence."""
    context, unsaid = setting.context, 1.0 - joint.share
    return (
        ("joint", joint.share),
        ("alone", joint.lone),
        ("joint missing", unsaid * stretch.share),
        ("joint mass", unsaid * min(stretch.weight, 4.0) / 4),
        ("home", float(joint.sentence in setting.support.sentences)),
        ("context", context),
        ("context missing", unsaid * context),
    )


def _loosely(
    evidence: Evidence, missed: Iterable[tuple[int, float]], setting: Setting, stretch: Stretch, joint: Joint
) -> Features:
    """Return how much of the segment the source says when words count that a rewrite may put for others."""
    stems, said = evidence.analyses.variant.text.stems, setting.sayings.said
    missing = {stems[at]: lost for at, lost in missed}
    supports = frozenset(setting.support.sentences)
    here = sum([lost for stem, lost in missing.items() if not supports.isdisjoint(said(stem).places)])
    lost = sum(missing.values())
    mass, unsaid = min(stretch.weight, 4.0) / 4, 1.0 - joint.loosely
    return (
        ("loosely", joint.loosely),
        ("loosely more", joint.loosely - joint.share),
        ("loosely missing", unsaid * stretch.share),
        ("loosely mass", unsaid * mass),
        ("told", joint.told),
        ("told mass", (1.0 - joint.told) * mass),
        ("loosely here", here / lost if lost else 0.0),
        ("loosely left", min(4.0, lost - here) / 4),
    )


def _claims(setting: Setting, places: Sequence[int], stretch: Stretch, joint: Joint) -> Features:
    """Return what of the source is still unsaid where the segment would have to stand, and whether it says that."""
    place, unclaimed, own = setting.place, setting.unclaimed, range(*setting.sentence.tokens)
    unsaid, left = unclaimed.shares, place.left
    there = place.sentences.intersection(joint.shares)
    free, free_there = unclaimed.free_shares(places, own, joint.likely, there)
    mass = min(stretch.weight, 4.0) / 4
    said = {one: share * unsaid[one] for one, share in joint.shares.items()}
    return (
        ("left", left),
        ("left said", max(said.values(), default=0.0)),
        ("left said there", max([said[one] for one in there], default=0.0)),
        ("left best", unsaid[joint.sentence] if joint.sentence >= 0 else 0.0),
        ("left previous", unsaid[place.previous] if place.previous >= 0 else 0.0),
        ("left share", left * stretch.share),
        ("left count", place.open / 4),
        ("left between", place.between),
        ("adjoining", float(place.adjoining)),
        ("left clause", place.clause),
        ("left mass", min(place.mass, 3.0) / 3),
        ("left ratio", min(2.0, place.mass / stretch.weight)),
        ("said words", min(stretch.words, 12) / 10 * (1.0 - left)),
        ("unsaid said", (1.0 - joint.share) * (1.0 - left)),
        ("free best", free),
        ("free mass", (1.0 - free) * mass),
        ("free there", free_there),
        ("way previous", way(place.previous, joint.sentence)),
        ("way following", way(place.following, joint.sentence)),
        ("pair joint", joint.pair),
        ("pair mass", (1.0 - joint.pair) * mass),
        ("kept", joint.kept),
        ("kept words", joint.kept * stretch.words / 4),
    )


def _classes(evidence: Evidence, missed: Iterable[tuple[int, float]]) -> list[tuple[str, float]]:
    """Return of what classes the words are that the source does not say."""
    stems = evidence.analyses.variant.text.stems
    sums = dict.fromkeys(LETTERS, 0.0)
    total = 0.0
    for at, missing in missed:
        total += missing
        for letter, share in word_class(stems[at]).shares.items():
            sums[letter] += share * missing
    found: list[tuple[str, float]] = []
    for (share_name, mass_name), missing in zip(CLASSES, sums.values(), strict=True):
        found.append((share_name, missing / total if missing else 0.0))
        found.append((mass_name, min(missing, 2.0) / 2 if missing else 0.0))
    return found


def _form(evidence: Evidence, segment: Segment, setting: Setting) -> Features:
    """Return what the segment looks like: how it begins, and whether it stands between commas or at the end."""
    tokens = evidence.analyses.variant.text.tokens
    first, last = setting.sentence.tokens
    begin, end, opener = tokens[segment.first], tokens[min(segment.last, last - 1)], segment.opener
    cut = segment.first > first and tokens[segment.first - 1].kind is PUNCTUATION
    return (
        (OPENERS[opener], 1.0),
        ("article", float(opener is MARK and begin.norm in DETERMINERS)),
        ("doing", float(begin.norm.endswith("ing"))),
        ("aside", float(cut and end.text in CLOSING)),
        ("final", float(cut and segment.last >= last - 1)),
    )
