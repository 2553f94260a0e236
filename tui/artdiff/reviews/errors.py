"""What can be wrong with the file of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.errors import ArtdiffError

if TYPE_CHECKING:
    from pathlib import Path


class ReviewsError(ArtdiffError):
    """The file of decisions cannot be used.

    Attributes:
        problem: what is wrong and, where there is one, what to do; the end of a sentence that begins with the path.
    """

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


class DamagedError(ReviewsError):
    """It was a file of decisions and can no longer be read."""


class UnwritableError(ReviewsError):
    """It cannot be written now: read-only, a full disk."""


class BusyError(UnwritableError):
    """Another program holds it."""
