"""Days as files write them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def day(value: object) -> dt.date | None:
    """Return the day that an ISO date, with or without a time, names; None for anything else."""
    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    if found is None:
        return None
    try:
        return dt.date(*map(int, found.groups()))
    except ValueError:
        return None
