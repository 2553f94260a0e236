"""The judge of names: what is altered or made up, and what is the same in another spelling."""

import pytest

from artdiff.engine.links import align
from artdiff.engine.values import FLAG_LEVEL, FLAGGED, FactKind, Pair, Verdict
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.names.judging import judge_names
from tests.texts import analysis

STORY = (
    "Prosecutors in Castel Dorno are examining the accounts of Brenneck Industries, Ana Lund said on Monday.\n"
    "Lund, who runs the Northern Hydrological Service, met engineers from Toledo, Ohio, and from Calder Bay.\n"
    "The hearing at Sarno Alta was put off because of the pandemic, and the European Union sent observers.\n"
    "A warehouse in L.A. was searched, and the Commanders lent a bus to Natchez, Miss., for the witnesses.\n"
)


def judged(old: str, new: str) -> list[Judgement]:
    assert old in STORY
    analyses = Pair(analysis(STORY), analysis(STORY.replace(old, new)))
    return [one for one in judge_names(analyses, align(analyses)) if one.verdict in FLAGGED]


@pytest.mark.parametrize(
    ("old", "new", "verdict", "kind"),
    [
        ("Castel Dorno", "Porto Vell", Verdict.ALTERED, FactKind.PLACE),
        ("Prosecutors in Castel Dorno", "Prosecutors in Calder Bay", Verdict.ALTERED, FactKind.PLACE),
        ("Ana Lund", "Ida Lund", Verdict.ALTERED, FactKind.PERSON),
        ("Brenneck Industries", "Brennick Industries", Verdict.ALTERED, FactKind.ORGANISATION),
        ("Toledo, Ohio", "Toledo, Texas", Verdict.ALTERED, FactKind.PLACE),
        ("sent observers", "sent observers from Norway", Verdict.HALLUCINATED, FactKind.PLACE),
    ],
)
def test_a_wrong_name_is_found(old: str, new: str, verdict: Verdict, kind: FactKind) -> None:
    (found,) = judged(old, new)
    assert (found.verdict, found.kind) == (verdict, kind)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the pandemic", "Covid"),
        ("the European Union", "the EU"),
        ("the European Union", "Brussels"),
        ("the Northern Hydrological Service", "the NHS"),
        ("L.A.", "Los Angeles"),
        ("Natchez, Miss.", "Natchez, Mississippi"),
        ("sent observers", "sent observers in Q3"),
        ("the Northern Hydrological Service", "the Northern Hydrological Service (NHS)"),
        ("Prosecutors in Castel Dorno", "Castel Dorno prosecutors"),
        ("Brenneck Industries, Ana", "Brenneck Industries (BI), Ana"),
    ],
)
def test_the_same_name_otherwise_passes(old: str, new: str) -> None:
    assert judged(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the Commanders", "the Washington Commanders"),
        ("sent observers", "sent observers to the United States"),
        ("sent observers", "sent observers down the A4"),
    ],
)
def test_a_name_from_general_knowledge_is_a_weak_suspicion(old: str, new: str) -> None:
    assert all(one.strength < FLAG_LEVEL for one in judged(old, new))


TREATY = (
    "The International Committee of the Red Cross opened an office near the University of Tokyo on Tuesday.\n"
    "Germany's foreign ministry promised money, said the carmaker Orvane, which lent the federal Rail Safety Agency ten vans.\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The International Red Cross opened an office on Tuesday.",
        "The Japanese office of the International Committee of the Red Cross opened on Tuesday.",
        "The government in Berlin promised money to the agency.",
        "Carmaker Orvane lent ten vans.",
        "The Federal Rail Safety Agency was lent ten vans.",
    ],
)
def test_a_summary_may_shorten_and_infer_names(sentence: str) -> None:
    analyses = Pair(analysis(TREATY), analysis(f"{sentence}\n"))
    assert [one for one in judge_names(analyses, align(analyses)) if one.verdict in FLAGGED] == []


def test_a_capital_as_a_place_is_no_government() -> None:
    analyses = Pair(analysis(TREATY), analysis("The ministry promised money for an office in Berlin.\n"))
    (found,) = [one for one in judge_names(analyses, align(analyses)) if one.verdict in FLAGGED]
    assert found.spans.variant is not None
