"""Narrowing the list of stories while its words are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.session.narrowing import narrowed, widened

if TYPE_CHECKING:
    from artdiff.reader.app import Reader


def ask(reader: Reader) -> None:
    """Ask for words, and narrow the list to them with every letter."""
    from artdiff.reader.screens.narrowing import NarrowScreen  # noqa: PLC0415  (seldom, and not before the first frame)

    stories = reader.main.stories
    if not stories.display:
        reader.say("the screen is too narrow for the list of stories")
        return
    stories.narrowing = True
    reader.change(reader.session)

    def narrow(words: str) -> None:
        reader.change(narrowed(reader.session, words))

    def take(stays: bool | None) -> None:  # noqa: FBT001  (the answer of a screen)
        if stays:
            stories.focus(scroll_visible=False)
        else:
            stories.narrowing = False
            reader.change(widened(reader.session))

    reader.push_screen(NarrowScreen(reader.commands, reader.session.narrowed, narrow, stories.move), take)
