"""What the reader begins with: settings, the keys and the colours that follow from them, and what is wrong with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from artdiff.reader.dialogs import EVERY
from artdiff.reader.keys import remapped
from artdiff.reader.palettes import DARK, Palette, palette_for
from artdiff.session.filter import Filter
from artdiff.settings import Settings, read_settings
from artdiff.settings_file import default_path

if TYPE_CHECKING:
    from pathlib import Path

    from artdiff.reader.commands import Command
    from artdiff.reviews.allow_file import Allowing
    from artdiff.session.state import Session
    from artdiff.settings_file import Mistake


class Outfit(NamedTuple):
    """Settings and what follows from them.

    Attributes:
        mistakes: what is wrong with the settings.
        allow_files: say what is never to be flagged.
    """

    settings: Settings = Settings()
    commands: tuple[Command, ...] = EVERY
    palette: Palette = DARK
    mistakes: tuple[Mistake, ...] = ()
    allow_files: tuple[Path, ...] = ()

    def worn(self, session: Session, allowing: Allowing) -> Session:
        """Return a session that begins as the settings say, and as the files of what is never flagged do."""
        mistakes = (*self.mistakes, *allowing.mistakes)
        words = [*([session.status] if session.status else ()), *map(str, mistakes)]
        return replace(
            session,
            layout=self.settings.layout,
            omissions_shown=self.settings.omissions,
            word_diff_shown=self.settings.word_diff,
            filter=Filter(frozenset(self.settings.verdicts), level=self.settings.confidence),
            allowances=allowing.allowances,
            status="; ".join(words),
        )


def read_outfit(path: Path | None = None) -> Outfit:
    """Return what a file of settings says, the platform's where none is named; its palette is that of a dark terminal."""
    path = path or default_path()
    settings, mistakes = read_settings(path)
    commands, more = remapped(settings, path)
    return Outfit(settings, commands, palette_for(settings.theme), (*mistakes, *more))
