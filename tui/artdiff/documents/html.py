"""Web pages: the article's text without what stands around it, and what the page says of the article itself.

Nothing is fetched and nothing is run: the page is parsed, no more.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

from artdiff.documents.decoding import BYTE_ORDER_MARKS, NotTextError, decode, one_newline
from artdiff.documents.document import Document
from artdiff.documents.page_facts import page_facts
from artdiff.documents.page_tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from artdiff.documents.page_tree import Block, Tree

LINKED: Final = 0.5
"""A block is no text of the article where more than this share of it is links."""
LARGEST: Final = 32 * 1024 * 1024
"""Bytes of a page that are parsed."""
DEEPEST: Final = 2000
"""Elements inside elements: publishers need fifty, and the parser's time goes with the square of it."""
BESIDE: Final = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|related|recommend\w*|newsletter|promo\w*|comments?|respond|sidebar|cookies?"
    r"|consent|subscri\w+|advert\w*|breadcrumbs?|pagination|paywall|most-?read|read-?more|trending|author-?bio"
    r"|tags?|menu|footer|banner|outbrain|taboola|disclaimer|caption|copyright|meta|byline|dateline|entry-footer|post-info)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of classes and parts that stand beside an article on many sites."""
LABEL: Final = 40
"""Code points of what stands outside paragraphs, lists and tables to be text rather than a label or a date."""
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEXTUAL: Final = _HEADINGS | {"p", "li", "blockquote", "pre", "td", "th", "dd", "dt"}
_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)
_NESTING: Final = re.compile(
    rb"<(/?)(?:div|section|article|span|ul|ol|li|table|td|blockquote|b|i|em|font)\b", re.IGNORECASE
)
_LATIN: Final = frozenset({"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"})
_SPACE: Final = re.compile(r"[^\S\n]*\n[^\S\n]*|\s+")


def read(data: bytes, path: Path) -> tuple[Document, ...]:
    """Return the page's article.

    Raises:
        NotTextError: it is no page, or one that is made to exhaust.
    """
    if len(data) > LARGEST or _depth(data) > DEEPEST:
        message = "it is larger, or its elements stand deeper in each other, than any article's page"
        raise NotTextError(message)
    page = LexborHTMLParser(_decoded(data))
    metadata = page_facts(page)
    blocks = _article(read_tree(page.body)) if page.body else []
    if metadata.title and not any(_same(metadata.title, block) for block in blocks[:3]):
        blocks = [metadata.title, *blocks]
    text = "\n\n".join(blocks)
    return (Document(path.name or str(path), f"{text}\n" if text else "", path, metadata),)


def _depth(data: bytes) -> int:
    """Return about how deep elements stand in each other."""
    return max(accumulate((-1 if match[1] else 1 for match in _NESTING.finditer(data)), initial=0))


def _decoded(data: bytes) -> str:
    """Return the page's signs; a page says its encoding itself."""
    said = _CHARSET.search(data[:4096])
    if said and not data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        encoding = said[1].decode("ascii", errors="replace").lower()
        try:
            # What calls itself Latin-1 is Windows-1252 on the web.
            return one_newline(data.decode("cp1252" if encoding in _LATIN else encoding))
        except (LookupError, UnicodeError):
            pass
    return decode(data)


def _article(tree: Tree) -> list[str]:
    """Return the article's paragraphs."""
    texts = [_words(block) for block in tree.blocks]
    running = [_length(block, text, tree) for block, text in zip(tree.blocks, texts, strict=True)]
    lengths = _summed(tree, running)
    beside = _inherited(tree, lambda at: _is_beside(tree, lengths, at))
    container = _container(tree, running, lengths, beside)
    inside = _inherited(tree, lambda at: at == container)
    kept = [
        (tree.elements[block.element].tag, text)
        for block, text in zip(tree.blocks, texts, strict=True)
        if inside[block.element] and not beside[block.element] and _is_paragraph(block, text, tree)
    ]
    while kept and kept[-1][0] in _HEADINGS:
        kept.pop()
    return [text for _, text in kept]


def _words(block: Block) -> str:
    return _SPACE.sub(" ", "".join(block.parts)).strip()


def _is_paragraph(block: Block, text: str, tree: Tree) -> bool:
    """Say whether a block belongs to an article: no list of links, and no label that stands in no paragraph."""
    if not text or _is_links(block, text):
        return False
    return tree.elements[block.element].tag in _TEXTUAL or len(text) >= LABEL


def _is_links(block: Block, text: str) -> bool:
    return block.linked > LINKED * len(text)


def _length(block: Block, text: str, tree: Tree) -> int:
    """Return how many code points of running text a block has; none where it is no paragraph or rather a list of links."""
    tag = tree.elements[block.element].tag
    return 0 if _is_links(block, text) or tag[:1] == "h" or len(text) < 25 else len(text)


def _summed(tree: Tree, running: list[int]) -> list[int]:
    """Return how much running text each element holds."""
    sums = [0] * len(tree.elements)
    for block, length in zip(tree.blocks, running, strict=True):
        sums[block.element] += length
    for at in range(len(sums) - 1, 0, -1):
        sums[tree.elements[at].parent] += sums[at]
    return sums


def _inherited(tree: Tree, is_so: Callable[[int], bool]) -> list[bool]:
    """Return for each element whether it, or one around it, is so."""
    found: list[bool] = []
    for at, element in enumerate(tree.elements):
        found.append(is_so(at) or (at > 0 and found[element.parent]))
    return found


def _is_beside(tree: Tree, lengths: list[int], at: int) -> bool:
    """Say whether an element's name says that it stands beside the article; what holds most of the text never does."""
    element = tree.elements[at]
    if element.tag in {"body", "main", "article", "p"} or 2 * lengths[at] > lengths[0]:
        return False
    return BESIDE.search(element.named) is not None


def _container(tree: Tree, running: list[int], lengths: list[int], beside: list[bool]) -> int:
    """Return the element that holds the article: the one that the page names so, else where most running text is."""
    richest = _richest(tree, running, beside)
    named = [at for at, element in enumerate(tree.elements) if element.article and not beside[at]]
    best = max(named, key=lambda at: (lengths[at], at), default=richest)
    return best if 2 * lengths[best] >= lengths[richest] else richest


def _richest(tree: Tree, running: list[int], beside: list[bool]) -> int:
    """Return the element around the most running text: its own paragraphs count in full, those a level below by half."""
    scores = [0.0] * len(tree.elements)
    for block, length in zip(tree.blocks, running, strict=True):
        if length and not beside[block.element]:
            around = tree.elements[block.element].parent
            scores[around] += length
            scores[tree.elements[around].parent] += length / 2
    return max(range(len(scores)), key=scores.__getitem__)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
