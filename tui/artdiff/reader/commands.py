"""Every command of the reader, declared once: keys, palette, footer and help page come from this table."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from artdiff.session import acts, arranging, deciding, search, signing, stopping
    from artdiff.session import commands as session
    from artdiff.session.state import Session
else:

    class _Later:
        """A module of the session whose functions can be named at once and load it when they are called.

        None of them is needed for the first frame, nor for help.
        """

        def __init__(self, module: str) -> None:
            self._module = f"artdiff.session.{module}"

        def __getattr__(self, name: str) -> Callable[[Session], Session]:
            def step(session: Session) -> Session:
                return getattr(import_module(self._module), name)(session)

            return step

    acts, arranging, deciding, search, signing, stopping, session = map(
        _Later, ("acts", "arranging", "deciding", "search", "signing", "stopping", "commands")
    )


class Where(StrEnum):
    """Where a command has its keys: a part of the help page; from `FILTER` on a dialog, which shows it by itself."""

    FINDINGS = "Findings"
    DECISIONS = "Decisions"
    VIEW = "Aligned view"
    STORIES = "Stories"
    EVERYWHERE = "Everywhere"
    FILTER = "Filter"
    LIST = "Lists"
    FACTS = "Fact table"
    VERSIONS = "All versions of a paragraph"
    NARROW = "Narrowing the list of stories"
    NOTE = "A note"
    SAME = "The same departure everywhere"
    NEVER = "Never flag this again"
    ALLOWED = "What is never flagged"
    ADDING = "A finding that was missed"
    DIALOG = "Every dialog"


class Screen(StrEnum):
    """What a command asks of the screen rather than of the session."""

    DOWN = "down"
    UP = "up"
    PAGE_DOWN = "page_down"
    PAGE_UP = "page_up"
    TOP = "top"
    BOTTOM = "bottom"
    LAYOUT = "layout"
    THEME = "theme"
    HELP = "help"
    FOCUS_NEXT = "focus_next"
    BACK = "back"
    OPEN = "open"
    MARK = "mark"
    NOTE = "note"
    SAME = "same"
    NEVER = "never"
    ALLOWED = "allowed"
    ADD = "add"
    REPORT = "report"
    COPY = "copy"
    COPY_MARKDOWN = "copy_markdown"
    EDIT = "edit"
    FACTS = "facts"
    VERSIONS = "versions"
    SEARCH = "search"
    NARROW = "narrow"
    FILTER = "filter"
    LIST = "list"
    PALETTE = "palette"
    SUSPEND = "suspend"
    QUIT = "quit"


class Command(NamedTuple):
    """A command.

    Attributes:
        name: what settings and the palette call it.
        keys: as Textual names them, the one that help shows first.
        label: a word for the footer; "" keeps it out of there.
        rank: which labels stay in a narrow footer: the lowest.
        description: a line for help and palette.
        step: makes the next session; None for what only the screen does.
        screen: what the screen does; None for what only the session does. A dialog's command has neither.
    """

    name: str
    keys: tuple[str, ...]
    label: str
    description: str
    where: Where
    step: Callable[[Session], Session] | None = None
    screen: Screen | None = None
    rank: int = 5


COMMANDS: Final[tuple[Command, ...]] = (
    Command("next finding", ("n",), "next", "go to the next altered or hallucinated fact", Where.FINDINGS, session.next_finding, rank=0),
    Command("previous finding", ("N",), "previous", "go to the one before", Where.FINDINGS, session.previous_finding, rank=3),
    Command("filter", ("f",), "filter", "choose which findings are walked", Where.FINDINGS, screen=Screen.FILTER),
    Command("list findings", ("F",), "list", "list the findings, go to one", Where.FINDINGS, screen=Screen.LIST),
    Command("confirm", ("c",), "confirm", "the rewrite is wrong here", Where.DECISIONS, deciding.confirm, rank=2),
    Command("dismiss", ("x",), "dismiss", "it is a false alarm", Where.DECISIONS, deciding.dismiss, rank=2),
    Command("unsure", ("s",), "unsure", "it cannot be said", Where.DECISIONS, deciding.unsure, rank=2),
    Command("faithful wording", ("1",), "", "reason of a dismissal: faithful wording", Where.DECISIONS, deciding.because_faithful),
    Command("acceptable", ("2",), "", "reason of a dismissal: acceptable", Where.DECISIONS, deciding.because_acceptable),
    Command("engine's mistake", ("3",), "", "reason of a dismissal: the engine's mistake", Where.DECISIONS, deciding.because_mistaken),
    Command("note", ("e",), "note", "write a note on the finding", Where.DECISIONS, screen=Screen.NOTE),
    Command("decide the same", ("A",), "", "decide the same departure everywhere", Where.DECISIONS, screen=Screen.SAME),
    Command("add finding", ("a",), "", "mark words that artdiff missed", Where.DECISIONS, screen=Screen.ADD),
    Command("never flag", ("X",), "", "never flag this again: names, house style", Where.DECISIONS, screen=Screen.NEVER),
    Command("what is never flagged", ("H",), "", "list what is never flagged, take it back", Where.DECISIONS, screen=Screen.ALLOWED),
    Command("next undecided", ("i",), "", "go to the next finding that is not decided", Where.DECISIONS, deciding.next_undecided),
    Command("sign off", ("D",), "", "sign the variant off, or take that back", Where.DECISIONS, signing.sign_off),
    Command("undo", ("u",), "undo", "take back what was decided or moved last", Where.DECISIONS, acts.undo),
    Command("redo", ("U",), "", "do again what was undone", Where.DECISIONS, acts.redo),
    Command("next variant", ("right_square_bracket",), "variant", "show the next variant of the story", Where.STORIES, session.next_variant, rank=4),
    Command("previous variant", ("left_square_bracket",), "", "show the variant before", Where.STORIES, session.previous_variant),
    Command("next story", ("right_curly_bracket",), "story", "show the next story", Where.STORIES, session.next_story),
    Command("previous story", ("left_curly_bracket",), "", "show the story before", Where.STORIES, session.previous_story),
    Command("take as source", ("b",), "", "make the variant shown the source", Where.STORIES, arranging.take_as_source),
    Command("sort stories", ("S",), "", "sort the list: name, altered, undecided", Where.STORIES, arranging.next_order),
    Command("narrow stories", ("L",), "", "narrow the list as you type; in it with /", Where.STORIES, screen=Screen.NARROW),
    Command("mark", ("m",), "", "mark a document, to compare or move it", Where.STORIES, screen=Screen.MARK),
    Command("compare marked", ("d",), "", "compare the two documents that are marked", Where.STORIES, arranging.compare_marked),
    Command("move marked", ("M",), "", "move the marked documents to the story shown", Where.STORIES, arranging.move_marked),
    Command("as grouped", ("B",), "", "undo what was arranged by hand in the story", Where.STORIES, arranging.as_grouped),
    Command("down", ("j", "down"), "", "move down a row", Where.VIEW, screen=Screen.DOWN),
    Command("up", ("k", "up"), "", "move up a row", Where.VIEW, screen=Screen.UP),
    Command("page down", ("space", "pagedown"), "", "move down a page", Where.VIEW, screen=Screen.PAGE_DOWN),
    Command("page up", ("pageup",), "", "move up a page", Where.VIEW, screen=Screen.PAGE_UP),
    Command("top", ("g", "home"), "", "go to the beginning", Where.VIEW, screen=Screen.TOP),
    Command("bottom", ("G", "end"), "", "go to the end", Where.VIEW, screen=Screen.BOTTOM),
    Command("open", ("enter",), "", "show what the list's cursor stands on", Where.STORIES, screen=Screen.OPEN),
    Command("search", ("slash",), "search", "search the texts; in the list, narrow it", Where.VIEW, screen=Screen.SEARCH),
    Command("next match", ("full_stop",), "", "go to the next match", Where.VIEW, search.next_match),
    Command("previous match", ("comma",), "", "go to the match before", Where.VIEW, search.previous_match),
    Command("facts", ("v",), "facts", "what each rewrite did to the facts", Where.VIEW, screen=Screen.FACTS),
    Command("versions", ("p",), "", "all versions of the paragraph", Where.VIEW, screen=Screen.VERSIONS),
    Command("omissions", ("o",), "omissions", "fold or show what the variant leaves out", Where.VIEW, session.toggle_omissions),
    Command("source order", ("O",), "", "the source alone, in its own order", Where.VIEW, session.toggle_source),
    Command("fold agreeing", ("z",), "", "fold or show what agrees", Where.VIEW, session.toggle_agreeing),
    Command("next same", ("equals_sign",), "", "the same departure in another variant", Where.FINDINGS, deciding.next_same),
    Command("copy", ("y",), "", "copy the finding as text", Where.FINDINGS, screen=Screen.COPY),
    Command("copy Markdown", ("Y",), "", "copy the finding as Markdown", Where.FINDINGS, screen=Screen.COPY_MARKDOWN),
    Command("edit", ("E",), "", "open the file at the finding in $EDITOR", Where.FINDINGS, screen=Screen.EDIT),
    Command("word diff", ("w",), "words", "show or hide the word diff", Where.VIEW, session.toggle_word_diff),
    Command("layout", ("vertical_line",), "", "set the sides beside or under one another", Where.VIEW, screen=Screen.LAYOUT),
    Command("other panel", ("tab", "shift+tab"), "stories", "go from the text to the list and back", Where.EVERYWHERE, screen=Screen.FOCUS_NEXT),
    Command("back", ("escape",), "", "go back to the text", Where.EVERYWHERE, screen=Screen.BACK),
    Command("stop work", ("K",), "", "stop reading and comparing, or go on", Where.EVERYWHERE, stopping.stop_or_go_on),
    Command("report", ("r",), "report", "save findings and decisions as a report", Where.EVERYWHERE, screen=Screen.REPORT),
    Command("theme", ("t",), "theme", "change the theme", Where.EVERYWHERE, screen=Screen.THEME),
    Command("palette", ("ctrl+p",), "", "find a command by its name", Where.EVERYWHERE, screen=Screen.PALETTE),
    Command("help", ("question_mark", "f1"), "help", "show these keys", Where.EVERYWHERE, screen=Screen.HELP, rank=2),
    Command("suspend", ("ctrl+z",), "", "go back to the shell for a while", Where.EVERYWHERE, screen=Screen.SUSPEND),
    Command("quit", ("q", "ctrl+q", "ctrl+c"), "quit", "leave artdiff", Where.EVERYWHERE, screen=Screen.QUIT, rank=1),
)  # fmt: skip
BY_NAME: Final = {command.name: command for command in COMMANDS}
KEY_NAMES: Final = {
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "vertical_line": "|",
    "question_mark": "?",
    "f1": "F1",
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "space": "Space",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "shift+left": "Shift+←",
    "shift+right": "Shift+→",
    "f2": "F2",
    "ctrl+s": "Ctrl+S",
    "home": "Home",
    "ctrl+n": "Ctrl+N",
    "ctrl+p": "Ctrl+P",
    "ctrl+q": "Ctrl+Q",
    "ctrl+z": "Ctrl+Z",
    "ctrl+c": "Ctrl+C",
    "end": "End",
    "delete": "Delete",
}


def key_name(key: str) -> str:
    """Return a key as people write it."""
    return KEY_NAMES.get(key, key)
