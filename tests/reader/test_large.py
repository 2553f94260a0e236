"""Very many documents: the list is there before they are read, and rows of corpora come while one looks on."""

import json
from pathlib import Path

import pexpect
import pytest

from artdiff.documents.shelf import Shelf
from artdiff.reader import laying
from artdiff.reader.laying import lay_out, put_away
from tests.program import PROGRAM, environment
from tests.scoring import STORIES

FLOOD = [path.read_text(encoding="utf-8") for path in sorted((STORIES / "flood").glob("*.txt"))]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a corpus so large that it is not read before the first frame."""
    path = tmp_path / "rows.jsonl"
    rows = [{"id": f"flood-{at}", "text": text} for at, text in enumerate(FLOOD)]
    rows += [
        {
            "id": f"other-{at}",
            "text": f"Mayor Nomen{at} opened bridge number {at} over river Fluv{at}.",
            "note": "x" * 20_000,
        }
        for at in range(150)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_few_documents_are_read_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.\n", encoding="utf-8")
    assert isinstance(lay_out([tmp_path], None).documents, tuple)


def test_many_files_are_listed_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laying, "MANY", 2)
    for name in ("c.txt", "a.txt", "b.md", "d.bin"):
        (tmp_path / name).write_bytes(b"Words.\n")
    collection = lay_out([tmp_path], None)
    assert isinstance(collection.documents, Shelf)
    assert collection.documents.names == ["a.txt", "b.md", "c.txt"]
    assert collection.passed_over == 1
    put_away(collection)


def test_a_large_corpus_has_its_first_rows_at_once(corpus: Path) -> None:
    collection = lay_out([corpus], None)
    documents = collection.documents
    assert isinstance(documents, Shelf)
    assert len(documents) == laying.AT_ONCE
    assert documents[0].text == FLOOD[0]
    assert documents.names[0] == "flood-0"
    assert documents.spool is not None
    put_away(collection)
    assert not documents.spool.parent.exists()


def test_the_reader_opens_it_and_forms_stories(corpus: Path) -> None:
    child = pexpect.spawn(
        PROGRAM[0], [*PROGRAM[1:], str(corpus)], dimensions=(40, 120), env=environment(), timeout=120, encoding="utf-8"
    )
    child.expect_exact("flood-")
    child.expect_exact("source")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
