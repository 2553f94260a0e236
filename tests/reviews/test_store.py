from collections.abc import Iterator
from pathlib import Path

import pytest

from artdiff.documents.document import Span
from artdiff.engine.values import FactKind, Pair
from artdiff.reviews.decision import Ruling
from artdiff.reviews.fields import Entry
from artdiff.reviews.keys import subjects_of, texts_of
from artdiff.reviews.store import News, Store
from tests.reviews.example import FACTS, SOURCE, VARIANT, Words, compared, entries, pair, said

RULINGS = (Ruling.CONFIRMED, Ruling.DISMISSED, Ruling.UNSURE)
DECISIONS = tuple(said(ruling, minutes) for minutes, ruling in enumerate(RULINGS))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "reviews.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """Return a store with a decision on each of the example's findings."""
    with Store.open(path) as one:
        documents = pair()
        assert one.decide(entries(documents, compared(documents), *DECISIONS)) == 3
        yield one


def decided(store: Store, source: tuple[str, ...], variant: tuple[str, ...], facts: tuple[Words, ...]) -> object:
    """Return the rulings of findings in other versions of the texts: those that hold, and those that did."""
    documents = pair(source, variant)
    found = store.decisions_for(documents, compared(documents, facts))
    return (
        {at: decision.ruling for at, decision in found.decisions.items()},
        {at: decision.ruling for at, decision in found.earlier.items()},
    )


ALL = dict(enumerate(RULINGS))


def test_decisions_are_there_when_the_file_is_opened_again(store: Store, path: Path) -> None:
    with Store.open(path) as again:
        documents = pair()
        found = again.decisions_for(documents, compared(documents))
        assert found.decisions == dict(enumerate(DECISIONS))
        assert not found.earlier
    del store


def test_order_of_paragraphs_and_letters_does_not_count(store: Store) -> None:
    source = tuple(reversed([part.upper() for part in SOURCE]))
    variant = (*VARIANT[2:], "And a new paragraph.", VARIANT[1].replace(" ", "  "))
    facts = tuple((left.upper(), right, kind) for left, right, kind in FACTS)
    assert decided(store, source, variant, facts) == (ALL, {})


def test_a_newer_engine_cuts_words_otherwise_and_takes_another_counterpart(store: Store) -> None:
    facts = (
        ("The meeting", "The Biden administration", FactKind.ORGANISATION),
        ("", "At least 58", FactKind.NUMBER),
        ("Lund", "said Anna Holm", FactKind.ATTRIBUTION),
    )
    assert decided(store, SOURCE, VARIANT, facts) == (ALL, {})


def test_another_finding_in_the_same_sentence_is_undecided(store: Store) -> None:
    facts = (("cease-fire", "cease-fire. Ukraine", FactKind.EVENT), ("Nobody", "killed", FactKind.NEGATION))
    assert decided(store, SOURCE, VARIANT, facts) == ({}, {})


def test_a_changed_paragraph_asks_again_for_what_changed_and_shows_the_old(store: Store) -> None:
    variant = (VARIANT[0], VARIANT[1], VARIANT[2].replace("At least 58", "Some 68"), VARIANT[3])
    facts = (FACTS[0], ("48", "68", FactKind.NUMBER), FACTS[2])
    others = {0: ALL[0], 2: ALL[2]}
    assert decided(store, SOURCE, variant, facts) == (others, {1: ALL[1]})


def test_a_changed_source_asks_again_for_what_changed(store: Store) -> None:
    source = (*SOURCE[:2], SOURCE[2].replace("48", "49"), SOURCE[3])
    facts = (FACTS[0], ("49", "58", FactKind.NUMBER), FACTS[2])
    assert decided(store, source, VARIANT, facts) == ({0: ALL[0], 2: ALL[2]}, {1: ALL[1]})


def test_the_same_variant_beside_another_source_is_another_story(store: Store) -> None:
    source = ("Other news", "The Trump trial begins.", "There were 48 dead in Rome.", "It rains.")
    assert decided(store, source, VARIANT, tuple(FACTS)) == ({}, ALL)


def test_words_that_stand_twice_in_a_sentence_are_two(store: Store) -> None:
    variant = ("Biden told Biden that Biden left.",)
    documents = pair(SOURCE, variant)
    comparison = compared(documents, [FACTS[0]])
    first = comparison.findings[0]
    assert first.spans.variant is not None
    second = first._replace(spans=Pair(first.spans.source, Span(11, 16)))
    comparison = comparison._replace(findings=(first, second))
    store.decide(entries(documents, comparison, said(), said(Ruling.DISMISSED, 1)))
    found = store.decisions_for(documents, comparison)
    assert [found.decisions[at].ruling for at in (0, 1)] == [Ruling.CONFIRMED, Ruling.DISMISSED]


def test_words_that_stand_thousands_of_times_in_a_line_are_as_many() -> None:
    documents = pair(SOURCE, ("Biden " * 5000,))
    comparison = compared(documents, [FACTS[0]])
    (first,) = comparison.findings
    spans = [Span(at, at + 5) for at in range(0, 30_000, 6)]
    findings = tuple(first._replace(spans=Pair(first.spans.source, span)) for span in spans)
    told = [
        subject.sides.variant.nth
        for subject in subjects_of(texts_of(documents, comparison), comparison._replace(findings=findings))
    ]
    assert told[:1000] == list(range(1000))
    assert len(set(told)) == 5000


def test_the_newer_decision_counts_also_when_it_was_stored_first(store: Store) -> None:
    documents = pair()
    comparison = compared(documents)
    later, earlier = said(Ruling.UNSURE, 99, "berta"), said(Ruling.DISMISSED, 50, "carla")
    store.decide(entries(documents, comparison, later))
    store.decide(entries(documents, comparison, earlier))
    assert store.decisions_for(documents, comparison).decisions[0] == later
    assert len(list(store.all())) == 5


def test_a_ruling_taken_back_is_no_decision_unless_it_has_a_note(store: Store) -> None:
    documents = pair()
    comparison = compared(documents)
    store.decide(entries(documents, comparison, said(None, 9), said(None, 9, note="ask Anna")))
    found = store.decisions_for(documents, comparison).decisions
    assert set(found) == {1, 2}
    assert found[1].note == "ask Anna"


def test_what_others_decide_is_seen_and_once(store: Store, path: Path) -> None:
    documents = pair()
    with Store.open(path) as other:
        assert store.from_others() == News()
        new = entries(documents, compared(documents), said(Ruling.DISMISSED, 9, "berta"))
        other.decide(new)
        assert store.from_others().entries == new
        assert store.from_others() == News()


def test_the_same_decision_twice_is_one(store: Store) -> None:
    documents = pair()
    assert store.decide(entries(documents, compared(documents), *DECISIONS)) == 0
    assert len(list(store.all())) == 3


def test_a_cleared_store_is_empty(store: Store) -> None:
    store.clear()
    documents = pair()
    assert store.decisions_for(documents, compared(documents)).decisions == {}
    assert list(store.all()) == []


def test_a_variant_signed_off_is_so_until_its_text_changes(store: Store) -> None:
    documents = pair()
    found = store.decisions_for(documents, compared(documents))
    assert found.whole is not None
    assert found.signed is None
    store.decide([Entry(found.whole, said())])
    assert store.decisions_for(documents, compared(documents)).signed == said()
    changed = pair(SOURCE, (*VARIANT, "One more."))
    assert store.decisions_for(changed, compared(changed)).signed is None
    other = pair(("Other news", *VARIANT[2:]), VARIANT)
    assert store.decisions_for(other, compared(other, [])).signed is None
