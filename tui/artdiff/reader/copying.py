"""A finding as text to be pasted elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.reader.words import panel_words
from artdiff.reports.inert import inert
from artdiff.reports.marking import SIGNS
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.reader.words import FindingWords, Quote
    from artdiff.session.state import Session


def finding_as_text(session: Session) -> str:
    """Return the finding that the reviewer stands on as plain lines; "" where there is none."""
    words = panel_words(session)
    return "" if isinstance(words, str) else "\n".join(_plain(session, words)) + "\n"


def finding_as_markdown(session: Session) -> str:
    """Return it as Markdown in which nothing of the articles acts; "" where there is none."""
    words = panel_words(session)
    return "" if isinstance(words, str) else "\n".join(_markdown(session, words)) + "\n"


def _head(words: FindingWords) -> str:
    ruling = f" · {words.ruling}" if words.ruling else ""
    return f"{words.kind} · {words.confidence}{ruling}"


def _plain(session: Session, words: FindingWords) -> Iterator[str]:
    yield f"{SIGNS[words.verdict]} {words.verdict} · {_head(words)}"
    for quote, name in zip(words.quotes, _names(session), strict=True):
        yield f"{quote.label} ({name}): {quote.before}{f'[{quote.words}]' if quote.words else ''}{quote.after}"
    yield words.reason


def _markdown(session: Session, words: FindingWords) -> Iterator[str]:
    yield f"**{SIGNS[words.verdict]} {words.verdict}** · {_head(words)}"
    for quote, name in zip(words.quotes, _names(session), strict=True):
        yield ""
        yield f"> {inert(quote.label)} ({inert(name)}): {_quoted(quote)}"
    yield ""
    yield inert(words.reason)


def _quoted(quote: Quote) -> str:
    words = f"**{inert(quote.words)}**" if quote.words else ""
    return f"{inert(quote.before)}{words}{inert(quote.after)}"


def _names(session: Session) -> tuple[str, str]:
    """Return the names of the variant and the source, as the quotes stand."""
    pair = session.pair or (0, 0)
    variant, source = (visible_line(session.documents[index].name) for index in reversed(pair))
    return variant, source
