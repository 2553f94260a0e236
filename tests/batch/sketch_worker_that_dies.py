"""The worker that takes texts for sketches, but that a text which says so kills it, always or, with a file's name, once."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from artdiff.batch import sketch_worker
from artdiff.stories.sketch import Coded
from artdiff.stories.spreading import Sender


class Dying(Sender):
    def coded(self, texts: Sequence[str]) -> Coded | None:
        for order, _, name in (text.partition(" ") for text in texts):
            if order == "die" and not (name and Path(name).exists()):
                if name:
                    Path(name).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return super().coded(texts)


if __name__ == "__main__":
    sketch_worker.Sender = Dying  # type: ignore[attr-defined]
    sketch_worker.main()
