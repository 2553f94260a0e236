"""Decisions put beside the findings that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.values import Pair

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artdiff.documents.document import Document
    from artdiff.reports.checked import CheckedStory, CheckedVariant
    from artdiff.reviews.reviewed import Reviewed
    from artdiff.reviews.store import Store


def with_decisions(stories: Iterable[CheckedStory], store: Store) -> tuple[CheckedStory, ...]:
    """Return stories with what reviewers said of their findings, and with the findings that they added.

    Raises:
        ReviewsError: the file of decisions cannot be read.
    """
    return tuple(
        story._replace(variants=tuple(variant_with_decisions(story.source, one, store) for one in story.variants))
        for story in stories
    )


def variant_with_decisions(source: Document, variant: CheckedVariant, store: Store) -> CheckedVariant:
    """Return a rewrite with what reviewers said of it and its findings, and with those that they added."""
    return with_reviewed(variant, store.decisions_for(Pair(source, variant.document), variant.comparison))


def with_reviewed(variant: CheckedVariant, reviewed: Reviewed) -> CheckedVariant:
    """Return a rewrite with what is known of its review."""
    return variant._replace(
        comparison=reviewed.comparison,
        decisions=reviewed.decisions,
        expired=reviewed.earlier,
        signed=reviewed.signed,
    )
