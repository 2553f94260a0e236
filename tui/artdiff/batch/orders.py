"""Who is to compare, and whether what is known already counts: what a user wants of it."""

from __future__ import annotations

from typing import Final, NamedTuple


class Orders(NamedTuple):
    """What a user wants.

    Attributes:
        jobs: how many processes; None for as many as suit.
        dask: a Dask cluster compares.
        scheduler: the address of its scheduler; None for a cluster of this machine.
        cached: comparisons made before are used, new ones kept.
    """

    jobs: int | None = None
    dask: bool = False
    scheduler: str | None = None
    cached: bool = True


HERE: Final = Orders(jobs=1, cached=False)
"""In this process, and nothing is kept."""
