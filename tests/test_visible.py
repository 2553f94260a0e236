import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.visible import visible, visible_in_place, visible_line

ANY_TEXT = st.text(
    st.characters(codec="utf-8", categories=None) | st.sampled_from("\x1b\x07\u202e\u2066\x9b\ud800\n\t")
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“plain” – žluťoučký 平和 [b]not markup[/b]", "“plain” – žluťoučký 平和 [b]not markup[/b]"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]8;;http://x\x07link", "␛]8;;http://x␇link"),
        ("\0\r\x7f", "␀␍␡"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("\u202eevil\u202c \u2066x\u2069", "⟨U+202E⟩evil⟨U+202C⟩ ⟨U+2066⟩x⟨U+2069⟩"),
        ("a\u2028b", "a⟨U+2028⟩b"),
        ("caf\udce9", "caf⟨U+DCE9⟩"),
        ("hidden\U000e0041", "hidden⟨U+E0041⟩"),
        ("👩\u200d🚒 ❤\ufe0f שלום", "👩\u200d🚒 ❤\ufe0f שלום"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_in_a_line_newlines_are_shown_too() -> None:
    assert visible_line("a\nb\tc\x1b") == "a␤b␉c␛"


@given(ANY_TEXT)
def test_nothing_shown_acts_on_a_terminal(text: str) -> None:
    for shown in (visible_line(text), visible_in_place(text).replace("\n", "").replace("\t", "")):
        assert all(unicodedata.category(sign) not in {"Cc", "Cs", "Zl", "Zp"} for sign in shown)
        assert all(
            unicodedata.bidirectional(sign) not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
            for sign in shown
        )
        shown.encode()


@given(ANY_TEXT)
def test_in_place_keeps_every_offset(text: str) -> None:
    shown = visible_in_place(text)
    assert len(shown) == len(text)
    assert all(new == old or not old.isprintable() for new, old in zip(shown, text, strict=True))
