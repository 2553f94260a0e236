"""Odd sentences and texts: numbers at every end, dates out of every calendar, ranges reversed, signs of all scripts."""

import datetime as dt
import random
from collections.abc import Sequence
from functools import partial
from typing import Final

from artdiff.documents.document import Document, Metadata

NUMBERS: Final = (
    "0 00 -0 −0 +0 0.0 .5 5. 1 2 3 9 10 12 13 24 31 32 60 90 99 100 101 365 366 999 1,000 1,00 1000,000 10000 99999 123456789 "
    "1,000,000,000,000,000,000 999999999999999999999999 9999999999999999999999999999999999 0.000000000000000000001 0.1 0.99 1.5 "
    "1e999 1e-999 1E308 5e-324 1e5 inf nan infinity 0x10 1_000 1.2.3 1,2,3 1-2-3 1/2 1/0 0/0 0/1 22/7 ½ ⅓ ² ① Ⅻ 〇 "
    "0% -0% 100% 101% 1000000% 0.0000001% 5-3% 3-5% 100-0% 0-0 3-2 2-3 999-0 0:0 24:00 24:01 25:61 00:00 12.60 $0 $-1 -$1 $0.00 "
    "€999999999999bn £1tn US$5 $1e9 $5m $5-10m 1k 1m 1b 1t 1mn 1st 2nd 0th 31st 32nd 99th 100th 1000000th 1990s 0000s "
    "zero one two three twelve twenty ninety-nine half third quarter first twentieth dozen hundred thousand million billion "
    "trillion zillion twenty-zero zero-fifths one-half four-thirds ten-zero ٣ ٢٤ ١٬٠٠٠ १२ ৫ ๙ 五 12 𝟙𝟚 ൧ Ⅳ"
).split(" ")
SPOKEN: Final = (
    "a hundred million million million",
    "half a million trillion",
    "two hundred and zero",
    "one in zero",
    "zero in zero",
    "0 in 0",
    "0 out of 0",
    "3 out of 0",
    "one in every 0",
    "two in one",
    "ten in 1",
    "a third of zero",
    "half of nothing",
    "a quarter of a quarter of a million",
    "minus zero",
    "minus 273.15",
    "zero and a half",
    "one and a half",
    "Q0",
    "4Q",
)
UNITS: Final = (
    "percent % points|percentage points|basis points|per cent|dollars cents euros yen won pounds metres km miles|square miles|cubic kilometres|cubic mm "
    "kg tonnes ounces grams litres seconds minutes hours days weeks months years decades centuries degrees|degrees Fahrenheit|°C K people "
    "votes goals|years old|-year-old|a day|a week|per year|of them|times fold|in a row|consecutive wins|p.m.|o'clock|past zero|to noon"
)
UNITS_OF: Final = tuple(
    unit for part in UNITS.split("|") for unit in (part.split(" ") if part.count(" ") > 2 else [part])
)
DATES: Final = tuple(
    (
        "January 1, 0001|1 January 0000|December 31, 9999|31 December 10000|February 29, 2023|February 30, 2024|29 February 1900|0 May|May 0|May 32|"
        "32 May 2024|the 0th century|the 1st century|the 21st century|the 99th century|the 00s|the 1990s|the 2090s|1500|1499|2099|2100|0000|99999|"
        "0000-00-00|9999-12-31|2024-13-13|13/13/13|1/0/0|31.12.9999|Q1 1900|the first half of 2099|the fourth quarter of this year|the latter half of 1999|"
        "yesterday|tomorrow|last week|next weekend|last month|next month|last year|next year|the year before|the next year|the end of the year|the end of the month|"
        "Monday|Sunday|Saturday, May 31|Jan. 1|Dec. 31|New Year's Eve|the new year|mid-December|late 1999|early January|midnight|noon|0 a.m.|12 p.m.|13 p.m.|"
        "24:00|half past zero|ten to one|a quarter past twelve|23:59 GMT|0:00 PST|the day before|two days after|ten months earlier"
    ).split("|")
)
FRAMES: Final = tuple(
    (
        "The fund had {n} {u} of {n} {u} in {d}.|It fell from {n} to {n} {u} by {d}.|Between {n} and {n} {u} were lost, {n} more than in {d}.|"
        "About {n} {u} came, up {n} {u} from {d}.|More than {n} {u} and fewer than {n} {u} left {n} {u} later.|All but {n} of {n} members voted {n} to {n}.|"
        "They won by {n} to {n} on {d}.|One in {n} {u}, or {n} percent, stayed.|Half of the {n} {u} were {n} {u} old.|It rose by {n} {u}, {n} times as much as on {d}.|"
        "Anna Holm, {n}, and Lund, aged {n}, met {n} {u} after {d}.|The rest, {n} {u}, lasted from {d} to {d}.|Within {n} {u} of {d} it doubled to {n} {u}.|"
        "Nearly {n} {u}, almost {n} {u}, not quite {n} {u}.|Two thirds of {n} is {n} and {n} {u} remain.|Minus {n} degrees; {n} degrees Fahrenheit on {d}.|"
        "{n} {u} a week is {n} {u} a year.|The {n}th anniversary fell on {d}, {n} {u} before the {n}th.|It cost {n}-{n} {u} and {n}–{n} {u} by {d}.|"
        "{d}, {d} and {d}.|{n} {n} {n} {n}|At {d} she said “{n} {u}” of {n}.|A total of {n} {u}: {n} and {n} and {n}.|{n}{u} {n}{u}|{n} cents on the dollar in {d}."
    ).split("|")
)
SIGNS: Final = (
    "a\u0301 e\u0301\u0323\u0308 n\u0303o \u0301 \u200d \ufe0f 👩‍👩‍👧‍👦 🇫🇷 👍🏽 字 漢字。 かな、 한국어 العربية. עברית हिन्दी। ไทย ß ẞ ŉ ǰ İ ı ſ ﬁ ﬀ Å Ω µ ª º ᾳ ΐ ŉs "
    "\u2060 \u00ad \u061c \u202e \u2066 \u0085 \u2028 \u2029 \u3000 \u00a0 \u180e \ufeff \ufffc \ufffd \ufffe \U0010ffff \ue000 \0 \x1b[31m \x7f "
    "“ ” ‘ ’ « » „ ‟ ‹ › ' \" `` '' … ‥ . .. ... ! ? ?! ‽ ; : ; – — ― - ‐ ‑ _ ~ * # @ & /"
).split(" ")
SHORTEST: Final = "He ran.|No.|Ab.|Anna left.|5.|It fell 5%.|“Go.”|Why?|On Monday.|Mr. X.|I.|U.S.|In May.|Not 3.|She said so.|...".split(
    "|"
)
JOINTS: Final = (" ", " ", "\n", "\n\n", "")
BASES: Final = (
    None,
    None,
    dt.date(2024, 2, 29),
    dt.date.min,
    dt.date.max,
    dt.date(1, 1, 31),
    dt.date(9999, 12, 1),
    dt.date(1900, 2, 28),
)
LONGEST: Final = 30_000
"""Signs of one text: two of them are three fifths of the 100 kB that an input may have, and may take as long, so that no
busy machine makes a failure of what takes a second."""


def odd_pair(chance: random.Random) -> tuple[Document, Document]:
    """Return two odd texts that have much in common, each with a date of its own or none."""
    make = chance.choice((figures, figures, figures, figures, signs, tokens, shortest, surrogates))
    source = make(chance)
    variant = chance.choice((partial(altered, source), make))(chance)
    texts = (source[:LONGEST], variant[:LONGEST])
    made = [
        Document(name, text, metadata=Metadata(date=chance.choice(BASES)))
        for name, text in zip("sv", texts, strict=True)
    ]
    return made[0], made[1]


def figures(chance: random.Random) -> str:
    """Return sentences with numbers, units and dates that nobody writes."""
    few = chance.sample(_ALL_NUMBERS, 12)
    sentences = [_filled(chance, few) for _ in range(chance.choice((1, 3, 8, 40)))]
    return chance.choice(JOINTS[:4]).join(sentences)


def _filled(chance: random.Random, few: Sequence[str]) -> str:
    """Return a frame with numbers, mostly some few, so that they come again."""
    sentence = chance.choice(FRAMES)
    choices: tuple[tuple[str, Sequence[str]], ...] = (("{n}", few), ("{u}", UNITS_OF), ("{d}", DATES))
    for blank, words in choices:
        while blank in sentence:
            pool = _ALL_NUMBERS if blank == "{n}" and chance.random() < 0.2 else words
            sentence = sentence.replace(blank, chance.choice(pool), 1)
    return sentence


def signs(chance: random.Random) -> str:
    """Return signs of many scripts, some many times, between words."""
    parts = [
        chance.choice(SIGNS) * chance.choice((1, 1, 1, 2, 50)) + chance.choice(("", "", "said", "Anna", "5"))
        for _ in range(chance.choice((5, 60, 600)))
    ]
    return chance.choice(JOINTS).join(parts)


def tokens(chance: random.Random) -> str:
    """Return very long tokens between short ones."""
    unit = chance.choice(
        (
            "a",
            "A",
            "1",
            "1,",
            "1.",
            "A.",
            "a-",
            "a'",
            "’",
            "é",
            "e\u0301",
            "$",
            "%",
            "-",
            "字",
            "aB",
            "9:",
            "(",
            "“",
            "one-",
            "Anna ",
            "and ",
            "the ",
            "not ",
            ", ",
        )
    )
    return "".join(
        f"The {unit * chance.choice((1, 30, 3_000, 20_000))} said {chance.choice(SHORTEST)} "
        for _ in range(chance.choice((1, 2, 6)))
    )


def shortest(chance: random.Random) -> str:
    """Return thousands of the shortest sentences."""
    few = chance.sample(SHORTEST, chance.choice((1, 2, 5, len(SHORTEST))))
    joint = chance.choice(JOINTS[:4])
    return joint.join(chance.choice(few) for _ in range(chance.choice((300, 1_500, 8_000))))


def surrogates(chance: random.Random) -> str:
    """Return words with halves of signs, which a caller of the engine can have in a text, as no file has."""
    return " ".join(
        chance.choice(("\ud800", "\udfff said", "Anna\udc80", "5\ud83d", "“\udcff”", "He ran.", "5%"))
        for _ in range(40)
    )


def altered(text: str, chance: random.Random) -> str:
    """Return a text with some words gone, come again, or changed for others."""
    words = text.split(" ")
    for _ in range(chance.choice((0, 1, 3, 10))):
        at = chance.randrange(len(words))
        words[at : at + 1] = chance.choice(
            ([], [words[at]] * 2, [chance.choice(_ALL_NUMBERS)], [chance.choice(DATES)], words[at : at + 9][::-1])
        )
        words = words or [""]
    return " ".join(words)


_ALL_NUMBERS: Final[Sequence[str]] = (*NUMBERS, *SPOKEN, "9" * 5_000, "0." + "0" * 400 + "1", "1," * 30 + "0")
