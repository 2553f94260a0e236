"""What was only planned, offered, asked for or tried, told as done; and what was done, told as planned."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.grounding import NONE, Ground
from artdiff.engine.language.function_words import AUXILIARIES, MODALS, PRONOUNS
from artdiff.engine.language.stems import stems
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.chains import certainty, chains, parity, share_of_clause, span_of
from artdiff.engine.verdicts.counterparts.contexts import neighbours, same_place
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.predicates import BE, is_past, is_predicate
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.verdicts.judgement import Features

GOVERNORS: Final = {
    "intend": "plan intend hope want aim expect wish prepare mean due set ready keen willing likely about intention",
    "commit": "promise offer vow pledge agree threaten threat decide commit volunteer undertake decision agreement",
    "direct": "ask tell urge order invite instruct advise request persuade encourage allow permit recommend call appeal",
    "try": "try attempt seek struggle effort bid",
    "weigh": "consider propose suggest discuss contemplate proposal option",
}
"""Words that govern what has not happened by them."""
REACH: Final = 6
"""How many tokens before "to" its governor may stand: "asked the ministry to pay"."""
LEAST_SHARE: Final = 0.5
"""So much of the smaller of both clauses the other must have."""
FINITE: Final = 5
"""How many tokens before a verb its auxiliaries are looked for."""


@cache
def _classes() -> dict[str, str]:
    return {stem: name for name, words in GOVERNORS.items() for stem in stems(words.split())}


class _Unreal(NamedTuple):
    """What governs a verb that did not happen by it.

    Attributes:
        at: the governor's token.
        name: its class.
    """

    at: int
    name: str


def judge_realis(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every kept verb that is told as done on one side only."""
    source, variant = evidence.analyses
    matches, grounds, explained = evidence.grounding.matches, evidence.grounding.grounds, evidence.explained
    ours, theirs, related = variant.text.norms, source.text.norms, Ground.RELATED
    for sentence, _ in evidence.linked_sentences():
        for at in variant.clauses.content_in(*sentence.tokens):
            match = matches[at]
            if match == NONE or explained[at] or grounds[at] < related:
                continue
            if is_past(ours[at]) or is_past(theirs[match]):  # else nothing is told as done
                yield from _judge_verb(evidence, at, match)


def _judge_verb(evidence: Evidence, at: int, match: int) -> Iterator[Judgement]:
    """Yield a judgement on a verb, one of the two at least in the past, where only one side tells it as done."""
    source, variant = evidence.analyses
    governor = _unreal(source, match)
    if governor:
        if _is_done(variant, at):
            yield from _judge(evidence, (at, match), governor, softened=False)
    elif not variant.text.norms[at].endswith("ing") and _is_done(source, match):
        governor = _unreal(variant, at)
        if governor:
            yield from _judge(evidence, (at, match), governor, softened=True)


def _unreal(analysis: Analysis, at: int) -> _Unreal | None:
    """Return what governs a verb behind "to", or one in -ing right behind it."""
    tokens = analysis.text.tokens
    first = analysis.text.sentences[analysis.text.sentence_of[at]].tokens[0]
    known = _classes()
    to = at - 1 if at and tokens[at - 1].norm == "to" else at - 2 if at > 1 and tokens[at - 1].norm in BE else NONE
    if to == NONE or tokens[to].norm != "to":
        before = at - 1
        governs = tokens[at].norm.endswith("ing") and before >= first and known.get(tokens[before].stem) == "weigh"
        return _Unreal(before, "weigh") if governs else None
    for place in range(to - 1, max(first, to - REACH) - 1, -1):
        name = known.get(tokens[place].stem)
        if name and (place == to - 1 or name == "direct" or tokens[to - 1].norm in PRONOUNS):
            return _Unreal(place, name)
        if not tokens[place].text[0].isalnum() or tokens[place].norm in MODALS or tokens[place].norm in {"that", "and"}:
            return None
    return None


def _is_done(analysis: Analysis, at: int) -> bool:
    """Say whether a verb is told as done: in the past or perfect, nothing but auxiliaries in front."""
    if not is_past(analysis.text.norms[at]) or not is_predicate(analysis, at):
        return False
    leading = {token.norm for token in _group(analysis, at)}
    return leading.isdisjoint(MODALS | {"to", "be", "being"})


def _group(analysis: Analysis, at: int) -> list[Token]:
    """Return the auxiliaries, adverbs and the like in front of a verb."""
    tokens = analysis.text.tokens
    start = at
    while start > max(0, at - FINITE) and _leads(tokens[start - 1].norm):
        start -= 1
    return list(tokens[start:at])


def _leads(norm: str) -> bool:
    return (
        norm in AUXILIARIES
        or norm in MODALS
        or norm in {"to", "also", "already", "not", "never"}
        or norm.endswith("ly")
    )


def _judge(evidence: Evidence, words: tuple[int, int], unreal: _Unreal, *, softened: bool) -> Iterator[Judgement]:
    at, match = words
    source, variant = evidence.analyses
    place = same_place(evidence, at, match)
    share, kept = share_of_clause(evidence, at, match)
    subject = _same_subject(evidence, words, unreal, softened=softened)
    if share < LEAST_SHARE or not (place.after or (subject and place.shared > 1)):
        return
    if evidence.grounding.matches[unreal.at] != NONE if softened else unreal.at in evidence.grounding.used:
        return
    spans = Pair(
        _with_governor(source, match, unreal) if not softened else span_of(source, match, ()),
        span_of(variant, at, ()) if not softened else _with_governor(variant, at, unreal),
    )
    features: Features = (
        (unreal.name, 1.0),
        ("softened", float(softened)),
        (f"{unreal.name} softened", float(softened)),
        *_of_deed(evidence, words, softened=softened),
        ("subject", float(subject)),
        ("after", float(place.after)),
        ("shared", place.shared / 6),
        ("clause", share),
        ("kept", min(kept, 5) / 5),
        ("same", float(evidence.grounding.grounds[at] is Ground.SAME)),
        ("elsewhere", float(_is_done_elsewhere(evidence, match))),
    )
    said, meant = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    reason = f"The source says {meant} here, the rewrite {said}."
    strength = min(0.85, 0.1 + 0.2 * share + 0.2 * place.after + 0.1 * place.shared / 3 + 0.2 * subject)
    rule = "realis.planned" if softened else "realis.done"
    yield Judgement(Verdict.ALTERED, FactKind.MODALITY, spans, reason, rule, strength, features)


def _of_deed(evidence: Evidence, words: tuple[int, int], *, softened: bool) -> Features:
    """Return how the deed is told: as had been done, in the passive, hedged or denied besides."""
    at, match = words
    source, variant = evidence.analyses
    found = chains(evidence, at, match)
    planned, done = (variant, source) if softened else (source, variant)
    leading = {token.norm for token in _group(done, match if softened else at)}
    passive = not leading.isdisjoint(BE)
    return (
        ("perfect", float(not leading.isdisjoint({"has", "have", "had"}))),
        ("passive", float(passive)),
        ("passives", float(passive and planned.text.tokens[(at if softened else match) - 1].norm == "be")),
        ("hedged", float(certainty(found.source if softened else found.variant) is not None)),
        ("denied", float(parity(found.source) != parity(found.variant))),
    )


def _with_governor(analysis: Analysis, at: int, unreal: _Unreal) -> Span:
    """Return the words from the governor, its auxiliaries included, to the verb."""
    start = span_of(analysis, unreal.at, ()).start
    return Span(start, analysis.text.tokens[at].end)


def _same_subject(evidence: Evidence, words: tuple[int, int], unreal: _Unreal, *, softened: bool) -> bool:
    """Say whether the word before the verb that is told as done is the one before the governor."""
    at, match = words
    source, variant = evidence.analyses
    ours = neighbours(variant.clauses, unreal.at if softened else at, -1)[:2]
    theirs = neighbours(source.clauses, match if softened else unreal.at, -1)[:2]
    return any(evidence.grounding.matches[place] in theirs for place in ours)


def _is_done_elsewhere(evidence: Evidence, match: int) -> bool:
    """Say whether the source tells the verb as done in another place."""
    source = evidence.analyses.source
    stem = source.text.tokens[match].stem
    return any(place != match and _is_done(source, place) for place in evidence.grounding.places.get(stem, ())[:REACH])
