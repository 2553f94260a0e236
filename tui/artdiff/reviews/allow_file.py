"""The files that say what is never to be flagged: plain text, one entry a line, made to be shared by a team.

# Comments stand on lines of their own.
same: Kiev = Kyiv
words: our correspondent
rule: dates.weekday
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.reading import OWN_FILE
from artdiff.documents.writing import replace_file
from artdiff.errors import ArtdiffError
from artdiff.reviews.allowing import NOTHING, Allowance, Allowances, Form
from artdiff.settings_file import Mistake
from artdiff.settings_file import default_path as settings_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

NAME: Final = OWN_FILE
"""What such a file is called, beside the texts and in the user's folder for settings."""
HEAD: Final = (
    "# What artdiff never flags here: one entry a line.\n"
    "# same: NAME = OTHER NAME      one in the place of the other\n"
    "# words: WORDS                 a rewrite may always have them\n"
    "# rule: RULE                   a rule of artdiff's is not heard\n\n"
)
"""What a new file begins with."""


class AllowError(ArtdiffError):
    """A file of entries cannot be written."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"{path}: {error.strerror or error}")


class Allowing(NamedTuple):
    """What was read of some files.

    Attributes:
        files: all that were looked for, the first beside the texts, the last the user's own.
        mistakes: the lines that say nothing, and the files that cannot be read.
    """

    allowances: Allowances = NOTHING
    files: tuple[Path, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


def own_file() -> Path:
    """Return the user's own file."""
    return settings_path().with_name(NAME)


def files_for(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that hold for texts: beside each of what was named, and the user's own last."""
    folders = (path if os.path.isdir(path) else path.parent for path in paths)  # noqa: PTH112  (Path.is_dir may raise)
    return tuple(dict.fromkeys([*(folder / NAME for folder in folders), own_file()]))


def read_allowing(files: Sequence[Path]) -> Allowing:
    """Read files, of which none need be there; what is wrong in them is passed over and told."""
    mistakes: list[Mistake] = []
    entries = [entry for file in files for entry in _entries(file, mistakes)]
    return Allowing(Allowances(entries) if entries else NOTHING, tuple(files), tuple(mistakes))


def _entries(file: Path, mistakes: list[Mistake]) -> Iterator[Allowance]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        mistakes.append(Mistake(file, 0, f"cannot be read: {reason}; nothing is let through by it"))
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                yield parsed(line)._replace(file=file, line=number)
            except ValueError as error:
                mistakes.append(Mistake(file, number, f"{error}; the line is passed over"))


def parsed(line: str) -> Allowance:
    """Return the entry that a line says.

    Raises:
        ValueError: it says none; what should stand there.
    """
    form, colon, rest = line.partition(":")
    if not colon or form.strip() not in list(Form):
        message = f"this begins with none of {', '.join(f'{one}:' for one in Form)}"
        raise ValueError(message)
    form, rest = Form(form.strip()), " ".join(rest.split())
    words = tuple(part.strip() for part in rest.split(" = ")) if form is Form.SAME else (rest,)
    if not all(words) or (form is Form.SAME and len(words) < 2):
        message = "same: needs two names, NAME = OTHER NAME" if form is Form.SAME else f"{form}: needs words behind it"
        raise ValueError(message)
    return Allowance(form, words)


def add(entry: Allowance, file: Path) -> None:
    """Write an entry behind those of a file, a new one where there is none.

    Raises:
        AllowError: it cannot be written.
    """
    try:
        before = file.read_bytes() if file.exists() else HEAD.encode()
        gap = b"" if not before or before.endswith(b"\n") else b"\n"
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, before + gap + f"{entry.text}\n".encode())
    except OSError as error:
        raise AllowError(file, error) from error


def remove(entry: Allowance) -> bool:
    """Take an entry out of its file, wherever it stands there by now; say whether it was there.

    Raises:
        AllowError: the file cannot be written.
    """
    try:
        lines = entry.file.read_text(encoding="utf-8").splitlines(keepends=True)
        at = next((at for at, line in enumerate(lines) if _says(line, entry)), None)
        if at is None:
            return False
        replace_file(entry.file, "".join(lines[:at] + lines[at + 1 :]).encode())
    except FileNotFoundError:
        return False
    except OSError as error:
        raise AllowError(entry.file, error) from error
    return True


def _says(line: str, entry: Allowance) -> bool:
    try:
        return parsed(line).text == entry.text
    except ValueError:
        return False
