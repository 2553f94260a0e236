"""How the work grows with the texts, and what the tables cost, in processor time: ``python -m tests.bench_growth``.

The texts are the stories with keys, one behind the other; where they do not suffice they are told again with other names
and figures. The tables' loading is that of every table of the engine, read anew once a pair was compared.
"""

import argparse
import gc
import re
import sys
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper, partial
from inspect import signature
from itertools import count
from math import log
from time import process_time
from typing import Final

from artdiff.batch.work import compare_documents
from artdiff.documents.document import Document
from artdiff.engine.lexicon import gazetteer
from artdiff.engine.lexicon.tables import read_rows, read_sorted
from tests.bench_scale import texts

SIZES: Final = (1_000, 3_000, 10_000, 30_000, 100_000)
_NAME: Final = re.compile(r"\b[A-Z][a-z]{3,}\b")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="words of the longest; default: %(default)s")
    largest = parser.parse_args().largest
    gc.disable()
    for row in rows(largest):
        print(row, flush=True)


def rows(largest: int = SIZES[-1]) -> Iterator[str]:
    """Yield a line for each length, with the exponent of the growth since the one before, and one for the tables."""
    took: dict[int, float] = {}
    compare_documents(*pair(300))
    yield f"loading the tables           {loading() * 1000:8.1f} ms"
    for size in (size for size in SIZES if size <= largest):
        documents = pair(size)
        took[size] = min(timed(partial(compare_documents, *documents)) for _ in range(3 if size < 20_000 else 1))
        before = [other for other in took if other < size]
        since = (
            f"  exponent {exponent(took, before[-1], size):.2f}, {exponent(took, before[0], size):.2f} from the first"
            if before
            else ""
        )
        yield f"{size:>7,} words a side        {took[size] * 1000:8.0f} ms  {took[size] / size * 1e6:6.1f} µs a word{since}"


def exponent(took: dict[int, float], small: int, large: int) -> float:
    return log(took[large] / took[small]) / log(large / small)


def timed(call: Callable[[], object]) -> float:
    start = process_time()
    call()
    return process_time() - start


def pair(words: int) -> tuple[Document, Document]:
    """Return a source and a rewrite of so many words a side."""
    sides: tuple[list[str], list[str]] = ([], [])
    length = 0
    for turn in count():
        told = set()
        for one in texts():
            if one[0] in told:
                continue
            told.add(one[0])
            for side, text in zip(sides, one, strict=True):
                side.append(retold(text, turn))
            length += len(one[0].split())
            if length >= words:
                return Document("source", "\n\n".join(sides[0])), Document("variant", "\n\n".join(sides[1]))
    raise AssertionError


def retold(text: str, turn: int) -> str:
    """Return a text with other names and figures."""
    if not turn:
        return text
    named = _NAME.sub(lambda name: name[0] + "aeiouy"[turn % 6] * (1 + turn // 6), text)
    return re.sub(r"\d", lambda digit: str((int(digit[0]) + turn) % 10), named)


def loading() -> float:
    """Return the seconds that it takes to read all tables: what each cached reader of one costs by itself."""
    readers = {
        id(reader): reader
        for name, module in sys.modules.items()
        if name.startswith("artdiff.engine")
        for reader in vars(module).values()
        if isinstance(reader, _lru_cache_wrapper) and not signature(reader).parameters
    }
    rows = ("polarity", "modality", "reporting", "causes", "generalities", "kinds", "phrases", "gazetteer")
    named: list[Callable[[], object]] = [partial(read_rows.__wrapped__, f"{name}.tsv") for name in rows]
    named += [partial(read_sorted.__wrapped__, f"{name}.tsv") for name in ("classes", "related", "relations")]
    named += [partial(gazetteer._entries.__wrapped__, name) for name in ("place", "given", "role", "organisation")]
    named += [partial(gazetteer._mapping.__wrapped__, name) for name in ("country", "capital")]
    files = sum(min(timed(read) for _ in range(5)) for read in named)
    return files + sum(min(reloading(reader) for _ in range(5)) for reader in readers.values())


def reloading(reader: "_lru_cache_wrapper[object]") -> float:
    reader.cache_clear()
    return timed(reader)


if __name__ == "__main__":
    main()
