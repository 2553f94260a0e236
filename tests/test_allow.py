"""``artdiff allow``, and what is never flagged in a check."""

import json
from pathlib import Path

import pytest

from tests.program import run

SOURCE = "Anna Holm moved 48 boats in Kiev on Monday.\n\nNobody was hurt in Lund, the mayor said.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "b.txt").write_text(SOURCE.replace("48", "58"), encoding="utf-8")
    return folder


def rule_of(texts: Path) -> str:
    """Return the rule that flags the altered figure."""
    found = json.loads(run("check", texts / "a.txt", texts / "b.txt", "--format", "json").stdout)
    (finding,) = (one for one in found["stories"][0]["variants"][0]["findings"] if one["standing"] == "fails")
    return str(finding["rule"])


def test_what_is_never_flagged_fails_no_check_and_is_counted(texts: Path) -> None:
    pair = texts / "a.txt", texts / "b.txt"
    assert run("check", *pair).returncode == 1
    added = run("allow", "--add", f"rule: {rule_of(texts)}", texts)
    assert (added.returncode, added.stdout) == (0, "")
    checked = run("check", *pair)
    assert checked.returncode == 0
    assert "1 never flagged here" in checked.stdout
    told = json.loads(run("check", *pair, "--format", "json").stdout)
    assert told["summary"]["allowed"] == 1
    assert [one["standing"] for one in told["stories"][0]["variants"][0]["findings"]].count("allowed") == 1
    line = run("check", texts, "--format", "jsonl")
    assert line.returncode == 0
    assert "passed over" not in run("check", texts).stderr
    assert run("check", *pair, "--no-allow").returncode == 1
    report = texts.parent / "report.md"
    run("report", *pair, "-o", report)
    assert "1 never flagged here" in report.read_text(encoding="utf-8")


def test_entries_are_listed_and_taken_back(texts: Path) -> None:
    run("allow", "--add", "words: ours", texts)
    run("allow", "--add", "same: Kiev = Kyiv", "--own", texts)
    run("allow", "--add", "rule: dates", texts)
    lines = run("allow", texts).stdout.splitlines()
    assert [line.partition(": ")[2] for line in lines] == ["words: ours", "rule: dates", "same: Kiev = Kyiv"]
    assert lines[0].startswith(f"{texts / 'artdiff.allow'}:")
    assert run("allow", "--remove", lines[0].partition(": ")[0], texts).returncode == 0
    assert run("allow", "--remove", "same: Kiev = Kyiv", texts).returncode == 0
    assert run("allow", texts).stdout.count("\n") == 1
    assert run("allow", "--remove", "same: Kiev = Kyiv", texts).returncode == 2


def test_a_wrong_line_is_told_with_its_place_and_the_rest_goes_on(texts: Path) -> None:
    file = texts / "artdiff.allow"
    file.write_text(f"nonsense\nrule: {rule_of(texts)}\n", encoding="utf-8")
    checked = run("check", texts / "a.txt", texts / "b.txt")
    assert checked.returncode == 0
    assert (
        f"artdiff: {file}:1: this begins with none of same:, words:, rule:; the line is passed over" in checked.stderr
    )
    assert run("allow", texts).returncode == 2
    assert run("allow", "--add", "nonsense", texts).returncode == 2
    assert run("check", texts, "--allow", texts / "missing").returncode == 2
