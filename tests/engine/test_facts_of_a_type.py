"""Facts by the type of their values."""

from __future__ import annotations

from artdiff.documents.document import Document
from artdiff.engine.analysis import analyse
from artdiff.engine.facts.fact import Clock, Name, Quantity


def test_facts_are_told_apart_by_their_values() -> None:
    found = analyse(Document("a", "The mayor, Ada Quist, paid 40 euros to Ole Brandt.\n\nShe gave 30 more to Quist."))
    words = [fact.span.of(found.text.document.text) for fact in found.facts_of(Name)]
    assert words == ["Ada Quist", "Ole Brandt", "Quist"]
    assert all(isinstance(fact.value, Quantity) for fact in found.facts_of(Quantity))
    assert len(found.facts_of(Quantity)) == 2
    assert not found.facts_of(Clock)
