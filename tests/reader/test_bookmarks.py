"""The reader opens where it was left."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.values import FLAGGED, FactKind, Side, Verdict
from artdiff.reader.bookmarks import MOST, Bookmarks, path_for, read, write
from artdiff.reviews.mend import Known
from artdiff.session.bookmark import Bookmark
from artdiff.session.filter import Filter
from artdiff.session.state import Order, Top
from artdiff.settings import Layout
from tests.program import SEEDS
from tests.reader.driving import opened, screen_text, settled
from tests.reader.terminal import Terminal
from tests.reviews.test_lines import HASHES, TEXTS

KNOWN = st.builds(Known, HASHES, st.integers(0, 1 << 40), TEXTS, TEXTS)
FILTERS = st.builds(
    Filter,
    st.frozensets(st.sampled_from(Verdict)),
    st.none() | st.sampled_from(FactKind),
    st.floats(0, 1),
    st.booleans(),
)
MARKS = st.builds(
    Bookmark,
    st.none() | KNOWN,
    st.none() | KNOWN,
    TEXTS,
    st.integers(0, 1 << 40),
    st.none() | st.builds(Top, st.sampled_from(Side), st.integers(0, 9999), st.integers(0, 99)),
    st.none() | FILTERS,
    st.none() | st.sampled_from(Layout),
    st.none() | st.booleans(),
    st.none() | st.booleans(),
    st.booleans(),
    st.sampled_from(Order),
    TEXTS,
)


@pytest.mark.usefixtures("clients")
async def test_it_opens_where_it_was_left() -> None:
    paths = [SEEDS]
    async with opened((160, 30), bookmarks=Bookmarks(paths)) as (reader, pilot):
        await pilot.press("vertical_line", "n", "n", *"jjjjj", "S", "o")
        await settled(pilot)
        was, shown = reader.session, screen_text(reader)
        top = reader.main.aligned.top
        assert top is not None
    async with opened((160, 30), bookmarks=Bookmarks(paths)) as (reader, pilot):
        now = reader.session
        assert (now.story, now.variant, now.stop, now.layout, now.order) == (
            was.story,
            was.variant,
            was.stop,
            Layout.STACKED,
            Order.FLAGGED,
        )
        assert not now.omissions_shown
        assert reader.main.aligned.top == top
        assert screen_text(reader).splitlines()[:-1] == shown.splitlines()[:-1]
        assert "back where you left it" in screen_text(reader)
        await pilot.press("right_curly_bracket")
        await settled(pilot)
    async with opened((160, 30), bookmarks=Bookmarks(paths)) as (reader, _):
        assert (reader.session.story, reader.session.variant) == (1, None)
    async with opened((160, 30), bookmarks=Bookmarks([SEEDS / "elsewhere"])) as (reader, _):
        assert (reader.session.story, reader.session.variant) == (0, 2), "each folder has its own place"


@pytest.mark.usefixtures("clients")
async def test_without_a_bookmark_nothing_is_kept() -> None:
    async with opened() as (_, pilot):
        await pilot.press("n")
    assert not path_for([SEEDS]).parent.exists()


@given(MARKS)
def test_a_file_says_everything(mark: Bookmark) -> None:
    path = path_for([Path("somewhere")])
    write(path, mark)
    assert read(path) == mark


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "[]", "{}", '{"form": 1}', '{"form": 2}', "null", '{"form":1,"source":3}', "[" * 5000, "\udcff"],
)
def test_what_is_not_understood_is_no_place(text: str, tmp_path: Path) -> None:
    path = tmp_path / "place.json"
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    assert read(path) is None


@pytest.mark.parametrize(
    ("field", "value"), [("layout", "round"), ("filter", [["x"], None, 1, 0]), ("top", [1]), ("order", 3)]
)
def test_a_wrong_field_is_no_place(field: str, value: object, tmp_path: Path) -> None:
    path = tmp_path / "place.json"
    write(path, Bookmark(filter=Filter(FLAGGED)))
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {field: value}), encoding="utf-8")
    assert read(path) is None


def test_a_folder_that_cannot_be_written_costs_the_place_only(tmp_path: Path) -> None:
    (tmp_path / "places").write_text("a file", encoding="utf-8")
    write(tmp_path / "places" / "place.json", Bookmark())
    assert read(tmp_path / "places" / "place.json") is None


def test_old_places_go(tmp_path: Path) -> None:
    for at in range(MOST + 5):
        write(tmp_path / f"{at}.json", Bookmark(start=at))
        os.utime(tmp_path / f"{at}.json", (at, at))
    write(tmp_path / "new.json", Bookmark())
    kept = {path.stem for path in tmp_path.glob("*")}
    assert len(kept) == MOST
    assert {"new", "204", "6"} < kept
    assert "5" not in kept


def test_in_a_terminal_it_opens_where_it_was_left_also_after_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, said in enumerate(("48 boats", "58 boats", "68 boats")):
        towns = "\n\n".join(f"In town {at} Anna Holm counted {at + 100} houses by the river." for at in range(40))
        text = f"Boats moved\n\nAnna Holm moved {said} from Lund on 3 May 2024.\n\n{towns}\n\nNobody saw {said} at night.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    first = Terminal([str(folder)], (120, 30))
    first.until_shown("1 of ")
    first.until_quiet()
    first.child.send("n")
    first.until_shown(" 2 of ")
    first.child.send("]")
    first.until_quiet()
    first.child.send("n")
    first.until_quiet(1.5)
    position = first.position
    first.child.kill(9)
    first.close()
    second = Terminal([str(folder)], (120, 30))
    second.until(lambda: second.position == position)
    second.until_quiet()
    second.child.send("q")
    assert second.end() == 0
    (folder / "2.txt").unlink()
    (folder / "1.txt").unlink()
    third = Terminal([str(folder)], (120, 30))
    third.until_shown("alone in its story")
    third.child.send("q")
    assert third.end() == 0
