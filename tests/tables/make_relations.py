"""Make engine/data/relations.tsv: which stems are synonyms, broader, narrower, opposites, and which go together in clusters.

Run by hand, with wordfreq installed: python -m tests.tables.make_relations
"""

from __future__ import annotations

import importlib
import itertools
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from artdiff.engine.language.stems import irregular, stems
from artdiff.engine.lexicon.related import usage
from tests.tables.wordnet import FILES, Sense, frequency, senses, synsets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).parent
TABLE = HERE.parent.parent / "tui" / "artdiff" / "engine" / "data" / "relations.tsv"
Pairs = set[tuple[str, str]]

SENSES = 2
"""How many senses of a word in one part of speech are looked at."""
SHARE = 0.2
"""Of a word's tagged occurrences, the share from which a sense counts."""
RARE = 1.8
"""On Zipf's scale, tenfold a step; 3 is once in a million words."""
INDECENT = re.compile(r"slur|offensive (?:term|name|word)|obscene|vulgar|disparaging")
INDECENT_WORDS = re.compile(r"fuck|shit|dickhead|dumbass|goddam")
LARGEST = 8
"""How many stems a cluster may have."""
NEAR_ENOUGH = 0.4
"""From this nearness in use on, words that share any sense at all are taken for synonyms."""
MAIN = 0.4
"""The share from which a sense is a word's main one."""
NOUNS_BELOW, VERBS_BELOW = 150, 30
"""A hypernym with more synsets below it is too general to say anything."""
GENERIC = frozenset(
    "be have do make get take give go come put set keep let see look turn run hold bring thing person man way time part "
    "group act people matter place point side end use line work stand lay lie draw break cut pass play strike head hand "
    "back case place body form field order service line piece figure sign mark charge bear carry catch raise hit drop "
    "drive move pull push throw fall pick stick beat cast roll cover call show find leave know think feel want need like "
    "unit object whole part state quality property attribute content cause action activity event process change one two "
    "three four five six seven eight nine ten hundred thousand million billion first second third good bad well more most "
    "great new old big right left all no not up down in out on off over under out at by for to from with of".split()
)
"""Words so many-sided that WordNet's synonyms for them mislead; only the lists by hand speak for them."""
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*_?")
PEOPLE = 18
"""WordNet's number for nouns of people: a mayor is no politician here, for "politician" says too little."""
ACTION = re.compile(r"(?:ion|ment|al|ance|ence|ing|ure|age|ity|ness|ly|y|ful|ive|able|ic|cy|th|t)$")
AGENT = re.compile(r"(?:er|or|ist|ee|ian|man|woman)$")
PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-", "anti", "de", "mis")
NEGATING_GLOSS = re.compile(
    r"\b(?:not|no|lack|lacking|without|un\w+|opposite|absence|reverse|deprive|remove|fail|wrong\w*|bad\w*)\b"
)


def main() -> None:
    """Write the table."""
    by_hand = _groups("synonyms_by_hand.txt")
    apart = _stem_pairs(_groups("apart.txt"))
    chosen = _stem_pairs(by_hand | _derived(by_hand))
    opposed = _stem_pairs(_antonyms_by_hand())
    near = _near(_stem_pairs(_shared_in_any_sense()))
    synonyms = (
        ((_stem_pairs(_shared_synsets() | _derivations()) | near) - apart) | _stem_pairs(by_hand) | (chosen - apart)
    )
    direct, indirect = map(_stem_pairs, _antonyms())
    antonyms = opposed | (direct - chosen) | (indirect - synonyms - chosen)
    synonyms -= antonyms - _stem_pairs(by_hand)
    antonyms -= synonyms
    broader = _directed_stems(_hypernyms()) - synonyms - antonyms - apart
    _write(synonyms, antonyms, broader, _clusters(_stem_pairs(by_hand), synonyms, antonyms | apart))


@cache
def stem(word: str) -> str:
    """Return the engine's stem of a word; one written with its final "_" is a stem already."""
    return word if word.endswith("_") else stems([word])[0]


def _stem_pairs(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Return the pairs as stems, both ways, without a stem beside itself."""
    words = [pair for pair in pairs if all(map(WORD.fullmatch, pair))]
    found = {(stem(one), stem(other)) for one, other in words}
    return {(one, other) for one, other in found | {(b, a) for a, b in found} if one != other}


def _directed_stems(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Return (narrow, broad) pairs as stems; those that go both ways are left out."""
    found = {(stem(one), stem(other)) for one, other in pairs}
    return {(a, b) for a, b in found if a != b and (b, a) not in found}


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _groups(name: str) -> Pairs:
    return {pair for line in _lines(name) for pair in itertools.combinations(dict.fromkeys(line.split()), 2)}


def _antonyms_by_hand() -> Pairs:
    pairs = {
        (one, other)
        for line in _lines("antonyms_by_hand.txt")
        for one in line.partition("/")[0].split()
        for other in line.partition("/")[2].split()
    }
    return pairs | _derived(pairs)


@cache
def _chosen_senses(word: str) -> tuple[Sense, ...]:
    """Return the senses in which a word is mostly used."""
    if word in GENERIC or not WORD.fullmatch(word) or _is_form_of_another(word) or _is_rare(word):
        return ()
    found = [sense for sense in _all_senses(word) if sense.rank <= SENSES]
    total = frequency(word)
    if not total:
        return tuple(found) if len(found) == 1 else ()
    return tuple(sense for sense in found if sense.tagged >= max(1, SHARE * total))


def _is_rare(word: str) -> bool:
    """Say whether a word stands in general English less than about once in ten million words, or not in the corpora."""
    if "-" in word or INDECENT_WORDS.search(word):
        return not frequency(word)
    frequencies: Any = importlib.import_module("wordfreq")
    return bool(frequencies.zipf_frequency(word, "en") < RARE)


def _is_form_of_another(word: str) -> bool:
    """Say whether the engine takes the word for a form of another: "found" is "find" to it, never "establish"."""
    base = irregular().get(word, word)
    return (
        base != word and base[-1] != "_" and not any(base in synsets()[sense.key].words for sense in _all_senses(word))
    )


def _all_senses(word: str) -> Iterator[Sense]:
    for letter in FILES:
        yield from senses().get((word, letter), ())


def _is_chosen(word: str, key: str) -> bool:
    return any(sense.key == key for sense in _chosen_senses(word))


@cache
def _words(key: str) -> tuple[str, ...]:
    """Return the words of a synset that mostly mean it."""
    synset = synsets()[key]
    if INDECENT.search(synset.gloss):
        return ()
    return tuple(word for word in synset.words if word.islower() and _is_chosen(word, key))


def _shared_synsets() -> Pairs:
    return {pair for key in synsets() for pair in itertools.combinations(_words(key), 2)}


def _shared_in_any_sense() -> Pairs:
    """Return words that share a synset in whatever sense, those of a broader one, and similar adjectives."""
    found: Pairs = set()
    for synset in synsets().values():
        words = [word for word in synset.words if _is_plain(word)]
        found.update(itertools.combinations(words, 2))
        symbol = "&" if synset.key[0] in "as" else "@"
        if symbol == "&" or synset.key[0] == "v":
            others = (word for target in synset.targets(symbol) for word in synsets()[target].words if _is_plain(word))
            found.update(itertools.product(words, others))
    return found


def _is_plain(word: str) -> bool:
    return bool(word.islower() and WORD.fullmatch(word) and word not in GENERIC and not _is_rare(word))


def _near(pairs: Pairs) -> Pairs:
    """Return those pairs that a language model finds near in use as well: in the senses that they share they are used."""
    return {
        (one, other)
        for one, other in pairs
        if max(usage(one).near.get(other, 0.0), usage(other).near.get(one, 0.0)) >= NEAR_ENOUGH
    }


def _derivations() -> Pairs:
    r"""Return words of one family: "decide", "decision"; "finance", "financial" (pointers "+" and "\")."""
    found: Pairs = set()
    for key, synset in synsets().items():
        for pointer in synset.pointers:
            if pointer.symbol in "+\\" and pointer.source_word:
                one = synset.words[pointer.source_word - 1]
                other = synsets()[pointer.target].words[pointer.target_word - 1]
                if one in _words(key) and other in _words(pointer.target) and one[:3] == other[:3]:
                    found.add((one, other))
    return found


@cache
def _family() -> dict[str, set[str]]:
    """Return for each word the nouns of action, adjectives and adverbs made of it, and the reverse; no agents."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in _derivations():
        longer = max(one, other, key=len)
        if ACTION.search(longer) and not AGENT.search(longer) and _frequent(one, other, least=1):
            found[one].add(other)
            found[other].add(one)
    return found


def _derived(pairs: Pairs) -> Pairs:
    """Return the pairs with one or both words replaced by others of their families."""
    family = _family()
    return {
        (a, b) for one, other in pairs for a in {one, *family.get(one, ())} for b in {other, *family.get(other, ())}
    }


def _antonyms() -> tuple[Pairs, Pairs]:
    """Return WordNet's antonyms, and those by way of similar adjectives, families and affixes."""
    direct: Pairs = set()
    indirect: Pairs = set()
    for key, synset in synsets().items():
        for pointer in synset.pointers:
            if pointer.symbol != "!":
                continue
            one = synset.words[pointer.source_word - 1]
            other = synsets()[pointer.target].words[pointer.target_word - 1]
            if _rank(one, key) <= SENSES and _rank(other, pointer.target) <= SENSES:
                direct.add((one, other))
                indirect.update(itertools.product(_words(key), _words(pointer.target)))
                indirect.update((word, other) for word in _similar(key) if _frequent(word, other, least=8))
    indirect |= _derived(direct)
    return direct, indirect | set(_affix_pairs())


def _rank(word: str, key: str) -> int:
    return next((sense.rank for sense in senses().get((word, key[0]), ()) if sense.key == key), 99)


def _similar(key: str) -> Iterator[str]:
    for target in synsets()[key].targets("&"):
        yield from _words(target)


def _frequent(*words: str, least: int = 3) -> bool:
    return all(frequency(word) >= least for word in words)


def _affix_pairs() -> Iterator[tuple[str, str]]:
    """Yield "safe", "unsafe": words with a negating prefix whose gloss says so too."""
    for word, letter in senses():
        for prefix in PREFIXES:
            base = word.removeprefix(prefix)
            known = base != word and len(base) >= 4 and (base, letter) in senses()
            if known and WORD.fullmatch(word) and frequency(base) and _negates(word, letter):
                yield base, word


def _negates(word: str, letter: str) -> bool:
    synset = synsets()[senses()[word, letter][0].key]
    return word in synset.words and bool(NEGATING_GLOSS.search(synset.gloss.partition(";")[0]))


@cache
def _below() -> dict[str, int]:
    """Return for each noun and verb synset how many others lie below it."""
    children: dict[str, list[str]] = defaultdict(list)
    for key, synset in synsets().items():
        for target in synset.targets("@"):
            children[target].append(key)
    counts: dict[str, int] = {}

    def count(key: str) -> int:
        if key not in counts:
            counts[key] = 0
            counts[key] = sum(1 + count(child) for child in children[key])
        return counts[key]

    for key in synsets():
        count(key)
    return counts


def _hypernyms() -> Pairs:
    """Return (narrow, broad) pairs one step apart, where both words are mostly used in that sense."""
    found: Pairs = set()
    for key, synset in synsets().items():
        limit = {"n": NOUNS_BELOW, "v": VERBS_BELOW}.get(key[0], 0)
        if synset.topic != PEOPLE:
            parents = [target for target in synset.targets("@") if _below()[target] <= limit]
            broad = {word for target in parents for word in _words(target) if _is_main(word, target)}
            found.update((word, other) for word in _words(key) if _is_main(word, key) for other in broad)
    return found


def _is_main(word: str, key: str) -> bool:
    """Say whether a word that is common enough mostly has this sense."""
    return any(sense.key == key and sense.tagged >= max(1, MAIN * frequency(word)) for sense in _chosen_senses(word))


def _clusters(by_hand: Pairs, synonyms: Pairs, opposed: Pairs) -> dict[str, int]:
    """Return a number for each stem in a group of close synonyms, joining the nearest first.

    Two groups are joined when most words of the one are synonyms of the other's and none is an opposite or kept apart.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in synonyms:
        near[one].update((one, other))

    def nearness(pair: tuple[str, str]) -> tuple[float, tuple[str, str]]:
        one, other = near[pair[0]], near[pair[1]]
        return -(pair in by_hand) - len(one & other) / len(one | other), pair

    groups: dict[str, list[str]] = {word: [word] for word in near}
    for one, other in sorted((pair for pair in synonyms if pair[0] < pair[1]), key=nearness):
        left, right = groups[one], groups[other]
        crossing = list(itertools.product(left, right))
        if left is right or len(left) + len(right) > LARGEST or opposed.intersection(crossing):
            continue
        if 2 * len(synonyms.intersection(crossing)) > len(crossing):
            left += right
            groups.update(dict.fromkeys(right, left))
    found = sorted({tuple(sorted(group)) for group in groups.values() if len(group) > 1})
    return {word: number for number, group in enumerate(found, start=1) for word in group}


def _write(synonyms: Pairs, antonyms: Pairs, broader: Pairs, clusters: dict[str, int]) -> None:
    rows: dict[str, set[str]] = defaultdict(set)
    for sign, pairs in (("=", synonyms), ("!", antonyms), (">", broader), ("<", {(b, a) for a, b in broader})):
        for one, other in pairs:
            rows[one].add(sign + other)
    head = (
        "# origin: WordNet 3.0; tests/tables/{synonyms_by_hand,antonyms_by_hand,apart}.txt (own work). A stem, its cluster, "
        "then = synonyms, ! opposites, > broader, < narrower\n"
    )
    lines = (f"{word}\t{clusters.get(word, '')}\t{' '.join(sorted(row))}\n" for word, row in sorted(rows.items()))
    TABLE.write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
