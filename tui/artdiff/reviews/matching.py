"""Which decision belongs to which finding: the very same one, the nearest that still holds, or one to be shown beside.

A decision holds as long as what it was made about still stands: on a side with words the sentence they stood in, on a
side without them the text in which nothing corresponded. A newer engine may cut the words otherwise or choose another
counterpart; where a sentence has changed, the finding is asked again and the old decision is shown beside it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.values import Pair, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.reviews.decision import Decision
    from artdiff.reviews.fields import Entry
    from artdiff.reviews.keys import Text
    from artdiff.reviews.subject import Spot, Subject

SAME_TEXT: Final = 0.5
"""The share of a text's sketch that must still be there for it to be the same text, edited."""
ALIKE: Final = 3
"""Points from which an old decision is shown beside a finding whose sentence has changed."""


class Attached(NamedTuple):
    """Decisions by the finding's place: those that hold, and those that did before a sentence was changed."""

    holding: dict[int, Decision]
    earlier: dict[int, Decision]


def anchors_of(subject: Subject) -> set[int]:
    """Return the hashes under which a decision is kept: its sentences, and its variant where those have changed."""
    return {spot.sentence for spot in subject.sides if spot.words} | set(subject.sides.variant.text[:2])


def asked_for(subjects: Iterable[Subject], texts: Pair[Text]) -> set[int]:
    """Return the hashes under which decisions on a comparison may be kept, on its findings and on added ones."""
    found = {spot.sentence for subject in subjects for spot in subject.sides if spot.words}
    return found | set(texts.variant.sketch)


def attach(subjects: Sequence[Subject], texts: Pair[Text], known: Iterable[Entry]) -> Attached:
    """Return what was decided about findings.

    Args:
        subjects: of all findings of a comparison.
        texts: its two sides.
        known: the newest decision on each subject that may be one of these findings.
    """
    sentences = Pair(*(_sentences(subjects, texts, side) for side in Side))
    holding: list[Entry] = []
    gone: list[Entry] = []
    for entry in known:
        (holding if stands(entry.subject, texts, sentences) else gone).append(entry)
    held = dict(_held(subjects, holding))
    said = [entry for entry in gone if entry.decision.is_said and _is_same_story(entry.subject, texts)]
    earlier = {at: old for at, one in enumerate(subjects) if at not in held and (old := _earlier(one, said))}
    return Attached({at: decision for at, decision in held.items() if decision.is_said}, earlier)


def signed_off(whole: Subject, texts: Pair[Text], known: Iterable[Entry]) -> Decision | None:
    """Return who signed a variant off as it is now, beside this source."""
    own = whole.sides.variant.paragraph
    signatures = (
        entry.decision
        for entry in known
        if not any(spot.words for spot in entry.subject.sides)
        and entry.subject.sides.variant.paragraph == own
        and _is_same(entry.subject.sides.source, texts.source)
    )
    newest = max(signatures, key=lambda decision: decision.when, default=None)
    return newest if newest and newest.is_said else None


def stands(subject: Subject, texts: Pair[Text], sentences: Pair[frozenset[int]]) -> bool:
    """Say whether what a decision was made about still stands in both texts."""
    return all(
        spot.sentence in known if spot.words else _is_same(spot, text)
        for spot, text, known in zip(subject.sides, texts, sentences, strict=True)
    )


def _sentences(subjects: Iterable[Subject], texts: Pair[Text], side: Side) -> frozenset[int]:
    """Return the hashes of a side's sentences, and of what findings that go over several stand in."""
    alone = (sentence.hash for sentence in texts.of(side).sentences)
    return frozenset(chain(alone, (subject.sides.of(side).sentence for subject in subjects)))


def _is_same(spot: Spot, text: Text) -> bool:
    """Say whether a text is the one that a decision was made about, edited at most."""
    return len(text.paragraphs.intersection(spot.text)) >= SAME_TEXT * len(spot.text)


def _is_same_story(subject: Subject, texts: Pair[Text]) -> bool:
    return any(_is_same(spot, text) for spot, text in zip(subject.sides, texts, strict=True))


def _held(subjects: Sequence[Subject], known: Iterable[Entry]) -> Iterator[tuple[int, Decision]]:
    """Yield for findings their newest decision: their own, or that of what stands there now under other words."""
    places = {_place(subject) for subject in subjects}
    own: defaultdict[object, list[Decision]] = defaultdict(list)
    near: defaultdict[object, list[Entry]] = defaultdict(list)
    for entry in known:
        own[_place(entry.subject)].append(entry.decision)
        if _place(entry.subject) not in places:
            near[_where(entry.subject)].append(entry)
    for at, subject in enumerate(subjects):
        others = (entry.decision for entry in near[_where(subject)] if _share_words(entry.subject, subject))
        newest = max(chain(own[_place(subject)], others), key=lambda decision: decision.when, default=None)
        if newest is not None:
            yield at, newest


def is_told_of(subject: Subject, others: Iterable[Subject]) -> bool:
    """Say whether one of some findings is the same as this."""
    return any(_place(subject) == _place(other) for other in others)


def main_spot(subject: Subject) -> Spot:
    """Return the side that a finding is about: the variant's, an omission's source."""
    return subject.sides.variant if subject.sides.variant.words else subject.sides.source


def _place(subject: Subject) -> object:
    spot = main_spot(subject)
    return subject.kind, bool(subject.sides.variant.words), spot.sentence, spot.words, spot.nth


def _where(subject: Subject) -> object:
    return bool(subject.sides.variant.words), main_spot(subject).sentence


def _share_words(old: Subject, new: Subject) -> bool:
    """Say whether two findings in one sentence are about the same words, cut otherwise."""
    sides = [set(main_spot(subject).words.split()) for subject in (old, new)]
    return 2 * len(sides[0] & sides[1]) >= min(map(len, sides))


def _earlier(subject: Subject, known: Iterable[Entry]) -> Decision | None:
    """Return the newest decision on what may have been this finding before its sentence was changed."""
    alike = [entry for entry in known if _alike(entry.subject, subject) >= ALIKE]
    best = max(alike, key=lambda entry: (_alike(entry.subject, subject), entry.decision.when), default=None)
    return best.decision if best else None


def _alike(old: Subject, new: Subject) -> int:
    """Return points for what two findings have in common."""
    same_words = sum(
        bool(one.words) and one.words == other.words for one, other in zip(old.sides, new.sides, strict=True)
    )
    same_sentence = sum(
        bool(one.words) and one.sentence == other.sentence for one, other in zip(old.sides, new.sides, strict=True)
    )
    return (old.kind is new.kind) + 2 * same_words + same_sentence
