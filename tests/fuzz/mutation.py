"""What a fuzz run feeds: real articles, cut, spoilt and spliced, in files of every kind that is read."""

import csv
import gzip
import io
import json
import random
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from tests.documents.test_archives import pdf_file, word_file, zipped
from tests.program import SEEDS
from tests.scoring import STORIES

LARGEST: Final = 100_000
"""Bytes of an input."""
PIECES: Final = (
    (
        "\0 \x1b[2J \x1b]0;t\x07 \x9b1m \u202e \u2066 \u2028 \u2029 \x85 \x0c \ufeff \u200b \u00ad \ud83d\udc69\u200d\ud83d\ude92 e\u0301 \u5b57 \u0130 \u1e9e \ufb01 \u2460 \u00bd \u0661\u0662 "
        "\u201c \u201d \u2018 \u2019 \u00ab \" ' ( ) [b] [/b] [sic] <p> </p> <!-- --> <script> &amp; &#x110000; {} { [ ] , ; \\ \\u0000 \\ud800 % %s $ \u20ac = == | ` * # "
        "1 0 -1 1e999 1,000,000 999999999999999999999999 3.14 1/2 50% $3bn 12:60 31 February 2024 0000 13/13/13 May March 1 2 third "
        "not no never nobody said told according to Mr. Dr. U.S. St. Inc. a.m. don't cannot least most about nearly between and or but because after "
        "\n \n\n \r\n \r \t \u00a0"
    )
    .encode("utf-8", "surrogatepass")
    .split(b" ")
)
ENDINGS: Final = (
    "txt txt txt md html html docx pdf zip jsonl json csv tsv parquet jsonl.gz json.gz csv.zst jsonl.zst".split()
)


@cache
def articles() -> tuple[str, ...]:
    """Return the texts that everything is made of."""
    paths = [*sorted(SEEDS.glob("*.txt")), *sorted(STORIES.glob("*/*.txt"))]
    return tuple(path.read_text(encoding="utf-8") for path in paths)


def excerpt(chance: random.Random) -> str:
    """Return some paragraphs of an article: mostly few, now and then all."""
    article = chance.choice(articles())
    if chance.random() < 0.02:
        return article
    paragraphs = [line for line in article.split("\n") if line]
    start = chance.randrange(len(paragraphs))
    return chance.choice(("\n\n", "\n\n", "\n")).join(paragraphs[start : start + chance.randint(1, 3)])


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return bytes spoilt in up to eight ways."""
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8))):
        start, end = sorted(chance.randint(0, len(data)) for _ in range(2))
        data = chance.choice(WAYS)(data, start, end, chance)[:LARGEST]
    return data


Way = Callable[[bytes, int, int, random.Random], bytes]


def _insert(data: bytes, start: int, _: int, chance: random.Random) -> bytes:
    return data[:start] + chance.choice(PIECES) + data[start:]


def _replace(data: bytes, start: int, _: int, chance: random.Random) -> bytes:
    return data[:start] + chance.choice(PIECES) + data[start + chance.randint(0, 9) :]


def _flip(data: bytes, start: int, _: int, chance: random.Random) -> bytes:
    return data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :]


def _cut(data: bytes, start: int, end: int, _: random.Random) -> bytes:
    return data[:start] + data[end:]


def _end(data: bytes, start: int, _: int, __: random.Random) -> bytes:
    return data[:start]


def _again(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 30)) + data[end:]


def _many(data: bytes, start: int, _: int, chance: random.Random) -> bytes:
    unit = chance.choice(
        (chance.choice(PIECES), data[start : start + chance.randint(1, 12)], b" " + chance.choice(PIECES))
    )
    return data[:start] + unit * chance.choice((3, 10, 40, 400)) + data[start:]


def _move(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    rest = data[:start] + data[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _splice(data: bytes, start: int, _: int, chance: random.Random) -> bytes:
    return data[:start] + excerpt(chance).encode() + data[start:]


_CASES: Final[Sequence[Callable[[bytes], bytes]]] = (bytes.upper, bytes.lower, bytes.title)


def _recase(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    return data[:start] + _CASES[chance.randrange(3)](data[start:end]) + data[end:]


def _join(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    return (
        data[:start]
        + data[start:end].replace(*chance.choice(((b"\n", b" "), (b" ", b""), (b" ", b"\n"), (b".", b""))))
        + data[end:]
    )


WAYS: Final[Sequence[Way]] = (
    _insert, _insert, _replace, _replace, _flip, _cut, _end, _again, _many, _move, _splice, _recase, _join
)  # fmt: skip


PACKINGS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "": bytes,
    "gz": partial(gzip.compress, mtime=0),
    "zst": zstandard.compress,
}


def file_of(ending: str, text: str, chance: random.Random) -> bytes:
    """Return a file of some kind that holds a text, its spoilt text or spoilt as a file."""
    spoilt = mutated(text.encode(), chance).decode("utf-8", "replace") if chance.random() < 0.5 else text
    kind, _, packing = ending.partition(".")
    data = DRESSES[kind](spoilt, chance)
    data = data if spoilt is not text and chance.random() < 0.7 else mutated(data, chance)
    packed = PACKINGS[packing](data)
    return mutated(packed, chance) if packing and chance.random() < 0.3 else packed


def _page(text: str, chance: random.Random) -> bytes:
    tag = chance.choice(("p", "div", "li", "td", "h2", "pre"))
    body = "".join(f"<{tag}>{words}</{tag}>\n" for words in text.split("\n\n"))
    head = '<title>A title</title><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-03"}</script>'
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode("utf-8", "replace")


def _archive(text: str, chance: random.Random) -> bytes:
    inner = chance.choice(("txt", "md", "html", "docx"))
    return zipped({f"a.{inner}": DRESSES[inner](text, chance), "b.txt": text[:200].encode("utf-8", "replace")})


def _word(text: str, _: random.Random) -> bytes:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return word_file(*escaped.split("\n\n"))


def _rows(text: str) -> list[dict[str, str]]:
    return [{"id": "1", "source": text, "variant": text[: len(text) // 2]}, {"id": "2", "source": text, "variant": ""}]


def _table(separator: str, text: str) -> bytes:
    written = io.StringIO()
    writer = csv.DictWriter(written, ["id", "source", "variant"], delimiter=separator)
    writer.writeheader()
    writer.writerows(_rows(text))
    return written.getvalue().encode("utf-8", "replace")


def _parquet(text: str, _: random.Random) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(_rows(text.encode("utf-8", "replace").decode())), sink)
    return sink.getvalue()


DRESSES: Final[dict[str, Callable[[str, random.Random], bytes]]] = {
    "txt": lambda text, _: text.encode("utf-8", "replace"),
    "md": lambda text, _: f"# Title\n\n{text}".encode("utf-8", "replace"),
    "html": _page,
    "docx": _word,
    "pdf": lambda text, _: pdf_file(*text.replace("\\", "").replace("(", "").replace(")", "").split(". ")),
    "zip": _archive,
    "jsonl": lambda text, _: "".join(json.dumps(row) + "\n" for row in _rows(text)).encode(),
    "json": lambda text, _: json.dumps(_rows(text), ensure_ascii=False).encode("utf-8", "replace"),
    "csv": lambda text, _: _table(",", text),
    "tsv": lambda text, _: _table("\t", text),
    "parquet": _parquet,
}
