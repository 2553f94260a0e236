"""Comparisons as bytes, for pipes and the cache: pickled, which has the fields of a value in their order.

Only this program writes and reads them, in one version: that is what makes pickling right here.
"""

from __future__ import annotations

import pickle


def packed(value: object) -> bytes:
    """Return a value as bytes."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> object:
    """Return the value that some bytes of this program are."""
    return pickle.loads(data)  # noqa: S301  (see above)
