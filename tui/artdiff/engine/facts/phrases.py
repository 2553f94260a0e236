"""Noun phrases that name somebody: where they begin and end, and what they say of who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.cues import CALENDAR, HONORIFICS, NOUN_LIKE, SAYING_FORMS, THINKING_FORMS, TITLES
from artdiff.engine.language.function_words import COORDINATORS, FUNCTION_WORDS, RELATIVES
from artdiff.engine.language.function_words import DETERMINERS as ALL_DETERMINERS
from artdiff.engine.language.segmentation import NUMBER, PUNCTUATION, WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Token

DETERMINERS = ALL_DETERMINERS - RELATIVES - {"what"}
LONGEST = 14
"""How many tokens a phrase that names a speaker may have."""
PLAIN = CALENDAR | FUNCTION_WORDS
"""Words that are neither name nor noun, capitalised or not."""
VERBS = (SAYING_FORMS | THINKING_FORMS) - NOUN_LIKE
"""Verbs that no phrase naming somebody holds."""
LINKS = frozenset("of for at from with in on".split())
GLUE = LINKS | DETERMINERS | COORDINATORS
JOINTS = GLUE - DETERMINERS
LEADING = LINKS | DETERMINERS
SHORTENED = HONORIFICS | TITLES
"""Titles that a full stop may follow."""
LETTERS = frozenset("KC QC SC MP MEP MSP MD PhD OBE MBE CBE KBE Jr Sr II III IV Esq".split())
"""What may stand behind a name without being part of it."""
PERSONAL = frozenset("he she they it we i you".split())
SMALL_WORDS = frozenset("of for and the de van von der den al bin el la le da di du dos y".split())
INSTITUTIONS = frozenset(
    "bank university institute ministry department office agency service force association federation union council "
    "court committee commission company group board party church hospital school college museum society foundation "
    "authority bureau centre center club league house organisation organization trust network alliance "
    "administration".split()
)


class Phrase(NamedTuple):
    """Who a noun phrase names.

    Attributes:
        first: index of its first token.
        last: behind its last token.
        names: casefolded words of the proper name, titles left out; empty where it has none.
        traits: stems of what else it says: title, role, affiliation.
    """

    first: int
    last: int
    names: tuple[str, ...]
    traits: frozenset[str]


def is_capital(token: Token) -> bool:
    """Say whether a token looks like part of a proper name."""
    return token.text[0].isupper() and token.kind is WORD and token.norm not in PLAIN


def is_noun_like(token: Token) -> bool:
    """Say whether a token can stand inside a noun phrase as more than grammar."""
    return token.kind is WORD and token.norm not in PLAIN


def phrase_start(tokens: Sequence[Token], end: int, floor: int) -> int:
    """Return where the noun phrase that ends before token `end` begins, not before token `floor`; `end` for none."""
    floor = max(floor, end - LONGEST)
    at = end
    while at > floor and _joins(tokens, at - 1, end, floor):
        at -= 1
        if tokens[at].norm in DETERMINERS and not _linked(tokens, at - 1, floor):
            break
    while at < end and (tokens[at].norm in JOINTS or tokens[at].kind is PUNCTUATION):
        at += 1
    return at


def _joins(tokens: Sequence[Token], at: int, end: int, floor: int) -> bool:
    token = tokens[at]
    if token.kind is PUNCTUATION:
        return token.text in "’'&" or (token.text == "." and at > floor and _is_short(tokens[at - 1]) and at + 1 < end)
    if token.kind is NUMBER:
        return not token.text[-1].isdigit()
    if token.norm in DETERMINERS:
        return at + 1 < end
    if token.norm in COORDINATORS:
        return at > floor and at + 1 < end and is_capital(tokens[at - 1]) and is_capital(tokens[at + 1])
    return _linked(tokens, at, floor) or (is_noun_like(token) and token.norm not in VERBS)


def _linked(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """Say whether a preposition hangs on a noun before it, as in "the head of the delegation"."""
    if at <= floor or tokens[at].norm not in LINKS:
        return False
    before = tokens[at - 1]
    return is_noun_like(before) and (
        tokens[at].norm == "of"
        or is_capital(before)
        or before.norm in TITLES
        or before.norm.endswith(("ist", "er", "or", "ian"))
    )


def _is_short(token: Token) -> bool:
    """Say whether a token is a title or an initial that a full stop may follow."""
    return token.norm in SHORTENED or (len(token.text) == 1 and token.text.isupper())


def phrase_end(tokens: Sequence[Token], start: int, ceiling: int) -> int:
    """Return where the noun phrase that begins at token `start` ends; `start` for none."""
    at, named = start, False
    ceiling = min(ceiling, start + LONGEST)
    while at < ceiling and (at == start or _goes_on(tokens, at, ceiling, named=named)):
        if is_noun_like(tokens[at]):
            named = tokens[at].text[0].isupper() or (named and tokens[at - 1].norm not in LINKS)
        elif at == start and tokens[at].norm not in DETERMINERS:
            return start
        at += 1
    while at > start and (tokens[at - 1].norm in GLUE or tokens[at - 1].kind is PUNCTUATION):
        at -= 1
    return at


def _goes_on(tokens: Sequence[Token], at: int, ceiling: int, *, named: bool) -> bool:
    """Say whether a token behind the first belongs to the phrase; `named` when a name has ended before it."""
    token, before = tokens[at], tokens[at - 1]
    if is_noun_like(token):
        between = before.norm in LEADING or is_possessive(before)
        return not named or token.text[0].isupper() or between
    if token.norm in DETERMINERS:
        return before.norm in LINKS
    if token.norm in LINKS:
        return _carries_on(tokens, at, ceiling)
    capital_follows = at + 1 < ceiling and is_capital(tokens[at + 1])
    if token.norm in COORDINATORS:
        return is_capital(before) and capital_follows
    return token.text in "’'&" or (token.text == "." and _is_short(before) and capital_follows)


def _carries_on(tokens: Sequence[Token], at: int, ceiling: int) -> bool:
    """Say whether behind a preposition a name follows, or behind "of" any noun."""
    follow = at + 1
    if follow < ceiling and tokens[follow].norm in DETERMINERS:
        follow += 1
    if follow >= ceiling:
        return False
    return is_capital(tokens[follow]) or (tokens[at].norm == "of" and is_noun_like(tokens[follow]))


def describe(tokens: Sequence[Token], first: int, last: int) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of the proper name in a phrase, and the stems of everything else that it says.

    The name is the first run of capitalised words that does not describe what follows: in "the Kessel Bank economist
    Mei Tanaka of London" it is "Mei Tanaka".
    """
    names: tuple[str, ...] = ()
    traits: set[str] = set()
    at = first
    while at < last:
        end = name_end(tokens, at, last)
        if end == at:
            if is_noun_like(tokens[at]):
                traits.add(tokens[at].stem)
            at += 1
            continue
        if names or _describes_next(tokens, end, last):
            traits.update(token.stem for token in tokens[at:end] if is_capital(token))
        else:
            names = tuple(token.norm for token in tokens[at:end] if is_capital(token) and token.text not in LETTERS)
        at = end
    return names, frozenset(traits)


def name_end(tokens: Sequence[Token], start: int, ceiling: int) -> int:
    """Return where the run of capitalised words that begins at a token ends; `start` where none begins there.

    Small words inside the name ("van", "de") belong to it; "of" does where no person's name stands before it.
    """
    at = start
    while at < ceiling and _is_name_word(tokens[at]):
        at += 1
        if at == start or is_possessive(tokens[at - 1]):
            break
        at = _over_small_words(tokens, start, at, ceiling)
    return at


def _is_name_word(token: Token) -> bool:
    return is_capital(token) and token.norm not in TITLES


def _over_small_words(tokens: Sequence[Token], start: int, at: int, ceiling: int) -> int:
    """Return where the name goes on behind small words or an initial's full stop; `at` where it does not."""
    later = at
    while later < ceiling and (tokens[later].norm in SMALL_WORDS or tokens[later].text in {"&", "."}):
        if tokens[later].text == "." and not _is_short(tokens[later - 1]):
            return at
        if tokens[later].norm in {"of", "for", "and"} and is_person(tokens, start, at):
            return at
        later += 1
    return later if later < ceiling and _is_name_word(tokens[later]) else at


def is_person(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether a run of capitals reads like a person's name rather than an institution's."""
    return end - start >= 2 and not any(token.norm in INSTITUTIONS for token in tokens[start:end])


def _describes_next(tokens: Sequence[Token], end: int, last: int) -> bool:
    """Say whether a run of capitals only describes the noun or title behind it."""
    return is_possessive(tokens[end - 1]) or (end < last and is_noun_like(tokens[end]))


def is_possessive(token: Token) -> bool:
    """Say whether a token carries a possessive ending."""
    return token.text.endswith(("’s", "'s", "s’", "s'"))
