"""One paragraph of the source, and what every rewrite made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import Pair, Side

if TYPE_CHECKING:
    from artdiff.engine.values import Comparison
    from artdiff.session.state import Session


class Version(NamedTuple):
    """A document's text of the paragraph.

    Attributes:
        pair: the comparison that it is seen in; None while there is none.
        side: which side of it this is.
        paragraphs: indices, none where the document leaves it out.
    """

    document: int
    pair: Pair[int] | None
    side: Side
    paragraphs: tuple[int, ...]


def versions(session: Session, paragraph: int) -> tuple[Version, ...]:
    """Return a source paragraph and its text in every variant of the story shown."""
    story = session.current_story
    if story is None:
        return ()
    source = Version(story.source, session.pair, Side.SOURCE, (paragraph,))
    others = (_version(session, Pair(story.source, variant), paragraph) for variant in story.variants)
    return (source, *others)


def _version(session: Session, pair: Pair[int], paragraph: int) -> Version:
    comparison = session.comparisons.get(pair)
    if comparison is None:
        return Version(pair.variant, None, Side.VARIANT, ())
    return Version(pair.variant, pair, Side.VARIANT, _linked(comparison, paragraph))


def _linked(comparison: Comparison, paragraph: int) -> tuple[int, ...]:
    links = (link for link in comparison.links if paragraph in link.paragraphs.source and link.copy_of is None)
    return tuple(sorted({index for link in links for index in link.paragraphs.variant}))
