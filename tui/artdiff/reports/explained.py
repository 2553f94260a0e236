"""What every judge says of a rewrite, supported facts too: for who asks why, and for who tunes the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.reports.wording import words_of
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artdiff.documents.document import Document
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.judgement import Judgement


def explained_lines(documents: Pair[Document], judgements: Iterable[Judgement], at: int | None) -> Iterator[str]:
    """Yield a line for each judgement: line of the variant, verdict, kind, confidence, both sides' words, rule, reason.

    Args:
        documents: that were compared.
        judgements: by their place in the variant.
        at: only those in this line of the variant's file, counted from 1.
    """
    for judgement in judgements:
        ours, theirs = judgement.spans.variant, judgement.spans.source
        if ours is None:
            continue
        line = documents.variant.text.count("\n", 0, ours.start) + 1
        if at in {None, line}:
            source = f" ~ “{words_of(documents.source, theirs)}”" if theirs else ""
            words = f"“{words_of(documents.variant, ours)}”{source}"
            head = f"{line}: {judgement.verdict} {judgement.kind} ({judgement.strength:.0%})"
            yield f"{head}: {words} [{judgement.rule}] {visible_line(judgement.reason)}"
