"""A story whose texts, names, reasons and notes attack every form of a report."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from artdiff.documents.collection import Problem
from artdiff.documents.document import Document
from artdiff.engine.values import Comparison, FactKind, Finding, Link, Pair, Verdict
from artdiff.reports.checked import CheckedStory, CheckedVariant, Report
from artdiff.reviews.decision import Decision, Ground, Ruling
from artdiff.stories.story import Story
from tests.reports.example import outline, span

ATTACKS: Final = (
    "<script>document.title='owned'</script>",
    "</style></script><img src=x onerror=\"document.title='owned'\">",
    '"><a href="javascript:alert(1)">click</a>',
    "[click](javascript:alert(1)) ![x](https://example.org/x.png) <https://example.org> https://example.org www.example.org",
    '=cmd|"/C calc"!A0',
    "  =HYPERLINK(1)",
    "@user #12 +1 -1",
    "| a | b `code` ``more`` | *bold* _it_ ~~gone~~ $x$ {0} {{1}} &amp; &lt;",
    "\x1b[31mred\x1b]0;title\x07 \x9b31m \u202eesrever\u2066 \x00\x08",
    "::error file=x::owned ##[error]owned %0A::warning::owned",
    "{{ 7*7 }} {% raw %} {# note #}",
    "\u2028\u2029\u0085",
)
NAME: Final = "<b>|`a`,::%\x1b[31m\"'=.txt"
SOURCE: Final = Document(NAME, "Title\n" + "\n".join(ATTACKS) + "\nend\n", Path(f"javascript:in/{NAME}"))
VARIANT: Final = Document(NAME, "Title\n" + "\n".join(reversed(ATTACKS)) + "\nend\n", Path(f"=in\n::error::/{NAME}"))


def story() -> CheckedStory:
    findings = tuple(
        Finding(
            verdict, FactKind.OTHER, 0.9, Pair(span(SOURCE, words), span(VARIANT, words)), f"Because of {words}.", words
        )
        for words in reversed(ATTACKS)
        for verdict in (Verdict.ALTERED, Verdict.HALLUCINATED)
    )
    places = range(len(ATTACKS) + 1)
    links = tuple(Link(Pair((at,), (at,)), 1.0, rewritten=False) for at in places)
    comparison = Comparison(Pair(outline(SOURCE), outline(VARIANT)), links, (), (), findings)
    when = datetime(2025, 7, 27, tzinfo=UTC)
    decisions = {
        at: Decision(Ruling.DISMISSED, when, ATTACKS[at % len(ATTACKS)], Ground.MISTAKE, ATTACKS[at % len(ATTACKS)])
        for at in range(len(findings))
    }
    checked = CheckedVariant(VARIANT, comparison, decisions)
    return CheckedStory(Story(ATTACKS[0], 0, (1,), ATTACKS[3], certain=True), SOURCE, (checked,))


REPORT: Final = Report((story(),), problems=(Problem(NAME, ATTACKS[9]),), passed_over=1, reviews=NAME, baseline=NAME)
