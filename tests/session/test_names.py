import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.session.names import short_names


@pytest.mark.parametrize(
    ("names", "short"),
    [
        ((), ()),
        (("a.txt",), ("a",)),
        (("article.txt",), ("article",)),
        (("000_ffe9.txt", "001_2530.txt"), ("000", "001")),
        (("source.txt", "variant-1.txt", "variant-2.txt"), ("source", "variant-1", "variant-2")),
        (("report.txt", "report.md"), ("report.txt", "report.md")),
        (("a b c.txt", "a b d.txt", "a.txt"), ("a b c", "a b d", "a")),
        (("1.txt", "2.txt"), ("1", "2")),
        (("same.txt", "same.txt"), ("same", "same")),
        ((".txt", "...", "x"), (".txt", "...", "x")),
    ],
)
def test_as_much_as_tells_them_apart(names: tuple[str, ...], short: tuple[str, ...]) -> None:
    assert short_names(names) == short


@given(st.lists(st.text("ab12_-. é", max_size=8), max_size=6, unique=True))
def test_different_names_stay_different(names: list[str]) -> None:
    short = short_names(names)
    assert len(set(short)) == len(names)
    assert all(name.startswith(one) for name, one in zip(names, short, strict=True))
