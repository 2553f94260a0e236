"""What is made to exhaust: each ends at once with a clear message, in bounded memory, and the rest is done."""

import gzip
import json
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import pytest
import zstandard

from artdiff.documents.corpora.reading import read_corpus
from artdiff.documents.document import Document
from tests.program import PROGRAM, environment
from tests.test_bad_input import ARTICLE, is_harmless

LARGEST: Final = 250
"""MiB that the program may take, whatever it is given; by itself it takes about 40."""
GROWN: Final = 34
"""MB of a line without end in plain pytest; a row may have 32 million signs."""
# A process begins with its parent's peak: what measures must be small itself.
MEASURE: Final = """
import json, os, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, stdin=subprocess.DEVNULL, timeout=100)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // (1024 if sys.platform == "linux" else 1 << 20)
print(json.dumps([done.returncode, os.fsdecode(done.stdout), os.fsdecode(done.stderr), peak]))
"""


class Done(NamedTuple):
    """How a check ended, and how many MiB it took at the most."""

    status: int
    out: str
    err: str
    peak: int


def check(*words: str | Path) -> Done:
    call = [sys.executable, "-c", MEASURE, *PROGRAM, "check", "--no-cache", *map(str, words)]
    done = subprocess.run(call, check=True, capture_output=True, env=environment(), text=True)
    return Done(*json.loads(done.stdout))


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    Path("rewrite.txt").write_text(ARTICLE.replace("48", "58"), encoding="utf-8")


def assert_told(name: str, message: str) -> None:
    """Say that a file is told of in one line, and that the rewrite named after it is compared."""
    done = check("--source", "article.txt", name, "rewrite.txt")
    (line,) = done.err.splitlines()
    assert line.startswith(f"artdiff: {name}")
    assert message in line
    assert is_harmless(line)
    assert len(line) < 300
    assert "rewrite.txt: 1 altered" in done.out
    assert (done.status, done.peak < LARGEST) == (2, True), done.peak


@cache
def ten_gigabytes() -> bytes:
    """Return so many zeros, deflated: a piece of 16 MiB again and again."""
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packing.compress(bytes(16 << 20)) + packing.flush(zlib.Z_FULL_FLUSH)
    return piece * 640 + zlib.compressobj(9, zlib.DEFLATED, -15).flush()


def zipped(member: bytes) -> bytes:
    data, size = ten_gigabytes(), (10 << 30) % (1 << 32)
    facts = struct.pack("<5H3L2H", 20, 0, 8, 0, 33, 0, len(data), size, len(member), 0)
    file = b"PK\3\4" + facts + member + data
    entry = b"PK\1\2" + struct.pack("<H", 20) + facts + struct.pack("<3H2L", 0, 0, 0, 0, 0) + member
    return file + entry + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(entry), len(file), 0)


def gzipped(before: bytes = b"") -> bytes:
    head = b"\x1f\x8b\x08\0\0\0\0\0\2\xff"
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    return head + packing.compress(before) + packing.flush(zlib.Z_FULL_FLUSH) + ten_gigabytes() + bytes(8)


ROW: Final = json.dumps({"text": ARTICLE}) + "\n"
MANY: Final = 1_000_000
MADE: Final[dict[str, tuple[Callable[[], bytes], str]]] = {
    "zeros.zip": (lambda: zipped(b"zeros.txt"), "unpacks to more than 200 times its size"),
    "zeros.docx": (lambda: zipped(b"word/document.xml"), "unpacks to more than 200 times its size"),
    "zeros.jsonl.gz": (gzipped, "it is binary, not text"),
    "text-then-zeros.jsonl.gz": (
        lambda: gzipped(ROW.encode() + b"\n" * 100_000),
        "unpacks to more than 200 times its size",
    ),
    "zeros.csv.zst": (lambda: zstandard.compress(bytes(64 << 20)) * 160, "it is binary, not text"),
    "head.csv": (lambda: b",".join(b"c%d" % at for at in range(MANY)), "more than 4096 columns"),
    "row.csv": (lambda: b"text,id\n" + b"1," * MANY + b"\n", "it has 1000001 columns where the first line has 2"),
    "strings.json": (lambda: b'[{"text": [' + b'"x",' * MANY, "the file ends inside a row"),
    "deep.json": (lambda: b"[" * MANY, "the file ends inside a row"),
    "deep-objects.json": (lambda: b'[{"text": ' * MANY, "the file ends inside a row"),
    "closed.json": (lambda: b'[{"text": ' + b"[" * MANY + b"]" * MANY + b"}]", "JSON of a kind that no row needs"),
    "deep.jsonl": (lambda: b"[" * MANY, "JSON of a kind that no row needs"),
    "deep.html": (lambda: b"<div>" * MANY, "deeper in each other, than any"),
}


@pytest.mark.parametrize("name", MADE)
def test_a_bomb(name: str) -> None:
    make, message = MADE[name]
    Path(name).write_bytes(make())
    assert_told(name, message)


@pytest.mark.parametrize("name", ["line.json", "line.jsonl", "line.csv"])
@pytest.mark.parametrize("size", [GROWN, pytest.param(500, marks=pytest.mark.slow)])
def test_a_line_of_hundreds_of_megabytes(name: str, size: int) -> None:
    with Path(name).open("wb") as file:
        file.write(b"text,id\n" if name == "line.csv" else b'{"text": "')
        file.writelines([b"Anna Holm " * 100_000] * size)
    assert_told(name, "longer than 32 million signs")


def test_paths_that_are_no_files() -> None:
    os.mkfifo("pipe.txt")
    Path("loop.txt").symlink_to("loop.txt")
    Path("up").mkdir()
    Path("up/up").symlink_to(".", target_is_directory=True)
    Path("up/in.txt").write_text(ARTICLE, encoding="utf-8")
    assert_told("pipe.txt", "it is a named pipe, which might never end")
    assert_told("loop.txt", "it is a symbolic link that leads back to itself")
    assert_told("/dev/zero", "it is a device, not a text")
    done = check("--source", "article.txt", "up", "rewrite.txt", "--format", "json")
    assert [one["path"] for one in json.loads(done.out)["stories"][0]["variants"]] == ["up/in.txt", "rewrite.txt"]


@pytest.mark.parametrize("name", ["log.jsonl", "log.csv", "log.jsonl.gz"])
def test_a_file_that_grows_while_it_is_read(name: str) -> None:
    row, path = (ROW if "jsonl" in name else '"One line"\n'), Path(name)
    data = (f"text\n{row * 999}" if name == "log.csv" else row * 1000).encode()
    path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    found = []
    with path.open("ab") as file:
        for one in islice(read_corpus(path), 3000):
            found.append(one)
            file.write(gzip.compress(row.encode()) if name.endswith("gz") else row.encode() * 2)
            file.flush()
    assert all(isinstance(one, Document) for one in found)
    assert len(found) == data.count(b"\n") - (name == "log.csv")


def test_names_with_newlines_and_escapes() -> None:
    names = ["a\nartdiff: b.txt", "esc\x1b[2J\x1b]0;t\x07.txt", os.fsdecode(b"caf\xe9\x9b.txt"), "\u202etxt.exe.txt"]
    for name in names:
        Path(name).write_bytes(bytes(5000))
    done = check("--source", "article.txt", *names, "rewrite.txt")
    assert len(done.err.splitlines()) == len(names)
    assert is_harmless(done.err)
    assert "rewrite.txt: 1 altered" in done.out
    assert done.status == 2
