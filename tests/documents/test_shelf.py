import pickle
from pathlib import Path

import pytest

from artdiff.documents.document import Document, Metadata
from artdiff.documents.shelf import Shelf, Spool, Spooled, names_of, replaced
from artdiff.reviews.mend import Finder, known_by


def files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{at}.txt" for at in range(count)]
    for path in paths:
        path.write_text(f"Text {path.stem}.\n", encoding="utf-8")
    return paths


def row(at: int) -> Document:
    return Document(f"/somewhere/rows.jsonl:{at} r{at}", f"Row {at}.", None, Metadata(identity=f"r{at}"))


class TestShelf:
    def test_a_file_is_read_when_it_is_asked_for(self, tmp_path: Path) -> None:
        paths = files(tmp_path, 3)
        shelf = Shelf(paths)
        paths[1].write_text("Written later.\n", encoding="utf-8")
        assert [one.text for one in shelf] == ["Text 0.\n", "Written later.\n", "Text 2.\n"]
        assert names_of(shelf) == ["0.txt", "1.txt", "2.txt"]
        assert shelf[-1] == shelf[2]
        assert shelf[:2] == (shelf[0], shelf[1])
        with pytest.raises(IndexError):
            shelf[3]

    def test_what_cannot_be_read_is_an_empty_text_and_a_problem(self, tmp_path: Path) -> None:
        shelf = Shelf([*files(tmp_path, 1), tmp_path / "gone.txt"])
        assert shelf[1].text == ""
        assert [(at, str(one)) for at, one in shelf.problems.items()] == [
            (1, f"{tmp_path / 'gone.txt'}: there is no such file or folder")
        ]

    def test_rows_come_from_the_spool_once_they_stand_there(self, tmp_path: Path) -> None:
        spool = tmp_path / "spool"
        shelf = Shelf(files(tmp_path, 1), [tmp_path / "rows.jsonl"], spool, [row(0), row(1)])
        assert [one.text for one in shelf] == ["Text 0.\n", "Row 0.", "Row 1."]
        with spool.open("wb") as file:
            writer = Spool(file)
            places = [writer.put(row(at)) for at in range(4)]
        labels = [f"r{at}" for at in range(4)]
        some = shelf.grown(0, places[:1], labels[:1])
        assert [one.text for one in some] == ["Text 0.\n", "Row 0.", "Row 1."]
        grown = some.grown(1, places[1:], labels[1:])
        assert list(grown)[1:] == [row(at) for at in range(4)]
        assert names_of(grown) == ["0.txt", *labels]
        again = grown.grown(0, places, labels)
        assert (len(again), names_of(again)) == (len(grown), names_of(grown))
        assert len(shelf) == 3

    def test_it_is_sent_without_what_it_holds(self, tmp_path: Path) -> None:
        shelf = Shelf(files(tmp_path, 200))
        assert len(list(shelf)) == 200
        changed = replaced(shelf, {7: Document("7.txt", "Other.")})
        other = pickle.loads(pickle.dumps(changed))  # noqa: S301  (just made)
        assert isinstance(other, Shelf)
        assert [other[7].text, other[8].text] == ["Other.", "Text 8.\n"]
        assert len(pickle.dumps(Shelf(shelf.files[:1]))) < 1000


def test_appended_documents_stand_behind_those_in_memory() -> None:
    rows = Spooled()
    for at in range(3):
        rows.append(row(at))
    both = rows.behind([Document("first", "First.")])
    assert [one.text for one in both] == ["First.", "Row 0.", "Row 1.", "Row 2."]
    assert [both.length(at) for at in range(4)] == [6, 6, 6, 6]
    assert both[-1] == row(2)
    assert both[1:3] == (row(0), row(1))
    rows.close()


def test_without_rows_documents_are_as_they_are() -> None:
    first = (Document("first", "First."),)
    assert Spooled().behind(first).held is first


def test_files_of_a_shelf_are_found_by_their_places_unread(tmp_path: Path) -> None:
    paths = files(tmp_path, 3)
    known = known_by(Shelf(paths)[1])
    shelf = Shelf([*paths, tmp_path / "gone.txt"])
    assert Finder(shelf).find(known) == 1
    assert not shelf.problems
