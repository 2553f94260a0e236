r"""Text from an article or a path as text on a screen: nothing in it acts, nothing in it hides.

What would move the cursor, colour, link, reorder or hide is shown as a sign of its own. Letters of every script pass,
and so do the joiners that emoji and Indic letters need.
"""

from __future__ import annotations

import re
from typing import Final

# C0 without tab and newline, DEL, C1; Arabic letter mark, left-to-right and right-to-left marks; line and paragraph
# separators, bidi embeddings and overrides; bidi isolates; surrogates alone (undecodable bytes of a path);
# interlinear annotations; tags.
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_PICTURES: Final = 0x2400
_DELETE: Final = 0x7F
_SUBSTITUTE: Final = "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"


def visible(text: str) -> str:
    """Return text that can be printed: ``␛`` for an escape, ``⟨U+202E⟩`` for what has no picture."""
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(_named, text)


def visible_line(text: str) -> str:
    """Return text as a part of one line: as `visible`, with ``␤`` and ``␉`` for a newline and a tab in it."""
    return visible(text).replace("\n", "\N{SYMBOL FOR NEWLINE}").replace("\t", "\N{SYMBOL FOR HORIZONTAL TABULATION}")


def visible_in_place(text: str) -> str:
    """Return text of the same length, so that offsets hold: one sign for each code point that `visible` would name."""
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(_sign, text)


def _named(match: re.Match[str]) -> str:
    sign = _sign(match)
    return f"⟨U+{ord(match[0]):04X}⟩" if sign == _SUBSTITUTE else sign


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    return "\N{SYMBOL FOR DELETE}" if code == _DELETE else _SUBSTITUTE
