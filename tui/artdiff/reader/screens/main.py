"""The main screen: title, story list, aligned view, finding's panel, footer. It shows the session and decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.screen import Screen

from artdiff.engine.values import Pair, Side
from artdiff.reader.listing import ListMaker
from artdiff.reader.pages import PageMaker
from artdiff.reader.painting import Manner
from artdiff.reader.widgets.aligned import AlignedView, Shown
from artdiff.reader.widgets.bars import Footer, TitleBar
from artdiff.reader.widgets.panel import FindingPanel
from artdiff.reader.widgets.stories import StoryList
from artdiff.reader.words import column_title, footer_words, panel_words, title_words, welcome
from artdiff.reviews.decision import Ruling
from artdiff.settings import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.geometry import Size

    from artdiff.reader.commands import Command
    from artdiff.reader.palettes import Palette
    from artdiff.session.state import Looked, Session
    from artdiff.settings import Settings

NARROW: Final = 72
"""Below this width the list gives its room to the text."""
LOW: Final = 16
"""Below this height the panel gives its room to the text."""
WIDE: Final = 140
"""From this width on the list has room for longer names."""


class MainScreen(Screen[None]):
    """Shows one session after another."""

    def __init__(self, commands: Sequence[Command], settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._welcome = welcome(commands)
        self._title = TitleBar("title")
        self.stories = StoryList("stories")
        self.aligned = AlignedView("aligned")
        self._panel = FindingPanel("panel")
        self._footer = Footer("footer", commands)
        self._pages = PageMaker()
        self._lists = ListMaker()
        self._shown: tuple[Session, Palette] | None = None

    def compose(self) -> ComposeResult:
        """Lay the widgets out, in the order of the grid."""
        yield self._title
        yield self.stories
        yield self.aligned
        yield self._panel
        yield self._footer

    def on_mount(self) -> None:
        """Give the keys to the view."""
        self._fit(self.app.size)
        self.set_focus(self.aligned, scroll_visible=False)

    def on_resize(self, event: Resize) -> None:
        """Show the same in another size."""
        self._fit(event.size)
        if self._shown is not None:
            self.show(*self._shown)

    def _fit(self, size: Size) -> None:
        """Give the room to what matters most."""
        width, height = size
        self.set_class(width < NARROW, "narrow")
        self.set_class(width >= WIDE, "wide")
        self.set_class(height < LOW, "low")
        self._footer.is_brief = height < LOW
        if self._settings.list_width:
            self.styles.grid_columns = f"{min(self._settings.list_width, width // 2)} 1fr"

    def is_stacked(self, session: Session) -> bool:
        """Say whether the sides stand under one another, by choice or for want of room."""
        if session.layout is Layout.AUTOMATIC:
            return self.app.size.width < self._settings.side_by_side_from
        return session.layout is Layout.STACKED

    def show(self, session: Session, palette: Palette) -> None:
        """Show a session."""
        before = self._shown[0] if self._shown else None
        self._shown = (session, palette)
        self.aligned.show(self._aligned(session, palette))
        self.stories.show(self._lists.listing(session), palette)
        self._title.show(title_words(session), palette)
        self._panel.show(panel_words(session), palette)
        self._footer.show(footer_words(session), palette)
        if before is None or _place(before) != _place(session):
            self._stand(session, before)
        if session.scrolled is not None and (before is None or before.scrolled is not session.scrolled):
            self.aligned.return_to(session.scrolled.top)
        if session.looked is not None and (before is None or before.looked is not session.looked):
            self._look(session, session.looked)

    def _aligned(self, session: Session, palette: Palette) -> Shown:
        page = self._pages.page(session)
        titles = Pair(*(column_title(session, side) for side in Side))
        stacked = self.is_stacked(session) or page is None or page.is_single
        notice = () if session.documents else self._welcome
        return Shown(page, titles, _manner(session, palette), stacked, notice, self._settings.wrap)

    def _stand(self, session: Session, before: Session | None) -> None:
        """Scroll to the finding; without one to the top, where the source is another than before."""
        if _current(session) >= 0:
            self.aligned.reveal(_current(session))
        elif before is None or before.current_story != session.current_story:
            self.aligned.go(0)

    @property
    def mover(self) -> StoryList | AlignedView:
        """Return what the keys that move are for: the list while it has the focus."""
        return self.stories if self.in_list else self.aligned

    def document(self, session: Session) -> int | None:
        """Return the document that the list's cursor stands on while it has the focus, else the one shown."""
        if self.in_list:
            return self.stories.document
        story = session.current_story
        return session.variant if session.variant is not None or story is None else story.source

    def open(self) -> None:
        """Show what the list's cursor stands on."""
        if self.in_list:
            self.stories.open()

    def _look(self, session: Session, looked: Looked) -> None:
        """Scroll to words."""
        side = Side.VARIANT if looked.document == session.variant else Side.SOURCE
        self.aligned.reveal_words(side, looked.span.start)

    def focus_other(self) -> None:
        """Move the focus between the list and the view."""
        to_list = not self.in_list and self.stories.display
        self.set_focus(self.stories if to_list else self.aligned, scroll_visible=False)

    @property
    def in_list(self) -> bool:
        """Say whether the list has the keys: the next key may come before the list has heard of it."""
        return self.focused is self.stories


def _place(session: Session) -> object:
    """Return where the reviewer stands."""
    return session.current_story, session.variant, session.current


def _current(session: Session) -> int:
    """Return the index of the finding that the reviewer stands on in the comparison shown; -1 for none."""
    stop = session.current
    return stop.at if stop is not None and stop.variant == session.variant else -1


def _manner(session: Session, palette: Palette) -> Manner:
    sought = session.search.pattern if session.search else None
    return Manner(palette, _current(session), _dismissed(session), sought, session.word_diff_shown)


def _dismissed(session: Session) -> frozenset[int]:
    """Return the indices of the findings of the comparison shown that were dismissed."""
    reviewed = session.reviews.get(session.pair) if session.pair else None
    decisions = reviewed.decisions if reviewed else {}
    return frozenset(at for at, decision in decisions.items() if decision.ruling is Ruling.DISMISSED)
