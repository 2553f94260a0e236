"""How two documents correspond: what the link stage hands to the verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from artdiff.engine.values import Link, Repeat


class Support(NamedTuple):
    """The source sentences that carry what one variant sentence says.

    Attributes:
        sentences: indices of source sentences, the one that carries most first; empty when nothing does.
        coverage: 0 to 1, the weighted share of the sentence's content words that they carry.
        similarity: 0 to 1, how close the best of them is in wording (1: the same words in the same order).
        shares: for each of the sentences how much weight it and the variant's share, 0 to 1.
    """

    sentences: tuple[int, ...]
    coverage: float
    similarity: float
    shares: tuple[float, ...] = ()


NO_SUPPORT = Support((), 0.0, 0.0)


class Alignment(NamedTuple):
    """How a variant's paragraphs and sentences correspond to a source's.

    Attributes:
        links: by the variant's order, word diffs still empty.
        supports: one for each variant sentence; those of a repeated paragraph are the same as their first copy's.
        omitted: indices of source body paragraphs that nothing in the variant carries.
        repeats: repeated blocks of the variant, longest possible, in its order.
        first_copies: for each variant paragraph the index of the paragraph that it repeats word for word (case, quotes
            and white space apart), else None.
    """

    links: tuple[Link, ...]
    supports: tuple[Support, ...]
    omitted: tuple[int, ...]
    repeats: tuple[Repeat, ...]
    first_copies: tuple[int | None, ...]

    def closeness(self) -> float:
        """Return how close the whole rewrite is to its source: the mean similarity of its sentences."""
        told = [support.similarity for support in self.supports if support.sentences]
        return sum(told) / len(told) if told else 0.0
