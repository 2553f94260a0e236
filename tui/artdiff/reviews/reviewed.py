"""A comparison with what reviewers said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import Verdict
from artdiff.reviews.added import with_added
from artdiff.reviews.keys import subjects_of, texts_of, whole_subject
from artdiff.reviews.matching import asked_for, attach, signed_off

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Finding, Pair
    from artdiff.reviews.decision import Decision
    from artdiff.reviews.fields import Entry
    from artdiff.reviews.subject import Subject


class Reviewed(NamedTuple):
    """What reviewers said of a comparison; equal to itself only.

    Attributes:
        comparison: with the findings that reviewers added, behind the engine's.
        subjects: one for each finding.
        decisions: those that hold, by the finding's place.
        earlier: decisions on what stood there before its sentence was changed, by the finding's place.
        sketch: hashes that stand for the variant's text.
        whole: what a word on the whole variant is about.
        signed: who has signed the variant off; None while nobody has, or its text has changed since.
    """

    comparison: Comparison
    subjects: tuple[Subject, ...]
    decisions: Mapping[int, Decision] = {}
    earlier: Mapping[int, Decision] = {}
    sketch: frozenset[int] = frozenset()
    whole: Subject | None = None
    signed: Decision | None = None

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return id(self)


def reviewed(
    documents: Pair[Document], comparison: Comparison, near: Callable[[Iterable[int]], Iterable[Entry]]
) -> Reviewed:
    """Return what reviewers said of a comparison.

    Args:
        documents: both sides.
        comparison: what the engine found.
        near: returns the newest decision on each finding that is kept under one of some hashes.
    """
    texts = texts_of(documents, comparison)
    subjects = tuple(subjects_of(texts, comparison))
    known = list(near(asked_for(subjects, texts)))
    comparison, subjects = with_added(comparison, subjects, texts, known)
    holding, earlier = attach(subjects, texts, known)
    whole = whole_subject(texts)
    sketch, signed = frozenset(texts.variant.sketch), signed_off(whole, texts, known)
    return Reviewed(comparison, subjects, holding, earlier, sketch, whole, signed)


def with_decisions(old: Reviewed, changes: Mapping[int, Decision | None]) -> Reviewed:
    """Return the same with other decisions, by the finding's place; None takes one away.

    A finding that is the same in a copy, by all that a decision is told by, is decided along.
    """
    told = {old.subjects[at].identity: decision for at, decision in changes.items()}
    decisions = {
        at: decision
        for at, subject in enumerate(old.subjects)
        if (decision := told.get(subject.identity, old.decisions.get(at))) is not None
    }
    return _settled(old._replace(decisions=decisions))


def renewed(old: Reviewed, new: Reviewed) -> Reviewed:
    """Return what is said now, with every finding at its old place; what others added comes behind."""
    known = {subject.identity for subject in old.subjects}
    more = [at for at, subject in enumerate(new.subjects) if subject.identity not in known]
    findings = (*old.comparison.findings, *(new.comparison.findings[at] for at in more))
    subjects = (*old.subjects, *(new.subjects[at] for at in more))
    decisions, earlier = (_placed(subjects, new, said) for said in (new.decisions, new.earlier))
    return _settled(
        old._replace(
            comparison=_with(old.comparison, findings),
            subjects=subjects,
            decisions=decisions,
            earlier=earlier,
            signed=new.signed,
        )
    )


def with_finding(old: Reviewed, finding: Finding, subject: Subject) -> Reviewed:
    """Return a comparison to which a reviewer adds a finding; it is told once it is decided."""
    comparison = _with(old.comparison, (*old.comparison.findings, finding))
    return _settled(old._replace(comparison=comparison, subjects=(*old.subjects, subject)))


def _placed(subjects: tuple[Subject, ...], new: Reviewed, said: Mapping[int, Decision]) -> dict[int, Decision]:
    told = {new.subjects[at].identity: decision for at, decision in said.items()}
    return {at: told[subject.identity] for at, subject in enumerate(subjects) if subject.identity in told}


def _settled(one: Reviewed) -> Reviewed:
    """Return the same with added findings told only as long as their reviewer stands by them; they keep their place."""
    findings = tuple(_told(one))
    if all(map(_is, findings, one.comparison.findings)):
        return one
    return one._replace(comparison=_with(one.comparison, findings))


def _told(one: Reviewed) -> Iterator[Finding]:
    for at, (finding, subject) in enumerate(zip(one.comparison.findings, one.subjects, strict=True)):
        verdict = subject.verdict if at in one.decisions else Verdict.SUPPORTED
        yield finding._replace(verdict=verdict) if subject.added and finding.verdict is not verdict else finding


def _is(one: object, other: object) -> bool:
    return one is other


def _with(comparison: Comparison, findings: tuple[Finding, ...]) -> Comparison:
    return comparison._replace(findings=findings)
