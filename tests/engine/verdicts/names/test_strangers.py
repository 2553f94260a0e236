"""Names that the source has elsewhere, and names mixed from two: told as suspicions; a pronoun spelt out is none."""

import pytest

from artdiff.engine.links import align
from artdiff.engine.values import FLAGGED, Pair
from artdiff.engine.verdicts.names.judging import judge_names
from tests.texts import analysis, flagged

STORY = (
    "The council of Marsh Haven voted on Tuesday to sell the town's harbour to Delver Ports, a Danish operator, for 40 million pounds.\n"
    "Mayor Edith Crane, who opposed the sale, left the chamber before the vote. She called it a betrayal of the fishermen.\n"
    "The Energy Ministry approved the plan in March. Its inspectors had found no danger to the estuary.\n"
    'Councillor Ralph Bowen, a retired pilot, said the money would repair two schools and a bridge. "We had to choose," he said.\n'
    "The fishermen's union, Netmen United, will challenge the sale in court. Its secretary, Joan Pike, said her members had never been asked.\n"
    "Holt Marine, a shipyard with 300 workers, will stay in the harbour until 2031. Its owner, Victor Holt, wants a longer lease.\n"
    "Delver Ports also runs terminals in Esbjerg and Cuxhaven. It bought the port of Tolland two years ago.\n"
    "The Finance Ministry in London declined to comment. The Estuary Trust, a charity, warned that dredging could harm seals.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "rule", "counterpart"),
    [
        ("Delver Ports also runs", "Holt Marine also runs", "strangers.rival", "Delver Ports"),
        ("Mayor Edith Crane, who", "Joan Pike, who", "strangers.rival", "Edith Crane"),
        ("union, Netmen United, will", "union, the Estuary Trust, will", "strangers.rival", "Netmen United"),
        ("The Energy Ministry approved", "The Finance Ministry approved", "strangers.rival", "Energy Ministry"),
        ("Councillor Ralph Bowen", "Councillor Victor Bowen", "names.mixed", "Ralph Bowen"),
        ("Holt Marine, a shipyard", "Holt Ports, a shipyard", "names.mixed", "Holt Marine"),
    ],
)
def test_a_name_from_elsewhere_is_suspected(old: str, new: str, rule: str, counterpart: str | None) -> None:
    assert old in STORY
    analyses = Pair(analysis(STORY), analysis(STORY.replace(old, new)))
    (found,) = [one for one in judge_names(analyses, align(analyses)) if one.verdict in FLAGGED]
    assert (found.rule, found.spans.source.of(STORY) if found.spans.source else None) == (rule, counterpart)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("She called it", "Crane called it"),
        ("It bought the port", "Delver bought the port"),
        ("Its inspectors had", "The Energy Ministry's inspectors had"),
        ('" he said', '" Bowen said'),
        ("Its owner, Victor Holt,", "The shipyard's owner, Victor Holt,"),
        ("the town's harbour", "Marsh Haven's harbour"),
        ("Holt Marine, a shipyard with", "Holt's shipyard, with"),
    ],
)
def test_a_pronoun_spelt_out_is_no_stranger(old: str, new: str) -> None:
    assert old in STORY
    assert flagged(STORY, STORY.replace(old, new)) == {}


def test_a_body_keeps_the_words_of_its_field() -> None:
    text = "The Securities and Exchange Commission, the Justice Department and the Department of Health and Social Care met Ann Pell.\n"
    names = [fact.span.of(text) for fact in analysis(text).facts if fact.kind.value in {"organisation", "person"}]
    assert names == [
        "Securities and Exchange Commission",
        "Justice Department",
        "Department of Health and Social Care",
        "Ann Pell",
    ]


def test_a_name_in_another_sentence_is_suspected_where_another_one_stands_there() -> None:
    variant = "The fishermen's union, Holt Marine, will challenge the sale to Delver Ports in court."
    analyses = Pair(analysis(STORY), analysis(variant))
    rules = {one.rule: one for one in judge_names(analyses, align(analyses)) if one.verdict in FLAGGED}
    assert {one.spans.variant.of(variant) for one in rules.values() if one.spans.variant} == {"Holt Marine"}
