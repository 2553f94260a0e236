"""Make engine/data/kinds.tsv: the nouns that stand for somebody, a body of people or a place, with what they are kinds of.

Run by hand, with wordfreq installed: python -m tests.tables.make_kinds
"""

from __future__ import annotations

import importlib
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from artdiff.engine.language.stems import stems
from tests.tables.wordnet import Synset, frequency, senses, synsets

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
TABLE = HERE.parent.parent / "tui" / "artdiff" / "engine" / "data" / "kinds.tsv"
GROUP, LOCATION, PEOPLE, ARTIFACT = 14, 15, 18, 6
"""WordNet's numbers for nouns of groups, locations, people and artifacts."""
SENSES = 2
"""How many senses of a noun are looked at."""
SHARE = 0.3
"""Of a noun's tagged occurrences, the share from which a sense counts."""
NOUN_SHARE = 0.6
"""The share of a word's tagged occurrences that must be nouns."""
RARE = 2.4
"""On Zipf's scale; the gazetteer's roles are in whatever their frequency."""
HIGHEST = 6
"""How many steps up the kinds are followed."""
BUILT = frozenset(
    ["building", "housing", "room", "facility", "area", "way", "establishment", "place of business", "deck", "landing"]
)
"""Artifacts below these are places."""
BODIES = frozenset(
    ["organization", "organisation", "institution", "gathering", "people", "body", "social group", "unit"]
)
"""Groups below these act like persons."""
TOO_WIDE = frozenset(
    "person individual someone somebody mortal soul organism being cause entity object whole unit group structure artifact "
    "location region area people point thing adult male female causal-agent grouping instrumentality area".split()
)
"""Kinds so wide that they tell nothing."""
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
RELATIVES = "relative relation kin kinsperson family".split()


def main() -> None:
    """Write the table: stem, letters of its kinds, stems of what it is a kind of, "=" before those that mean the same."""
    letters: dict[str, set[str]] = defaultdict(set)
    above: dict[str, set[str]] = defaultdict(set)
    same: dict[str, set[str]] = defaultdict(set)
    for word in sorted({word for word, letter in senses() if letter == "n" and WORD.fullmatch(word)}):
        for synset in _chosen(word):
            kind = _kind(synset)
            if kind:
                letters[word].add(kind)
                above[word].update(_stem(name) for name in _above(synset))
                same[word].update(_stem(other) for other in synset.words if _is_said(other))
    _add_by_hand(letters, above)
    lines = [_line(word, letters[word], above[word], same[word]) for word in sorted(letters)]
    head = (
        "# origin: WordNet 3.0; tests/tables/kinds_by_hand.txt (own work). A noun, its stem, its kinds (p person, k kin, g group, l place), "
        "stems of the same (=) and of wider (>) meaning\\n"
    ).replace("\\n", "\n")
    TABLE.write_text(head + "".join(lines), encoding="utf-8")
    print(len(lines), "nouns")


def _line(word: str, letters: set[str], above: set[str], same: set[str]) -> str:
    own = {_stem(word)}
    row = [f"={other}" for other in sorted(same - own)] + [f">{other}" for other in sorted(above - same - own)]
    return f"{word}\t{_stem(word)}\t{''.join(sorted(letters))}\t{' '.join(row)}\n"


def _add_by_hand(letters: dict[str, set[str]], above: dict[str, set[str]]) -> None:
    """Read lines "kinds wider: narrower ..."; "-" as kinds takes the words out."""
    for line in (HERE / "kinds_by_hand.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, words = line.partition(":")
        kinds, *wider = head.split()
        for word in words.split():
            if kinds == "-":
                letters.pop(word, None)
                continue
            letters[word].update(kinds)
            above[word].update(_stem(name) for name in wider)


@cache
def _stem(word: str) -> str:
    return stems([word])[0]


@cache
def _is_said(word: str) -> bool:
    frequencies: Any = importlib.import_module("wordfreq")
    return bool(WORD.fullmatch(word)) and frequencies.zipf_frequency(word, "en") >= RARE


def _chosen(word: str) -> Iterator[Synset]:
    """Yield the senses in which a noun is mostly used."""
    if not _is_said(word) or not _is_mostly_noun(word):
        return
    found = senses()[word, "n"]
    total = sum(sense.tagged for sense in found)
    for sense in found[:SENSES]:
        if (total and sense.tagged >= SHARE * total) or (not total and sense.rank == 1):
            yield synsets()[sense.key]


def _is_mostly_noun(word: str) -> bool:
    own = sum(sense.tagged for sense in senses()[word, "n"])
    if word.endswith(("ed", "ing")) or ((word, "v") in senses() and not own):
        return False
    return own >= NOUN_SHARE * frequency(word)


def _kind(synset: Synset) -> str:
    if any(word[0].isupper() for word in synset.words):
        return ""
    names = _all_above(synset)
    if synset.topic == PEOPLE:
        return "k" if names.intersection(RELATIVES) or set(RELATIVES).intersection(synset.words) else "p"
    if synset.topic == GROUP and BODIES.intersection({*names, *synset.words}):
        return "g"
    if synset.topic == LOCATION or (synset.topic == ARTIFACT and BUILT.intersection({*names, *synset.words})):
        return "l"
    return ""


def _steps(synset: Synset, left: int = HIGHEST) -> Iterator[Synset]:
    for key in synset.targets("@"):
        wider = synsets()[key]
        yield wider
        if left:
            yield from _steps(wider, left - 1)


def _all_above(synset: Synset) -> set[str]:
    return {word for wider in _steps(synset) for word in wider.words}


def _above(synset: Synset) -> set[str]:
    """Return the words for what something is a kind of, the widest left out."""
    topics = {GROUP, LOCATION, PEOPLE, ARTIFACT}
    return {
        word
        for wider in _steps(synset)
        if wider.topic in topics
        for word in wider.words
        if WORD.fullmatch(word) and word not in TOO_WIDE and _is_said(word)
    }


if __name__ == "__main__":
    main()
