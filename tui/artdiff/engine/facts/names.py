"""Names: persons, organisations and places, all mentions of one thing in the document joined."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.facts.entities import Entities, join_mentions
from artdiff.engine.facts.fact import Fact, Name
from artdiff.engine.facts.name_words import (
    CONNECTORS,
    HEAD_WORDS,
    NOT_NAMES,
    OPENERS,
    ORGANISATION_WORDS,
    TITLES,
    is_initial,
)
from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.segmentation import WORD
from artdiff.engine.language.word_flags import CAPITAL, HAVING, LEXICAL
from artdiff.engine.language.word_flags import SMALL as SMALL_WORD
from artdiff.engine.lexicon.gazetteer import is_given_name, is_place, is_role
from artdiff.engine.lexicon.kinds import kind
from artdiff.engine.lexicon.related import RARE, usage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.language.segmentation import Segmentation, Sentence, Token

PORTFOLIOS = frozenset("foreign finance interior defense defence health justice home treasury".split())
"""Words of titles that also open the names of bodies."""
BODIES = frozenset("ministry department office service services agency authority council committee secretariat".split())
JOINT_BODIES = frozenset("commission administration board bureau institute organisation organization".split())
ALL_BODIES, JOINED_BODIES = BODIES | JOINT_BODIES, BODIES | {"and"}
SMALL = CONNECTORS | {"the"}
OPEN_TITLES = TITLES | {"of", "and", "for"}
"""Behind these no title begins."""
FULL_STOPS = frozenset({".", "!", "?", "”", '"', "…"})
OPENING = frozenset({"“", '"', "‘", ":", "—", "–", "(", "-", "«", "…", "."})
"""Behind these a capital is due."""
ENDINGS = "s'’"
"""What a possessive ending ends in."""
TITLE_CASE = 0.6
"""From this share of capitalised content words on a sentence is a headline in title case."""


class _Known(NamedTuple):
    """What the running text says about capitals.

    Attributes:
        names: norms that stand capitalised where a common word would not.
        common: norms that stand uncapitalised somewhere.
        titles: the sentences in title case, where capitals say nothing.
    """

    names: Counter[str]
    common: Counter[str]
    titles: frozenset[int]


def find_names(text: Segmentation) -> tuple[list[Fact], Entities]:
    """Return the mentions of names in a document, and what they mean."""
    known = _known(text)
    mentions = [mention for at in range(len(text.sentences)) for mention in _mentions(text, at, known)]
    words = [tuple([text.norms[at] for at in tokens]) for _, tokens in mentions]
    entities = join_mentions(text, [tokens for _, tokens in mentions], words)
    facts = [
        Fact(
            entities.kinds[entities.owners[index]],
            Span(text.tokens[tokens[0]].start, _end(text.tokens[tokens[-1]])),
            (tokens[0], tokens[-1] + 1),
            sentence,
            Name(entities.owners[index], words[index]),
        )
        for index, (sentence, tokens) in enumerate(mentions)
    ]
    return facts, entities


def _end(token: Token) -> int:
    """Return where a name's last token ends, a possessive ending left out."""
    if token.text[-1] not in ENDINGS:
        return token.end
    for ending in ("'s", "’s", "'", "’"):
        if token.text.endswith(ending) and len(token.text) > len(ending):
            return token.end - len(ending)
    return token.end


def _capital(token: Token) -> bool:
    return token.kind is WORD and token.text[0].isupper()


def _known(text: Segmentation) -> _Known:
    titles = frozenset([at for at, sentence in enumerate(text.sentences) if _is_title_case(text, sentence)])
    small = bytearray(text.flags.translate(HAVING[SMALL_WORD]))
    for at in titles:
        first, last = text.sentences[at].tokens
        small[first:last] = bytes(last - first)
    names = [at for at in text.capitals if not _begins(text, at) and text.sentence_of[at] not in titles]
    return _Known(
        Counter([text.norms[at] for at in names if text.tokens[at].kind is WORD]),
        Counter(compress(text.norms, small)),
        titles,
    )


def _is_title_case(text: Segmentation, sentence: Sentence) -> bool:
    first, last = sentence.tokens
    if last > first and text.texts[last - 1] in FULL_STOPS:
        return False
    lexical = [flags for flags in text.flags[first:last] if flags & LEXICAL]
    return len(lexical) >= 3 and sum([flags & CAPITAL for flags in lexical]) >= TITLE_CASE * len(lexical)


def _begins(text: Segmentation, at: int) -> bool:
    """Say whether a capital is due to the place: a sentence's or quotation's first word."""
    return at == 0 or text.sentence_of[at - 1] != text.sentence_of[at] or text.texts[at - 1] in OPENING


def _mentions(text: Segmentation, index: int, known: _Known) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the names of a sentence as token indices, titles in front left out."""
    sentence = text.sentences[index]
    title_case = index in known.titles
    behind = 0
    for at in text.capitals_of(sentence):
        if at < behind or not _in_name(text, sentence, at, known, inside=False, title_case=title_case):
            continue
        run = _run(text, sentence, at, known, title_case=title_case)
        behind = run[-1] + 1
        for part in _split_at_titles(text.norms, run):
            if name := _without_titles(text.norms, part):
                yield index, name


def _run(text: Segmentation, sentence: Sentence, at: int, known: _Known, *, title_case: bool) -> list[int]:
    """Return the tokens of the run of names that begins with a token of which it is known that it is one."""
    tokens, run = text.tokens, [at]
    while not text.texts[at].endswith(("'s", "’s", "s’", "s'")):
        at += 1
        if at == sentence.tokens[1]:
            break
        if _in_name(text, sentence, at, known, inside=True, title_case=title_case) or (
            text.norms[at] in CONNECTORS and _connects(text, sentence, at, known, title_case=title_case)
        ):
            run.append(at)
        elif not (text.norms[at] == "." and is_initial(tokens[at - 1])):
            break
    return run


def _in_name(
    text: Segmentation,
    sentence: Sentence,
    at: int,
    known: _Known,
    *,
    inside: bool,
    title_case: bool,
) -> bool:
    if not text.flags[at] & CAPITAL:
        return False
    token = text.tokens[at]
    if token.kind is not WORD or token.norm in NOT_NAMES:
        return False
    if title_case:
        return token.norm in known.names and (token.norm not in known.common or inside)
    if inside:
        return True
    if at > sentence.tokens[0] and text.texts[at - 1] not in OPENING:
        return text.flags[at] & LEXICAL > 0 or (token.text.isupper() and len(token.text) > 1)
    return _names_at_start(text, sentence, at, known)


def _names_at_start(text: Segmentation, sentence: Sentence, at: int, known: _Known) -> bool:
    """Say whether a sentence's first word is a name: known as one, or followed by more capitals and never common."""
    token = text.tokens[at]
    if token.norm in FUNCTION_WORDS or (token.norm.endswith("ing") and token.norm not in known.names):
        return False
    if known.names.get(token.norm, 0) > known.common.get(token.norm, 0):
        return True
    if token.norm in OPENERS or token.norm in known.common:
        return False
    followed = at + 1 < sentence.tokens[1] and _capital(text.tokens[at + 1])
    if followed and _is_description(token):
        return False
    return (followed and text.tokens[at + 1].norm not in NOT_NAMES) or (token.text.isupper() and len(token.text) > 2)


def _is_description(token: Token) -> bool:
    """Say whether a sentence's first word only says what the name behind it names: "Carmaker Orvane", "Cyclist Morandini"."""
    nouns = kind(token.norm).letters
    return ("p" in nouns or "g" in nouns) and token.norm not in ORGANISATION_WORDS and not is_given_name(token.norm)


def _connects(text: Segmentation, sentence: Sentence, at: int, known: _Known, *, title_case: bool) -> bool:
    """Say whether a connecting word joins two parts of a name: "University of Coimbra"."""
    after = at + 1
    while after < sentence.tokens[1] and text.norms[after] in SMALL:
        after += 1
    if text.norms[at] == "and" and not _joins_field(text.tokens, at, sentence.tokens[1]):
        return False
    return (
        after < sentence.tokens[1]
        and after - at <= 2
        and text.texts[at][0].islower()
        and _in_name(text, sentence, after, known, inside=True, title_case=title_case)
        and (text.norms[at] not in {"of", "for"} or _heads_name(text.norms[at - 1]))
    )


def _joins_field(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Say whether "and" joins what a body is for: "Securities and Exchange Commission", "Health and Human Services"."""
    if at + 1 >= last or not (_is_plain(tokens[at - 1]) and _is_plain(tokens[at + 1])):
        return False
    if at > 2 and tokens[at - 2].norm == "of" and tokens[at - 3].norm in BODIES:
        return True
    ahead = [token.norm for token in tokens[at + 2 : min(last, at + 4)] if _capital(token)]
    return tokens[at - 1].norm not in BODIES and not ALL_BODIES.isdisjoint(ahead)


def _is_plain(token: Token) -> bool:
    """Say whether a capitalised word is also a common one."""
    return (
        _capital(token) and usage(token.stem) is not RARE and not is_place(token.norm) and not is_given_name(token.norm)
    )


def _heads_name(norm: str) -> bool:
    """Say whether a name goes on behind this word and "of": "University of", not "Zelensky of"."""
    return norm in HEAD_WORDS


def _split_at_titles(norms: Sequence[str], run: list[int]) -> list[list[int]]:
    """Cut "Russian President Vladimir Putin" where the title begins."""
    if len(run) == 1:
        return [run]
    parts: list[list[int]] = [[]]
    for at in run:
        before = norms[parts[-1][-1]] if parts[-1] else ""
        begins = before and norms[at] in TITLES and before not in OPEN_TITLES
        if begins and not _heads_body(norms, run, at):
            parts.append([])
        parts[-1].append(at)
    return parts


def _heads_body(norms: Sequence[str], run: Sequence[int], at: int) -> bool:
    """Say whether a word that may be a title's opens a body's name here: "Finance Ministry", "Health and Human Services"."""
    return at + 1 in run and norms[at] in PORTFOLIOS and norms[at + 1] in JOINED_BODIES


def _without_titles(norms: Sequence[str], run: list[int]) -> tuple[int, ...]:
    while len(run) > 1 and (norms[run[0]] in TITLES or norms[run[0]] in {"of", "for", "&"}):
        if _heads_body(norms, run, run[0]):
            break
        run = run[1:]
    if run and norms[run[0]] in TITLES and not _heads_body(norms, run, run[0]):
        return () if norms[run[0]] != "treasury" or len(run) > 1 else tuple(run)
    for place in range(len(run) - 2, -1, -1):
        if _is_office(norms[run[place]], norms[run[place + 1]]):
            return tuple(run[place + 1 :])
    return tuple(run)


def _is_office(norm: str, following: str) -> bool:
    """Say whether a word inside a name is its bearer's office: "Information Commissioner Martin Odell"."""
    return is_role(norm) and not is_given_name(norm) and is_given_name(following)
