"""How often processes of this program look for garbage."""

from __future__ import annotations

import gc
from typing import Final

COLLECT_EVERY: Final = 200_000
"""New objects between two looks for garbage, of which a comparison makes hardly any: looking as often as Python does takes
a sixth of the time."""


def look_seldom_for_garbage() -> None:
    """Let a process that does nothing but compare spend its time on that."""
    gc.freeze()
    gc.set_threshold(COLLECT_EVERY, 20, 20)
