"""Claims turned in a sentence that is otherwise kept, and the same claims in other words: pairs of a source and a rewrite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artdiff.engine.verdicts.claims.causes import judge_causes
from artdiff.engine.verdicts.claims.relations import judge_relations
from artdiff.engine.verdicts.polarity.contraries import judge_contraries
from artdiff.engine.verdicts.polarity.modality import judge_modality
from artdiff.engine.verdicts.polarity.negation import judge_polarity
from tests.engine.verdicts.judging import claims
from tests.texts import suspected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.verdicts.judgement import Judgement

BEFORE = "VARNO - A day of news from the town.\n\n"
JUDGES = (judge_polarity, judge_modality, judge_contraries, judge_relations, judge_causes)
TURNED = [
    ("The ministry did not close the border crossing at Varno.", "The ministry closed the border crossing at Varno."),
    (
        "No passengers were hurt when the tram left the rails.",
        "Several passengers were hurt when the tram left the rails.",
    ),
    ("Nobody has been charged over the fire at the mill.", "Two men have been charged over the fire at the mill."),
    ("The airline denied that the pilot had been drinking.", "The airline admitted that the pilot had been drinking."),
    ("The union has not ruled out a strike in August.", "The union has ruled out a strike in August."),
    ("The study has yet to be reviewed by other experts.", "The study has been reviewed by other experts."),
    ("Harlan said he would not stand for a third term.", "Harlan said he would stand for a third term."),
    ("The bank found no trace of the missing funds.", "The bank found a trace of the missing funds."),
    ("The vaccine is not approved for children under five.", "The vaccine is approved for children under five."),
    ("The factory may close by the end of the year.", "The factory will close by the end of the year."),
    ("The council is considering a ban on wood stoves.", "The council has approved a ban on wood stoves."),
    ("Fuel prices could rise again in spring.", "Fuel prices will rise again in spring."),
    ("The orchestra will tour Japan next autumn.", "The orchestra might tour Japan next autumn."),
    ("Police said the driver might have fallen asleep.", "Police said the driver had fallen asleep."),
    ("Sales of heat pumps rose 12 percent in March.", "Sales of heat pumps fell 12 percent in March."),
    ("The court upheld the fine against Norvia.", "The court overturned the fine against Norvia."),
    ("The club hired the trainer in June.", "The club dismissed the trainer in June."),
    ("The senate approved the treaty on Tuesday.", "The senate rejected the treaty on Tuesday."),
    ("Troops withdrew from the town of Arlen overnight.", "Troops advanced on the town of Arlen overnight."),
    ("The concert was postponed because of the storm.", "The concert was cancelled because of the storm."),
    ("Lind supports the plan to widen the canal.", "Lind opposes the plan to widen the canal."),
    ("The museum turned down a loan of the statue.", "The museum accepted a loan of the statue."),
    ("The bus stops before the bridge.", "The bus stops after the bridge."),
    ("All the bridges were inspected last year.", "Some of the bridges were inspected last year."),
    ("The widow sued the hospital over the delay.", "The hospital sued the widow over the delay."),
    ("His niece Ada runs the family bakery.", "His daughter Ada runs the family bakery."),
    ("The tenant owes the landlord three months' rent.", "The landlord owes the tenant three months' rent."),
    ("Trains were delayed because a tree had fallen on the line.", "Trains were delayed because a signal had failed."),
    ("The race was stopped due to heavy fog.", "The race was stopped due to a crash."),
    (
        "Shares dropped after the company cut its forecast.",
        "Shares dropped after the company lost its chief executive.",
    ),
    ("Meyer was fined for speeding on the ring road.", "Meyer was fined for parking on the ring road."),
    ("The sister of the victim spoke to reporters.", "The mother of the victim spoke to reporters."),
    ("The fire took the mill but spared the church.", "The fire took the church but spared the mill."),
    ("The club has appealed, and the union has not.", "The union has appealed, and the club has not."),
    ("Here clean water costs more than beer.", "Here beer costs more than clean water."),
    ("The baker spoke to reporters on Monday.", "The baker, a cousin of the mayor, spoke to reporters on Monday."),
    ("Arlo Finch, 41, runs the bakery.", "Arlo Finch, 41, whose brother founded the bank, runs the bakery."),
]
SAME = [
    (
        "The ministry did not close the border crossing at Varno.",
        "The ministry kept the border crossing at Varno open.",
    ),
    (
        "No passengers were hurt when the tram left the rails.",
        "All passengers were unhurt when the tram left the rails.",
    ),
    ("Nobody has been charged over the fire at the mill.", "No one has been charged over the fire at the mill."),
    ("Nobody has been charged over the fire at the mill.", "No charges have been brought over the fire at the mill."),
    (
        "The airline denied that the pilot had been drinking.",
        "The airline said it was not true that the pilot had been drinking.",
    ),
    ("The union has not ruled out a strike in August.", "A strike in August remains possible, the union said."),
    ("The mayor refused to sign the contract with Delto.", "The mayor would not sign the contract with Delto."),
    ("The mayor refused to sign the contract with Delto.", "The mayor declined to sign the contract with Delto."),
    ("The study has yet to be reviewed by other experts.", "The study has not yet been reviewed by other experts."),
    ("Harlan said he would not stand for a third term.", "Harlan ruled out standing for a third term."),
    ("The bank found no trace of the missing funds.", "The bank did not find any trace of the missing funds."),
    ("The bank found no trace of the missing funds.", "The bank failed to find a trace of the missing funds."),
    ("The water is not safe to drink.", "The water is unsafe to drink."),
    ("Chen failed to win a majority.", "Chen did not win a majority."),
    ("Chen stopped short of calling it a crime.", "Chen did not call it a crime."),
    ("The dam is expected to hold through the weekend.", "The dam should hold through the weekend, officials expect."),
    ("The factory may close by the end of the year.", "The factory might be closed by the end of the year."),
    ("The factory may close by the end of the year.", "The factory could close by the end of the year."),
    ("The council is considering a ban on wood stoves.", "A ban on wood stoves is under consideration by the council."),
    ("The council is considering a ban on wood stoves.", "The council is weighing a ban on wood stoves."),
    ("Fuel prices could rise again in spring.", "It is possible that fuel prices rise again in spring."),
    ("The orchestra will tour Japan next autumn.", "The orchestra is to tour Japan next autumn."),
    ("The orchestra will tour Japan next autumn.", "The orchestra plans to tour Japan next autumn."),
    ("Police said the driver might have fallen asleep.", "The driver had perhaps fallen asleep, police said."),
    ("Sales of heat pumps rose 12 percent in March.", "In March sales of heat pumps climbed by 12 percent."),
    (
        "The senate approved the treaty on Tuesday.",
        "The treaty was not rejected by the senate on Tuesday but approved.",
    ),
    ("Lind opposes the plan to widen the canal.", "Lind does not support the plan to widen the canal."),
    ("The museum turned down a loan of the statue.", "The museum did not accept a loan of the statue."),
    ("The museum turned down a loan of the statue.", "The museum rejected a loan of the statue."),
    ("The widow sued the hospital over the delay.", "The hospital was sued by the widow over the delay."),
    ("The widow sued the hospital over the delay.", "Over the delay, the widow took the hospital to court."),
    ("Trains were delayed because a tree had fallen on the line.", "A fallen tree on the line delayed trains."),
    (
        "Trains were delayed because a tree had fallen on the line.",
        "Trains were late as a tree had fallen on the line.",
    ),
    ("The race was stopped due to heavy fog.", "Because of heavy fog the race was stopped."),
    ("Heavy fog forced organisers to stop the race.", "The race was stopped because of heavy fog."),
    ("Shares dropped after the company cut its forecast.", "Shares dropped following a cut in the company's forecast."),
    ("Meyer was fined for speeding on the ring road.", "Meyer was fined because he had sped on the ring road."),
    ("The two sides did not meet on Monday.", "The two sides never met on Monday."),
    ("Only one bridge was inspected last year.", "No more than one bridge was inspected last year."),
    ("Hardly anyone came to the meeting.", "Almost nobody came to the meeting."),
    ("Without the permit, the firm cannot build the hall.", "The firm cannot build the hall if it has no permit."),
    ("Lind, a grandson of the founder, runs the bank.", "Lind, whose grandfather founded the bank, runs it."),
    ("The bus will run daily.", "Buses will run every day."),
]


def judge_claims(evidence: Evidence) -> Iterator[Judgement]:
    for judge in JUDGES:
        yield from judge(evidence)


@pytest.mark.parametrize(("source", "variant"), TURNED)
def test_a_turned_claim_is_found(source: str, variant: str) -> None:
    assert claims(judge_claims, f"{BEFORE}{source}\n", f"{BEFORE}{variant}\n")


@pytest.mark.parametrize(("source", "variant"), SAME)
def test_the_same_claim_in_other_words_is_none(source: str, variant: str) -> None:
    assert claims(judge_claims, f"{BEFORE}{source}\n", f"{BEFORE}{variant}\n") == []


@pytest.mark.parametrize(
    ("source", "variant", "words"),
    [
        (
            "The soloist had practised the piano for an hour on the evening before, her agent said.",
            "The soloist had practised the trumpet for an hour on the evening before, her agent said.",
            "trumpet",
        ),
        (
            "The price of a licence has doubled in three years, the drivers complained on Monday.",
            "On Monday the drivers complained that the price of a licence has tripled in three years.",
            "tripled",
        ),
    ],
)
def test_a_word_that_excludes_the_sources_is_suspected(source: str, variant: str, words: str) -> None:
    assert words in suspected(source, variant)


def test_a_word_that_the_source_has_beside_the_other_excludes_nothing() -> None:
    source = "The soloist had practised the piano and the trumpet for an hour on the evening before, her agent said."
    variant = "The soloist had practised the trumpet and the piano for an hour on the evening before, her agent said."
    assert suspected(source, variant) == {}
