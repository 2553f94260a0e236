"""What a web page says of its article, in the ways that publishers have: JSON-LD, Open Graph, meta elements."""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from artdiff.documents.days import day
from artdiff.documents.document import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborHTMLParser

_TYPES: Final = re.compile(r"Article|Posting|Report|Review|WebPage")
_DATES: Final = (
    "article:published_time og:article:published_time datepublished date dc.date dc.date.issued dcterms.created"
    " dcterms.date pubdate publishdate publish-date publication_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime"
).split()
_TITLES: Final = ("og:title", "twitter:title", "dc.title", "headline")
_AUTHORS: Final = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_SITE: Final = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")
"""What a page's title has behind the article's: the site's name."""
LONGEST: Final = 300
"""Code points of a title or byline."""
_NODES: Final = 1000
"""Values of a page's JSON-LD that are looked through."""


def page_facts(page: LexborHTMLParser) -> Metadata:
    """Return title, byline, date and address of a page's article; None for what the page does not say."""
    said = list(_linked_data(page))
    meta = _meta(page)
    titles = chain(
        (row.get("headline") for row in said), (meta.get(name) for name in _TITLES), _headings(page), _titles(page)
    )
    dates = chain((row.get("datePublished") for row in said), (meta.get(name) for name in _DATES), _times(page))
    authors = chain(map(_names, (row.get("author") for row in said)), (meta.get(name) for name in _AUTHORS))
    return Metadata(
        title=next(filter(None, map(_line, titles)), None),
        byline=next((name for name in map(_line, authors) if name and not name.startswith("http")), None),
        date=next(filter(None, map(day, dates)), None),
        url=_line(meta.get("og:url")),
    )


def _line(value: object) -> str | None:
    """Return a value as one line of words; None where it has none."""
    words = " ".join(value[: 4 * LONGEST].split()) if isinstance(value, str) else ""
    return words[:LONGEST] or None


def _meta(page: LexborHTMLParser) -> dict[str, str]:
    """Return the page's meta elements, of several with a name the first."""
    found: dict[str, str] = {}
    for node in page.css("meta"):
        facts = node.attributes
        name = facts.get("property") or facts.get("name") or facts.get("itemprop")
        if name and facts.get("content"):
            found.setdefault(name.lower(), facts["content"] or "")
    return found


def _headings(page: LexborHTMLParser) -> Iterator[str]:
    """Yield the page's only first-level heading."""
    found = page.css("h1")
    if len(found) == 1:
        yield found[0].text()


def _titles(page: LexborHTMLParser) -> Iterator[str]:
    node = page.css_first("head > title")
    if node is not None:
        yield _SITE.sub("", node.text().strip())


def _times(page: LexborHTMLParser) -> Iterator[str | None]:
    """Yield the first time that the page marks as its own."""
    for node in page.css("time[datetime][pubdate], time[datetime][itemprop=datePublished], article time[datetime]")[:1]:
        yield node.attributes.get("datetime")


def _linked_data(page: LexborHTMLParser) -> Iterator[dict[str, object]]:
    """Yield what the page's JSON-LD says of articles."""
    for node in page.css("script[type='application/ld+json']"):
        try:
            value = json.loads(node.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(value)


def _articles(value: object) -> Iterator[dict[str, object]]:
    waiting = [value]
    for _ in range(_NODES):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one[:_NODES]
        elif isinstance(one, dict):
            waiting.append(one.get("@graph"))
            if _TYPES.search(str(one.get("@type"))):
                yield one


def _names(value: object) -> str | None:
    """Return the names in a JSON-LD author: text, a person, or several of them."""
    several: Iterable[object] = value[:20] if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in several]
    return ", ".join(name for name in names if isinstance(name, str)) or None
