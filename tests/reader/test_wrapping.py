import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from artdiff.reader.wrapping import _NARROW, SPACES, width_of, wrap
from artdiff.reports.marking import in_a_row

SIGNS = "ab .,é“”—≠+漢字かな한글e\u0301\u200d👩🚒❤\ufe0f🇺🇦🏽\u00a0\u3000\u2009אבשל ا\u200b"
PLAIN = st.characters(exclude_categories=("Cc", "Cs"))
TEXT = (
    st.text(st.sampled_from(SIGNS), max_size=80)
    | st.text(PLAIN, max_size=40)
    | st.from_regex(r"[a-z ]{0,90}", fullmatch=True)
)
BREAKS = re.compile(f"[{SPACES}]+")


def rows_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one  two   three", 8, ["one  two", "three"]),
        ("  one two  ", 3, ["one", "two"]),
        ("abcdefghij kl", 4, ["abcd", "efgh", "ij", "kl"]),
        ("ab abcdefghij kl", 5, ["ab", "abcde", "fghij", "kl"]),
        ("no\u00a0break here", 9, ["no\u00a0break", "here"]),
        ("他说了很多", 4, ["他说", "了很", "多"]),
        ("他说 了很多", 4, ["他说", "了很", "多"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("👩\u200d🚒👩\u200d🚒", 2, ["👩\u200d🚒", "👩\u200d🚒"]),
        ("🇺🇦🇺🇦", 2, ["🇺🇦", "🇺🇦"]),
        ("字", 1, ["字"]),
        ("word", 0, ["w", "o", "r", "d"]),
    ],
)
def test_where_rows_break(text: str, width: int, rows: list[str]) -> None:
    assert rows_of(text, width) == rows


@given(TEXT, st.integers(1, 30))
@example("x\u200d y", 2)
def test_no_row_is_too_wide_unless_it_is_one_character(text: str, width: int) -> None:
    text = in_a_row(text)
    for start, end in wrap(text, width):
        row = text[start:end]
        assert cell_len(row) <= width or len(wrap(row, width)) == 1


@given(TEXT, st.integers(1, 30))
def test_nothing_is_lost_and_nothing_said_twice(text: str, width: int) -> None:
    ranges = wrap(text, width)
    assert all(start < end for start, end in ranges) or ranges == [(0, 0)]
    between = [0, *(end for pair in ranges for end in pair), len(text)]
    assert between == sorted(between)
    assert all(
        not text[at:until].strip(SPACES_FOR_STRIP) for at, until in zip(between[::2], between[1::2], strict=True)
    )


SPACES_FOR_STRIP = "".join(chr(code) for code in range(0x3001) if BREAKS.fullmatch(chr(code)))


@given(TEXT, st.integers(1, 30))
def test_a_word_that_fits_is_never_broken(text: str, width: int) -> None:
    ends = {end for _, end in wrap(text, width)} | {start for start, _ in wrap(text, width)}
    at = 0
    for word in BREAKS.split(text):
        at = text.index(word, at)
        if cell_len(word) <= width:
            assert not ends.intersection(range(at + 1, at + len(word)))
        at += len(word)


@given(TEXT)
def test_widths_are_those_of_the_terminal(text: str) -> None:
    text = in_a_row(text)
    assert width_of(text) == cell_len(text)


def test_every_narrow_sign_takes_one_cell() -> None:
    assert {cell_len(sign) for sign in _NARROW} == {1}


@pytest.mark.parametrize("sign", ["x", "x ", "字", "字 ", " ", "e\u0301", "\u200d"])
@pytest.mark.parametrize("signs", [400_000, pytest.param(2_000_000, marks=pytest.mark.slow)])
def test_megabytes_are_wrapped_in_one_go(sign: str, signs: int) -> None:
    text = sign * (signs // len(sign))
    assert len(wrap(text, 60)) <= len(text) // 20
