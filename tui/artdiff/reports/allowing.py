"""What is never to be flagged put beside the findings that it lets through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.values import Pair

if TYPE_CHECKING:
    from artdiff.documents.document import Document
    from artdiff.reports.checked import CheckedStory, CheckedVariant
    from artdiff.reviews.allowing import Allowances


def with_allowances(story: CheckedStory, allowances: Allowances) -> CheckedStory:
    """Return a story with the findings marked that are let through."""
    variants = tuple(variant_with_allowances(story.source, one, allowances) for one in story.variants)
    return story._replace(variants=variants) if allowances.entries else story


def variant_with_allowances(source: Document, variant: CheckedVariant, allowances: Allowances) -> CheckedVariant:
    """Return a rewrite with its findings marked that are let through."""
    return variant._replace(allowed=allowances.among(Pair(source, variant.document), variant.comparison))
