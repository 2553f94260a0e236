"""A check of stories: what was named is compared by an engine and comes out story by story, as each is done."""

from __future__ import annotations

from collections import deque
from contextlib import closing
from typing import TYPE_CHECKING

from artdiff.batch.choice import engine_of, kept
from artdiff.batch.engines import NotCompared, compared
from artdiff.batch.orders import HERE
from artdiff.documents.collection import Problem
from artdiff.reports.checked import CheckedStory, CheckedVariant

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from artdiff.batch.engines import Result, Row
    from artdiff.batch.inputs import Inputs, Plan
    from artdiff.batch.orders import Orders


def check(
    inputs: Inputs, orders: Orders = HERE, watch: Callable[[Result], None] = lambda _: None
) -> Generator[CheckedStory | Problem, None, None]:
    """Yield every story with all its comparisons, and what cannot be read or compared.

    Args:
        inputs: what was named.
        orders: who compares.
        watch: is told of each pair as it is done.

    Raises:
        ClusterError: the cluster that is to compare cannot be reached.
    """
    begun: deque[Plan] = deque()
    with kept(orders) as cache:
        engine, rows = engine_of(orders, _rows(inputs.plans(cache, orders.jobs), begun), cache, inputs.analysis)
        with closing(compared(rows, engine)) as results:
            yield from _stories(_watched(results, watch), begun)


def _watched(results: Iterable[Result], watch: Callable[[Result], None]) -> Iterator[Result]:
    for result in results:
        watch(result)
        yield result


def _rows(plans: Iterable[Plan | Problem], begun: deque[Plan]) -> Iterator[Row]:
    for plan in plans:
        if isinstance(plan, Problem):
            yield plan
        else:
            begun.append(plan)
            yield from plan.rows


def _stories(results: Iterable[Result], begun: deque[Plan]) -> Iterator[CheckedStory | Problem]:
    """Put results, which come in the order of the plans, together to stories."""
    done: list[Result] = []
    for result in results:
        if isinstance(result, Problem):
            yield result
            continue
        while not begun[0].rows:
            yield CheckedStory(*begun.popleft()[:2], ())
        done.append(result)
        if len(done) == len(begun[0].rows):
            yield from _story(begun.popleft(), done)
            done = []
    yield from (CheckedStory(*plan[:2], ()) for plan in begun)


def _story(plan: Plan, results: Iterable[Result]) -> Iterator[CheckedStory | Problem]:
    variants = []
    for result in results:
        if isinstance(result, Problem):
            continue
        row, comparison = result
        if isinstance(comparison, NotCompared):
            yield Problem(row.variant.name, str(comparison))
        else:
            variants.append(CheckedVariant(row.variant, comparison))
    title = variants[0].comparison.outlines.source.title if variants else plan.source.name
    yield CheckedStory(plan.story._replace(title=plan.story.title or title), plan.source, tuple(variants))
