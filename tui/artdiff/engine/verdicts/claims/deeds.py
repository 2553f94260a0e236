"""Deeds: who does what to whom in a sentence, as far as names stand around a verb."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.facts.cues import CUES, HONORIFICS
from artdiff.engine.facts.fact import Name
from artdiff.engine.facts.phrases import is_noun_like
from artdiff.engine.facts.saying_reader import BY_THE_WAY
from artdiff.engine.language.function_words import AUXILIARIES, FUNCTION_WORDS, MODALS, PREPOSITIONS
from artdiff.engine.language.segmentation import WORD
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.counterparts.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.values import FactKind

NOUNS = 2
"""How many common nouns may stand between a name and its verb: "Kestovian troops crossed"."""
APPOSITIVE = 10
"""How many tokens between two commas may."""
REACH = 10
"""How many tokens behind a verb the one whom it concerns may stand."""
LONGEST_END = 5
"""How many tokens may lie between "from" and "to"."""
BE = frozenset("am is are was were be been being get gets got".split())
RELATIVES = frozenset("who which that".split())
CONCERNING = frozenset("to against with from over".split())
"""Prepositions behind which somebody stands whom a deed concerns."""
BY = frozenset({"by"})
STOPS = frozenset(",;:.!?—–“”")
PASSED = HONORIFICS | {"the", "a", "an"}


class Mention(NamedTuple):
    """A name where it stands.

    Attributes:
        words: its own.
        known: all words by which the document calls the same.
        first: index of its first token.
        last: behind its last token.
    """

    kind: FactKind
    words: tuple[str, ...]
    known: frozenset[str]
    first: int
    last: int


class Deed(NamedTuple):
    """Who does what to whom, as far as names tell it.

    Attributes:
        verb: index of its token.
        doers: the names that stand where a doer stands, several where they are joined by "and".
        concerned: whom or what it is done to, if it has a name.
    """

    verb: int
    doers: tuple[Mention, ...]
    concerned: Mention | None


class Way(NamedTuple):
    """Half-open token ranges of what stands behind "from" and behind "to"."""

    origin: tuple[int, int]
    goal: tuple[int, int]

    def stems(self, side: Named) -> tuple[str, str]:
        """Return both as stems."""
        origin, goal = (" ".join(token.stem for token in side.tokens[slice(*part)]) for part in self)
        return origin, goal

    def span(self, side: Named) -> Span:
        """Return the span of the whole way, the first preposition included."""
        return Span(side.tokens[min(self)[0] - 1].start, side.tokens[max(self)[1] - 1].end)


class Named(NamedTuple):
    """One document with its names by their tokens."""

    analysis: Analysis
    tokens: Sequence[Token]
    starting: dict[int, Mention]
    ending: dict[int, Mention]


def read_names(analyses: Pair[Analysis]) -> Pair[Named]:
    """Return both documents with their names; what one of them has as a name may begin the other's sentences."""
    mentions = Pair(*map(_mentions, analyses))
    kinds = {mention.words[-1]: mention.kind for side in mentions for mention in side}
    return Pair(*(_side(analysis, found, kinds) for analysis, found in zip(analyses, mentions, strict=True)))


def _mentions(analysis: Analysis) -> list[Mention]:
    named = [(fact, fact.value) for fact in analysis.facts_of(Name) if isinstance(fact.value, Name)]
    known: dict[int, set[str]] = defaultdict(set)
    for _, name in named:
        known[name.entity].update(name.words)
    return [Mention(fact.kind, name.words, frozenset(known[name.entity]), *fact.tokens) for fact, name in named]


def _side(analysis: Analysis, mentions: list[Mention], kinds: Mapping[str, FactKind]) -> Named:
    starting = {mention.first: mention for mention in mentions}
    for sentence in analysis.text.sentences:
        first = sentence.tokens[0]
        word = analysis.text.norms[first]
        if word in kinds and first not in starting:
            starting[first] = Mention(kinds[word], (word,), frozenset({word}), first, first + 1)
    return Named(analysis, analysis.text.tokens, starting, {mention.last: mention for mention in starting.values()})


def is_deed(side: Named, at: int) -> bool:
    """Say whether a word may be a verb of doing: one of saying is the business of attribution."""
    token = side.tokens[at]
    return is_past(token.norm) and token.kind is WORD and token.text[0].islower() and token.norm not in CUES


def read_deed(side: Named, verb: int) -> Deed | None:
    """Return who does a verb, and to whom, in its sentence; None where no name tells who does it."""
    at, passive = verb, False
    while at and _leads(side.tokens[at - 1]):
        passive = passive or side.tokens[at - 1].norm in BE
        at -= 1
    before = _doers(side, at)
    if not passive:
        return Deed(verb, before, _behind(side, verb, CONCERNING)) if before else None
    agent = _behind(side, verb, BY)
    return Deed(verb, _with_next(side, agent), before[-1] if before else None) if agent else None


def _leads(token: Token) -> bool:
    norm = token.norm
    return (
        norm in AUXILIARIES or norm in MODALS or norm in BY_THE_WAY or (norm.endswith("ly") and token.text[0].islower())
    )


def _doers(side: Named, end: int) -> tuple[Mention, ...]:
    """Return the names that end where a verb group begins, relative words, nouns and what stands between commas passed."""
    tokens = side.tokens
    if end and tokens[end - 1].norm in RELATIVES:
        end -= 1 + (end > 1 and tokens[end - 2].text == ",")
    for at in (end, *_earlier_ends(tokens, end)):
        mention = side.ending.get(at)
        if mention:
            return _joined(side, mention) if _is_free(tokens, mention) else ()
    return ()


def _earlier_ends(tokens: Sequence[Token], end: int) -> Iterator[int]:
    """Yield where else a doer's name may end: before its nouns, before a comma, before what stands between two."""
    for at in range(end - 1, max(end - 1 - NOUNS, 0), -1):
        if not (tokens[at].text[0].islower() and tokens[at].kind is WORD and tokens[at].norm not in FUNCTION_WORDS):
            break
        yield at
    if end and tokens[end - 1].text == ",":
        yield end - 1
        yield from (at for at in range(end - 2, max(0, end - APPOSITIVE), -1) if tokens[at].text == ",")


def _is_free(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether no preposition makes the name a circumstance: "in Halvania"."""
    return _word_before(tokens, mention) not in PREPOSITIONS


def _word_before(tokens: Sequence[Token], mention: Mention) -> str:
    """Return the word before a name, the article, title and nouns that describe it passed."""
    at = mention.first - 1
    while at >= 0 and mention.first - at <= LONGEST_END and _describes(tokens, at):
        at -= 1
    return tokens[at].norm if at >= 0 else ""


def _describes(tokens: Sequence[Token], at: int) -> bool:
    plain = is_noun_like(tokens[at]) and tokens[at].text[0].islower() and not tokens[at].norm.endswith(("ed", "ing"))
    return plain or tokens[at].norm in PASSED or _ends_title(tokens, at)


def _ends_title(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token is the full stop of "Mr."."""
    return at > 0 and tokens[at].text == "." and tokens[at - 1].norm in HONORIFICS


def _joined(side: Named, mention: Mention) -> tuple[Mention, ...]:
    """Return a name with those that "and" or commas join to it."""
    found = [mention]
    at = mention.first
    while at and side.tokens[at - 1].norm in {"and", ",", "the"}:
        at -= 1
        if at in side.ending:
            found.insert(0, side.ending[at])
            at = found[0].first
    return tuple(found)


def _with_next(side: Named, mention: Mention) -> tuple[Mention, ...]:
    """Return a name with the one that "and" joins to it: "by the chemist Rut Dahl and the engineer Lars Ode"."""
    if mention.last >= len(side.tokens) or side.tokens[mention.last].norm != "and":
        return (mention,)
    following = (side.starting.get(at) for at in range(mention.last + 1, mention.last + LONGEST_END))
    return (mention, *(other for other in following if other))


def _behind(side: Named, verb: int, prepositions: frozenset[str]) -> Mention | None:
    """Return the first name behind a verb in the same clause, behind one of the prepositions or none."""
    tokens = side.tokens
    for at in range(verb + 1, min(len(tokens), verb + REACH)):
        if tokens[at].text in STOPS and not _ends_title(tokens, at):
            return None
        if at in side.starting:
            before = _word_before(tokens, side.starting[at])
            bare = before not in PREPOSITIONS and "by" not in prepositions
            return side.starting[at] if bare or before in prepositions else None
    return None


def read_described(side: Named, verb: int) -> Mention | None:
    """Return the name that a relative clause with an own subject describes: "Luis Ocampo, whom she married"."""
    tokens = side.tokens
    for at in range(verb - 1, max(verb - 4, 0), -1):
        if tokens[at].norm in {"whom", "whose", "which"}:
            return side.ending.get(at - (tokens[at - 1].text == ","))
        if tokens[at].kind is not WORD:
            return None
    return None


def read_way(side: Named, verb: int) -> Way | None:
    """Return where something comes from and goes to, right behind a verb, in either order."""
    tokens = side.tokens
    last = min(len(tokens), verb + REACH)
    behind = side.analysis.text.norms[verb + 1 : last]
    if "from" not in behind or "to" not in behind:
        return None
    ends = {tokens[at].norm: at for at in range(last - 1, verb, -1) if tokens[at].norm in {"from", "to"}}
    first, second = sorted(ends.values())
    if second - first > LONGEST_END or any(tokens[at].text in STOPS for at in range(first, second)):
        return None
    size = second - first - 1
    stop = next((at for at in range(second + 1, last) if not is_noun_like(tokens[at])), last)
    stop = min(stop, second + 1 + size)
    parts = (first + 1, second), (second + 1, stop)
    return Way(*(parts if ends["from"] == first else parts[::-1])) if stop > second + 1 else None
