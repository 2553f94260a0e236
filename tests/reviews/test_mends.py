"""What was mended of the grouping, in the file of decisions."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.documents.document import Document
from artdiff.reviews.decision import Ruling
from artdiff.reviews.fields import Entry, MalformedError
from artdiff.reviews.ledger import Ledger
from artdiff.reviews.mend import Known, Mend, Way, known_by, standing
from artdiff.reviews.mend_fields import mend_line, mend_of_line
from artdiff.reviews.merging import merge
from artdiff.reviews.schema import APPLICATION, MIGRATIONS, VERSION
from artdiff.reviews.store import News, Store
from tests.program import run
from tests.reviews.example import START, compared, entries, pair, said
from tests.reviews.test_lines import DECISIONS, TEXTS

ONE, OTHER = (
    known_by(Document(name, f"Text of {name}", Path(f"/articles/{name}"))) for name in ("one.txt", "other.txt")
)
MOVED = Mend(Way.MOVED, ONE, OTHER, "anna", START)
TAKEN = Mend(Way.SOURCE, OTHER, None, "anna", START + timedelta(seconds=1))
KNOWN = st.builds(Known, st.integers(0, (1 << 63) - 1), st.integers(0, 1 << 40), TEXTS, TEXTS)
MENDS = st.builds(
    Mend, st.sampled_from(Way), KNOWN, st.none() | KNOWN, TEXTS, DECISIONS.map(lambda one: one.when), st.booleans()
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reviews.sqlite"


def old_file(path: Path) -> list[Entry]:
    """Write a file as version 1 had it, with three decisions, and return them."""
    documents = pair()
    some = entries(documents, compared(documents), said(), said(Ruling.DISMISSED, 1), said(Ruling.UNSURE, 2))
    with Store.open(path) as store:
        store.decide(some)
        tables = ("findings", "decisions", "anchors")
        with sqlite3.connect(path.with_name("old.sqlite")) as old:
            for statement in MIGRATIONS[0].split(";\n"):
                old.execute(statement)
            old.execute("ATTACH ? AS new", (str(path),))
            for table in tables:
                old.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")  # noqa: S608  (names of this test)
            old.commit()
            old.execute(f"PRAGMA application_id={APPLICATION}")
            old.execute("PRAGMA user_version=1")
        old.close()
    for file in path.parent.glob("reviews.sqlite*"):
        file.unlink()
    path.with_name("old.sqlite").rename(path)
    return some


def test_a_file_of_before_is_brought_forward_with_all_that_is_in_it(path: Path) -> None:
    some = old_file(path)
    with Store.open(path) as store:
        assert list(store.all()) == some
        assert store.mends() == []
        store.decide([MOVED])
    with sqlite3.connect(path) as now:
        assert now.execute("PRAGMA user_version").fetchone() == (VERSION,) == (2,)
    now.close()
    copy = path.with_name("reviews.sqlite.version-1")
    with sqlite3.connect(copy) as was:
        assert was.execute("PRAGMA user_version").fetchone() == (1,)
        assert was.execute("SELECT count(*) FROM decisions").fetchone() == (3,)
    was.close()


def test_a_file_of_before_can_be_read_where_it_cannot_be_written(path: Path) -> None:
    some = old_file(path)
    before = path.read_bytes()
    with Store.open_reading(path) as store:
        assert list(store.all()) == some
        assert store.mends() == []
        assert store.from_others() == News()
    assert path.read_bytes() == before


def test_of_every_mend_the_newest_word_counts() -> None:
    back = MOVED.said_again("berta", START + timedelta(hours=1), stands=False)
    assert standing([MOVED, TAKEN]) == (MOVED, TAKEN)
    assert standing([back, MOVED, TAKEN]) == (TAKEN,)
    again = back.said_again("anna", START + timedelta(hours=2), stands=True)
    assert standing([MOVED, back, TAKEN, again]) == (TAKEN, again)


def test_what_is_mended_is_there_again_and_others_hear_of_it(path: Path) -> None:
    one, other = Ledger(path), Ledger(path)
    one.record([MOVED, TAKEN])
    assert one.mends() == (MOVED, TAKEN)
    assert other.news() == News([], mended=True)
    assert other.mends() == (MOVED, TAKEN)
    assert other.news() == one.news() == News()
    other.record([TAKEN.said_again("berta", START + timedelta(hours=1), stands=False)])
    one.record([MOVED._replace(when=START + timedelta(hours=2))])
    assert one.news().mended, "also where one has said something oneself since"
    assert [mend.way for mend in one.mends()] == [Way.MOVED]
    for ledger in (one, other):
        ledger.close()


def test_a_mend_that_waits_counts_already(path: Path) -> None:
    ledger = Ledger(path)
    lock = sqlite3.connect(path, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    ledger.record([MOVED])
    assert ledger.trouble
    assert ledger.mends() == (MOVED,)
    lock.execute("ROLLBACK")
    lock.close()
    ledger.news()
    assert ledger.trouble == ""
    ledger.close()
    with Store.open_reading(path) as store:
        assert store.mends() == [MOVED]


def test_that_all_was_cleared_is_heard_once(path: Path) -> None:
    documents = pair()
    some = entries(documents, compared(documents), said(), said(minutes=1))
    ledger = Ledger(path)
    ledger.record([some[0], MOVED])
    with Store.open(path) as other:
        other.clear()
    assert ledger.news() == News([], mended=True, cleared=True)
    assert ledger.news() == News()
    assert ledger.mends() == ()
    with Store.open(path) as other:
        other.decide(some[1:])
        assert ledger.news() == News(some[1:])
        other.clear()
        other.decide(some[:1])
    assert ledger.news() == News(some[:1], mended=True, cleared=True)
    ledger.record([TAKEN])
    with Store.open(path) as other:
        other.clear()
    assert ledger.news().cleared
    ledger.close()


def test_a_damaged_file_gives_back_what_was_mended(path: Path) -> None:
    with Store.open(path) as store:
        store.decide([MOVED, TAKEN])
    content = bytearray(path.read_bytes())
    content[28:32] = (int.from_bytes(content[28:32]) + 3).to_bytes(4)
    path.write_bytes(content)
    ledger = Ledger(path)
    assert "was damaged" in ledger.notice
    assert ledger.mends() == (MOVED, TAKEN)
    ledger.close()


@given(MENDS)
def test_a_line_says_everything(mend: Mend) -> None:
    line = mend_line(mend)
    assert mend_of_line(line) == mend
    assert line.isascii()


@pytest.mark.parametrize(
    "line", ['{"form":1,"mend":"moved"}', '{"form":1,"mend":3}', '{"form":9,"mend":"moved"}', '["mend"]']
)
def test_a_line_that_is_none_says_why(line: str) -> None:
    with pytest.raises(MalformedError):
        mend_of_line(line)


def test_out_and_in_again(path: Path, tmp_path: Path) -> None:
    documents = pair()
    (entry,) = entries(documents, compared(documents), said(note='a "mend" of words'))
    with Store.open(path) as store:
        store.decide([entry, MOVED, TAKEN])
    lines = run("reviews", "export", "--reviews", path).stdout
    assert lines.count("\n") == 3
    with Store.open(tmp_path / "other.sqlite") as other:
        merged = merge(other, lines.splitlines())
        assert (merged.new, merged.known, merged.problems) == (3, 0, ())
        assert other.mends() == [MOVED, TAKEN]
        assert list(other.all()) == [entry]
        assert merge(other, lines.splitlines()).known == 3
