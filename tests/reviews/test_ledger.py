"""The file of decisions in trouble: real files, real locks, a real full disk."""

import os
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread

import pytest

from artdiff.reviews.decision import Ruling
from artdiff.reviews.errors import ReviewsError
from artdiff.reviews.fields import Entry
from artdiff.reviews.ledger import Ledger
from artdiff.reviews.opening import _version
from artdiff.reviews.schema import APPLICATION, MIGRATIONS, VERSION
from artdiff.reviews.store import News, Store
from tests.reviews.example import compared, entries, pair, said


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reviews.sqlite"


def decisions(*rulings: Ruling) -> list[Entry]:
    documents = pair()
    made = (said(ruling, minutes) for minutes, ruling in enumerate(rulings))
    return entries(documents, compared(documents), *made)


TWO = decisions(Ruling.CONFIRMED, Ruling.DISMISSED)


def saved(path: Path) -> list[Entry]:
    with Store.open_reading(path) as store:
        return list(store.all())


@contextmanager
def opened(path: Path) -> Iterator[Ledger]:
    ledger = Ledger(path)
    yield ledger
    ledger.close()


def written(path: Path) -> None:
    with Store.open(path) as store:
        store.decide(TWO)


def test_in_an_ordinary_folder_all_is_well(path: Path) -> None:
    with opened(path) as ledger:
        ledger.record(TWO)
        assert (ledger.trouble, ledger.notice, ledger.waiting) == ("", "", 0)
        assert saved(path) == TWO


@pytest.mark.parametrize("form", ["DELETE", "WAL"])
def test_a_locked_file_is_waited_for_and_then_written(path: Path, form: str) -> None:
    written(path)
    with opened(path) as ledger:
        locking = sqlite3.connect(path, isolation_level=None)
        if form == "WAL":
            locking.execute("BEGIN IMMEDIATE")
        else:
            ledger._let_go()
            locking.execute("PRAGMA journal_mode=DELETE")
            locking.execute("BEGIN EXCLUSIVE")
        ledger.record(decisions(Ruling.UNSURE))
        assert ledger.trouble == "another program holds it locked"
        assert ledger.waiting == 1
        locking.execute("COMMIT")
        locking.close()
        ledger.news()
        assert (ledger.trouble, ledger.waiting) == ("", 0)
        assert "saved again" in ledger.notice
        assert len(saved(path)) == 3


def test_what_waits_is_seen_all_the_same(path: Path) -> None:
    written(path)
    locking = sqlite3.connect(path, isolation_level=None)
    with opened(path) as ledger:
        locking.execute("BEGIN IMMEDIATE")
        documents = pair()
        newer = entries(documents, compared(documents), said(Ruling.UNSURE, 9))
        ledger.record(newer)
        assert ledger.reviewed(documents, compared(documents)).decisions[0].ruling is Ruling.UNSURE
        locking.close()


def test_a_full_disk_is_said_and_nothing_breaks(path: Path) -> None:
    written(path)
    with opened(path) as ledger, no_more_than(4096):
        ledger.record(decisions(Ruling.UNSURE))
        assert "full" in ledger.trouble
        assert ledger.waiting == 1
    assert len(saved(path)) == 3, "there is room again when the ledger is closed"


@contextmanager
def no_more_than(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write to")
def test_a_folder_that_cannot_be_written_to() -> None:
    with opened(Path("/proc/artdiff/reviews.sqlite")) as ledger:
        ledger.record(TWO)
        assert ledger.trouble
        documents = pair()
        assert set(ledger.reviewed(documents, compared(documents)).decisions) == {0, 1}
        assert ledger.news() == News()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_is_read(path: Path) -> None:
    written(path)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with opened(path) as ledger:
            documents = pair()
            assert set(ledger.reviewed(documents, compared(documents)).decisions) == {0, 1}
            ledger.record(decisions(Ruling.UNSURE))
            assert ledger.trouble == "it or its folder is read-only"
    finally:
        path.parent.chmod(0o700)


def damage_end(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 + 100])


def damage_beginning(path: Path) -> None:
    path.write_bytes(os.urandom(4096) + path.read_bytes()[4096:])


def damage_middle(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))


def damage_all(path: Path) -> None:
    path.write_bytes(b"\x80" + os.urandom(path.stat().st_size))


@pytest.mark.parametrize("damage", [damage_end, damage_beginning, damage_middle, damage_all])
def test_a_damaged_file_is_kept_aside_and_a_new_one_begun(path: Path, damage: object) -> None:
    written(path)
    assert callable(damage)
    damage(path)
    bad = path.read_bytes()
    with opened(path) as ledger:
        documents = pair()
        ledger.reviewed(documents, compared(documents))
        ledger.record(decisions(Ruling.UNSURE))
        assert ledger.trouble == ""
        assert "is kept as reviews.sqlite.damaged-1" in ledger.notice
    assert path.with_name("reviews.sqlite.damaged-1").read_bytes() == bad
    assert decisions(Ruling.UNSURE)[0] in saved(path)


def test_of_a_file_without_its_end_is_read_what_can_be(path: Path) -> None:
    written(path)
    with Store.open(path) as store:
        documents = pair()
        many = entries(documents, compared(documents), said())
        store.decide(Entry(many[0].subject, said(Ruling.UNSURE, minutes)) for minutes in range(1, 2000))
    path.write_bytes(path.read_bytes()[:-8192])
    with opened(path) as ledger:
        assert "damaged" in ledger.notice
    assert len(saved(path)) > 500


def test_a_file_that_goes_away_is_made_anew_with_what_was_decided_here(path: Path) -> None:
    with opened(path) as ledger:
        ledger.record(TWO[:1])
        for part in path.parent.iterdir():
            part.unlink()
        ledger.record(TWO[1:])
        assert "anew" in ledger.notice
    assert saved(path) == TWO


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"An article.\n", "it is a text"), ("Ein Stück …\n".encode() * 500, "it is a text")],
)
def test_what_is_no_file_of_decisions_is_left_alone(path: Path, content: bytes, problem: str) -> None:
    path.write_bytes(content)
    with opened(path) as ledger:
        ledger.record(TWO)
        ledger.news()
        assert problem in ledger.trouble
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_another_programs_database_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE birds (name)")
    other.close()
    with pytest.raises(ReviewsError, match="another program's database"):
        Store.open(path)


def test_tables_that_another_makes_at_the_same_moment_are_no_other_programs(path: Path) -> None:
    other = Thread(target=lambda: Store.open(path).close())

    def meanwhile(statement: str) -> None:
        if "user_version" in statement:
            other.start()
            other.join(0.2)

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.set_trace_callback(meanwhile)
        assert _version(connection, path) == 0
    other.join()
    Store.open(path).close()


def test_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    written(path)
    with sqlite3.connect(path) as newer:
        newer.execute(f"PRAGMA user_version={VERSION + 1}")
    newer.close()
    with pytest.raises(ReviewsError, match=r"a newer artdiff wrote it .* update artdiff"):
        Store.open(path)
    with opened(path) as ledger:
        ledger.record(TWO)
        assert "a newer artdiff" in ledger.trouble
    with sqlite3.connect(path) as newer:
        assert newer.execute("SELECT count(*) FROM decisions").fetchone() == (2,)
    newer.close()


def test_the_file_says_whose_it_is(path: Path) -> None:
    written(path)
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert plain.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    plain.close()


def test_two_ledgers_on_one_file_see_each_other(path: Path) -> None:
    with opened(path) as one, opened(path) as other:
        one.record(TWO[:1])
        assert other.news().entries == TWO[:1]
        other.record(TWO[1:])
        assert one.news().entries == TWO[1:]
        assert one.news() == News()


def test_an_older_version_is_brought_forward_with_a_copy_of_what_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(path)
    script = "CREATE TABLE birds (name TEXT);\nINSERT INTO birds VALUES ('wren');\n"
    monkeypatch.setattr("artdiff.reviews.opening.MIGRATIONS", (*MIGRATIONS, script))
    monkeypatch.setattr("artdiff.reviews.opening.VERSION", VERSION + 1)
    with opened(path) as ledger:
        assert ledger.trouble == ""
    assert saved(path) == TWO
    versions = {}
    for file in (path, path.with_name(f"reviews.sqlite.version-{VERSION}")):
        with sqlite3.connect(file) as plain:
            versions[file.name] = plain.execute("PRAGMA user_version").fetchone()[0]
            assert plain.execute("SELECT count(*) FROM decisions").fetchone() == (2,)
        plain.close()
    assert list(versions.values()) == [VERSION + 1, VERSION]


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(path)
    with monkeypatch.context() as patched:
        patched.setattr("artdiff.reviews.opening.MIGRATIONS", (*MIGRATIONS, "DROP TABLE anchors;\nDROP TABLE nothing"))
        patched.setattr("artdiff.reviews.opening.VERSION", VERSION + 1)
        with pytest.raises(ReviewsError, match="nothing"):
            Store.open(path)
    assert saved(path) == TWO
    documents = pair()
    with Store.open(path) as store:
        assert set(store.decisions_for(documents, compared(documents)).decisions) == {0, 1}
