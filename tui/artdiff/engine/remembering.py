"""What is remembered of analyses, and forgotten again: whatever is kept under an analysis keeps it, half a megabyte, alive."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from functools import _lru_cache_wrapper

P = ParamSpec("P")
T = TypeVar("T")

MOST: Final = 1 << 10
"""Answers of one kind, of a few dozen documents, from which on all are forgotten once nobody is in the middle of a pair."""
_REMEMBERED: Final[list[_lru_cache_wrapper[Any]]] = []


def remembered(size: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a function of an analysis remember so many answers until they are forgotten."""

    def wrapped(function: Callable[P, T]) -> Callable[P, T]:
        kept = lru_cache(maxsize=size)(function)
        _REMEMBERED.append(kept)
        return kept  # type: ignore[return-value]  # lru_cache takes whatever can be hashed

    return wrapped


def forget_analyses() -> None:
    """Forget what is remembered of analyses, where that is much: a process that compares for hours must not grow."""
    if any(one.cache_info().currsize > MOST for one in _REMEMBERED):
        for one in _REMEMBERED:
            one.cache_clear()
