from itertools import combinations
from pathlib import Path

from artdiff.documents.document import Document, Metadata, Role
from artdiff.engine.analysis import Analysis, analyse
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


def test_a_story_of_a_thousand_rewrites() -> None:
    source = (
        "HALDEN, May 3, 2024\n\nThe river Orne burst its banks on Monday and flooded the old mill quarter of Halden."
    )
    texts = [
        f"The river Orne burst its banks and flooded the mill quarter, {number} people said." for number in range(1000)
    ]
    others = ["A court in Lund sent the banker Ola Ek to prison for six years over a fraud of 40 million kronor."]
    stories = group([analysis(text) for text in [*texts[:500], source, *texts[500:], *others]])
    assert sorted(len(story.variants) for story in stories) == [0, 1000]


def test_what_a_corpus_says_of_stories_is_taken_at_its_word() -> None:
    def told(text: str, story: str, role: Role | None) -> Analysis:
        return analyse(Document(text, text, None, Metadata(story=story, role=role)))

    alike = "The river Orne burst its banks on Monday and flooded the old mill quarter of Halden."
    rows = [
        told(alike, "b", None),
        told(alike, "a", Role.VARIANT),
        told("Something else.", "a", Role.SOURCE),
        told("Another.", "b", Role.SOURCE),
    ]
    assert [(story.source, story.variants, story.certain) for story in group(rows)] == [
        (3, (0,), True),
        (2, (1,), True),
    ]
