"""A reader of WordNet 3.0's files, for the scripts that make the engine's tables.

Debian's package wordnet-base installs the files; wndb(5WN) and wninput(5WN) describe them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path("/usr/share/wordnet")
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}


class Pointer(NamedTuple):
    """A relation from a synset, or from one of its words, to another.

    Attributes:
        symbol: WordNet's sign: "!" antonym, "@" hypernym, "+" derivation, "&" similar, backslash pertainym, ...
        target: key of the synset pointed to.
        source_word: 1-based number of the word it starts from; 0 for the whole synset.
        target_word: the same for the target.
    """

    symbol: str
    target: str
    source_word: int
    target_word: int


@dataclass(frozen=True, slots=True)
class Synset:
    """Words that mean the same; `key` is the part of speech (n v a r) and the offset, `topic` the lexicographer's file."""

    key: str
    topic: int
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    gloss: str

    def targets(self, symbol: str) -> list[str]:
        """Return the keys of the synsets that the pointers of one kind lead to."""
        return [pointer.target for pointer in self.pointers if pointer.symbol == symbol]


class Sense(NamedTuple):
    """One sense of a word.

    Attributes:
        key: its synset's.
        rank: 1 for the most frequent sense of the word in that part of speech.
        tagged: how often the tagged corpora have the word in this sense.
    """

    key: str
    rank: int
    tagged: int


@cache
def synsets() -> dict[str, Synset]:
    """Return all synsets by key."""
    found: dict[str, Synset] = {}
    for letter, name in FILES.items():
        for line in (FOLDER / f"data.{name}").read_text(encoding="utf-8", errors="replace").splitlines():
            if not line.startswith("  "):
                synset = _synset(letter, line)
                found[synset.key] = synset
    return found


def _synset(letter: str, line: str) -> Synset:
    fields, _, gloss = line.partition("|")
    parts = fields.split()
    count = int(parts[3], 16)
    words = tuple(parts[4 + 2 * at].partition("(")[0].replace("_", " ") for at in range(count))
    at = 4 + 2 * count
    pointers = tuple(_pointer(parts[at + 1 + 4 * i : at + 5 + 4 * i]) for i in range(int(parts[at])))
    return Synset(letter + parts[0], int(parts[1]), words, pointers, gloss.strip())


def _pointer(fields: list[str]) -> Pointer:
    symbol, offset, letter, words = fields
    source_word, target_word = bytes.fromhex(words)
    return Pointer(symbol, letter.replace("s", "a") + offset, source_word, target_word)


@cache
def senses() -> dict[tuple[str, str], tuple[Sense, ...]]:
    """Return the senses of each (casefolded word, part of speech), most frequent first."""
    tags = _tags()
    found: dict[tuple[str, str], tuple[Sense, ...]] = {}
    for letter, name in FILES.items():
        for line in (FOLDER / f"index.{name}").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("  "):
                continue
            parts = line.split()
            word, offsets = parts[0].replace("_", " "), parts[-int(parts[2]) :]
            found[word, letter] = tuple(
                Sense(letter + offset, rank, tags.get((word, letter, rank), 0))
                for rank, offset in enumerate(offsets, start=1)
            )
    return found


@cache
def _tags() -> dict[tuple[str, str, int], int]:
    """Return the tag count of each (word, part of speech, sense number)."""
    letters = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    found: dict[tuple[str, str, int], int] = {}
    for line in (FOLDER / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, rank, count = line.split()
        word, _, rest = key.partition("%")
        found[word.replace("_", " "), letters[rest[0]], int(rank)] = int(count)
    return found


@cache
def frequency(word: str) -> int:
    """Return how often the tagged corpora have the word, in any sense and part of speech."""
    return sum(sense.tagged for letter in FILES for sense in senses().get((word, letter), ()))


def exceptions(name: str) -> list[tuple[str, str]]:
    """Return the irregular forms of one of WordNet's exception lists ("verb", "noun", "adj"), with their first base."""
    lines = (FOLDER / f"{name}.exc").read_text(encoding="utf-8").splitlines()
    return [(form.replace("_", " "), base.replace("_", " ")) for form, base in (line.split()[:2] for line in lines)]
