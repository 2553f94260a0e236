"""The main screen: list, aligned view, finding's panel, bars. It paints the session and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from artdiff.engine.values import Pair, Side
from artdiff.reader import text
from artdiff.reader.bars import footer
from artdiff.reader.layout import SIDE_BY_SIDE_WIDTH
from artdiff.reader.pages import PageMaker
from artdiff.reader.widgets.aligned import AlignedView
from artdiff.reader.widgets.stories import StoryList
from artdiff.session.state import Layout

if TYPE_CHECKING:
    from rich.text import Text
    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.widget import Widget

    from artdiff.reader.theme import Palette
    from artdiff.session.state import Session

NARROW_LIST = 72
"""Below this width the list gives its room to the text."""
LOW = 14
"""Below this height the panel gives its room to the text."""


class MainScreen(Screen[None]):
    """Shows one session after another."""

    def __init__(self) -> None:
        super().__init__()
        self._stories = StoryList()
        self._aligned = AlignedView()
        self._title, self._status, self._footer, self._panel = (
            Static(id=name, markup=False) for name in ("title", "status", "footer", "panel")
        )
        self._heads = Pair(Static(id="source", markup=False), Static(id="variant", markup=False))
        self._pages = PageMaker()
        self._shown: tuple[Session, Palette] | None = None
        self._standing: object = None

    def compose(self) -> ComposeResult:
        """Lay the widgets out."""
        yield self._title
        with Horizontal(id="body"):
            yield self._stories
            with Vertical(id="texts"):
                yield Horizontal(self._heads.source, self._heads.variant, id="heads")
                yield self._aligned
        yield self._panel
        yield self._status
        yield self._footer

    @property
    def aligned(self) -> AlignedView:
        """Return the view, for commands that scroll it."""
        return self._aligned

    @property
    def stories(self) -> StoryList:
        """Return the list, for the command that moves the focus."""
        return self._stories

    def on_mount(self) -> None:
        """Give the keys to the view."""
        self._aligned.focus()

    def on_resize(self, event: Resize) -> None:
        """Give the room to what matters most, then paint again."""
        self._stories.display = event.size.width >= NARROW_LIST
        self._panel.display = event.size.height >= LOW
        self._status.display = event.size.height >= LOW
        if self._shown is not None:
            self.call_after_refresh(self.show, *self._shown)

    def is_stacked(self, session: Session) -> bool:
        """Say whether the sides stand under one another, by choice or for want of room."""
        if session.layout is Layout.AUTOMATIC:
            return self.size.width < SIDE_BY_SIDE_WIDTH
        return session.layout is Layout.STACKED

    def show(self, session: Session, palette: Palette) -> None:
        """Paint a session."""
        self._shown = (session, palette)
        page = self._pages.page(session)
        alone = session.variant is None
        stacked = self.is_stacked(session) or alone
        self._heads.variant.display = not alone
        self._aligned.show(page, palette, self._pages.current(session), stacked=stacked)
        self._stories.show(text.list_rows(session), palette)
        self._update(self._title, text.title_line(session, palette))
        self._update(self._heads.source, text.column_title(session, palette, Side.SOURCE))
        self._update(self._heads.variant, text.column_title(session, palette, Side.VARIANT))
        self._update(self._panel, text.panel(session, palette))
        self._update(self._status, text.status_line(session, palette))
        self._update(self._footer, footer(palette))
        self._stand(session)

    def _stand(self, session: Session) -> None:
        """Scroll to the finding when it is another than before, or the text is."""
        standing = (session.pair, session.current)
        if standing == self._standing:
            return
        self._standing = standing
        finding = self._pages.current(session)
        if finding >= 0:
            self._aligned.reveal(finding)
        else:
            self._aligned.top()

    @staticmethod
    def _update(widget: Static, words: Text) -> None:
        if widget.content != words:
            widget.update(words, layout=False)

    def focus_other(self) -> None:
        """Move the focus between the list and the view."""
        target: Widget = self._stories if self._aligned.has_focus and self._stories.display else self._aligned
        target.focus()
