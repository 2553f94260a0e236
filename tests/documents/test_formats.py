import pytest

from artdiff.documents.formats import FORMATS, format_of


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.txt", "plain text"),
        ("A.TXT", "plain text"),
        ("two.dots.txt", "plain text"),
        ("a.md", "Markdown"),
        ("README", None),
        ("a.png", None),
        ("txt", None),
        (".txt", None),
        ("a.", None),
        ("", None),
    ],
)
def test_a_name_tells_the_format(name: str, form: str | None) -> None:
    found = format_of(name)
    assert (found and found.name) == form


def test_no_two_formats_share_a_suffix() -> None:
    suffixes = [suffix for form in FORMATS for suffix in form.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)
