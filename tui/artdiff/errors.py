"""The errors that artdiff raises: few, each with the place and what to do."""

from __future__ import annotations


class ArtdiffError(Exception):
    """The base of all errors that a user of artdiff can cause and mend."""


class UnreadableError(ArtdiffError):
    """A named file or folder cannot be read as text.

    Attributes:
        path: as the user named it.
        problem: what is wrong and, where there is one, what to do.
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem
