import random
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from artdiff.documents.document import Document, Metadata, Role
from artdiff.engine.analysis import analyse
from artdiff.engine.language.segmentation import TokenKind
from artdiff.stories.grouping import group
from artdiff.stories.similarity import Measure
from artdiff.stories.sketch import COMMON, MOST, Sketch
from artdiff.stories.vocabulary import Vocabulary
from tests.grouping.invented import invented, quality, with_keys

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def document(text: str, name: str = "text") -> Document:
    return Document(name, text)


def test_the_seeds_are_two_stories_with_004_as_the_source() -> None:
    stories = group([document(path.read_text(encoding="utf-8"), path.name) for path in SEEDS])
    assert [(story.source, story.variants) for story in stories] == [(4, (0, 1, 2)), (3, ())]
    assert stories[0].certain
    assert "dateline" in stories[0].reason


@pytest.mark.parametrize("seed", [1, 2])
def test_stories_with_keys_shuffled_together_come_apart_again(seed: int) -> None:
    rows = list(with_keys())
    random.Random(seed).shuffle(rows)
    f1, sources = quality(rows, group([row.document for row in rows]))
    assert f1 >= 0.97
    assert sources >= 0.95


def test_so_do_half_of_them() -> None:
    rows = list(with_keys())
    names = sorted({row.story for row in rows})[::4]
    few = [row for row in rows if row.story in names and not row.document.name.endswith(("3.txt", "0.txt"))]
    f1, sources = quality(few, group([row.document for row in few]))
    assert f1 >= 0.97
    assert sources >= 0.75


def test_stories_of_other_names_and_figures_are_told_apart() -> None:
    rows = list(invented(300))
    random.Random(1).shuffle(rows)
    f1, _ = quality(rows, group([row.document for row in rows]))
    assert f1 >= 0.97


def test_one_document_of_each_story_is_a_story_of_its_own() -> None:
    rows = [row.document for row in with_keys() if row.original]
    assert len(group(rows)) == len(rows)


def test_grouping_twice_gives_the_same() -> None:
    rows = [row.document for row in invented(120)]
    assert group(rows) == group(rows)


def test_what_is_the_same_word_for_word_is_folded_and_stays() -> None:
    rows = [row.document for row in with_keys()][:8]
    again = [Document(f"copy of {row.name}", f"{row.text}\n") for row in rows]
    sizes = sorted(1 + len(story.variants) for story in group([*rows, *again]))
    assert sizes == [2 * (1 + len(story.variants)) for story in group(rows)]


def test_a_sketch_has_the_words_of_the_document() -> None:
    for row in list(with_keys())[::9]:
        vocabulary = Vocabulary()
        sketch = vocabulary.sketch(row.document.text)
        read = analyse(row.document)
        content = zip(read.text.tokens, read.clauses.content, strict=True)
        stems = {token.stem for token, is_content in content if is_content and token.kind is TokenKind.WORD}
        known = {number for stem in stems if (number := vocabulary.number_of(stem)) is not None}
        assert len((known - {0}) & set(sketch.words)) >= 0.8 * len(sketch.words)


def test_a_sketch_cuts_words_where_no_white_space_does() -> None:
    vocabulary = Vocabulary()
    spaced = vocabulary.sketch("The long-awaited bridge at Halden — closed, then reopened. Zagreb won.")
    assert set(spaced.words) == set(vocabulary.sketch("long awaited bridge Halden closed reopened Zagreb won").words)
    dense = vocabulary.sketch("洪水冲毁了旧磨坊区的桥梁，居民撤离到邻近的学校和教堂，市长周一宣布紧急状态。")
    assert len(dense.words) == 3


def test_a_sketch_cuts_at_marks_and_leaves_figures_whole() -> None:
    vocabulary = Vocabulary()
    marked = vocabulary.sketch("“Halden’s bridge”, (3.5 km) cost £1,200… Zagreb’s didn't.\nHalden.")
    assert set(marked.words) == set(vocabulary.sketch("Halden bridge 3.5 km cost 1,200 Zagreb").words)
    assert set(vocabulary.sketch("3.5 1,200").words).isdisjoint(vocabulary.sketch("3 5 1 200").words)


def test_capitalised_words_and_figures_are_facts_also_where_the_word_is_common() -> None:
    vocabulary = Vocabulary()
    assert len(vocabulary.sketch("The President said in Halden that 14 bridges closed").facts) == 3
    assert len(vocabulary.sketch("the president said in halden that bridges closed").facts) == 0


def test_a_sketch_takes_what_is_no_unicode() -> None:
    assert len(Vocabulary().sketch("Halden \ud800 bridge bro\udc00ken").words) >= 2


def test_pairs_are_sums_of_neighbours_however_large() -> None:
    order = array("I", [MOST, MOST, COMMON, 5000, MOST])
    pairs = Sketch(order, order, array("I")).pairs
    assert list(pairs) == [1021 * first + second for first, second in pairwise(order)]
    assert [len(Sketch(few, few, array("I")).pairs) for few in (order[:0], order[:1], order[:2])] == [0, 0, 1]


def test_what_was_no_word_is_not_kept() -> None:
    vocabulary = Vocabulary()
    vocabulary.sketch(f"Halden {'x' * 1_000_000} bridge")
    assert max(map(len, vocabulary._codes)) < 100


@pytest.mark.slow
def test_two_of_a_story_are_more_alike_than_two_of_others() -> None:
    rows = list(with_keys())
    vocabulary = Vocabulary()
    measure = Measure([vocabulary.sketch(row.document.text) for row in rows], vocabulary)
    for at, row in enumerate(rows):
        alike = measure.similarities(at, range(len(rows)))
        same = [one for other, one in enumerate(alike) if rows[other].story == row.story and other != at]
        rest = [one for other, one in enumerate(alike) if rows[other].story != row.story]
        assert max(same) > 0.11 > max(rest)


def test_a_named_source_makes_one_story_of_all() -> None:
    stories = group([document("One two three."), document("Something else."), document("")], 1)
    assert [(story.source, story.variants, story.certain) for story in stories] == [(1, (0, 2), True)]


def test_two_like_documents_leave_the_source_uncertain() -> None:
    text = "The river Orne burst its banks on Monday and flooded the old mill quarter of Halden."
    (story,) = group([document(text, "a.txt"), document(text, "b.txt")])
    assert not story.certain
    assert "a.txt" in story.reason
    assert "uncertain" in story.reason


def test_empty_documents_are_stories_of_their_own() -> None:
    assert [story.variants for story in group([document(""), document(" \n")])] == [(), ()]


def test_a_story_of_a_thousand_rewrites() -> None:
    source = (
        "HALDEN, May 3, 2024\n\nThe river Orne burst its banks on Monday and flooded the old mill quarter of Halden."
    )
    texts = [
        f"The river Orne burst its banks and flooded the mill quarter, {number} people said." for number in range(1000)
    ]
    others = ["A court in Lund sent the banker Ola Ek to prison for six years over a fraud of 40 million kronor."]
    stories = group([document(text) for text in [*texts[:500], source, *texts[500:], *others]])
    assert sorted(len(story.variants) for story in stories) == [0, 1000]


def test_two_that_a_corpus_names_as_the_source_leave_it_uncertain() -> None:
    rows = [
        Document("a", "The river Orne burst its banks in Halden.", None, Metadata(story="a", role=role))
        for role in (Role.SOURCE, Role.SOURCE, Role.VARIANT)
    ]
    (story,) = group(rows)
    assert story.source < 2
    assert not story.certain
    assert "names 2 documents as the source" in story.reason


def test_what_a_corpus_says_of_stories_is_taken_at_its_word() -> None:
    def told(text: str, story: str, role: Role | None) -> Document:
        return Document(text, text, None, Metadata(story=story, role=role))

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
