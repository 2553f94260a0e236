import re

import pytest

from artdiff.reports.terminal import print_report
from tests.reports.example import REPORT


def printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int, **environment: str
) -> str:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"COLUMNS": str(columns), "TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, value)
    print_report(REPORT)
    return capsys.readouterr().out


def test_the_report(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line.rstrip() for line in printed(capsys, monkeypatch, 160).splitlines()]
    assert lines == [
        "Ferry stops",
        "  source  in/source.txt  It has a date.",
        "",
        "in/variant.txt  1 altered, 1 hallucinated, 1 generalised, 1 omitted, 1 repeated",
        "  ≠ altered  person  97 %",
        "    variant ¶2   The Biden administration, moved by ␛[31mcrowds␛[0m ⟨U+202E⟩of [b]500[/b], …",
        "    source ¶2    The Trump administration agreed in March.",
        "    Because of person.",
        "  + hallucinated  cause  50 %",
        "    variant ¶2   The Biden administration, moved by ␛[31mcrowds␛[0m ⟨U+202E⟩of [b]500[/b], agreed earlier.",
        "    Because of cause.",
        "  ≡ repeated",
        "    variant ¶4   More.",
        "    Said before.",
        "  − omitted  source ¶3",
        "",
        "Other",
        "  source  in/o.txt  Nothing to compare it with.",
        "",
    ]


def test_colour_stands_where_there_is_colour(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    coloured = printed(capsys, monkeypatch, 160, FORCE_COLOR="1")
    assert "\x1b[1;31m≠ altered\x1b[0m" in coloured
    assert "\x1b[31mcrowds" not in coloured


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_lines_break_at_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    text = printed(capsys, monkeypatch, columns)
    assert max(map(len, text.splitlines())) <= columns
    assert re.search(r"\badministration\b", text)
