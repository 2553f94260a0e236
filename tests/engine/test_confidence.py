"""What the confidence model knows of the whole pair: whether the source speaks to somebody."""

import pytest

from artdiff.engine.confidence import setting_of
from artdiff.engine.links import align
from artdiff.engine.values import Pair
from tests.texts import analysis, flagged

CHAT = (
    "Nora: Who wants to see the new harbour film with me on Friday? I have two spare tickets\n\n"
    "Felix: Me! Can we go to the late show? I work until seven\n\n"
    "Nora: Yes, it begins at nine. You could bring your brother's car\n\n"
    "Felix: He needs it. We'll take the tram\n"
)
NEWS = "The council of Marsh Haven voted on Tuesday to sell the harbour to a Danish operator for 40 million pounds.\n"


@pytest.mark.parametrize(("source", "least", "most"), [(CHAT, 0.8, 1.0), (NEWS, 0.0, 0.0), ("", 0.0, 0.0)])
def test_how_much_of_a_source_speaks_to_somebody(source: str, least: float, most: float) -> None:
    analyses = Pair(analysis(source), analysis("Nora went to see a film.\n"))
    assert least <= setting_of(analyses, align(analyses)).spoken <= most


def test_who_talks_to_whom_is_no_tie_made_up() -> None:
    assert not flagged(
        CHAT, "Nora invites her friends to a film on Friday. Felix agrees and suggests taking the tram.\n"
    )


@pytest.mark.parametrize(("times", "least", "most"), [(1, 0.0, 0.0), (2, 0.1, 0.3), (30, 0.9, 1.0)])
def test_how_brief_a_rewrite_is_of_one_paragraph_too(times: int, least: float, most: float) -> None:
    analyses = Pair(analysis(NEWS.strip() + f" {NEWS.strip()}" * (times - 1)), analysis(NEWS))
    assert least <= setting_of(analyses, align(analyses)).brief <= most
