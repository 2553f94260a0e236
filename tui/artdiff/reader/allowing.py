"""What is never to be flagged: asked, kept in a file, listed and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artdiff.errors import ArtdiffError
from artdiff.reader.listed import Rows
from artdiff.reader.strips import Piece
from artdiff.reader.theme import Ground, Ink, style_of
from artdiff.reports.wording import many
from artdiff.reviews.allow_file import add, read_allowing, remove
from artdiff.session import deciding
from artdiff.session.acts import allowing
from artdiff.session.allowing import counts_by_entry, proposals, would_let_through
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.reader.app import Reader
    from artdiff.reader.palettes import Palette
    from artdiff.reader.screens.never import Kept
    from artdiff.session.state import Session


def ask(reader: Reader) -> None:
    """Ask what is never to be flagged again of the finding stood on."""
    from artdiff.reader.screens.never import NeverScreen, Proposal  # noqa: PLC0415  (seldom)

    session = reader.session
    place = deciding.here(session)
    offered = proposals(session, place) if place else ()
    if place is None or not offered:
        reader.say("there is no finding here that could be let through")
        return
    about = visible_line(deciding.words_of(session, place))
    rows = [Proposal(entry, would_let_through(session, entry)) for entry in offered]
    files = sorted(reader.allow_files, key=lambda file: not file.exists())

    def take(kept: Kept | None) -> None:
        if kept is not None:
            _keep(reader, kept)

    reader.push_screen(NeverScreen(reader.commands, about, rows, files), take)


def _keep(reader: Reader, kept: Kept) -> None:
    try:
        add(kept.entry, kept.file)
    except ArtdiffError as error:
        reader.say(visible_line(str(error)))
    else:
        _take_in(reader, f"never flagged: {kept.entry.text}")


def show(reader: Reader) -> None:
    """List what is never flagged, and take back what is chosen there."""
    from artdiff.reader.screens.never import AllowedScreen  # noqa: PLC0415  (seldom)

    entries = reader.session.allowances.entries
    if not entries:
        reader.say(f"nothing is let through; a file {reader.allow_files[0].name} beside the texts would say what is")
        return

    def take(at: int | None) -> None:
        if at is None:
            return
        try:
            remove(entries[at])
        except ArtdiffError as error:
            reader.say(visible_line(str(error)))
        else:
            _take_in(reader, f"flagged again: {entries[at].text}")

    reader.push_screen(AllowedScreen(reader.commands, _rows(reader.session), 0, reader.palette), take)


def _take_in(reader: Reader, words: str) -> None:
    """Read the files anew, and show what that changes."""
    read = read_allowing(reader.allow_files)
    reader.run_step(lambda session: replace(allowing(session, read.allowances), status=words))


def _rows(session: Session) -> Rows:
    entries, counts = session.allowances.entries, counts_by_entry(session)

    def row(at: int, palette: Palette, ground: Ground) -> tuple[Sequence[Piece], Sequence[Piece]]:
        text = style_of(palette, Ink.TEXT, ground)
        faint = text if ground is Ground.CURSOR else style_of(palette, Ink.FAINT, ground)
        entry = entries[at]
        left = [Piece(f" {counts[entry.text]:>5}  ", text), Piece(visible_line(entry.text), text)]
        return left, [Piece(f"  {visible_line(str(entry.file))}:{entry.line} ", faint)]

    let, found = many(len(entries), "entry lets", "entries let"), many(counts.total(), "finding", "findings")
    title = f"never flagged: {let} {found} through"
    return Rows(title, len(entries), row, lambda at: f"{entries[at].text} {entries[at].file}")
