"""The pool's worker, but that a text which says so kills it, always or, with a file's name, once."""

import os
import signal
import sys
from pathlib import Path

from artdiff.batch import comparing, pool_worker
from artdiff.batch.engines import Texts
from artdiff.engine.values import Comparison

compare_texts = comparing.compare_texts


def dying(pairs: Texts) -> tuple[Comparison, ...]:
    for pair in pairs:
        order, _, name = pair.variant.text.partition(" ")
        if order == "die" and not (name and Path(name.strip()).exists()):
            if name:
                Path(name.strip()).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return compare_texts(pairs)


if __name__ == "__main__":
    assert sys.argv
    pool_worker.compare_texts = dying  # type: ignore[attr-defined, assignment]
    pool_worker.main()
