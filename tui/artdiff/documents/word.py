"""Word documents: the paragraphs of the text, and the title and author that the file names.

A .docx is a ZIP of XML. Nothing of it is unpacked to disk, entities are refused, and sizes are bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from artdiff.documents.archives import member, opened_archive
from artdiff.documents.decoding import NotTextError, one_newline
from artdiff.documents.document import Document, Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TERMS: Final = "{http://purl.org/dc/elements/1.1/}"
_TEXT: Final = "word/document.xml"
_FACTS: Final = "docProps/core.xml"
_SIGNS: Final = {
    f"{_WORD}tab": "\t",
    f"{_WORD}br": "\n",
    f"{_WORD}cr": "\n",
    f"{_WORD}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}


def read(data: bytes, path: Path) -> tuple[Document, ...]:
    """Return the document's text, a paragraph a line.

    Raises:
        NotTextError: it is no Word document, or one that is made to exhaust.
    """
    with opened_archive(data) as archive:
        if _TEXT not in archive.namelist():
            message = "it is no Word document (there is no text in it)"
            raise NotTextError(message)
        paragraphs = list(_paragraphs(_parsed(member(archive, _TEXT))))
        facts = _parsed(member(archive, _FACTS)) if _FACTS in archive.namelist() else None
    # The file's own date is when somebody typed it, not when the article appeared.
    metadata = Metadata() if facts is None else Metadata(_named(facts, "title"), _named(facts, "creator"))
    text = "\n\n".join(paragraphs)
    return (Document(path.name, f"{text}\n" if text else "", path, metadata),)


def _parsed(data: bytes) -> ET.Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data[:4]:
        message = "its XML defines entities, which no Word document does"
        raise NotTextError(message)
    try:
        return ET.fromstring(data)  # noqa: S314  (entities, the way to blow it up, are refused above)
    except ET.ParseError as error:
        message = f"its XML is damaged: {error}"
        raise NotTextError(message) from error


def _paragraphs(root: ET.Element) -> Iterator[str]:
    """Yield the words of each paragraph; what was deleted under tracked changes is no text (``w:delText``)."""
    parts: list[str] = []
    # Not nested, but in the order of the file: a text box stands inside a paragraph and has its own.
    for node in root.iter():
        if node.tag == f"{_WORD}p":
            yield from _joined(parts)
            parts = []
        elif node.tag == f"{_WORD}t":
            parts.append(node.text or "")
        else:
            parts.append(_SIGNS.get(node.tag, ""))
    yield from _joined(parts)


def _joined(parts: list[str]) -> Iterator[str]:
    words = one_newline("".join(parts)).strip()
    if words:
        yield words


def _named(facts: ET.Element, name: str) -> str | None:
    found = facts.find(f"{_TERMS}{name}")
    words = " ".join((found.text or "").split()) if found is not None else ""
    return words[:300] or None
