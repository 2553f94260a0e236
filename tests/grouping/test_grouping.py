from itertools import combinations
from pathlib import Path

from artdiff.stories.grouping import group
from tests.scoring import STORIES, read
from tests.texts import analysis

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
INVENTED = ["flood", "layoffs", "museum", "obituary", "rates", "recall", "summit", "verdict"]


def test_the_seeds_are_two_stories_with_004_as_the_source() -> None:
    stories = group([analysis(path.read_text(encoding="utf-8"), path.name) for path in SEEDS])
    assert [(story.source, story.variants) for story in stories] == [(4, (0, 1, 2)), (3, ())]
    assert stories[0].certain
    assert "dateline" in stories[0].reason


def test_invented_stories_shuffled_together_come_apart_again() -> None:
    paths = [path for name in INVENTED for path in sorted((STORIES / name).glob("*.txt"))]
    paths = paths[::3] + paths[1::3] + paths[2::3]
    analyses = [analysis(read(path).text, path.name) for path in paths]
    stories = group(analyses)
    wanted = {
        frozenset(pair) for pair in combinations(range(len(paths)), 2) if paths[pair[0]].parent == paths[pair[1]].parent
    }
    given = {frozenset(pair) for story in stories for pair in combinations((story.source, *story.variants), 2)}
    assert len(wanted & given) / len(given) >= 0.97
    assert len(wanted & given) / len(wanted) >= 0.97
    right = sum(paths[story.source].name == "source.txt" for story in stories)
    assert right >= 0.95 * len(stories)


def test_a_named_source_makes_one_story_of_all() -> None:
    stories = group([analysis("One two three."), analysis("Something else."), analysis("")], 1)
    assert [(story.source, story.variants, story.certain) for story in stories] == [(1, (0, 2), True)]


def test_two_like_documents_leave_the_source_uncertain() -> None:
    text = "The river Orne burst its banks on Monday and flooded the old mill quarter of Halden."
    (story,) = group([analysis(text, "a.txt"), analysis(text, "b.txt")])
    assert not story.certain
    assert "a.txt" in story.reason
    assert "uncertain" in story.reason


def test_empty_documents_are_stories_of_their_own() -> None:
    assert [story.variants for story in group([analysis(""), analysis(" \n")])] == [(), ()]
