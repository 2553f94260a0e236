"""Roles: titles, offices and professions, each bound to the name that holds it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.facts.cues import SAYING_FORMS
from artdiff.engine.facts.fact import Fact, Name, Office
from artdiff.engine.language.function_words import DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.language.tokens import read_word
from artdiff.engine.lexicon.gazetteer import is_given_name, is_role
from artdiff.engine.lexicon.kinds import kind
from artdiff.engine.lexicon.qualifiers import without_rank
from artdiff.engine.values import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from artdiff.engine.language.segmentation import Segmentation, Token

APPOSITIVE = 9
"""How many tokens behind a name its role may stand, "Tordo, a 34-year-old nurse"."""
MODIFIERS = 3
"""How many words in front of a role may qualify it."""
HOLDING = frozenset("is was became becomes remains remained being as".split())
"""What may tell that somebody holds a role."""
SERVING = frozenset(
    "serve served serves serving work worked works working stay stayed staying continue appointed named elected hired "
    "acted acting employed act installed joined join".split()
)
"""Verbs behind which "as" tells what somebody is."""
SERVING_REACH = 4
FURTHER = frozenset("formerly once now previously also a an".split())
JOINING = FURTHER - {"a", "an"} | {"and"}
"""Words that lead from one role to the next."""
FIELD = 3
"""How many words behind "of" or "for" may tell what an office is for."""
ENDS = FUNCTION_WORDS - DETERMINERS
"""They end what an office is for."""
NO_QUALIFIERS = FUNCTION_WORDS | SAYING_FORMS
PRONOUNS = frozenset("he she who".split())
STOPS = frozenset("; : . — – ( ) who whose which that said says".split())


def find_roles(text: Segmentation, names: Sequence[Fact]) -> list[Fact]:
    """Return the roles that a document binds to names."""
    by_sentence: dict[int, list[Fact]] = {}
    for name in names:
        if name.kind is FactKind.PERSON or _is_given(name):
            by_sentence.setdefault(name.sentence, []).append(name)
    named = {at for name in names for at in range(*name.tokens)}
    verbs = list(compress(range(len(text.norms)), map(HOLDING.__contains__, text.norms)))
    found: dict[tuple[int, str], Fact] = {}
    for index in sorted({*by_sentence, *(index + 1 for index in by_sentence)}):
        if index < len(text.sentences):
            for fact in _Reader(text, index, by_sentence, named).read(verbs):
                assert isinstance(fact.value, Office)  # noqa: S101
                found.setdefault((fact.tokens[1], fact.value.holder), fact)
    return list(found.values())


def _is_given(name: Fact) -> bool:
    """Say whether a name begins with a given name, whatever its document makes of it."""
    return isinstance(name.value, Name) and len(name.value.words) > 1 and is_given_name(name.value.words[0])


class _Reader:
    """Reads the roles of one sentence."""

    def __init__(
        self,
        text: Segmentation,
        index: int,
        by_sentence: Mapping[int, Sequence[Fact]],
        named: set[int],
    ) -> None:
        self._tokens, self._norms, self._texts = text.tokens, text.norms, text.texts
        self._index, self._named = index, named
        sentence = text.sentences[index]
        self._first, self._end = sentence.tokens
        self._persons = by_sentence.get(index, ())
        before = by_sentence.get(index - 1, ()) if index else ()
        same_paragraph = bool(before) and text.sentences[index - 1].paragraph == sentence.paragraph
        self._earlier = before if same_paragraph else ()

    def read(self, verbs: Sequence[int]) -> Iterator[Fact]:
        """Yield the sentence's roles; `verbs` are the document's words behind which somebody may be told to hold one."""
        if not self._persons and not self._earlier:
            return
        for name in self._persons:
            heads = [*self._before(name), *self._behind(name)]
            yield from (self._fact(name, head) for head in heads)
        for at in verbs[bisect_right(verbs, self._first) : bisect_left(verbs, self._end)]:
            if self._norms[at] != "as" or self._serves(at):
                holder = self._holder(at)
                if holder:
                    yield from (self._fact(holder, head) for head in self._heads(at + 1))

    def _is_head(self, at: int) -> bool:
        written = self._texts[at]
        return written == "MP" if at in self._named else _heads_role(written)

    def _before(self, name: Fact) -> Iterator[int]:
        """Yield the role in front of a name: "Mayor Quartim", "the commission's chair, Judge Ines Corvo"."""
        at = name.tokens[0] - 1
        while at >= self._first and self._is_head(at):
            yield at
            at -= 1
            break
        while at >= self._first and self._texts[at][0].isupper() and self._is_head(at):
            at -= 1
        if at > self._first and self._texts[at] == "," and self._is_head(at - 1) and self._is_determined(at - 1):
            yield at - 1

    def _is_determined(self, head: int) -> bool:
        """Say whether an article or somebody's possessive stands before a role: it begins the phrase."""
        for at in range(head - 1, max(self._first, head - 1 - MODIFIERS) - 1, -1):
            token = self._tokens[at]
            if token.norm in DETERMINERS or token.text.endswith(("'s", "’s", "s'", "s’")):
                return True
            if token.norm in FUNCTION_WORDS or token.kind is TokenKind.PUNCTUATION:
                return False
        return False

    def _behind(self, name: Fact) -> Iterator[int]:
        """Yield the roles in an apposition behind a name: "Tordo, a nurse", "Foss, 58, a janitor"."""
        at = name.tokens[1]
        if at >= self._end or self._norms[at] != ",":
            return
        at += 1
        if at + 1 < self._end and self._tokens[at].kind is TokenKind.NUMBER and self._texts[at + 1] == ",":
            at += 2
        yield from self._heads(at)

    def _heads(self, first: int) -> Iterator[int]:
        """Yield the heads of the phrase that begins at a token, those joined by "and", too."""
        found = False
        for at in range(first, min(self._end, first + APPOSITIVE)):
            token = self._tokens[at]
            if token.norm in STOPS or (token.text == "," and not (found and self._goes_on(at))):
                return
            if not found and (token.norm in PREPOSITIONS or token.norm in {"and", "to", "not"}):
                return
            if at == first and token.norm.endswith("ing"):
                return
            if not self._is_head(at) or any(map(self._is_head, range(at + 1, self._phrase_end(at)))):
                continue
            if not found or self._joined(at) or self._texts[at - 1] == ",":
                found = True
                yield at

    def _goes_on(self, comma: int) -> bool:
        """Say whether a further role follows a comma: ", the chairwoman, formerly a judge"."""
        return comma + 1 < self._end and self._norms[comma + 1] in FURTHER

    def _phrase_end(self, head: int) -> int:
        """Return how far the words behind a role may still be of its phrase: "assistant public defender"."""
        at = head + 1
        while at < self._end and at <= head + 2 and self._norms[at] not in FUNCTION_WORDS:
            if self._tokens[at].kind is not TokenKind.WORD:
                break
            at += 1
        return at

    def _joined(self, at: int) -> bool:
        """Say whether "and" or "formerly" stands before a further role, qualifiers apart: "chair and chief executive"."""
        return any(self._norms[place] in JOINING for place in range(at - 1, at - 2 - MODIFIERS, -1))

    def _serves(self, at: int) -> bool:
        return not SERVING.isdisjoint(self._norms[max(self._first, at - SERVING_REACH) : at])

    def _holder(self, at: int) -> Fact | None:
        """Return whom a verb at a token is told of: the name right before it, or the one that a pronoun there means."""
        before = [name for name in self._persons if name.tokens[1] <= at]
        subject = self._norms[at - 1]
        if self._norms[at] == "as":
            place = next((p for p in range(at, self._first - 1, -1) if self._norms[p] in PRONOUNS), at)
            subject = self._norms[place]
        elif subject in {"and", "also"} and "who" in self._norms[max(self._first, at - APPOSITIVE) : at]:
            return before[-1] if before else None
        elif subject not in PRONOUNS:
            near = before[-1] if before else None
            return near if near and near.tokens[1] >= at - 1 else None
        if before:
            return before[-1] if subject == "who" or self._norms[at] == "as" else before[0]
        return self._earlier[0] if self._earlier and subject in {"he", "she"} else None

    def _fact(self, name: Fact, head: int) -> Fact:
        first = head
        while first > self._first and head - first < MODIFIERS and self._qualifies(first - 1):
            first -= 1
        modifiers = tuple(self._tokens[at].stem for at in range(first, head))
        assert isinstance(name.value, Name)  # noqa: S101
        office = Office(name.value.words[-1], self._tokens[head].stem, modifiers, self._field(head))
        span = Span(self._tokens[first].start, self._tokens[head].end)
        return Fact(FactKind.ROLE, span, (first, head + 1), self._index, office)

    def _field(self, head: int) -> frozenset[str]:
        """Return the stems of what an office is for: "culture" of "the alderman for culture"."""
        if head + 1 >= self._end or self._norms[head + 1] not in {"of", "for"}:
            return frozenset()
        found: list[str] = []
        for token in self._tokens[head + 2 : min(self._end, head + 3 + FIELD)]:
            if token.kind is TokenKind.PUNCTUATION or token.norm in ENDS:
                break
            if token.norm not in FUNCTION_WORDS:
                found.append(token.stem)
        return frozenset(found)

    def _qualifies(self, at: int) -> bool:
        token = self._tokens[at]
        if token.kind is not TokenKind.WORD or token.norm in NO_QUALIFIERS or at in self._named:
            return False
        return (
            not token.text.endswith(("'s", "’s", "ed")) and "year-old" not in token.norm and not _is_possessive(token)
        )


@lru_cache(maxsize=1 << 15)
def _heads_role(written: str) -> bool:
    """Say whether a word that is no name is a title, an office or a profession."""
    norm, kind_of_token = read_word(written)
    if kind_of_token is not TokenKind.WORD or len(norm) <= 2:
        return written == "MP"
    if norm.endswith("s") and is_role(norm[:-1]):
        return False
    norm = without_rank(norm)
    return is_role(norm) or ("p" in kind(norm).letters and written[0].islower())


def _is_possessive(token: Token) -> bool:
    return token.text.endswith(("s'", "s’"))
