import pytest

from artdiff.engine.links import align
from artdiff.engine.values import FLAGGED, FactKind, Pair, Verdict
from artdiff.engine.verdicts.dates.judging import judge_dates
from tests.texts import analysis, compared

SOURCE = (
    "The museum in Halden closed its doors on Monday after a burst pipe soaked the eastern wing.\n"
    "Curator Ada Wynn told reporters that two tapestries had been taken to a workshop for drying.\n"
    "The city council will decide in spring whether to pay for a new roof."
)


@pytest.mark.parametrize(
    ("said", "addition", "kind"),
    [
        ("a workshop for drying", "a workshop for drying in Portugal", FactKind.PLACE),
        ("told reporters", "told reporters for 45 minutes", FactKind.DURATION),
        ("Curator Ada Wynn", "Curator Ada Wynn, who hid a stolen painting,", FactKind.EVENT),
    ],
)
def test_an_addition_is_of_the_kind_of_what_it_tells(said: str, addition: str, kind: FactKind) -> None:
    findings = [one for one in compared(SOURCE, SOURCE.replace(said, addition)).findings if one.flagged]
    assert [(one.verdict, one.kind) for one in findings] == [(Verdict.HALLUCINATED, kind)]


@pytest.mark.parametrize(
    ("variant", "words", "kind"),
    [
        (SOURCE.replace("drying.", "drying through a friendly cabinetmaker in Lisbon."), "Lisbon", FactKind.PLACE),
        (
            SOURCE.replace("Curator Ada Wynn told", "Curator Ada Wynn, a former sailor, told"),
            "former sailor",
            FactKind.ROLE,
        ),
    ],
)
def test_what_is_made_up_with_its_clause_is_of_the_clause(variant: str, words: str, kind: FactKind) -> None:
    found = [one for one in compared(SOURCE, variant).findings if one.spans.variant and one.verdict in FLAGGED]
    told = [one for one in found if words in one.spans.variant.of(variant)]  # type: ignore[union-attr]
    assert {one.verdict for one in told} == {Verdict.HALLUCINATED}
    assert kind in {one.kind for one in told}


def test_a_date_that_came_with_a_clause_of_its_own_is_of_an_event() -> None:
    source = (
        "The staff of the company were told by the chairwoman that 300 jobs would go. The board had met on Wednesday."
    )
    variant = "The chairwoman told staff of the company that 300 jobs would go, and a union plans a loud protest outside on Friday."
    analyses = Pair(analysis(source), analysis(variant))
    (found,) = judge_dates(analyses, align(analyses))
    assert (found.verdict, found.kind, found.spans.source) == (Verdict.HALLUCINATED, FactKind.EVENT, None)
