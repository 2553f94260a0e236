"""A worker that takes texts for sketches: codes what its standard input gives it, and ends when that does.

Run as ``python -P -m artdiff.batch.sketch_worker`` with pipes.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from artdiff.batch.answering import serve
from artdiff.batch.garbage import look_seldom_for_garbage
from artdiff.batch.messages import SketchTexts
from artdiff.stories.spreading import Sender

if TYPE_CHECKING:
    from artdiff.stories.sketch import Coded


def main() -> None:
    """Serve standard input until it ends, or until nobody listens."""
    look_seldom_for_garbage()
    sender = Sender(int.from_bytes(os.urandom(8)))

    def answer(request: object) -> Coded | None:
        return sender.coded(request.texts) if isinstance(request, SketchTexts) else None

    serve(answer)


if __name__ == "__main__":
    main()
