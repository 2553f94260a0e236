import random
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.values import FactKind, Verdict
from tests.scoring import STORIES, read
from tests.texts import compared, flagged

SEEDS = Path(__file__).parents[2] / "seeds"
SOURCE = """River bursts its banks in Halden

By Mara Lind, Northern Wire, March 4, 2025

HALDEN - Heavy rain pushed the River Orne over its banks on Monday and flooded 240 homes, Mayor Greta Solheim said.

The water rose 3.2 metres within nine hours, the regional weather service reported. "We had no time to move the cars," said Jonas Vik, a baker on Mill Street.

The council may close two schools next week. It has asked the government in Oslo for 4.5 million euros in aid.
"""


def seed(number: str) -> str:
    return next(SEEDS.glob(f"{number}_*")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("240 homes", "420 homes", FactKind.NUMBER),
        ("3.2 metres", "5.2 metres", FactKind.NUMBER),
        ("nine hours", "six hours", FactKind.DURATION),
        ("Monday", "Thursday", FactKind.DATE),
        ("4.5 million euros", "4.5 million dollars", FactKind.MONEY),
        ("Greta Solheim", "Ingrid Solheim", FactKind.PERSON),
        ("no time to move the cars", "plenty of time to move the cars", FactKind.QUOTE),
        ("may close", "will close", FactKind.MODALITY),
    ],
)
def test_one_changed_fact_is_one_finding_there(old: str, new: str, kind: FactKind) -> None:
    found = flagged(SOURCE, SOURCE.replace(old, new))
    assert len(found) == 1
    words, finding = found.popitem()
    assert finding.verdict is Verdict.ALTERED
    assert finding.kind is kind
    assert words in new or new in words or set(words.split()) & set(new.split())
    assert finding.spans.source is not None
    assert set(finding.spans.source.of(SOURCE).split()) & set(old.split()), finding.reason


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nine hours", "9 hours"),
        ("3.2 metres", "320 centimetres"),
        ("240 homes", "more than 200 homes"),
        ("on Monday", "on March 3"),
        ("the government in Oslo", "the Norwegian government"),
        ("may close", "might close"),
        ("Mayor Greta Solheim said", "according to Mayor Greta Solheim"),
        ("Heavy rain pushed", "Heavy rainfall pushed"),
    ],
)
def test_faithful_wording_passes(old: str, new: str) -> None:
    assert flagged(SOURCE, SOURCE.replace(old, new)) == {}


def test_an_added_sentence_is_hallucinated() -> None:
    added = "Soldiers with drones searched the Vestby tunnel for three Danish tourists."
    found = flagged(SOURCE, SOURCE.replace("\n\nThe council", f" {added}\n\nThe council"))
    assert found
    assert all(words in added for words in found)
    assert {finding.verdict for finding in found.values()} == {Verdict.HALLUCINATED}


def test_biden_for_trump_in_both_copies_of_the_seed() -> None:
    source, variant = seed("004"), seed("002")
    found = [
        f for f in compared(source, variant).findings if f.spans.variant and f.spans.variant.of(variant) == "Biden"
    ]
    assert [(f.verdict, f.kind) for f in found] == [(Verdict.ALTERED, FactKind.PERSON)] * 2
    assert [f.first_copy for f in found] == [None, found[0].spans.variant]
    for finding in found:
        assert finding.spans.source
        assert finding.spans.source.of(source) == "Trump"
        assert "pushed for an unconditional cease-fire" in source[finding.spans.source.start :][:80]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("001", "met in June"),
        ("002", "seven other NATO allies"),
        ("000", "Europe's deadliest conflict since World War II"),
    ],
)
def test_true_words_of_the_seeds_are_not_flagged(number: str, words: str) -> None:
    variant = seed(number)
    at = variant.index(words)
    for finding in compared(seed("004"), variant).findings:
        span = finding.spans.variant
        assert not (finding.flagged and span and span.start < at + len(words) and span.end > at), finding.reason


@pytest.mark.parametrize(("number", "count"), [("001", 6), ("002", 7), ("000", 0)])
def test_a_repeated_tail_is_one_finding(number: str, count: int) -> None:
    comparison = compared(seed("004"), seed(number))
    found = [f for f in comparison.findings if f.verdict is Verdict.REPEATED]
    assert len(found) == bool(count)
    assert sum(len(repeat.again) for repeat in comparison.repeats) == count
    copies = [link for link in comparison.links if link.copy_of is not None]
    for link in copies:
        assert link.paragraphs.source == comparison.links[link.copy_of or 0].paragraphs.source
    assert bool(copies) == bool(count)


def test_omitted_paragraphs_are_named() -> None:
    comparison = compared(seed("004"), seed("002"))
    named = [comparison.outlines.source.paragraphs[index].span.of(seed("004")) for index in comparison.omitted]
    assert any("Rustem Umerov" in words for words in named)
    assert any("Halyna Yanchenko" in words for words in named)


@pytest.mark.parametrize("story", ["flood", "verdict", "rates"])
def test_a_document_against_itself_in_any_dress_has_no_finding(story: str) -> None:
    text = read(STORIES / story / "source.txt").text
    lines = [line for line in text.split("\n") if line.strip()]
    shuffled = lines[:]
    random.Random(7).shuffle(shuffled)
    straight = text.translate(str.maketrans("“”’‘", "\"\"''"))
    wrapped = "\n\n".join(textwrap.fill(line, 72, break_on_hyphens=False) for line in lines)
    for dress in (text, "\n".join(shuffled), straight, wrapped, "\n".join(line.upper() for line in lines)):
        found = compared(text, dress).findings
        assert [(f.verdict, f.reason) for f in found if f.flagged or f.verdict is Verdict.OMITTED] == []


words = st.text(st.sampled_from("abcdefghij ABC .,!?\n0123456789-'“”\"%$€—"), max_size=200)


@given(words, words)
def test_any_two_texts_compare_and_every_span_lies_inside(source: str, variant: str) -> None:
    comparison = compared(source, variant)
    for finding in comparison.findings:
        for span, text in zip(finding.spans, (source, variant), strict=True):
            assert span is None or 0 <= span.start < span.end <= len(text)
    for link in comparison.links:
        assert link.paragraphs.source
        assert link.paragraphs.variant


@given(st.text(max_size=120))
def test_any_text_against_itself_has_no_flag(text: str) -> None:
    assert [finding.reason for finding in compared(text, text).findings if finding.flagged] == []
