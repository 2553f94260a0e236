"""Text that nobody should feed to a reader: it is seen, it does nothing, and every row stays as wide as the screen."""

import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len

from artdiff.batch.messages import Compare, Compared, Event, Failed, Grouped, Lost
from artdiff.batch.work import Work
from artdiff.documents.collection import Collection
from artdiff.documents.document import Document
from artdiff.engine.values import Pair
from artdiff.reader.app import Reader
from artdiff.reader.screens.dialog import Dialog
from tests.reader.driving import answer_with, opened, screen_rows, screen_text, settled

HOSTILE = (
    "[b]bold[/b] [/x] [@click=app.quit]click[/] \x1b[2J\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;http://x\x1b\\link \x9b1m "
    "\u202eevil\u202c \u2066x\u2069 \0 \x7f \u2028 zero\u200bwidth \ufeff soft\u00adhyphen $HOME {x} %s [sic]"
)
SOURCE = f"{HOSTILE}\n\nAnna Holm moved 48 boats from the harbour {HOSTILE} of Lund on 3 May 2024.\n\n漢字かな交じり文 👩\u200d🚒 e\u0301 {HOSTILE}\n"
KEYS = (
    "n",
    "j",
    "space",
    "G",
    "g",
    "right_square_bracket",
    "o",
    "w",
    "vertical_line",
    "t",
    "tab",
    "j",
    "enter",
    "b",
    "question_mark",
    "escape",
)
HIDDEN = "\u200b\ufeff\u00ad\u202e\u202c\u2066\u2069\u2028"


def documents(*texts: str, name: str = "article.txt") -> Collection:
    return Collection(tuple(Document(f"{at} {name}", text, Path(name)) for at, text in enumerate(texts)))


def worked_out(collection: Collection) -> list[Event]:
    """Return what the engine itself says of documents, the first being the source."""
    work = Work(collection.documents)
    stories = work.group(0)
    pairs = [Pair(story.source, variant) for story in stories for variant in story.variants]
    return [Grouped(stories, work.outlines()), *(Compared(pair, work.compare(pair)) for pair in pairs)]


def assert_clean(reader: Reader, size: tuple[int, int]) -> None:
    rows = screen_rows(reader)
    assert len(rows) == size[1]
    for row in rows:
        assert cell_len(row) == size[0], row
        assert not any(unicodedata.category(sign) in {"Cc", "Cs"} or sign in HIDDEN for sign in row), ascii(row)


@pytest.mark.parametrize("size", [(160, 50), (100, 30), (80, 24), (40, 12), (20, 5), (7, 3), (2, 2), (1, 1)])
async def test_everywhere_at_every_size(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    name = "\x1b[31m[b]\u202e\nname.txt"
    collection = documents(SOURCE, SOURCE.replace("48", "58"), SOURCE.replace("Anna", "[b]Berta[/b]"), name=name)
    answer_with(monkeypatch, worked_out(collection))
    async with opened(size, collection) as (reader, pilot):
        assert_clean(reader, size)
        for key in KEYS:
            await pilot.press(key)
            await settled(pilot)
            if key != "question_mark":
                assert_clean(reader, size)


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_in_every_dialog(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    altered = HOSTILE.replace("bold", "bald")
    collection = documents(SOURCE, SOURCE.replace("48", "58"), SOURCE.replace("48", "58").replace(HOSTILE, altered))
    answer_with(monkeypatch, worked_out(collection))
    async with opened(size, collection) as (reader, pilot):
        for key in ("f", "F", "v", "p", "a", "e", "A", "X", "r", "slash", "O"):
            await pilot.press(key)
            await settled(pilot)
            assert (key == "O") is not isinstance(reader.screen, Dialog), key
            assert_clean(reader, size)
            await pilot.press("escape")
            await settled(pilot)
        await pilot.press("X", "2")
        await settled(pilot)
        await pilot.press("H")
        await settled(pilot)
        assert isinstance(reader.screen, Dialog)
        assert_clean(reader, size)


async def test_markup_is_words(monkeypatch: pytest.MonkeyPatch) -> None:
    collection = documents(SOURCE, SOURCE.replace("48", "58"))
    answer_with(monkeypatch, worked_out(collection))
    async with opened(documents=collection) as (reader, pilot):
        shown = screen_text(reader)
        assert "[b]bold[/b]" in shown
        assert "[/x]" in shown
        assert "␛[31mred␛[0m" in shown
        assert "zero·width" in shown
        assert "≠58≠" in shown
        assert "[48]" in shown
        await pilot.click("#aligned", offset=(20, 3))
        assert reader.is_running


async def test_one_line_of_two_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "Anna Holm moved 48 boats. " * 80_000
    collection = documents(long, "Anna Holm moved 58 boats.\n", "x" * 2_000_000)
    answer_with(monkeypatch, [])
    async with opened(documents=collection) as (reader, pilot):
        assert "Anna Holm moved 48 boats." in screen_text(reader)
        answers = worked_out(documents("Anna Holm moved 48 boats.", "Anna Holm moved 58 boats.", ""))
        assert isinstance(answers[0], Grouped)
        reader.post_message(Reader.Answered(answers[0]))
        await pilot.press("G", "g", "space", "right_square_bracket")
        assert_clean(reader, (160, 50))


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "x", "\n\n\n"])
async def test_next_to_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    collection = documents(text, "Anna Holm moved 48 boats.\n", text)
    answer_with(monkeypatch, worked_out(collection))
    async with opened(documents=collection) as (reader, pilot):
        for key in KEYS:
            await pilot.press(key)
        await settled(pilot)
        assert_clean(reader, (160, 50))


async def test_a_worker_that_dies_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    collection = documents(SOURCE, SOURCE)
    grouped = worked_out(collection)[0]
    reason = "the worker was ended by SIGKILL \x1b[2J"
    answer_with(monkeypatch, [grouped, Lost(reason), Failed(Compare(Pair(0, 1)), reason)])
    async with opened(documents=collection) as (reader, _):
        shown = screen_text(reader)
        assert "This variant could not be compared: the worker was ended by SIGKILL ␛[2J" in shown
        assert "failed" in shown
        assert_clean(reader, (160, 50))


async def test_a_screen_that_changes_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    collection = documents(SOURCE, SOURCE.replace("48", "58"))
    answer_with(monkeypatch, worked_out(collection))
    async with opened(documents=collection) as (reader, pilot):
        for size in ((20, 5), (160, 50), (99, 16), (100, 15), (71, 24), (3, 3), (240, 70), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert_clean(reader, size)
        assert "≠58≠" in screen_text(reader)
