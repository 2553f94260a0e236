import pytest

from artdiff.engine.values import FactKind, Verdict
from tests.texts import compared

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
