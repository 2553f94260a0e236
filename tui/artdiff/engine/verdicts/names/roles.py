"""Roles: titles, offices and professions that a rewrite changed or made up for somebody whom the source names."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.facts.fact import Name, Office
from artdiff.engine.lexicon.gazetteer import is_role
from artdiff.engine.lexicon.kinds import kindred, siblings
from artdiff.engine.lexicon.qualifiers import NOW, VAGUE, exclude, is_rank, without_rank
from artdiff.engine.lexicon.synonyms import AKIN, relatives
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.places import own_facts
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.names.trades import Told, differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.verdicts.judgement import Features

TITLES = {
    phrase: row.split(",")[0]
    for row in (
        "chief executive,chief executive officer,ceo",
        "chief financial officer,cfo,finance chief,finance director,chief finance officer,finance head",
        "chief operating officer,coo,operations chief,operations director",
        "chief technology officer,cto,technology chief",
        "member of parliament,mp,lawmaker,legislator,parliamentarian",
        "vice-chancellor,vice chancellor",
        "chair,chairman,chairwoman,chairperson",
        "top doctor,top physician,chief medical officer,chief physician",
        "lawyer,barrister,solicitor,attorney,counsel,advocate",
        "co-owner,part-owner,joint owner",
    )
    for phrase in row.split(",")
}
"""Offices that go by several names."""
WIDE = frozenset(
    "person people man woman official officer worker employee staffer member figure leader resident friend colleague expert "
    "professional boss chief head executive victim suspect counterpart predecessor successor rival opponent partner "
    "native veteran insider critic supporter survivor source aide".split()
)
"""Roles that say too little to contradict another one."""
SPEAKING = frozenset("spokesman spokeswoman spokesperson".split())
LEADING = frozenset("chief executive head boss chair director".split())
"""Roles that nobody who only speaks for others has."""
PAST = frozenset("former ex retired emeritus".split())
PENSIONED = frozenset("pensioner retiree".split())
PENSION = frozenset("retired retiree retirement pension pensioner".split())
"""Words that tell that somebody is a pensioner."""
ONCE = frozenset("was were once formerly until former then previously had".split())
"""Words that say as much as "former" does."""
ROOT = 5
"""How many letters words of one root share at least."""
SHORT = 3
LOST = frozenset("deputy vice acting assistant".split())
"""Ranks that nobody may leave out."""


class _Source(NamedTuple):
    """What the source says of roles.

    Attributes:
        offices: by the holder's last name.
        told: for each last name of who has an office in the variant the tokens of the sentences that name its bearer.
        stems: of the whole source.
        pairs: its pairs of neighbouring stems.
    """

    offices: dict[str, list[Fact]]
    told: dict[str, list[Token]]
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def judge_roles(analyses: Pair[Analysis], alignment: Alignment) -> Iterator[Judgement]:
    """Yield a judgement for every role that the variant gives to somebody whom the source names."""
    ours = own_facts(analyses, alignment, analyses.variant.facts_of(Office))
    if not ours:
        return
    source = _read(analyses.source, {_office(fact).holder for fact in ours})
    for fact in ours:
        if _office(fact).holder in source.told:
            judgement = _judge(analyses, fact, source)
            if judgement:
                yield judgement


def _office(fact: Fact) -> Office:
    assert isinstance(fact.value, Office)  # noqa: S101
    return fact.value


def _read(source: Analysis, holders: AbstractSet[str]) -> _Source:
    offices: dict[str, list[Fact]] = defaultdict(list)
    told: dict[str, list[Token]] = defaultdict(list)
    for fact in source.facts_of(Office):
        offices[_office(fact).holder].append(fact)
    for fact in source.facts_of(Name):
        if isinstance(fact.value, Name) and fact.value.words[-1] in holders:
            told[fact.value.words[-1]] += source.text.words_of(source.text.sentences[fact.sentence])
    stems = source.text.stems
    return _Source(offices, told, frozenset(stems), frozenset(pairwise(stems)))


def _is_wide(tokens: Sequence[Token], office: Office) -> bool:
    """Say whether a role says so little that it contradicts nothing: "official", but not "head of sales"."""
    return (
        tokens[-1].norm in WIDE and not _title(tokens) and not office.field and not any(map(_is_specific, tokens[:-1]))
    )


def _is_specific(token: Token) -> bool:
    """Say whether a word in front of a wide one tells its trade: "maintenance worker", not "senior official"."""
    return token.norm not in VAGUE and not is_rank(token.norm)


def _is_told(tokens: Sequence[Token], source: _Source) -> bool:
    """Say whether the source has a role word for word, if of nobody by name: "a senior aide"."""
    return len(tokens) > 1 and (tokens[-2].stem, tokens[-1].stem) in source.pairs


def _tokens(analysis: Analysis, fact: Fact) -> Sequence[Token]:
    return analysis.text.tokens[slice(*fact.tokens)]


def _judge(analyses: Pair[Analysis], fact: Fact, source: _Source) -> Judgement | None:
    ours, holder = _tokens(analyses.variant, fact), _office(fact).holder
    held = source.offices.get(holder, [])
    same = [one for one in held if _same(ours, _tokens(analyses.source, one))]
    if same:
        ranked = [_ranked(analyses, fact, one) for one in same]
        if None not in ranked:
            return ranked[0]
        return _other_trade(analyses, fact, same, source) or _supported(fact, same[ranked.index(None)])
    other_title = bool(_title(ours)) and any(_title(_tokens(analyses.source, one)) for one in held)
    kin = any(kindred(ours[-1], token) or _is_derived(ours[-1], token) for token in source.told[holder])
    held = [one for one in held if not _is_wide(_tokens(analyses.source, one), _office(one))]
    told = _is_told(ours, source)
    pensioned = ours[-1].norm in PENSIONED and any(token.norm in PENSION for token in source.told[holder])
    if pensioned or _is_wide(ours, _office(fact)) or (told and not held) or (kin and not other_title):
        return None
    features = (*_features(ours, holder, source), ("told", float(told)))
    if held:
        features += _compared(ours, _tokens(analyses.source, held[0]))
        if _is_once(ours) and not _is_once(_tokens(analyses.source, held[0])):
            return _unheard(analyses, fact, "roles.other", 0.55, features)
        return _altered(analyses, fact, held[0], "roles.other", 0.55, features)
    if ours[-1].stem in source.stems:
        return None
    return _unheard(analyses, fact, "roles.no_base", 0.45, features)


def _other_trade(analyses: Pair[Analysis], fact: Fact, same: Sequence[Fact], source: _Source) -> Judgement | None:
    """Judge a role that is kept by its word alone: "finance director" for "engineering director"."""
    told = frozenset([token.stem for token in source.told[_office(fact).holder]])
    found = [(one, differing(analyses, fact, one, Told(source.stems, told))) for one in same]
    features = next((known for _, known in found if known), None)
    if features is None or any(known is None for _, known in found):
        return None
    return _altered(analyses, fact, found[0][0], "roles.trade", 0.4, features)


def _is_once(tokens: Sequence[Token]) -> bool:
    """Say whether a role is one that somebody held before: it takes no other's place."""
    return any(token.norm in PAST for token in tokens)


def _unheard(analyses: Pair[Analysis], fact: Fact, rule: str, strength: float, features: Features) -> Judgement:
    reason = f"The source does not call {_office(fact).holder.title()} “{_words(analyses.variant, fact)}”."
    return Judgement(Verdict.HALLUCINATED, FactKind.ROLE, Pair(None, fact.span), reason, rule, strength, features)


def _supported(fact: Fact, theirs: Fact) -> Judgement:
    spans: Pair[Span | None] = Pair(theirs.span, fact.span)
    return Judgement(Verdict.SUPPORTED, FactKind.ROLE, spans, "The source has this role.", "roles.same", 0.9)


def _is_derived(ours: Token, told: Token) -> bool:
    """Say whether the source tells it by a word of the same root: "director", who "directs"; "governor", "Gov."."""
    short = told.text[0].isupper() and len(told.norm) == SHORT and ours.norm.startswith(told.norm)
    return short or (len(told.stem) >= ROOT and ours.stem[:ROOT] == told.stem[:ROOT])


def _features(ours: Sequence[Token], holder: str, source: _Source) -> tuple[tuple[str, float], ...]:
    said = {token.stem for token in source.told[holder]}
    based = [not said.isdisjoint((token.stem, *_near(token.stem))) for token in ours]
    return (
        ("based", sum(based) / len(based)),
        ("known", float(ours[-1].stem in source.stems)),
        ("former", float(any(token.norm == "former" for token in ours))),
    )


def _compared(ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[tuple[str, float], ...]:
    """Return how two roles compare: whether ours is an office at all, and whether both are kinds of the same."""
    mine, other = ours[-1].norm, theirs[-1].norm
    return (
        ("layman", float(not is_role(mine))),
        ("sibling", float(siblings(mine, other))),
        ("longer", float(len(ours) > len(theirs))),
    )


def _near(stem: str) -> Iterator[str]:
    return (other for other, relation in relatives(stem).items() if relation in AKIN)


def _same(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Say whether two roles are the same, ranks apart: the same word, a kind of it, or another name for the office."""
    titles = _title(ours), _title(theirs)
    if all(titles):
        return not titles[0].isdisjoint(titles[1])
    mine, other = ours[-1], theirs[-1]
    if any(one.norm in SPEAKING and two.norm in LEADING for one, two in ((mine, other), (other, mine))):
        return False
    if {mine.norm, other.norm} & WIDE and mine.stem != other.stem:
        return _shares_trade(ours, theirs)
    return kindred(mine, other) or without_rank(mine.norm) == without_rank(other.norm)


def _shares_trade(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Say whether a wide role with a trade in front may be the other: "hospital worker" and "nurse", not "driver"."""
    wide, other = (ours, theirs) if ours[-1].norm in WIDE else (theirs, ours)
    trade = [token for token in wide[:-1] if _is_specific(token)]
    stems = {stem for token in other for stem in (token.stem, *_near(token.stem))}
    return not trade or any(token.stem in stems for token in trade)


def _title(tokens: Sequence[Token]) -> set[str]:
    norms = [token.norm for token in tokens]
    return {TITLES[name] for at in range(len(norms)) if (name := " ".join(norms[at:])) in TITLES}


def _qualifiers(tokens: Sequence[Token]) -> set[str]:
    """Return the words in front of a role, the rank joined to it by a hyphen among them."""
    rank, _, rest = tokens[-1].norm.partition("-")
    return {token.norm for token in tokens[:-1]} | ({rank} if rest and is_rank(rank) else set())


def _ranked(analyses: Pair[Analysis], fact: Fact, theirs: Fact) -> Judgement | None:
    """Judge the qualifiers of a role that somebody holds in both: "deputy chair" for "chair"."""
    ours, held = _qualifiers(_tokens(analyses.variant, fact)), _qualifiers(_tokens(analyses.source, theirs))
    said = {token.norm for token in analyses.source.text.words_of(analyses.source.text.sentences[theirs.sentence])}
    added = {word for word in ours - held if is_rank(word) and word not in said}
    if not said.isdisjoint(ONCE | PAST):
        added -= PAST
    same_word = without_rank(_tokens(analyses.variant, fact)[-1].norm) == without_rank(
        _tokens(analyses.source, theirs)[-1].norm
    )
    lost = held & LOST if same_word and not ours & LOST else set()
    fields = _office(fact).field, _office(theirs).field
    other = all(fields) and fields[0].isdisjoint(fields[1]) and not _is_near(*fields)
    still = bool(ours & NOW and held & PAST) or bool(ours & PAST and held & NOW)
    swapped = other or still or any(exclude(word, other) for word in ours - held for other in held - ours)
    if not (added or lost or swapped):
        return None
    features = (("added", float(bool(added))), ("lost", float(bool(lost))), ("field", float(other)))
    rule = "roles.rank"
    if other and not (added or lost):
        fact, theirs, rule = _with_field(analyses.variant, fact), _with_field(analyses.source, theirs), "roles.field"
    return _altered(analyses, fact, theirs, rule, 0.6, features)


def _with_field(analysis: Analysis, fact: Fact) -> Fact:
    """Return a role with what it is for in its span: "alderman for finance"."""
    tokens, (first, last) = analysis.text.tokens, fact.tokens
    left = set(_office(fact).field)
    while left and last < len(tokens):
        left.discard(tokens[last].stem)
        last += 1
    return fact._replace(span=Span(fact.span.start, tokens[last - 1].end), tokens=(first, last))


def _is_near(fields: frozenset[str], others: frozenset[str]) -> bool:
    return any(other in _near(stem) for stem in fields for other in others)


def _altered(
    analyses: Pair[Analysis],
    fact: Fact,
    theirs: Fact,
    rule: str,
    strength: float,
    features: tuple[tuple[str, float], ...],
) -> Judgement:
    ours, source = _words(analyses.variant, fact), _words(analyses.source, theirs)
    reason = f"The source calls {_office(theirs).holder.title()} “{source}”, not “{ours}”."
    return Judgement(Verdict.ALTERED, FactKind.ROLE, Pair(theirs.span, fact.span), reason, rule, strength, features)


def _words(analysis: Analysis, fact: Fact) -> str:
    return fact.span.of(analysis.text.document.text)
