"""What a decision is about: a finding told by its content, on both sides; no path, no offset, no engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from artdiff.engine.values import FactKind, Pair, Verdict


class Spot(NamedTuple):
    """A finding's side; hashes are of normalised words.

    Attributes:
        words: normalised; "" where the finding has no words on this side, and then sentence and paragraph are 0.
        nth: how often the same words stand earlier in the sentence.
        sentence: hash of the sentence around the words; of all sentences that they touch.
        paragraph: hash of the paragraph that the words begin in.
        text: sketch of the whole text: its paragraphs' smallest hashes, ascending.
    """

    words: str
    nth: int
    sentence: int
    paragraph: int
    text: tuple[int, ...]


class Subject(NamedTuple):
    """A finding, told by its content.

    Attributes:
        verdict: what the finding said at the time.
        added: a reviewer made the finding, the engine had not.
    """

    kind: FactKind
    sides: Pair[Spot]
    verdict: Verdict
    added: bool = False

    @property
    def identity(self) -> tuple[FactKind, Pair[Spot]]:
        """Return what tells it from other findings: neither what was found, nor who found it."""
        return self.kind, self.sides
