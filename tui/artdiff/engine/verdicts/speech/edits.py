"""Which changes inside a quotation make it say something that was not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.language.function_words import PRONOUNS, is_negator
from artdiff.engine.values import Side
from artdiff.engine.verdicts.speech.wording import is_partial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.speech.wording import Change, Word

NEUTRAL = frozenset(
    "the a an that which this these those and but so then well oh um uh yes yeah is has of to for in on at "
    "will would have had are were was be been just very really also".split()
)
"""Words that change little when they come, go or replace each other inside a quotation: no verdict rests on them."""
ELLIPSES = frozenset({"…", "[", "]"})
STOPS = frozenset(".!?;:—–…")
OPENING = frozenset("“\"‘'«")
CLOSING = frozenset("”\"’'»,")


def telling_changes(analyses: Pair[Analysis], words: Pair[Sequence[Word]], changes: Sequence[Change]) -> list[Change]:
    """Return the changes that matter: not the spelling, not a shorter cut, not what dots or brackets own up to."""
    text = analyses.variant.text
    partial = is_partial(text.document.text, text.tokens, words.variant[0].first)
    reader = _Reader(analyses, words, NEUTRAL | PRONOUNS if partial else NEUTRAL)
    return [change for change in changes if reader.matters(change)]


class _Reader:
    """What tells a change of a quotation's words from a shorter cut of it."""

    def __init__(self, analyses: Pair[Analysis], words: Pair[Sequence[Word]], neutral: frozenset[str]) -> None:
        self._analyses, self._words, self._neutral = analyses, words, neutral

    def matters(self, change: Change) -> bool:
        """Say whether a change makes the quotation say something else."""
        ours = self._words.variant[slice(*change.variant)]
        theirs = self._words.source[slice(*change.source)]
        if self._is_marked(change) or (not ours and self._is_cut(theirs)):
            return False
        if any(is_negator(word.norm) for word in (*ours, *theirs)):
            return True
        said, meant = self._stems(Side.VARIANT, ours), self._stems(Side.SOURCE, theirs)
        return said != meant if ours else bool(meant)

    def _stems(self, side: Side, words: Sequence[Word]) -> set[str]:
        tokens = self._analyses.of(side).text.tokens
        telling = (word for word in words if word.norm not in self._neutral)
        return {word.norm if word.norm[0] == "#" else tokens[word.first].stem for word in telling}

    def _is_marked(self, change: Change) -> bool:
        """Say whether the quotation itself owns up to the change, by dots or brackets."""
        words, (start, end) = self._words.variant, change.variant
        first = words[start - 1].last if start else words[0].first
        last = words[end].first if end < len(words) else words[-1].last
        between = [token.text for token in self._analyses.variant.text.tokens[first:last]]
        return between.count(".") > 1 or not ELLIPSES.isdisjoint(between)

    def _is_cut(self, theirs: Sequence[Word]) -> bool:
        """Say whether the missing words are whole sentences of the source's quotation."""
        tokens = self._analyses.source.text.tokens
        before, after = tokens[theirs[0].first - 1].text, tokens[min(theirs[-1].last, len(tokens) - 1)].text
        return before in STOPS | OPENING and after in STOPS | CLOSING
