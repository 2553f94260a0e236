"""What arithmetic reckons with: a variant's figure with the words around it, and the source's figures with how these are told."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Quantity
from artdiff.engine.facts.measures import units
from artdiff.engine.remembering import remembered
from artdiff.engine.verdicts.figures.quantities import factors_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.language.segmentation import Token

LEAST_COUNT = 5.0
"""Smaller counts come out of any arithmetic by chance."""
TELLING_DIGITS = 3
"""A figure with so many significant digits comes out of near figures by chance only seldom."""
WINDOW = 4
"""How many tokens before and behind a figure tell what it is reckoned by."""
FAR = 100
"""How many tokens more of its sentence are looked at: what goes on for longer is no sentence."""
PART_TOLERANCE, HEDGED_TOLERANCE, TIMES_TOLERANCE = 0.005, 0.05, 0.1
SHARE = "%"
COMPARED = frozenset(
    "above below ahead behind higher lower more fewer less better worse over under apart between".split()
)
PASSING = frozenset(
    "exceed exceeds exceeded exceeding beat beats beating surpass surpasses surpassed top tops topped outnumber outnumbers "
    "outnumbered trail trails trailed lead leads led miss misses missed fell short above below ahead behind higher lower".split()
)
"""With "by" and a figure they tell how far two others are apart."""
REMAINDER = frozenset(
    "remaining rest other others left further more else elsewhere leaving balance remainder missing".split()
)
DIFFERENCE = REMAINDER | frozenset(
    "fewer less up down by rise rose risen rising fall fell fallen falling drop dropped increase increased decrease "
    "decreased cut gap margin lead difference ahead behind gain gained lost loss losing another extra additional short "
    "higher lower larger smaller longer shorter older younger earlier later grew grown growth widened raised reduced "
    "added between still minus without surplus deficit over above below beyond than need needs needed spare off missing".split()
)
SUM = frozenset(
    "total totals totalling totaling totalled totaled combined together altogether overall both sum aggregate jointly "
    "entire whole all bring brings bringing brought make makes making made add adds adding added including".split()
)
COMPARING = frozenset("above below more less fewer short ahead behind higher lower up down over under off".split())
"""Behind a source's figure these say that it is a difference itself."""
COMPLEMENT = REMAINDER | frozenset(
    "not no without never neither nor none lack lacks lacked fail fails failed all but except n't out outside against yet only "
    "refuse refused refuses reject rejected declined oppose opposed missed unable absent miss empty unused unsold vacant idle unfilled unpaid unspent".split()
)
MULTIPLES: tuple[tuple[float, frozenset[str]], ...] = (
    (2.0, frozenset("half twice double doubled doubles doubling twofold halved halves".split())),
    (3.0, frozenset("triple tripled triples treble trebled threefold thrice".split())),
    (4.0, frozenset("quadruple quadrupled fourfold".split())),
    (5.0, frozenset({"fivefold"})),
    (10.0, frozenset({"tenfold"})),
)
"""Words that make a figure so many times another one, either way."""
GROWTH = frozenset(
    "up down rise rose risen rising grew grown growth increase increased fell fall fallen drop dropped jump jumped gain "
    "gained more less higher lower cut decline declined soared surged climbed dearer cheaper".split()
)
HALF = frozenset({"half", "million"})
MOST_SIBLINGS = 40
LEAST_WITH_OTHERS = 3.0
LEAST_SHARE = 0.03
RATES = {
    "second": 31_556_952.0,
    "minut": 525_949.2,
    "hour": 8766.0,
    "day": 365.2425,
    "week": 52.1775,
    "month": 12.0,
    "quarter": 4.0,
    "year": 1.0,
}
"""How many of a unit of time a year has, for rates."""


class Operand(NamedTuple):
    """A source figure to reckon with.

    Attributes:
        near: it stands in a paragraph that is linked to the variant's.
        compared: the source tells it as a difference: "2.1 metres above".
        denied: the source says what is not so, or of the rest, in its sentence.
        lacking: the source says that so much is lacking, or that these are the others: "six seats short", "the other five".
        factors: by what its sentence multiplies: "half as much".
    """

    fact: Fact
    quantity: Quantity
    near: bool
    compared: bool = False
    denied: bool = False
    lacking: bool = False
    factors: tuple[float, ...] = ()


class Sought(NamedTuple):
    """The variant's figure, the words around it, and all of its sentence.

    Attributes:
        siblings: the other figures of its sentence.
        behind: the words right behind it.
        before: the word in front of it.
        slip: it is a source's figure but for a digit, so that chance explains nothing.
    """

    quantity: Quantity
    words: frozenset[str]
    sentence: frozenset[str]
    siblings: tuple[Quantity, ...] = ()
    behind: tuple[str, ...] = ()
    before: str = ""
    slip: bool = False

    def hints(self, cues: frozenset[str]) -> bool:
        """Say whether one of some words stands around the figure."""
        return not cues.isdisjoint(self.words)

    @property
    def multiplying(self) -> frozenset[str]:
        """Return the words of its sentence, "half" left out where it may be of the figure itself: "half a million"."""
        return self.sentence - {"half"} if digits(self.quantity) == 1 and self.sentence >= HALF else self.sentence

    @property
    def telling(self) -> bool:
        """Say whether the figure is so precise that it needs no cue."""
        return digits(self.quantity) >= TELLING_DIGITS and not self.slip

    @property
    def compares(self) -> bool:
        """Say whether the words right beside the figure make it a difference: "ahead by 12", "12 more than"."""
        passing = self.before == "by" and not PASSING.isdisjoint(self.sentence)
        return passing or not COMPARED.isdisjoint(self.behind[:2])


class _Around(NamedTuple):
    """What stands around a figure of the variant, as in `Sought`."""

    words: frozenset[str]
    sentence: frozenset[str]
    siblings: tuple[Quantity, ...]
    behind: tuple[str, ...]
    before: str


class _Said(NamedTuple):
    """What a sentence of the source says beside its figures: see `Operand`."""

    denied: bool
    factors: tuple[float, ...]


def sought(variant: Analysis, fact: Fact, quantity: Quantity, *, slip: bool = False) -> Sought:
    """Return what is looked for: a figure with the words around it in its sentence."""
    return Sought(quantity, *_around(variant, fact.sentence, fact.tokens), slip)


@remembered(1 << 10)
def _around(variant: Analysis, sentence: int, place: tuple[int, int]) -> _Around:
    norms, (first, last) = variant.text.norms, variant.text.sentences[sentence].tokens
    start, end = max(first, place[0] - WINDOW), min(last, place[1] + WINDOW)
    beside = [one.value for one in variant.facts_in(sentence)[:MOST_SIBLINGS] if one.tokens != place]
    return _Around(
        frozenset(norms[start:end]),
        frozenset(norms[max(first, start - FAR) : min(last, end + FAR)]),
        tuple([value for value in beside if isinstance(value, Quantity)]),
        norms[place[1] : end],
        norms[place[0] - 1] if place[0] > first else "",
    )


def operand(source: Analysis, fact: Fact, quantity: Quantity, *, near: bool) -> Operand:
    """Return a source figure to reckon with."""
    behind, said = source.text.norms[fact.tokens[1] : fact.tokens[1] + 3], _said(source, fact.sentence)
    lacking = "short" in behind or _is_other(source, fact)
    factors = (*said.factors, 2.0) if behind[:2] == ("each", "way") else said.factors
    return Operand(fact, quantity, near, not COMPARING.isdisjoint(behind), said.denied, lacking, factors)


@remembered(1 << 10)
def _said(source: Analysis, sentence: int) -> _Said:
    first, last = source.text.sentences[sentence].tokens
    norms = frozenset(source.text.norms[first:last])
    telling = frozenset(_unbound(source.text.tokens[first:last])) if "half" in norms else norms
    return _Said(not COMPLEMENT.isdisjoint(norms), tuple(factors_in(telling)))


def _unbound(sentence: Sequence[Token]) -> Iterator[str]:
    """Yield the words of a sentence without those that make a length of time: "half an hour"."""
    for at, token in enumerate(sentence):
        behind = sentence[at + 1 : at + 3]
        if (
            token.norm != "half"
            or len(behind) < 2
            or behind[0].norm not in {"a", "an"}
            or behind[1].norm not in units()
        ):
            yield token.norm


def _is_other(source: Analysis, fact: Fact) -> bool:
    """Say whether a figure counts the others: "the other five", "another three", "three others"."""
    first, last = source.text.sentences[fact.sentence].tokens
    before = source.text.norms[fact.tokens[0] - 1] if fact.tokens[0] > first else ""
    behind = source.text.norms[fact.tokens[1]] if fact.tokens[1] < last else ""
    return before in {"other", "another", "further", "additional"} or behind in {"others", "more", "other"}


def digits(quantity: Quantity) -> int:
    """Return how many significant digits a figure has, trailing zeros not counted."""
    return digits_in(quantity.value, quantity.unit)


@lru_cache(maxsize=1 << 12)
def digits_in(value: float, unit: str) -> int:
    """Return the same of a value in a unit."""
    return min(len(f"{abs(value) / factor:.10g}".replace(".", "").strip("0")) for factor in factors_of(unit))


def factors_in(words: frozenset[str]) -> Iterator[float]:
    """Yield by what some words multiply."""
    return (factor for factor, names in MULTIPLES if not names.isdisjoint(words))
