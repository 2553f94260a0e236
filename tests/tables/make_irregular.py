"""Make engine/data/irregular.tsv: words whose stem Porter2 gets wrong, each with the form to stem instead.

Run by hand: python -m tests.tables.make_irregular
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from Stemmer import Stemmer

from tests.tables.wordnet import FILES, exceptions, frequency, senses, synsets

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
TABLE = HERE.parent.parent / "tui" / "artdiff" / "engine" / "data" / "irregular.tsv"
HAND = HERE / "irregular_by_hand.txt"
LEAST = 2
"""Tagged occurrences from which a base counts as a common word."""


def main() -> None:
    """Write the table."""
    stem = Stemmer("english").stemWord
    dropped, added = _by_hand()
    rows: dict[str, str] = {}
    for form, base in [*_exceptions(), *_men(), *_spellings()]:
        if form not in dropped and stem(form) != stem(base):
            rows.setdefault(form, base)
    rows.update(added)
    rows = {form: rows.get(base, base) for form, base in rows.items()}
    head = (
        "# origin: WordNet 3.0 exception lists and variant spellings; tests/tables/irregular_by_hand.txt (own work)\n"
    )
    TABLE.write_text(head + "".join(f"{form}\t{base}\n" for form, base in sorted(rows.items())), encoding="utf-8")


def _by_hand() -> tuple[frozenset[str], dict[str, str]]:
    """Return the forms to leave alone and the rows to add: "-form ..." and "base: form ..." lines, "keep: word ..." too."""
    dropped: set[str] = set()
    added: dict[str, str] = {}
    for line in HAND.read_text(encoding="utf-8").splitlines():
        if line.startswith("-"):
            dropped.update(line[1:].split())
        elif line and not line.startswith("#"):
            base, _, forms = line.partition(":")
            for form in forms.split():
                added[form] = form + "_" if base == "keep" else base
    return frozenset(dropped), added


def _exceptions() -> Iterator[tuple[str, str]]:
    for name in ("verb", "noun", "adj"):
        for form, base in exceptions(name):
            if form.isalpha() and form.isascii() and frequency(base) >= LEAST:
                yield form, base


def _men() -> Iterator[tuple[str, str]]:
    """Yield plurals like "policemen"."""
    for word, letter in senses():
        if letter == "n" and word.isalpha() and word.endswith("man") and frequency(word):
            yield word[:-3] + "men", word


SPELLINGS = (
    ("our", "or"), ("re", "er"), ("ogue", "og"), ("ae", "e"), ("oe", "e"), ("is", "iz"), ("yse", "yze"), ("ence", "ense"),
    ("ll", "l"), ("amme", "am"), ("ould", "old"), ("que", "ck"), ("gue", "g"), ("ou", "o"), ("ph", "f"), ("gramme", "gram"),
)  # fmt: skip
"""British letters and the American ones in their place."""
NOUN_ENDINGS = ("s",)
VERB_ENDINGS = ("s", "ed", "ing", "er", "ers")


def _spellings() -> Iterator[tuple[str, str]]:
    """Yield British spellings with their American ones, inflected: "organised", "organized"."""
    for synset in synsets().values():
        words = {word for word in synset.words if word.isalpha() and word.islower()}
        if not max(map(frequency, words), default=0):
            continue
        for british in words:
            for old, new in SPELLINGS:
                american = british.replace(old, new)
                if american != british and american in words:
                    yield from _inflected(british, american, synset.key[0])


def _inflected(british: str, american: str, letter: str) -> Iterator[tuple[str, str]]:
    yield british, american
    endings = {"n": NOUN_ENDINGS, "v": VERB_ENDINGS}.get(letter, ())
    for ending in endings:
        form = _with_ending(british, ending)
        if "is" in british[-4:] or not any((form, other) in senses() for other in FILES):
            yield form, _with_ending(american, ending)


def _with_ending(word: str, ending: str) -> str:
    if ending == "s" and word.endswith("s"):
        return word
    return word[:-1] + ending if word.endswith("e") and ending[0] in "ei" else word + ending


if __name__ == "__main__":
    main()
