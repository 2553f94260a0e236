"""Driving the reader without a terminal, with answers that are known beforehand."""

import re
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial

import pytest
from textual.pilot import Pilot

from artdiff.batch.messages import Event, FactsRead
from artdiff.batch.orders import Orders
from artdiff.documents.collection import Collection
from artdiff.documents.document import Document, Span
from artdiff.engine.values import FactKind, Mention, Pair
from artdiff.reader.app import Reader
from artdiff.reader.backstage import Backstage
from artdiff.reader.bookmarks import Bookmarks
from artdiff.reader.keeping import Keeper
from artdiff.reader.outfit import Outfit
from tests.reader.example import VARIANTS, collection, compared, grouped


@dataclass
class Answering:
    """Stands in for the client: answers at once with what it was given, and keeps what it was asked."""

    listener: Callable[[Event], None]
    answers: Sequence[Event]
    wanted: list[list[Pair[int]]] = field(default_factory=list)
    is_open: bool = False

    def start(self) -> None:
        self.is_open = True

    def open(self, documents: Sequence[Document], source: int | None = None) -> None:
        del documents, source
        for answer in self.answers:
            self.listener(answer)

    def want(self, pairs: Iterable[Pair[int]]) -> None:
        self.wanted.append(list(pairs))

    def cancel(self) -> None:
        self.wanted.append([])

    def read_facts(self, document: int) -> None:
        text = collection().documents[document].text
        months = [Span(*one.span()) for one in re.finditer(r"\b(?:May|July|Trump|Istanbul)\b", text)]
        self.listener(FactsRead(document, tuple(Mention(FactKind.OTHER, span) for span in months)))

    def close(self) -> None:
        self.is_open = False


ALL: Sequence[Event] = (grouped(), *(compared(variant) for variant in VARIANTS))


def answer_with(monkeypatch: pytest.MonkeyPatch, answers: Sequence[Event] = ALL) -> list[Answering]:
    """Have every reader that is made from now on answered so; the clients are collected in the list."""
    clients: list[Answering] = []

    def make(listener: Callable[[Event], None], orders: Orders) -> Answering:
        del orders
        clients.append(Answering(listener, answers))
        return clients[-1]

    monkeypatch.setattr("artdiff.reader.backstage.Client", make)
    return clients


@asynccontextmanager
async def opened(
    size: tuple[int, int] = (160, 50),
    documents: Collection | None = None,
    outfit: Outfit | None = None,
    keeper: Keeper | None = None,
    bookmarks: Bookmarks | None = None,
) -> AsyncIterator[tuple[Reader, Pilot[int]]]:
    """Yield a reader on the seeds, or on other documents, that has taken in its answers."""
    backstage = partial(Backstage, keeper=keeper, bookmarks=bookmarks)
    reader = Reader(collection() if documents is None else documents, outfit=outfit, backstage=backstage)
    async with reader.run_test(size=size) as pilot:
        await settled(pilot)
        yield reader, pilot


async def settled(pilot: Pilot[int]) -> None:
    for _ in range(4):
        await pilot.pause()


def screen_rows(reader: Reader) -> list[str]:
    """Return what stands on the screen, row by row."""
    return ["".join(segment.text for segment in strip) for strip in reader.screen._compositor.render_strips()]


def screen_text(reader: Reader) -> str:
    return "\n".join(screen_rows(reader))
