"""A web page as a flat list of its elements and blocks of text, made in one walk, however deep the page is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SKIPPED: Final = frozenset(
    "script style noscript template svg math iframe object embed button select textarea nav aside footer"
    " figcaption dialog audio video canvas map menu head title label".split()
)
"""Elements that hold no text of an article."""
INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike"
    " strong sub sup time tt u var wbr picture source ruby rt rp nobr".split()
)
"""Elements that stand inside a paragraph; every other one begins another."""
HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Element(NamedTuple):
    """An element of the page.

    Attributes:
        parent: index of the element around it; the page's own is 0, around itself.
        named: its class and id.
        article: the page itself says that the article's text is in it.
    """

    parent: int
    tag: str
    named: str
    article: bool


@dataclass(slots=True)
class Block:
    """A run of text that no other element than inline ones cuts.

    Attributes:
        element: index of the element that it stands in.
        linked: how many code points of it are links.
    """

    element: int
    parts: list[str] = field(default_factory=list)
    linked: int = 0


class Tree(NamedTuple):
    """A page's elements in its order, and the blocks of text in them."""

    elements: list[Element]
    blocks: list[Block]


class _Step(NamedTuple):
    """A node that waits, and where it stands."""

    node: LexborNode
    element: int
    linked: bool


def read_tree(body: LexborNode) -> Tree:
    """Walk through a page's body."""
    tree = Tree([Element(0, "body", "", article=False)], [Block(0)])
    waiting: list[_Step | int] = [*_children(body, 0, linked=False)]
    while waiting:
        step = waiting.pop()
        if isinstance(step, int):
            # A block-level element ends: what follows begins another block, in the element around it.
            tree.blocks.append(Block(tree.elements[step].parent))
        elif step.node.is_text_node:
            _add(tree.blocks[-1], step.node.text_content or "", linked=step.linked)
        elif step.node.is_element_node and _is_shown(step.node):
            _enter(tree, waiting, step)
    return Tree(tree.elements, [block for block in tree.blocks if block.parts])


def _enter(tree: Tree, waiting: list[_Step | int], step: _Step) -> None:
    tag, index = step.node.tag or "", step.element
    if tag == "br":
        _add(tree.blocks[-1], "\n", linked=False)
        return
    if tag not in INLINE:
        facts = step.node.attributes
        index = len(tree.elements)
        named = f"{facts.get('class') or ''} {facts.get('id') or ''}"
        tree.elements.append(Element(step.element, tag, named, _is_article(tag, facts)))
        tree.blocks.append(Block(index))
        waiting.append(index)
    waiting += _children(step.node, index, linked=step.linked or tag == "a")


def _children(node: LexborNode, element: int, *, linked: bool) -> list[_Step]:
    """Return what stands in a node, the last first."""
    found: list[_Step] = []
    child = node.child
    while child is not None:
        found.append(_Step(child, element, linked))
        child = child.next
    return found[::-1]


def _add(block: Block, text: str, *, linked: bool) -> None:
    if text:
        block.parts.append(text)
        block.linked += len(text.strip()) if linked else 0


def _is_shown(node: LexborNode) -> bool:
    if node.tag in SKIPPED:
        return False
    facts = node.attributes
    hidden = "hidden" in facts or facts.get("aria-hidden") == "true" or HIDDEN.search(facts.get("style") or "")
    return not hidden


def _is_article(tag: str, facts: dict[str, str | None]) -> bool:
    return tag in {"article", "main"} or facts.get("itemprop") == "articleBody" or facts.get("role") == "main"
