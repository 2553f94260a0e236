"""Never flagging something again, from the finding to the file and back."""

from pathlib import Path

import pytest

from artdiff.reader.outfit import Outfit
from tests.reader.driving import opened, screen_rows, screen_text, settled

pytestmark = pytest.mark.usefixtures("clients")


async def test_a_finding_is_never_flagged_again_until_that_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file, own = Path("texts", "artdiff.allow"), Path("own", "artdiff.allow")
    async with opened(outfit=Outfit(allow_files=(file, own))) as (reader, pilot):
        count = len(reader.session.stops)
        while "[Biden]" not in screen_text(reader):
            await pilot.press("n")
        await pilot.press("X")
        await settled(pilot)
        shown = screen_text(reader)
        assert "1  same: Trump = Biden" in shown
        assert "2  words: Biden" in shown
        assert f"kept in {file}" in shown
        await pilot.press("tab")
        assert f"kept in {own}" in screen_text(reader)
        await pilot.press("tab", "1")
        await settled(pilot)
        assert "same: Trump = Biden" in content(file).splitlines()
        assert len(reader.session.stops) == count - 1
        assert "1 never flagged" in screen_rows(reader)[0]
        assert "never flagged: same: Trump = Biden" in screen_rows(reader)[-1]
        await pilot.press("H")
        await settled(pilot)
        assert "1 entry lets 1 finding through" in screen_text(reader)
        await pilot.press("d")
        await settled(pilot)
        assert len(reader.session.stops) == count
        assert "Trump = Biden" not in content(file)
        await pilot.press("H")
        assert "nothing is let through" in screen_rows(reader)[-1]


def content(file: Path) -> str:
    return file.read_text(encoding="utf-8")


async def test_what_is_wrong_in_a_file_stands_in_the_status_line(tmp_path: Path) -> None:
    file = tmp_path / "artdiff.allow"
    file.write_text("same: Trump = Biden\nnonsense\n", encoding="utf-8")
    async with opened(size=(240, 50), outfit=Outfit(allow_files=(file,))) as (reader, _):
        assert f"{file}:2: this begins with none of" in screen_text(reader)
        assert len(reader.session.stops) == 4


async def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    async with opened(outfit=Outfit(allow_files=(tmp_path / "file" / "artdiff.allow",))) as (reader, pilot):
        await pilot.press("X")
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        assert "artdiff.allow: " in screen_rows(reader)[-1]
        assert len(reader.session.stops) == 5
