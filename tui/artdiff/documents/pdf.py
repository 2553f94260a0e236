"""PDF files: the words of the pages as paragraphs. Needs the extra ``pdf``."""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING, Final

from artdiff.documents.decoding import NotTextError, as_text
from artdiff.documents.document import Document, Metadata

if TYPE_CHECKING:
    from pathlib import Path

PAGES: Final = 500
"""Pages that are read at most of one file."""
_HYPHENATED: Final = re.compile(r"(?<=[a-z])-$")
_ENDS: Final = (".", "!", "?", "”", '"', "…", ":")


def read(data: bytes, path: Path) -> tuple[Document, ...]:
    """Return the text of the pages.

    Raises:
        NotTextError: it is no PDF, is encrypted, or holds pictures only; or pypdf is not installed.
    """
    if b"%PDF-" not in data[:1024]:
        message = "it is no PDF"
        raise NotTextError(message)
    try:
        from pypdf import PdfReader  # noqa: PLC0415  (an extra)
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        message = "to read PDF, install the extra: pip install 'artdiff[pdf]'"
        raise NotTextError(message) from error
    # Without a handler of its own, what pypdf complains of would go to the terminal, words of the file among it.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    # A damaged or hostile file makes pypdf raise what the damage leads to.
    damage = (
        PyPdfError,
        AssertionError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OverflowError,
        RecursionError,
    )
    try:
        pages = PdfReader(io.BytesIO(data)).pages
        lines = [
            line
            for at in range(min(PAGES, len(pages)))
            for line in [*as_text(pages[at].extract_text()).split("\n"), ""]
        ]
    except damage as error:
        message = f"it is a damaged or encrypted PDF: {error}"
        raise NotTextError(message) from error
    text = "\n\n".join(reflowed(lines))
    if not text:
        message = "there is no text in this PDF; pictures of text are not read"
        raise NotTextError(message)
    return (Document(path.name, text + "\n", path, Metadata()),)


def reflowed(lines: list[str]) -> list[str]:
    """Return the paragraphs that printed lines make: one ends where a line ends a sentence short of the margin."""
    widths = sorted(len(line) for line in lines if line.strip())
    if not widths:
        return []
    full = 0.8 * widths[len(widths) * 3 // 4]
    paragraphs = [""]
    for line in map(str.strip, lines):
        before = paragraphs[-1]
        paragraphs[-1] = _joined(before, line)
        if (before and not line and before.endswith(_ENDS)) or (
            line and len(line) < full and (line.endswith(_ENDS) or not before)
        ):
            paragraphs.append("")
    return [paragraph for paragraph in paragraphs if paragraph]


def _joined(before: str, line: str) -> str:
    if not before or not line:
        return before + line
    return (
        _HYPHENATED.sub("", before) + line if _HYPHENATED.search(before) and line[0].islower() else f"{before} {line}"
    )
