"""What kind of fact a finding is about, where its place tells it: a quotation, a speaker, a side of the compass, a reason."""

import pytest

from artdiff.documents.document import Span
from artdiff.engine.links import align
from artdiff.engine.values import FLAGGED, FactKind, Finding, Pair, Verdict
from artdiff.engine.verdicts.fact_kinds import with_kinds
from tests.texts import analysis, compared

SOURCE = (
    "The mill at Corran stopped its machines on Monday after a fire in the drying hall east of the river.\n"
    "“We lost forty bales in Dundee,” said Moira Kell, the manager. Ewan Strachan said the insurers would pay. "
    "The firefighters praised the workers.\n"
    "A spokeswoman for the council said the road would open again on Friday.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "rule", "given", "kind"),
    [
        ("Dundee", "Perth", "names.other", FactKind.PLACE, FactKind.QUOTE),
        ("forty", "fifty", "figures.other_value", FactKind.NUMBER, FactKind.QUOTE),
        ("Ewan Strachan", "Moira Kell", "strangers.rival", FactKind.PERSON, FactKind.ATTRIBUTION),
        ("Moira Kell", "Ewan Strachan", "strangers.rival", FactKind.PERSON, FactKind.PERSON),
        ("spokeswoman", "lawyer", "stand_ins.other", FactKind.ROLE, FactKind.ATTRIBUTION),
        ("workers", "managers", "stand_ins.other", FactKind.ROLE, FactKind.ROLE),
        ("east", "west", "contraries.opposite", FactKind.EVENT, FactKind.PLACE),
        ("Corran", "Tarbet", "names.other", FactKind.PLACE, FactKind.PLACE),
    ],
)
def test_a_place_tells_the_kind(old: str, new: str, rule: str, given: FactKind, kind: FactKind) -> None:
    at = SOURCE.index(old)
    variant = SOURCE[:at] + new + SOURCE[at + len(old) :]
    spans: Pair[Span | None] = Pair(Span(at, at + len(old)), Span(at, at + len(new)))
    finding = Finding(Verdict.ALTERED, given, 0.9, spans, "", rule)
    analyses = Pair(analysis(SOURCE), analysis(variant))
    (found,) = with_kinds([finding], analyses, align(analyses))
    assert found.kind is kind


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("open again on Friday", "open again on Friday, because the priests dread crowds", FactKind.CAUSE),
        ("Ewan Strachan said", "Ewan Strachan, a retired nurse, said", FactKind.ROLE),
        ("on Friday.", "on Friday, and nurses would earn 300 pounds more.", FactKind.MONEY),
        ("praised the workers", "praised the workers, after a nine-hour quarrel", FactKind.DURATION),
        ("praised the workers", "praised the workers, although nobody had expected tears", FactKind.EVENT),
        ("would open again", "would, with money from a private company, open again", FactKind.ORGANISATION),
    ],
)
def test_an_addition_is_about_what_its_words_tell(old: str, new: str, kind: FactKind) -> None:
    findings = compared(SOURCE, SOURCE.replace(old, new)).findings
    added = [one.kind for one in findings if one.verdict in FLAGGED and one.rule.startswith("additions")]
    assert added == [kind]


@pytest.mark.parametrize(
    ("sentence", "date", "rule", "given", "kind"),
    [
        ("A first loan falls due in March.", "March", "doubts.date", FactKind.EVENT, FactKind.DATE),
        ("Hunters would be heard by 9 July.", "9 July", "additions.free", FactKind.EVENT, FactKind.DATE),
        ("Hunters lost a similar plan in 2021.", "2021", "additions.free", FactKind.EVENT, FactKind.EVENT),
        ("They own a vintage Bentley.", "Bentley", "names.no_base", FactKind.PERSON, FactKind.OTHER),
        ("They hired a nurse Mary Bentley.", "Mary Bentley", "names.no_base", FactKind.PERSON, FactKind.PERSON),
        ("A probe due for launch in 2027 is cheaper.", "2027", "dates.other", FactKind.EVENT, FactKind.EVENT),
        ("Hunters plan a rally on Friday.", "Friday", "dates.other", FactKind.EVENT, FactKind.EVENT),
        ("Hunters photographed a whale in December.", "December", "dates.no_base", FactKind.DATE, FactKind.EVENT),
        ("The mill at Corran has had a drying hall since 1950.", "1950", "dates.no_base", FactKind.DATE, FactKind.DATE),
    ],
)
def test_what_stands_around_tells_the_kind(
    sentence: str, date: str, rule: str, given: FactKind, kind: FactKind
) -> None:
    variant = f"{SOURCE}{sentence}\n"
    at = variant.rindex(date)
    finding = Finding(Verdict.HALLUCINATED, given, 0.9, Pair(None, Span(at, at + len(date))), "", rule)
    analyses = Pair(analysis(SOURCE), analysis(variant))
    (found,) = with_kinds([finding], analyses, align(analyses))
    assert found.kind is kind
