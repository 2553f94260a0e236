"""How sure a finding is: a few features of a judgement, weighed by a small logistic model.

The weights stand in data/confidence.tsv and come from ``python -m tests.tables.make_confidence``, which fits them on
stories and summaries with keys and reports them on stories that it was not fitted on. What suspicions say of each other
is weighed by a second model (corroboration.py).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.corroboration import corroborate
from artdiff.engine.values import FLAGGED
from artdiff.engine.weights import Features, probability, read_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.judgement import Judgement

ADDRESS: Final = frozenset(
    "i you we me us my your our mine yours ours i'm you're we're i've you've we've i'll you'll we'll i'd you'd we'd".split()
)
"""Words of who speaks to somebody."""
SPOKEN: Final = 0.1
"""From this share of such words on a text is a conversation, a letter or a talk through and through."""
BRIEF: Final = 0.4
"""From this share of the source left out on, a rewrite is a summary."""
RETOLD: Final = frozenset("additions substitutions relations strangers causes".split())
"""What asks whether the source says something at all: of a conversation a rewrite tells in words that nobody used in it."""


class Setting(NamedTuple):
    """What the whole pair tells of each of its judgements.

    Attributes:
        starts: where the variant's sentences begin.
        near: how close the whole rewrite is to its source.
        spoken: 0 to 1, how much of the source speaks to somebody, as conversations and letters do.
        brief: 0 for a rewrite as full as its source to 1 for a summary in a few words.
    """

    starts: Sequence[int]
    near: float
    spoken: float
    brief: float


def setting_of(analyses: Pair[Analysis], alignment: Alignment) -> Setting:
    """Return what a pair tells of each of its judgements."""
    tokens = analyses.source.text.tokens
    addressed = sum(token.norm in ADDRESS for token in tokens)
    starts = [sentence.span.start for sentence in analyses.variant.text.sentences]
    spoken = min(1.0, addressed / (SPOKEN * max(1, len(tokens))))
    return Setting(starts, alignment.closeness(), spoken, max(0.0, alignment.brevity() - BRIEF) / (1 - BRIEF))


def weigh(judgements: Iterable[Judgement], analyses: Pair[Analysis], alignment: Alignment) -> list[Judgement]:
    """Return the judgements, the strength of those that flag replaced by the models' probability."""
    setting = setting_of(analyses, alignment)
    weighed = weigh_alone(judgements, setting, alignment)
    flags = iter(corroborate([one for one in weighed if one.verdict in FLAGGED], setting.starts))
    return [next(flags) if one.verdict in FLAGGED else one for one in weighed]


def weigh_alone(judgements: Iterable[Judgement], setting: Setting, alignment: Alignment) -> list[Judgement]:
    """Return the judgements, the strength of those that flag replaced by the probability that each has by itself.

    A rule that the model has never seen at work keeps its own estimate.
    """
    known = read_weights()
    return [
        judgement._replace(strength=probability(known, features_of(judgement, setting, alignment).items()))
        if judgement.verdict in FLAGGED and judgement.rule in known
        else judgement
        for judgement in judgements
    ]


def features_of(judgement: Judgement, setting: Setting, alignment: Alignment) -> Features:
    """Return what the model weighs: the rule, its own estimate, how close sentence and rewrite are, what the source is."""
    span = judgement.spans.variant
    at = bisect_right(setting.starts, span.start) - 1 if span else -1
    support = alignment.supports[at] if at >= 0 else None
    strength = min(0.98, max(0.02, judgement.strength))
    rule, family = judgement.rule, judgement.rule.split(".")[0]
    return {
        f"{rule}": 1.0,
        family: 1.0,
        f"{family} strength": math.log(strength / (1 - strength)),
        f"{family} similarity": support.similarity if support else 0.0,
        f"{family} coverage": support.coverage if support else 0.0,
        f"{family} closeness": setting.near,
        f"{family} brief": setting.brief,
        "brief": setting.brief,
        **({f"{family} spoken": setting.spoken} if family in RETOLD else {}),
        **{f"{rule} {name}": value for name, value in judgement.features},
    }
