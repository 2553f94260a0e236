"""Comparisons as bytes, for pipes and the cache: pickled, with the fields of a value in their order rather than by name.

Only this program writes and reads them, in one version: that is what makes pickling right here.
"""

from __future__ import annotations

import copyreg
import pickle
from dataclasses import fields
from io import BytesIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from artdiff.engine.values import Comparison, Finding, Link, Outline, Repeat

if TYPE_CHECKING:
    from collections.abc import Callable


def packed(value: object) -> bytes:
    """Return a value as bytes."""
    out = BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _TABLE
    pickler.dump(value)
    return out.getvalue()


def unpacked(data: bytes) -> object:
    """Return the value that some bytes of this program are."""
    return pickle.loads(data)  # noqa: S301  (see above)


def _by_fields(kind: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[object, ...]]]:
    """Return what takes a frozen value apart; Python's own way asks for its fields' names for every value."""
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda value: (kind, values(value))


_TABLE = copyreg.dispatch_table.copy()
_TABLE.update({kind: _by_fields(kind) for kind in (Comparison, Outline, Link, Repeat, Finding)})
