import datetime as dt
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.documents.decoding import NotTextError
from artdiff.documents.document import Document
from artdiff.documents.html import read

BODY = """The harbour of Lund was closed on Tuesday after 48 boats had been moved from it, the mayor said.

“We had no choice,” Anna Holm told reporters in front of the town hall, where residents had gathered."""
PARAGRAPHS = BODY.split("\n\n")
ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(body: str, head: str = "") -> Document:
    return read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), Path("a.html"))[0]


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{ARTICLE}</article>",
        f"<div class=site><div class='post-content'>{ARTICLE}</div><div><p>Short.</p></div></div>",
        f"<form><div><main>{ARTICLE}</main></div></form>",
        f"<div itemprop=articleBody class='sidebar'>{ARTICLE}</div>",
        "<div>" + "<br><br>".join(PARAGRAPHS) + "</div>",
    ],
    ids=lambda body: body[:20],
)
def test_the_article_and_nothing_else(body: str) -> None:
    around = (
        "<nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>{}"
        "<aside><p>Sign up for our newsletter and never miss a story of the harbour again, every morning.</p></aside>"
        "<div class='related-articles'><p>Other stories that you may want to read, of other harbours.</p></div>"
        "<script>var text = 'The mayor lied.'</script><style>p { color: red }</style>"
        "<p style='display: none'>What nobody sees.</p><footer><p>All rights reserved by the newspaper.</p></footer>"
    )
    text = page(around.replace("{}", body, 1)).text
    assert " ".join(text.split()) == " ".join(BODY.split())


def test_paragraphs_stand_apart_and_inline_elements_do_not() -> None:
    text = page(
        "<article><h1>Harbour  closed</h1><p>Anna <b>Holm</b> <a href=x>said</a>\n so.<p>Another.</article>"
    ).text
    assert text == "Harbour closed\n\nAnna Holm said so.\n\nAnother.\n"


OPEN_GRAPH = (
    '<meta property="og:title" content="Harbour closed"><meta property="article:published_time"'
    ' content="2025-07-20T08:00:00+02:00"><meta name=author content="Ola Ek">'
)
LINKED_DATA = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Harbour closed",'
    ' "datePublished": "2025-07-20", "author": [{"name": "Ola Ek"}]}]}</script>'
)
PLAIN = (
    "<title>Harbour closed | The Lund Post</title><meta name=date content=2025-07-20><meta name=byl content='Ola Ek'>"
)


@pytest.mark.parametrize("head", [OPEN_GRAPH, LINKED_DATA, PLAIN])
def test_what_the_page_says_of_itself(head: str) -> None:
    document = page(f"<article>{ARTICLE}</article>", head)
    facts = document.metadata
    assert (facts.title, facts.date, facts.byline) == ("Harbour closed", dt.date(2025, 7, 20), "Ola Ek")
    assert document.text.startswith("Harbour closed\n\n")


@pytest.mark.parametrize(
    "said",
    [
        "{",
        "[" * 100_000,
        '{"@type": "NewsArticle", "datePublished": "soon", "headline": 7, "author": [[]]}',
        "[[[]]]",
        "",
    ],
)
def test_linked_data_that_is_damaged(said: str) -> None:
    facts = page(ARTICLE, f'<script type="application/ld+json">{said}</script>').metadata
    assert (facts.title, facts.date, facts.byline) == (None, None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1", "utf-16", "shift_jis", "nonsense"])
def test_encodings(encoding: str) -> None:
    words = "naïve café" if encoding != "shift_jis" else "日本"
    written = f"<meta charset={encoding}><p>{words}".encode("utf-8" if encoding == "nonsense" else encoding)
    assert read(written, Path("a.html"))[0].text == f"{words}\n"


def test_a_carriage_return_is_white_space() -> None:
    assert (
        read(b"<p>One.&#13;Two.</p><pre>Three.&#13;Four.</pre>", Path("a.html"))[0].text
        == "One. Two.\n\nThree. Four.\n"
    )


def test_much_in_each_other_is_refused() -> None:
    with pytest.raises(NotTextError, match="deeper"):
        read(b"<div>" * 20_000, Path("a.html"))


@pytest.mark.parametrize(
    "unit", ["<p>x", "<b>", "<a href=x>", "<table><td></table>", "<b><p>", "&amp;", "<!--", "<![CDATA["]
)
def test_much_of_one_thing_ends(unit: str) -> None:
    with suppress(NotTextError):
        read((unit * (100_000 // len(unit))).encode(), Path("a.html"))


@given(
    st.text()
    | st.lists(st.sampled_from("<p> <div> </div> <article> <script> </p> <a> x y & < > <br> <title>".split())).map(
        "".join
    )
)
def test_any_page(text: str) -> None:
    with suppress(NotTextError):
        (document,) = read(f"<html>{text}".encode("utf-8", "replace"), Path("a.html"))
        assert "\r" not in document.text
