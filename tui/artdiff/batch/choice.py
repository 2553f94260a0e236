"""Who compares, and what is known already: what a user wants of it becomes an engine and a cache."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from artdiff.batch.engines import engine_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from artdiff.batch.cache import Cache
    from artdiff.batch.engines import Engine, Row
    from artdiff.batch.orders import Orders
    from artdiff.documents.document import Document
    from artdiff.engine.analysis import Analysis


@contextmanager
def kept(orders: Orders) -> Iterator[Cache | None]:
    """Give the user's cache; None where none is wanted, or where nothing can be kept."""
    cache = _cache() if orders.cached else None
    try:
        yield cache
    finally:
        if cache:
            cache.close()


def _cache() -> Cache | None:
    import sqlite3  # noqa: PLC0415  (only where there is a cache)

    from platformdirs import user_cache_path  # noqa: PLC0415

    from artdiff.batch.cache import Cache  # noqa: PLC0415

    try:
        return Cache(user_cache_path("artdiff") / "comparisons.sqlite")
    except (OSError, sqlite3.Error):
        return None


def engine_of(
    orders: Orders,
    rows: Iterator[Row],
    cache: Cache | None = None,
    known: Callable[[Document], Analysis | None] = lambda _: None,
) -> tuple[Engine, Iterator[Row]]:
    """Return the engine that suits what is wanted and the work, and all rows.

    Args:
        orders: what is wanted.
        rows: of them as many as tell how much work there is are read.
        cache: what is known already.
        known: returns the analysis of a document that has been made already, for where this process compares.

    Raises:
        ClusterError: there is no such cluster.
    """
    if orders.dask:
        from artdiff.batch.cluster import Cluster  # noqa: PLC0415

        engine: Engine = Cluster(orders.scheduler, orders.jobs)
    else:
        engine, rows = engine_for(rows, orders.jobs, known)
    if cache is None:
        return engine, rows
    from artdiff.batch.cache import Cached  # noqa: PLC0415

    return Cached(engine, cache), rows
