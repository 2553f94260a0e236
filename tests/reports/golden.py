"""The example's report in every form, as files: ``python -m tests.reports.golden`` makes them anew."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from artdiff import __version__
from artdiff.reports.forms import FORMS, written
from artdiff.reviews.decision import Decision, Ground, Ruling
from tests.reports.example import ALONE, REPORT, STORY

FOLDER: Final = Path(__file__).with_name("expected")
WHEN: Final = datetime(2025, 7, 27, 12, 30, tzinfo=UTC)
DECISIONS: Final = {
    0: Decision(Ruling.CONFIRMED, WHEN, "anna"),
    1: Decision(Ruling.DISMISSED, WHEN, "bo|<i>", Ground.FAITHFUL, "=1+1\nsee `page` 2"),
}
EXPIRED: Final = {0: Decision(Ruling.CONFIRMED, WHEN, "cy|<i>")}
SIGNED: Final = Decision(Ruling.CONFIRMED, WHEN, "di|<i>")
REVIEWED: Final = STORY.variants[0]._replace(decisions=DECISIONS, expired=EXPIRED, signed=SIGNED)
DECIDED: Final = REPORT._replace(
    stories=(STORY._replace(variants=(REVIEWED,)), ALONE),
    gate=REPORT.gate._replace(ignore_dismissed=True),
    made=WHEN,
    reviews="reviews.sqlite",
)


def golden(form: str) -> str:
    """Return the example's report without the version, which changes."""
    return written(DECIDED, form).replace(__version__, "VERSION")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for form in FORMS:
        (FOLDER / f"report.{form}").write_text(golden(form), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
