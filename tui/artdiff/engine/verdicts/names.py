"""Names: persons, organisations and places that a rewrite changed, misspelt, swapped or made up."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import JaroWinkler

from artdiff.engine.facts.fact import Name
from artdiff.engine.facts.name_words import CONNECTORS, PLACE_PREPOSITIONS
from artdiff.engine.lexicon.gazetteer import capital_country
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.places import Nearness, Places, own_facts, surroundings
from artdiff.engine.verdicts.same_names import DIRECTIONS, forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.documents.document import Span
    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.verdicts.places import Candidate

MISSPELT = 0.88
"""From this Jaro-Winkler similarity on an unknown word is a misspelling of a known one."""
NEAR_START = 1
LONGEST_ACRONYM = 5


class _Source(NamedTuple):
    """What the source's names and words are.

    Attributes:
        words: every form of every word of the source.
        names: the forms of the words of its names.
        spelt: the name words by their first letters, to find misspellings.
    """

    words: frozenset[str]
    names: frozenset[str]
    spelt: dict[str, list[str]]


def judge_names(analyses: Pair[Analysis], alignment: Alignment) -> Iterator[Judgement]:
    """Yield a judgement for every name of the variant, the first mention of one that the source lacks."""
    source = _read_source(analyses.source)
    places = Places(analyses, alignment, is_name, _keys)
    told: set[tuple[str, ...]] = set()
    spoken = _spoken(analyses.variant)
    for fact in own_facts(analyses, alignment, is_name):
        words = tuple(word for word in _name(fact).words if word not in CONNECTORS)
        unknown = tuple(word for word in words if not _is_known(word, source))
        if unknown and (
            _is_government(analyses.variant, fact, source) or _is_other_spelling(analyses.variant, fact, source)
        ):
            unknown = ()
        if not unknown:
            yield _known(analyses, places, fact)
        elif unknown not in told:
            told.add(unknown)
            yield _unknown(analyses, places, fact, unknown, source, spoken)


def is_name(fact: Fact) -> bool:
    """Say whether a fact is a mention of a name."""
    return isinstance(fact.value, Name)


def _name(fact: Fact) -> Name:
    assert isinstance(fact.value, Name)  # noqa: S101
    return fact.value


def _keys(fact: Fact) -> Iterator[str]:
    """Yield what a name is known by far away: every form of each of its words."""
    for word in _name(fact).words:
        if word not in CONNECTORS:
            yield from forms(word)


def _read_source(source: Analysis) -> _Source:
    words = frozenset(form for token in source.text.tokens for form in forms(token.norm))
    names = frozenset(word for fact in source.facts if is_name(fact) for word in _name(fact).words)
    acronyms = frozenset(
        "".join(word[0] for word in _name(fact).words if word not in CONNECTORS)
        for fact in source.facts
        if is_name(fact) and len(_name(fact).words) > 1
    )
    mentions = {" ".join(_name(fact).words) for fact in source.facts if is_name(fact)}
    governed = frozenset(country for mention in mentions if (country := capital_country(mention)))
    spelt: dict[str, list[str]] = defaultdict(list)
    for word in sorted(names):
        spelt[word[:NEAR_START]].append(word)
    return _Source(words | acronyms | governed, names, spelt)


def _is_known(word: str, source: _Source) -> bool:
    if len(word.rstrip(".")) == 1 or word in DIRECTIONS or any(form in source.words for form in forms(word)):
        return True
    return any(_is_cut(word, other) for other in source.spelt.get(word[:NEAR_START], ()))


def _is_government(variant: Analysis, fact: Fact, source: _Source) -> bool:
    """Say whether a capital stands for its country's government: "Paris promised", not "in Paris"."""
    country = capital_country(" ".join(_name(fact).words))
    before = variant.text.tokens[fact.tokens[0] - 1].norm if fact.tokens[0] else ""
    return country is not None and country in source.words and before not in PLACE_PREPOSITIONS


def _is_other_spelling(variant: Analysis, fact: Fact, source: _Source) -> bool:
    """Say whether a name is written in one word here, or by its capitals: "Super Bowl" for "Superbowl", "APhA"."""
    words = _name(fact).words
    capitals = "".join(sign for sign in _words(variant, fact.span) if sign.isupper()).casefold()
    return "".join(words) in source.words or (len(words) == 1 and len(capitals) > 2 and capitals in source.words)


def _is_cut(word: str, other: str) -> bool:
    """Say whether one word is the beginning of the other: "Ill." and Illinois, Democrat and Democratic."""
    short, long = sorted((word.rstrip("."), other.rstrip(".")), key=len)
    return len(short) >= 3 and long.startswith(short) and (len(short) >= 5 or len(long) - len(short) >= 4)


def _spoken(variant: Analysis) -> frozenset[str]:
    """Return all words of the variant's names: a source name among them is no rival of another."""
    return frozenset(
        form for fact in variant.facts if is_name(fact) for word in _name(fact).words for form in forms(word)
    )


def _unknown(
    analyses: Pair[Analysis],
    places: Places,
    fact: Fact,
    unknown: tuple[str, ...],
    source: _Source,
    spoken: frozenset[str],
) -> Judgement:
    ours = _words(analyses.variant, fact.span)
    misspelt = _misspelt(unknown, source)
    if misspelt:
        return _altered(analyses, fact, _mention(analyses.source, misspelt), "names.misspelt", 0.8)
    words = _name(fact).words
    partner = next((one for one in places.candidates(fact) if _is_namesake(one.fact, words, unknown)), None)
    if partner:
        return _altered(analyses, fact, partner.fact, "names.other_part", 0.82)
    acronym = len(words) == 1 and len(ours) <= LONGEST_ACRONYM and sum(map(str.isupper, ours)) >= 2
    rival = None if acronym else _rival(analyses, places, fact, spoken)
    if rival:
        strength = 0.9 if rival.nearness is Nearness.SUPPORT else 0.7
        return _altered(analyses, fact, rival.fact, "names.other", strength)
    strength = 0.75 if places.support(fact).sentences else 0.6
    reason = f"“{ours}” stands nowhere in the source."
    rule = "names.acronym" if acronym else "names.no_base"
    return Judgement(Verdict.HALLUCINATED, fact.kind, Pair(None, fact.span), reason, rule, strength)


def _misspelt(unknown: tuple[str, ...], source: _Source) -> str:
    """Return the source's word that is most like an unknown one, if it is that one misspelt, else ""."""
    alike = [
        (JaroWinkler.similarity(word, other), other)
        for word in unknown
        for other in source.spelt.get(word[:NEAR_START], ())
        if len(word) > 4 and abs(len(word) - len(other)) <= 2
    ]
    similarity, other = max(alike, default=(0.0, ""))
    return other if similarity >= MISSPELT else ""


def _mention(source: Analysis, word: str) -> Fact:
    return next(fact for fact in source.facts if is_name(fact) and word in _name(fact).words)


def _is_namesake(other: Fact, words: tuple[str, ...], unknown: tuple[str, ...]) -> bool:
    """Say whether a source name shares the surname or all but one word with the variant's."""
    theirs = _name(other).words
    shared = [word for word in words if word not in unknown and word in theirs and word not in CONNECTORS]
    return bool(shared) and len(theirs) > 1 and len(words) > 1 and len(shared) >= len(words) - 1 - len(words) // 3


def _rival(analyses: Pair[Analysis], places: Places, fact: Fact, spoken: frozenset[str]) -> Candidate | None:
    """Return the source name that most likely stands where the variant's does and that the variant does not say."""
    around = surroundings(analyses.variant, fact)
    rows = [
        (one.nearness, len(around & places.around(one.fact)), -at, one)
        for at, one in enumerate(places.candidates(fact))
        if one.nearness >= Nearness.PARAGRAPH and _may_stand_for(one.fact, fact)
    ]
    best = max((row for row in rows if row[1] >= 2 or not _is_spoken(row[3].fact, spoken)), default=None)
    return best[3] if best and (best[1] > 0 or best[0] is Nearness.SUPPORT) else None


def _may_stand_for(theirs: Fact, ours: Fact) -> bool:
    return theirs.kind is ours.kind or FactKind.ORGANISATION in {theirs.kind, ours.kind}


def _is_spoken(fact: Fact, spoken: frozenset[str]) -> bool:
    return any(form in spoken for form in forms(_name(fact).words[-1]))


def _known(analyses: Pair[Analysis], places: Places, fact: Fact) -> Judgement:
    """Judge a name that the source has: supported, unless its place here belongs to another."""
    ours = {form for word in _name(fact).words for form in forms(word)}
    rows = places.candidates(fact)
    mine = [row for row in rows if any(form in ours for word in _name(row.fact).words for form in forms(word))]
    near = any(row.nearness >= Nearness.PARAGRAPH for row in mine)
    if not near and mine:
        around = surroundings(analyses.variant, fact)
        here = _in_sentence(analyses.variant, fact)
        for row in rows:
            agreed = len(around & places.around(row.fact))
            if (
                row.nearness is Nearness.SUPPORT
                and agreed >= 2
                and row.fact.kind is fact.kind
                and not any(form in here for form in forms(_name(row.fact).words[-1]))
            ):
                return _altered(analyses, fact, row.fact, "names.wrong_place", 0.5 + 0.08 * agreed)
    counterpart = mine[0].fact.span if mine else None
    reason = "The source has this name."
    return Judgement(Verdict.SUPPORTED, fact.kind, Pair(counterpart, fact.span), reason, "names.same", 0.9)


def _in_sentence(variant: Analysis, fact: Fact) -> frozenset[str]:
    sentence = variant.text.sentences[fact.sentence]
    return frozenset(form for token in variant.text.words_of(sentence) for form in forms(token.norm))


def _altered(analyses: Pair[Analysis], fact: Fact, theirs: Fact, rule: str, strength: float) -> Judgement:
    spans = Pair(theirs.span, fact.span)
    ours, source = _words(analyses.variant, fact.span), _words(analyses.source, theirs.span)
    if rule == "names.wrong_place":
        reason = f"The source has “{source}” at this place; “{ours}” stands elsewhere in it."
    else:
        reason = f"“{ours}” stands nowhere in the source, which has “{source}” here."
    return Judgement(Verdict.ALTERED, theirs.kind, spans, reason, rule, min(0.95, strength))


def _words(analysis: Analysis, span: Span) -> str:
    return span.of(analysis.text.document.text)
