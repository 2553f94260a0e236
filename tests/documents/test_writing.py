"""A file is replaced in one piece, and nothing is left beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artdiff.documents.writing import replace_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_and_then_replaced(tmp_path: Path) -> None:
    for words in (b"first", b"second"):
        replace_file(tmp_path / "file.txt", words)
        assert (tmp_path / "file.txt").read_bytes() == words
    assert [one.name for one in tmp_path.iterdir()] == ["file.txt"]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(OSError, match="directory"):
        replace_file(folder, b"words")
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]
