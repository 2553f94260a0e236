"""What a judge says of one span, before judgements on the same words are merged and weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from artdiff.documents.document import Span
    from artdiff.engine.values import FactKind, Pair, Verdict

Features = tuple[tuple[str, float], ...]
"""Named numbers that the confidence model weighs."""


class Judgement(NamedTuple):
    """One judge's verdict on a span.

    A judge also says `SUPPORTED` (with the counterpart and the reason: "7.4 - 2.1 = 5.3") and `GENERALISED`: they explain
    words, so that other judges do not flag them, and `explain` shows them.

    Attributes:
        spans: the narrowest span in the variant, its counterpart in the source; None where there is none.
        reason: one plain sentence for people, quoting both sides' words where it helps.
        rule: a short stable name, ``module.case``, such as ``figures.other_value``.
        strength: 0 to 1, the judge's own estimate that a careful reader agrees; a later stage calibrates it by rule.
        features: named numbers that this later stage weighs beside the strength.
        alone: once flags were weighed together (`strength`), the probability that this one has by itself, for choosing
            between flags on the same words.
    """

    verdict: Verdict
    kind: FactKind
    spans: Pair[Span | None]
    reason: str
    rule: str
    strength: float
    features: Features = ()
    alone: float = 0.0


def weighed(judgement: Judgement, strength: float, alone: float = 0.0) -> Judgement:
    """Return a judgement with another strength; this takes half as long as `_replace`."""
    verdict, kind, spans, reason, rule, _, features, _ = judgement
    return Judgement(verdict, kind, spans, reason, rule, strength, features, alone)
