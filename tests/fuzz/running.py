"""A fuzz run: inputs by number, each told by its seed alone, with a clock that no input gets past."""

import random
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from artdiff.documents.document import Document
from artdiff.engine.values import Pair
from artdiff.reports.forms import FORMS
from tests.fuzz.judging import assert_reported, judge_file, judge_odd, judge_texts
from tests.fuzz.mutation import ENDINGS, LARGEST, excerpt, file_of
from tests.fuzz.oddities import odd_pair
from tests.texts import compared

SLOWEST: Final = 2.0
"""Seconds of this process's own time that an input of 100 kB may take."""
HANGING: Final = 20.0
"""Seconds of it after which an input is broken off."""
RUNS: Final = 3
"""How often an input is judged that takes too long; the quickest counts."""
INVENTED: Final = 20
"""Every so manieth number is a handful of texts that hypothesis makes up."""
EXAMPLES: Final = 10
ODD: Final = 3
"""Every so manieth number is two odd texts."""
WORDS: Final = st.sampled_from(
    "the a not no said told Anna Holm Lund Mr. May March 3 1,200 40% $5m “ ” ' ( ) , . ; : - – … \n \n\n about nearly mayor who because "
    "U.S. told: never all but 2024 Tuesday [b] \x1b[2J \u202e \0 e\u0301 字 İ ß".split(" ")
)
TEXTS: Final = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)


class HangingError(BaseException):
    """An input took longer than anything may; no handler of the program's own takes it for an error of the input."""


@dataclass
class Run:
    """A run, and what it found.

    Attributes:
        failures: what went wrong, by where it did: the first input of each kind with its trace, and how many there were.
    """

    folder: Path
    chosen: int
    inputs: int = 0
    slowest: float = 0
    failures: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Load all that is loaded when it is first needed, so that the first inputs do not seem slow."""
        for form in FORMS:
            assert_reported(Pair(Document("a", "One."), Document("b", "Two.")), compared("One.", "Two."), form)

    def feed(self, number: int) -> None:
        """Feed what has this number."""
        chance = random.Random(f"{self.chosen}-{number}")
        name = f"--seed {self.chosen} --only {number}"
        try:
            with clock(HANGING):
                self._fed(number, chance)
        except (Exception, HangingError) as error:  # noqa: BLE001  (to find any is what this is for)
            self._failed(name, error)

    def _fed(self, number: int, chance: random.Random) -> None:
        if number % INVENTED == 0:
            self._invented(number)
            return
        if number % ODD == 0:
            self._timed(lambda: judge_odd(*odd_pair(chance), chance))
            return
        ending, source = chance.choice(ENDINGS), excerpt(chance)
        text = source if chance.random() < 0.6 else excerpt(chance)
        path = self.folder / f"input.{ending}"
        path.write_bytes(file_of(ending, text, chance))
        self._timed(lambda: judge_file(path, source, chance))

    def _invented(self, number: int) -> None:
        def judged(source: str, variant: str, chance: random.Random) -> None:
            self._timed(lambda: judge_texts(Document("source.txt", source), Document("variant.txt", variant), chance))

        made = given(TEXTS.map(_readable), TEXTS.map(_readable), st.randoms(use_true_random=False))(judged)
        bound = settings(
            max_examples=EXAMPLES,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        )
        seed(f"{self.chosen}-{number}")(bound(made))()

    def _timed(self, judge: Callable[[], int | None]) -> None:
        """Judge an input, which may take its time when it unpacks to more than it is.

        What takes too long is judged again: others on the machine make one run slow, and not each.
        """
        self.inputs += 1
        took = min(timings(judge, SLOWEST))
        self.slowest = max(self.slowest, took)
        if took > SLOWEST:
            message = f"{took:.1f} s"
            raise TimeoutError(message)

    def _failed(self, name: str, error: BaseException) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        place = next(
            (
                f"{Path(one.filename).name}:{one.lineno}"
                for one in reversed(frames)
                if "/hypothesis/" not in one.filename
            ),
            "-",
        )
        told = self.failures.setdefault(f"{type(error).__name__} at {place}", [])
        told.append(
            f"{name}: {str(error)[:300]}" if told else f"{name}\n{''.join(traceback.format_exception(error))[-3000:]}"
        )


def timings(judge: Callable[[], int | None], enough: float) -> list[float]:
    """Return the seconds that judging an input takes, for 100 kB of it, until one run is quick enough, of three."""
    took: list[float] = []
    while not took or (took[-1] > enough and len(took) < RUNS):
        began = time.process_time()
        size = judge() or 0
        took.append((time.process_time() - began) / max(1, size / LARGEST))
    return took


def _readable(text: str) -> str:
    """Return text as a reader gives it: no surrogate that stands alone, one kind of newline."""
    return text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")


@contextmanager
def clock(seconds: float) -> Iterator[None]:
    """Break off what takes more of this process's own time, so that a busy machine is no hang."""

    def ring(*_: object) -> None:
        raise HangingError

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
