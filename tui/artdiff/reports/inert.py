"""Text of articles in Markdown: escaped, so that nothing in it becomes markup, a link, a mention or an entity."""

from __future__ import annotations

import re
from typing import Final

from artdiff.visible import visible_line

_MARKUP: Final = re.compile(r"[\\`*_\[\]|~$]")
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# What GitHub makes links and mentions of without any markup: an empty comment stands between.
_AUTOMATIC: Final = re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=/)(?=/)|(?<=www)(?=\.)|(?<=GH)(?=-\d)", re.IGNORECASE)


def inert(text: str) -> str:
    """Return text on one line that Markdown shows as it is."""
    escaped = _MARKUP.sub(r"\\\g<0>", visible_line(text).translate(_ENTITIES))
    return _AUTOMATIC.sub("<!-- -->", escaped)
