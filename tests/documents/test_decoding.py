import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.documents.decoding import NotTextError, decode

ARTICLE = "“We hope not to,” the mayor of Évora said — on 3\N{NO-BREAK SPACE}May.\n\nA second paragraph.\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"plain", "plain"),
        (ARTICLE.encode(), ARTICLE),
        (codecs.BOM_UTF8 + ARTICLE.encode(), ARTICLE),
        (codecs.BOM_UTF8, ""),
        (codecs.BOM_UTF16_LE + ARTICLE.encode("utf-16-le"), ARTICLE),
        (codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-be"), ARTICLE),
        (codecs.BOM_UTF16_LE, ""),
        (codecs.BOM_UTF32_LE + ARTICLE.encode("utf-32-le"), ARTICLE),
        (codecs.BOM_UTF32_BE + ARTICLE.encode("utf-32-be"), ARTICLE),
        (ARTICLE.encode("cp1252"), ARTICLE),
        (b"caf\xe9", "café"),
        (b"one\r\ntwo\rthree\n\rfour\r\r\nfive", "one\ntwo\nthree\n\nfour\n\nfive"),
        (codecs.BOM_UTF16_LE + "a\r\nb\rc".encode("utf-16-le"), "a\nb\nc"),
        ("a\u2028b\x85c\x0cd".encode(), "a\u2028b\x85c\x0cd"),
        (b"a stray \0 in an article", "a stray \0 in an article"),
        (b"\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m"),
    ],
)
def test_text(data: bytes, text: str) -> None:
    assert decode(data) == text


def test_one_bad_byte_does_not_spoil_the_other_letters() -> None:
    data = ARTICLE.encode()
    assert decode(data + b"\xff") == ARTICLE + "\N{REPLACEMENT CHARACTER}"
    assert decode(data[: data.index(" — ".encode()) + 2]) == ARTICLE[: ARTICLE.index("—")] + "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", "binary"),
        (b"GIF89a" + bytes(range(256)) * 4, "binary"),
        (ARTICLE.encode("utf-16-le"), "UTF-16 text needs its byte order mark"),
        (b"\0" * 100, "binary"),
        (codecs.BOM_UTF16_LE + b"odd", "byte order mark says UTF-16"),
        (codecs.BOM_UTF8 + b"ab\xff", "byte order mark says UTF-8, but byte 2"),
        (b"undefined in Windows-1252: \x81\x8d", "encoding is not known"),
    ],
)
def test_no_text(data: bytes, message: str) -> None:
    with pytest.raises(NotTextError, match=message):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except NotTextError:
        return
    assert "\r" not in text
    text.encode()
