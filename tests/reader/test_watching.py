"""Files that change while they are open: compared again, the cursor stays with its finding; files that vanish say so."""

import asyncio
import os
from pathlib import Path

from artdiff.documents.reading import read
from artdiff.reader.app import Reader
from artdiff.reader.watching import Watcher
from tests.reader.driving import screen_text

SOURCE = "The bridge closed on 3 May 2024.\n\nMayor Anna Holm said 48 boats were moved from the harbour of Lund.\n"
WRONG = SOURCE.replace("48", "58").replace("3 May", "4 May")


def write(path: Path, text: str, when: int) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (when, when))


def test_a_change_is_read_once_it_has_settled(tmp_path: Path) -> None:
    one, other = tmp_path / "1.txt", tmp_path / "2.txt"
    write(one, SOURCE, 1)
    write(other, SOURCE, 1)
    documents = read([tmp_path]).documents
    watcher = Watcher(documents)
    assert watcher.look(documents) == ({}, ())
    write(other, WRONG[:40], 2)
    assert watcher.look(documents) == ({}, ())
    write(other, WRONG, 3)
    assert watcher.look(documents) == ({}, ())
    changed, gone = watcher.look(documents)
    assert ({at: one.text for at, one in changed.items()}, gone) == ({1: WRONG}, ())
    assert watcher.look(documents) == ({}, ())


def test_a_file_that_was_only_touched_or_cannot_be_read_is_no_change(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", SOURCE, 1)
    documents = read([tmp_path]).documents
    watcher = Watcher(documents)
    write(tmp_path / "1.txt", SOURCE, 2)
    assert [watcher.look(documents) for _ in range(3)] == [({}, ())] * 3
    (tmp_path / "1.txt").write_bytes(b"\0\0\1")
    assert [watcher.look(documents) for _ in range(3)] == [({}, ())] * 3


def test_a_file_that_is_gone_is_told_once(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", SOURCE, 1)
    documents = read([tmp_path]).documents
    watcher = Watcher(documents)
    (tmp_path / "1.txt").unlink()
    assert [watcher.look(documents).gone for _ in range(4)] == [(), (0,), (), ()]


async def test_the_reader_compares_again_and_stays_with_its_finding(tmp_path: Path) -> None:
    source, variant = tmp_path / "1.txt", tmp_path / "2.txt"
    write(source, SOURCE, 1)
    write(variant, WRONG, 1)
    reader = Reader(read([source, variant]))
    async with reader.run_test(size=(140, 40)) as pilot:

        async def until_shown(words: str) -> None:
            for _ in range(400):
                if words in screen_text(reader):
                    return
                await asyncio.sleep(0.05)
            assert words in screen_text(reader)

        await until_shown("1 of 2")
        await pilot.press("n")
        await until_shown("[58]")
        write(variant, "A new beginning of it all.\n\n" + WRONG.replace("4 May", "3 May"), 2)
        await until_shown("changed, compared again: 2")
        await until_shown("[58]")
        await until_shown("A new beginning")
        assert reader.session.current is not None
        assert reader.session.current.finding.spans.variant is not None
        variant.unlink()
        await until_shown("not there any more: 2")
        assert "≠58≠" in screen_text(reader)
