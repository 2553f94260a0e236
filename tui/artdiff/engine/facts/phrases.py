"""Noun phrases that name somebody: where they begin and end, and what they say of who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.facts.phrase_words import (
    COORDINATOR,
    DETERMINER,
    GLUE,
    INNER,
    INSTITUTION,
    JOINT,
    LEADING,
    LINK,
    NAME,
    NAME_WORD,
    NOUN,
    PLAIN,
    POSSESSIVE,
    PROFESSION,
    PROPER,
    SHORT,
    SIGN,
    SMALL,
)
from artdiff.engine.language.segmentation import NUMBER, WORD
from artdiff.engine.lexicon.kinds import kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Token

LONGEST = 14
"""How many tokens a phrase that names a speaker may have."""
WHERE = frozenset("gpl")
"""Kinds of nouns that somebody may be of."""


def is_capital(token: Token) -> bool:
    """Say whether a token looks like part of a proper name."""
    return token.text[0].isupper() and token.kind is WORD and token.norm not in PLAIN


def is_noun_like(token: Token) -> bool:
    """Say whether a token can stand inside a noun phrase as more than grammar."""
    return token.kind is WORD and token.norm not in PLAIN


def phrase_start(tokens: Sequence[Token], marks: Sequence[int], end: int, floor: int) -> int:
    """Return where the noun phrase that ends before token `end` begins, not before token `floor`; `end` for none."""
    floor = max(floor, end - LONGEST)
    at = end
    while at > floor and (marks[at - 1] & INNER or _joins(tokens, marks, at - 1, end, floor)):
        at -= 1
        if marks[at] & DETERMINER and not _linked(tokens, marks, at - 1, floor):
            break
    while at < end and marks[at] & (JOINT | SIGN):
        at += 1
    return at


def _joins(tokens: Sequence[Token], marks: Sequence[int], at: int, end: int, floor: int) -> bool:
    """Say whether what is no plain noun belongs to a phrase."""
    token, mark = tokens[at], marks[at]
    if mark & SIGN:
        return token.text in "’'&" or (token.text == "." and at > floor and marks[at - 1] & SHORT > 0 and at + 1 < end)
    if token.kind is NUMBER:
        return not token.text[-1].isdigit()
    if mark & DETERMINER:
        return at + 1 < end
    if mark & COORDINATOR:
        return at > floor and at + 1 < end and marks[at - 1] & marks[at + 1] & NAME > 0
    return _linked(tokens, marks, at, floor)


def _linked(tokens: Sequence[Token], marks: Sequence[int], at: int, floor: int) -> bool:
    """Say whether a preposition hangs on a noun before it, as in "the head of the delegation"."""
    if at <= floor or not marks[at] & LINK or not marks[at - 1] & NOUN:
        return False
    return marks[at - 1] & (NAME | PROFESSION) > 0 or tokens[at].norm == "of"


def phrase_end(tokens: Sequence[Token], marks: Sequence[int], start: int, ceiling: int) -> int:
    """Return where the noun phrase that begins at token `start` ends; `start` for none."""
    at, named = start, False
    ceiling = min(ceiling, start + LONGEST)
    while at < ceiling and (at == start or _goes_on(tokens, marks, at, ceiling, named=named)):
        if marks[at] & NOUN:
            named = marks[at] & NAME > 0 or (named and not marks[at - 1] & LINK)
        elif at == start and not marks[at] & DETERMINER:
            return start
        at += 1
    while at > start and marks[at - 1] & (GLUE | SIGN):
        at -= 1
    return at


def _goes_on(tokens: Sequence[Token], marks: Sequence[int], at: int, ceiling: int, *, named: bool) -> bool:
    """Say whether a token behind the first belongs to the phrase; `named` when a name has ended before it."""
    mark, before = marks[at], marks[at - 1]
    if mark & NOUN:
        return not named or mark & NAME > 0 or before & (LEADING | POSSESSIVE) > 0
    if mark & DETERMINER:
        return before & LINK > 0
    if mark & LINK:
        return _carries_on(tokens, marks, at, ceiling)
    capital_follows = at + 1 < ceiling and marks[at + 1] & NAME > 0
    if mark & COORDINATOR:
        return before & NAME > 0 and capital_follows
    written = tokens[at].text
    return written in "’'&" or (written == "." and before & SHORT > 0 and capital_follows)


def _carries_on(tokens: Sequence[Token], marks: Sequence[int], at: int, ceiling: int) -> bool:
    """Say whether behind a preposition a name follows, or behind "of" any noun."""
    follow = at + 1
    if follow < ceiling and marks[follow] & DETERMINER:
        follow += 1
    if follow >= ceiling:
        return False
    if marks[follow] & NAME:
        return True
    return tokens[at].norm == "of" and marks[follow] & NOUN > 0 and not _is_about(marks[at - 1], tokens[follow])


def _is_about(name: int, noun: Token) -> bool:
    """Say whether "of" behind a name tells what is spoken of, no body or place: "said Moll of the delay"."""
    return name & NAME_WORD > 0 and not name & INSTITUTION and kind(noun.norm).letters.isdisjoint(WHERE)


def describe(
    tokens: Sequence[Token], marks: Sequence[int], first: int, last: int
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of the proper name in a phrase, and the stems of everything else that it says.

    The name is the first run of capitalised words that does not describe what follows: in "the Kessel Bank economist
    Mei Tanaka of London" it is "Mei Tanaka".
    """
    names: tuple[str, ...] = ()
    traits: set[str] = set()
    at = first
    while at < last:
        if not marks[at] & NAME_WORD:
            if marks[at] & NOUN:
                traits.add(tokens[at].stem)
            at += 1
            continue
        end = name_end(tokens, marks, at, last)
        if names or marks[end - 1] & POSSESSIVE or (end < last and marks[end] & NOUN):
            traits.update([tokens[inner].stem for inner in range(at, end) if marks[inner] & NAME])
        else:
            names = name_words(tokens, marks, at, end)
        at = end
    return names, frozenset(traits)


def name_words(tokens: Sequence[Token], marks: Sequence[int], first: int, last: int) -> tuple[str, ...]:
    """Return the words of a name without the small ones and the letters behind it."""
    return tuple([tokens[at].norm for at in range(first, last) if marks[at] & PROPER])


def name_end(tokens: Sequence[Token], marks: Sequence[int], start: int, ceiling: int) -> int:
    """Return where the run of capitalised words that begins at a token ends; `start` where none begins there.

    Small words inside the name ("van", "de") belong to it; "of" does where no person's name stands before it.
    """
    at = start
    while at < ceiling and marks[at] & NAME_WORD:
        at += 1
        if marks[at - 1] & POSSESSIVE:
            break
        if at < ceiling and marks[at] & SMALL:
            at = _over_small_words(tokens, marks, start, at, ceiling)
    return at


def _over_small_words(tokens: Sequence[Token], marks: Sequence[int], start: int, at: int, ceiling: int) -> int:
    """Return where the name goes on behind small words or an initial's full stop; `at` where it does not."""
    later = at
    while later < ceiling and marks[later] & SMALL:
        if tokens[later].text == "." and not marks[later - 1] & SHORT:
            return at
        if tokens[later].norm in {"of", "for", "and"} and is_person(marks, start, at):
            return at
        later += 1
    return later if later < ceiling and marks[later] & NAME_WORD else at


def is_person(marks: Sequence[int], start: int, end: int) -> bool:
    """Say whether a run of capitals reads like a person's name rather than an institution's."""
    if end - start < 2:
        return False
    for at in range(start, end):  # noqa: SIM110  # asked of every name: all() with a generator takes twice as long
        if marks[at] & INSTITUTION:
            return False
    return True


def is_possessive(token: Token) -> bool:
    """Say whether a token carries a possessive ending."""
    return token.text.endswith(("’s", "'s", "s’", "s'"))
