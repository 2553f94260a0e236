import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from artdiff.reader.palettes import DARK
from artdiff.reader.strips import BOTTOM, TOP, Piece, fitted, frame_line, line, width_of_all
from artdiff.reader.theme import Ink, style_of
from artdiff.reader.widgets.panel import snippet
from artdiff.reader.words import Quote
from artdiff.reports.marking import in_a_row

PLAIN = style_of(DARK, Ink.TEXT)
BEFORE, AFTER = "Meanwhile, the ", " administration has called for a cease-fire"
WORDS = st.text("ab 漢é👩\u200d", max_size=60).map(in_a_row)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, ("Meanwhile, the ", "Biden", " administration has called for a cease-fire")),
        (50, ("Meanwhile, the ", "Biden", " administration has called…")),
        (30, ("…the ", "Biden", " administration…")),
        (12, ("…", "Biden", "…")),
        (6, ("", "Bid…", "")),
    ],
)
def test_as_much_as_fits_around_the_words(width: int, shown: tuple[str, str, str]) -> None:
    assert snippet(Quote("variant ¶7", BEFORE, "Biden", AFTER), width) == shown


@given(WORDS, WORDS, WORDS, st.integers(3, 80))
@example("", "aaaaaaaaa\u200da漢漢漢漢漢漢\u200d", "\u200daaa", 25)
def test_a_snippet_is_never_too_wide_and_says_nothing_else(before: str, words: str, after: str, width: int) -> None:
    parts = snippet(Quote("", before, words, after), width)
    assert cell_len("".join(parts)) <= width - 2
    assert before.endswith(parts[0].removeprefix("…"))
    assert after.startswith(parts[2].removesuffix("…"))
    assert words.startswith(parts[1].removesuffix("…").rstrip())


@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=3), st.integers(0, 60))
def test_a_line_is_exactly_as_wide_as_asked(left: list[str], right: list[str], width: int) -> None:
    pieces = [[Piece(text, PLAIN) for text in side] for side in (left, right)]
    strip = line(pieces[0], width, PLAIN, pieces[1])
    assert sum(cell_len(segment.text) for segment in strip) == width == strip.cell_length


@example(["\u200d\u200daaa"], 2)
@given(st.lists(WORDS, max_size=4), st.integers(0, 60))
def test_what_does_not_fit_leaves_an_ellipsis(texts: list[str], width: int) -> None:
    pieces = [Piece(text, PLAIN) for text in texts]
    fit = fitted(pieces, width)
    assert width_of_all(fit) <= width
    if width_of_all(pieces) > width > 0:
        assert "".join(piece.text for piece in fit).endswith("…")


@given(WORDS, WORDS, st.integers(0, 60))
def test_a_frame_closes_at_every_width(title: str, right: str, width: int) -> None:
    for corners in (TOP, BOTTOM):
        pieces = frame_line(corners, [Piece(title, PLAIN)], width, PLAIN, [Piece(right, PLAIN)] if right else ())
        assert width_of_all(pieces) == width
        if width > 1:
            joined = "".join(piece.text for piece in pieces)
            assert (joined[0], joined[-1]) == (corners.left, corners.right)
