"""How sure a finding is: a few features of a judgement, weighed by a small logistic model.

The weights stand in data/confidence.tsv and come from ``python -m tests.tables.make_confidence``, which fits them on
stories and summaries with keys and reports them on stories that it was not fitted on. What suspicions say of each other
is weighed by a second model (corroboration.py).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from functools import cache
from operator import mul
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.alignment import NO_SUPPORT
from artdiff.engine.corroboration import corroborate
from artdiff.engine.values import FLAGGED
from artdiff.engine.verdicts.judgement import weighed
from artdiff.engine.weights import Features, logistic, read_weights

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
    norms = analyses.source.text.norms
    addressed = len([norm for norm in norms if norm in ADDRESS])
    starts = [sentence.span.start for sentence in analyses.variant.text.sentences]
    spoken = min(1.0, addressed / (SPOKEN * max(1, len(norms))))
    brevity = 1 - len(analyses.variant.text.norms) / max(1, len(norms))
    return Setting(starts, alignment.closeness(), spoken, max(0.0, brevity - BRIEF) / (1 - BRIEF))


def weigh(judgements: Iterable[Judgement], analyses: Pair[Analysis], alignment: Alignment) -> list[Judgement]:
    """Return the judgements, the strength of those that flag replaced by the models' probability."""
    setting = setting_of(analyses, alignment)
    alone = weigh_alone(judgements, setting, alignment)
    flags = iter(corroborate([one for one in alone if one.verdict in FLAGGED], setting.starts))
    return [next(flags) if one.verdict in FLAGGED else one for one in alone]


def weigh_alone(judgements: Iterable[Judgement], setting: Setting, alignment: Alignment) -> list[Judgement]:
    """Return the judgements, the strength of those that flag replaced by the probability that each has by itself.

    A rule that the model has never seen at work keeps its own estimate.
    """
    known = read_weights()
    return [
        weighed(one, _chance(one, setting, alignment)) if one.verdict in FLAGGED and one.rule in known else one
        for one in judgements
    ]


def _chance(judgement: Judgement, setting: Setting, alignment: Alignment) -> float:
    weights = _weights_of(judgement.rule)
    own = weights.own
    parts = [*map(mul, weights.common, _told_of_any(judgement, setting, alignment))]
    parts += [own[name] * value for name, value in judgement.features if name in own]
    return logistic(weights.all, parts)


class _Weights(NamedTuple):
    """What is weighed of the judgements of one rule, looked up once for all of them.

    Attributes:
        all: of every judgement.
        common: beside the values that `_told_of_any` returns.
        own: by the names of the judgements' own features; what is not among them weighs nothing.
    """

    all: float
    common: tuple[float, ...]
    own: Features


@cache
def _weights_of(rule: str) -> _Weights:
    known = read_weights()
    common = tuple([known.get(name, 0.0) for name in _names(rule)])
    return _Weights(known.get("all", 0.0), common, _own_weights().get(rule, {}))


@cache
def _own_weights() -> dict[str, Features]:
    """Return by rules the weights of the judgements' own features."""
    found: dict[str, Features] = {}
    for name, weight in read_weights().items():
        rule, _, feature = name.partition(" ")
        if feature:
            found.setdefault(rule, {})[feature] = weight
    return found


def features_of(judgement: Judgement, setting: Setting, alignment: Alignment) -> Features:
    """Return what the model weighs: the rule, its own estimate, how close sentence and rewrite are, what the source is."""
    told = zip(_names(judgement.rule), _told_of_any(judgement, setting, alignment), strict=False)
    return dict(told) | {f"{judgement.rule} {name}": value for name, value in judgement.features}


@cache
def _names(rule: str) -> tuple[str, ...]:
    """Return the names of what is weighed of each judgement of a rule."""
    family = rule.split(".", maxsplit=1)[0]
    kinds = ("strength", "similarity", "coverage", "closeness", "brief")
    told = (rule, family, *(f"{family} {kind}" for kind in kinds), "brief")
    return (*told, f"{family} spoken") if family in RETOLD else told


def _told_of_any(judgement: Judgement, setting: Setting, alignment: Alignment) -> tuple[float, ...]:
    """Return the values of what `_names` names; the last is named for some rules only."""
    span = judgement.spans.variant
    at = bisect_right(setting.starts, span.start) - 1 if span else -1
    support = alignment.supports[at] if at >= 0 else NO_SUPPORT
    strength = min(0.98, max(0.02, judgement.strength))
    return (
        1.0,
        1.0,
        math.log(strength / (1 - strength)),
        support.similarity,
        support.coverage,
        setting.near,
        setting.brief,
        setting.brief,
        setting.spoken,
    )
