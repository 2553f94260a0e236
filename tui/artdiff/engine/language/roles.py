"""Roles: what each paragraph does in the article."""

from __future__ import annotations

import re

from artdiff.engine.language.datelines import find_date
from artdiff.engine.values import ParagraphRole

BYLINE = re.compile(r"(?:by|reported by|written by|story by)\s+[A-Z]", re.IGNORECASE)
BOILERPLATE = re.compile(
    r"(?:more interesting materials|read (?:more|also|next)|related(?: articles| stories)?|advertisement"
    r"|sign up|subscribe|follow us|share this|photo(?:graph)?(?: by|:)|image:|getty images|all rights reserved"
    r"|copyright|©)",
    re.IGNORECASE,
)
PREAMBLE = re.compile(
    r"(?:(?:sure|certainly|of course|okay|ok)\b[,!.]?\s+)?here(?:['’]s| is) (?:a|an|the|your|my)\b[^.!?]{0,100}:$",
    re.IGNORECASE,
)
"""What a language model says before its rewrite: "Sure! Here is a summary of the article in 90 words:"."""
ENDS = (".", "!", "?", "”", '"', "…", ".’", ".'")
HEADLINE_WORDS = 20
DATELINE_WORDS = 12
HALVES = ("a.m.", "p.m.")
"""Ends of a line that tells when it was written."""
OPENING = 6
"""Only this many first paragraphs can be headline, dek, dateline or byline."""


def roles(paragraphs: list[str]) -> list[ParagraphRole]:
    """Return the role of each paragraph, from its words and its place."""
    found = [_plain_role(words, index) for index, words in enumerate(paragraphs)]
    opening = next((i for i, words in enumerate(paragraphs[:OPENING]) if _is_title(words, found[i])), None)
    first_body = _first_body(paragraphs, found, opening)
    for index in range(first_body):
        if found[index] in {ParagraphRole.BODY, ParagraphRole.HEADING}:
            same = opening is not None and _fold(paragraphs[index]) == _fold(paragraphs[opening])
            found[index] = ParagraphRole.HEADLINE if index == opening or same else ParagraphRole.DEK
    return found


def _plain_role(words: str, index: int) -> ParagraphRole:
    count = len(words.split())
    if index < OPENING and count <= DATELINE_WORDS + 6 and BYLINE.match(words):
        return ParagraphRole.BYLINE
    ends = words.endswith(ENDS[:3]) and not words.casefold().endswith(HALVES)
    if index < OPENING and count <= DATELINE_WORDS and find_date(words) and not ends:
        return ParagraphRole.DATELINE
    if (count <= DATELINE_WORDS and BOILERPLATE.match(words)) or PREAMBLE.match(words):
        return ParagraphRole.BOILERPLATE
    if count <= HEADLINE_WORDS and not words.endswith((*ENDS, ":", ";", ",")):
        return ParagraphRole.HEADING
    return ParagraphRole.BODY


def _is_title(words: str, role: ParagraphRole) -> bool:
    return role is ParagraphRole.HEADING and len(words) > 10


def _first_body(paragraphs: list[str], found: list[ParagraphRole], opening: int | None) -> int:
    """Return the index of the first paragraph of running text."""
    last = opening if opening is not None else -1
    for index in range(min(OPENING, len(paragraphs))):
        same = opening is not None and _fold(paragraphs[index]) == _fold(paragraphs[opening])
        if found[index] in {ParagraphRole.DATELINE, ParagraphRole.BYLINE} or same:
            last = index
    if opening is not None and last + 1 < len(paragraphs) - 1 and _is_dek(paragraphs, last + 1):
        last += 1
    return last + 1


def _is_dek(paragraphs: list[str], index: int) -> bool:
    words = paragraphs[index]
    return len(words.split()) <= 32 and 2.0 * len(words) < len(paragraphs[index + 1])


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())
