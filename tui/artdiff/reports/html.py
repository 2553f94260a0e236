"""A report as one HTML file: both sides beside each other with the reader's marks, findings, facts, keys.

It asks the network for nothing, reads without JavaScript, and all that comes from articles is escaped by the template;
its content security policy would stop what slipped through.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from artdiff.engine.values import Verdict
from artdiff.reports.about import VERSION, details
from artdiff.reports.chapters import chapters_of, count_rows
from artdiff.reports.checked import LIMITS
from artdiff.reports.marking import SIGNS
from artdiff.reports.wording import COUNTED, counts, many
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from jinja2 import Template

    from artdiff.reports.checked import Report

_FOLDER: Final = Path(__file__).with_name("page")
KEYS: Final = (
    (("n", "N"), "next and previous finding"),
    (("j", "k"), "scroll"),
    (("g", "G"), "to the beginning, to the end"),
    (("]", "["), "next and previous rewrite"),
    (("o",), "omissions on and off"),
    (("w",), "word diff on and off"),
    (("t",), "light or dark"),
    (("?",), "these keys"),
    (("Esc",), "away with the panel"),
)
_MEANINGS: Final = {
    Verdict.ALTERED: "conflicts with the source",
    Verdict.HALLUCINATED: "is not in the source",
    Verdict.GENERALISED: "is true but vaguer",
    Verdict.OMITTED: "is only in the source",
    Verdict.REPEATED: "is said twice",
}


def page(report: Report) -> str:
    """Return the page."""
    style, script = _own("report.css"), _own("report.js")
    chapters = chapters_of(report)
    titles = [chapter.title for chapter in chapters]
    return _template().render(
        title=f"{titles[0]} · artdiff report" if len(titles) == 1 else "artdiff report",
        version=VERSION,
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        lead=_lead(report),
        counts=count_rows(counts(report.variants, report.gate, copies=False)),
        details=[(name, visible_line(value)) for name, value in details(report)],
        chapters=chapters,
        problems=[visible_line(str(problem)) for problem in report.problems],
        legend=[{"verdict": verdict, "sign": SIGNS[verdict], "meaning": _MEANINGS[verdict]} for verdict in COUNTED],
        limits=LIMITS,
        keys=KEYS,
    )


def _lead(report: Report) -> str:
    stories, rewrites = len(report.stories), len(report.variants)
    return (
        f"{many(rewrites, 'rewrite', 'rewrites')} of {many(stories, 'story', 'stories')}, each laid beside its source."
    )


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(_FOLDER),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("report.html")


@cache
def _own(name: str) -> Markup:
    """Return a part of the page that is the project's own, and no text of an article."""
    return Markup((_FOLDER / name).read_text(encoding="utf-8"))  # noqa: S704  (see above)


def _hash(text: str) -> str:
    """Return how a content security policy names a style or script."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
