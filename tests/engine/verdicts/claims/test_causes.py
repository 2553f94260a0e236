import pytest

from artdiff.engine.values import Verdict
from artdiff.engine.verdicts.claims.causes import judge_causes
from tests.engine.verdicts.judging import claims

SOURCE = """LUNDEN - The airport in Lunden was closed for six hours on Tuesday. Forty flights were cancelled and 12 were sent to Marsk because two lights on the runway had failed.

The airport's director, Mikael Brun, said that the new radar was not affected. Visitor numbers fell by a tenth last year after a fire in the main hall.
"""


def found(variant: str) -> list[tuple[Verdict, str, str | None]]:
    return claims(judge_causes, SOURCE, variant)


@pytest.mark.parametrize(
    "variant",
    [
        "Forty flights were cancelled and 12 were sent to Marsk as two runway lights had failed.",
        "The failure of two lights on the runway meant that forty flights were cancelled and 12 were sent to Marsk.",
        "Visitor numbers fell by a tenth last year following a fire in the main hall.",
        "The airport in Lunden was closed for six hours on Tuesday.",
        "The airport in Lunden was closed for six hours on Tuesday, not for ten as initially feared.",
        "The airport in Lunden was closed for six hours on Tuesday, because of which forty flights were cancelled.",
    ],
)
def test_causes_that_the_source_gives_are_no_findings(variant: str) -> None:
    assert found(variant) == []


@pytest.mark.parametrize(
    ("variant", "cause"),
    [
        (
            "The airport in Lunden was closed for six hours on Tuesday because of a bomb threat.",
            "because of a bomb threat",
        ),
        ("The airport in Lunden was closed for six hours on Tuesday due to heavy snow.", "due to heavy snow"),
    ],
)
def test_invented_causes_are_hallucinated(variant: str, cause: str) -> None:
    assert found(variant) == [(Verdict.HALLUCINATED, cause, None)]


def test_another_cause_is_altered() -> None:
    variant = "Forty flights were cancelled and 12 were sent to Marsk because the pilots went on strike."
    counterpart = "two lights on the runway had failed"
    assert found(variant) == [(Verdict.ALTERED, "the pilots went on strike", counterpart)]
