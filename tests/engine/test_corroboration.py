"""What suspicions say of each other."""

import pytest

from artdiff.documents.document import Span
from artdiff.engine.corroboration import corroborate, features_together
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.merging import merge

STARTS = (0, 100, 200)


def flag(start: int, end: int, strength: float, rule: str) -> Judgement:
    return Judgement(Verdict.ALTERED, FactKind.EVENT, Pair(None, Span(start, end)), "A reason.", rule, strength)


def strengths(*flags: Judgement) -> list[float]:
    return [one.strength for one in corroborate(flags, STARTS)]


def test_two_judges_that_suspect_the_same_words_make_each_other_surer() -> None:
    one, other = flag(10, 30, 0.4, "causes.added"), flag(12, 30, 0.4, "modality.modal")
    assert strengths(one, other)[0] > strengths(one)[0]


def test_a_suspicion_elsewhere_says_nothing_of_these_words() -> None:
    one, far = flag(10, 30, 0.4, "causes.added"), flag(240, 260, 0.4, "modality.modal")
    together, apart = features_together([one, far], STARTS)[0], features_together([one], STARTS)[0]
    assert together["together"] == apart["together"] == 0.0
    assert together["alone"] == apart["alone"] == 1.0


@pytest.mark.parametrize("count", [0, 1, 5])
def test_every_flag_keeps_its_place_and_what_it_was_alone(count: int) -> None:
    flags = [flag(100 * (n % 3), 100 * (n % 3) + 5 + n, 0.1 + 0.1 * n, "states.turned") for n in range(count)]
    found = corroborate(flags, STARTS)
    assert [one.spans for one in found] == [one.spans for one in flags]
    assert [one.alone for one in found] == [one.strength for one in flags]


def test_many_flags_on_one_long_sentence_are_soon_weighed() -> None:
    flags = [flag(10 * n, 10 * n + 5, 0.5, "figures.slip") for n in range(5_000)]
    assert len(corroborate(flags, (0,))) == len(flags)


def test_of_flags_strong_enough_together_the_likeliest_alone_is_told() -> None:
    sure = flag(0, 10, 0.6, "names.other")._replace(alone=0.9)
    helped = flag(5, 12, 0.7, "additions.free")._replace(alone=0.4)
    assert [finding.rule for finding in merge([sure, helped])] == ["names.other"]


def test_what_only_another_made_strong_goes_with_it() -> None:
    told = flag(0, 20, 0.9, "names.other")._replace(alone=0.9)
    between = flag(10, 50, 0.7, "additions.free")._replace(alone=0.6)
    helped = flag(40, 60, 0.6, "substitutions.free")._replace(alone=0.1)
    sure = flag(40, 60, 0.6, "states.turned")._replace(alone=0.55)
    assert [finding.rule for finding in merge([told, between, helped])] == ["names.other"]
    assert [finding.rule for finding in merge([told, between, sure])] == ["names.other", "states.turned"]
    assert [finding.rule for finding in merge([told, helped])] == ["names.other", "substitutions.free"]
