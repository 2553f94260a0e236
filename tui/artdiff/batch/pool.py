"""Worker processes that compare chunks of pairs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, cast

from artdiff.batch.engines import NotCompared
from artdiff.batch.messages import ComparedTexts, CompareTexts
from artdiff.batch.process import WorkerDiedError
from artdiff.batch.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artdiff.batch.engines import Texts
    from artdiff.engine.values import Comparison

COMMAND: Final = (sys.executable, "-P", "-m", "artdiff.batch.pool_worker")


class Pool:
    """So many worker processes that compare.

    Args:
        jobs: how many.
        command: starts one.
    """

    def __init__(self, jobs: int, command: Sequence[str] = COMMAND) -> None:
        self._workers = Workers(jobs, command)
        self.ahead = self._workers.ahead

    def start(self, texts: Texts) -> Callable[[], list[Comparison | NotCompared]]:
        """Begin a chunk, and return what waits for its results."""
        return self._workers.begin(self._compare, texts)

    def close(self) -> None:
        """End the workers, whatever they do, and return when nothing of them is left running."""
        self._workers.close()

    def _compare(self, texts: Texts) -> list[Comparison | NotCompared]:
        """Return a chunk's results; where the worker dies, each pair is tried once more alone, so that one kills no other."""
        if not texts:
            return []
        try:
            return [*self._ask(texts)]
        except WorkerDiedError:
            return [self._once_more((pair,)) for pair in texts]

    def _once_more(self, texts: Texts) -> Comparison | NotCompared:
        try:
            return self._ask(texts)[0]
        except WorkerDiedError as error:
            return NotCompared(f"given up after two tries: {error}")

    def _ask(self, texts: Texts) -> tuple[Comparison, ...]:
        return cast("ComparedTexts", self._workers.ask(CompareTexts(texts))).comparisons
