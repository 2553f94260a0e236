from pathlib import Path

from tests.program import run

SOURCE = "Mayor Anna Holm said 48 boats were moved from the harbour of Lund on Monday.\n"


def explain(folder: Path, variant: str, *options: str) -> list[str]:
    (folder / "source.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "variant.txt").write_text(variant, encoding="utf-8")
    done = run("explain", "source.txt", "variant.txt", *options, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_it_prints_supported_and_altered_facts_with_rule_and_reason(tmp_path: Path) -> None:
    lines = explain(tmp_path, "The mayor, Anna Holm, said 58 boats were moved from the harbour of Lund on Monday.\n")
    altered = [line for line in lines if " altered " in line]
    assert len(altered) == 1
    assert "“58” ~ “48”" in altered[0]
    assert "[figures." in altered[0]
    assert any(line.startswith("1: supported ") and "“Lund”" in line for line in lines)


def test_it_can_be_asked_for_one_line(tmp_path: Path) -> None:
    variant = "In short: 58 boats were moved.\n\nMayor Anna Holm spoke of the harbour of Lund.\n"
    assert {line.split(":")[0] for line in explain(tmp_path, variant, "--at", "3")} == {"3"}


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    done = run("explain", "nope.txt", "nope.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "nope.txt" in done.stderr
    assert done.stdout == ""
