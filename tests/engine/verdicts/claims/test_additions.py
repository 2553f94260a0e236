"""Additions and substitutions, on sentences of one small article: what was put in or exchanged, and what only reads otherwise."""

import pytest

from tests.texts import flagged

ARTICLE = (
    "The ferry company cancelled all crossings on Tuesday after a storm damaged the pier at Langwick.\n"
    "About 300 passengers spent the night in a school gymnasium, where volunteers served soup and bread. "
    "Engineers inspected the pier in the morning and found cracks in two pillars.\n"
    "The harbour master, Ruth Ellwood, said the terminal would stay closed until the pillars were repaired. "
    "She refused to name a date for the reopening.\n"
    "Fishermen complained that their boats could not leave the inner basin. "
    "The council promised to pay for a temporary landing stage and to waive mooring fees for a month.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "added"),
    [
        ("Ruth Ellwood, said", "Ruth Ellwood, who once sailed around the world, said", "sailed"),
        ("Ruth Ellwood, said", "Ruth Ellwood, a former wrestler, said", "wrestler"),
        (
            "found cracks in two pillars",
            "found cracks in two pillars, forcing the evacuation of a nearby hotel",
            "hotel",
        ),
        ("served soup and bread", "served soup and bread and handed out toys to the children", "toys"),
        ("inner basin.", "inner basin. Two of them have hired lawyers and intend to sue.", "lawyers"),
        ("fees for a month", "fees for a month, although the treasurer had warned against it", "treasurer"),
        ("school gymnasium, where", "school gymnasium without any heating, where", "heating"),
        ("the reopening.", "the reopening. Insurance adjusters are expected to arrive by helicopter.", "helicopter"),
        ("at Langwick.", "at Langwick, tearing the roof off the ticket office.", "roof"),
    ],
)
def test_what_was_put_in_is_hallucinated(old: str, new: str, added: str) -> None:
    found = flagged(ARTICLE, ARTICLE.replace(old, new))
    assert any(added in words for words in found), found
    assert all(words in new for words in found), found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cancelled all crossings", "called off all crossings"),
        ("spent the night in a school gymnasium", "stayed overnight in a school gymnasium"),
        ("Engineers inspected the pier in the morning", "In the morning the pier was examined by engineers"),
        ("would stay closed until", "would remain shut until"),
        ("She refused to name a date for the reopening.", "She declined to give a date for reopening."),
        ("complained that their boats", "grumbled that their vessels"),
        ("The council promised to pay for", "The council pledged to fund"),
        ("volunteers served soup and bread", "they were served soup and bread by volunteers"),
        ("after a storm damaged the pier", "in the wake of a storm that damaged the pier"),
        ("until the pillars were repaired", "until the pillars had been fixed"),
    ],
)
def test_what_only_reads_otherwise_passes(old: str, new: str) -> None:
    assert ARTICLE.replace(old, new) != ARTICLE
    assert flagged(ARTICLE, ARTICLE.replace(old, new)) == {}
