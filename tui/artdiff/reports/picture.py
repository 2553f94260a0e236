"""The picture of a screen as it is sent on: without the font that Textual has every viewer fetch from the network."""

from __future__ import annotations

import re
from typing import Final

_FONT_FACE: Final = re.compile(r"@font-face\s*\{[^{}]*\}\s*")
_FAMILY: Final = re.compile(r"font-family: ?Fira Code\b[^;\"}]*")
MONOSPACE: Final = 'font-family: "Fira Code", ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace'


def self_contained(picture: str) -> str:
    """Return an SVG picture of a screen that asks the network for nothing; the viewer's own monospace font is used."""
    return _FAMILY.sub(MONOSPACE, _FONT_FACE.sub("", picture))
