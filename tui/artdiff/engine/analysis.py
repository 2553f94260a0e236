"""Everything that needs one document only, done once a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.language.segmentation import Segmentation


@dataclass(frozen=True, slots=True)
class Analysis:
    """One document, segmented, with its facts.

    Attributes:
        facts: by their place in the document.
        sentence_facts: for each sentence the indices of its facts.
    """

    text: Segmentation
    facts: tuple[Fact, ...]
    sentence_facts: tuple[tuple[int, ...], ...]
