import subprocess
from pathlib import Path

import pytest

from artdiff.cli import main
from artdiff.documents.repository import SHOWN

OLD = "The bridge closed on 3 May 2024.\n\nMayor Anna Holm said 48 boats were moved from the harbour of Lund.\n"
NEW = OLD.replace("48 boats", "58 boats")


def git(*words: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *identity, *words], check=True, capture_output=True)  # noqa: S607


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    Path("sub").mkdir()
    for name, text in (("sub/a b.txt", OLD), ("same.txt", OLD), ("old.md", OLD), ("code.py", "x = 1")):
        Path(name).write_text(text, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    Path("sub/a b.txt").write_text(NEW, encoding="utf-8")
    Path("code.py").write_text("x = 2", encoding="utf-8")
    git("mv", "old.md", "new.md")
    git("add", ".")
    git("commit", "-qm", "second")


def test_two_revisions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["git", "HEAD~1", "HEAD"]) == 1
    said = capsys.readouterr()
    assert "HEAD:sub/a b.txt: 1 altered" in said.out
    assert "HEAD:new.md: 0 altered" in said.out
    assert "same.txt" not in said.out
    assert "code.py" not in said.out


def test_a_revision_and_the_files_as_they_lie(capsys: pytest.CaptureFixture[str]) -> None:
    Path("same.txt").write_text(NEW, encoding="utf-8")
    assert main(["git", "HEAD", "--", "same.txt", "sub"]) == 1
    assert "now:same.txt: 1 altered" in capsys.readouterr().out


def test_nothing_differs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["git", "HEAD", "HEAD"]) == 0
    assert "no text that is read here differs" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [[], ["nonsense"], ["a", "b", "c"], ["--output=x"], ["HEAD", "--source", "x"], ["HEAD", "--format", "jsonl"]],
)
def test_a_wrong_call(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["git", *words]) == 2
    assert capsys.readouterr().err
    assert not Path("x").exists()


def test_outside_a_repository(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    assert main(["git", "HEAD"]) == 2
    assert "this folder is in no git repository" in capsys.readouterr().err


def test_a_path_that_is_in_neither_version_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["git", "HEAD~1", "HEAD", "--", "typo.txt", "sub"]) == 2
    said = capsys.readouterr()
    assert "typo.txt: it is in neither version" in said.err
    assert "HEAD:sub/a b.txt: 1 altered" in said.out
    assert main(["git", "HEAD~1", "HEAD", "--", "old.md", "same.txt", "."]) == 1


def test_what_a_shallow_clone_has_not(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clone = tmp_path_factory.mktemp("clone")
    git("clone", "-q", "--depth", "1", Path.cwd().as_uri(), str(clone))
    monkeypatch.chdir(clone)
    assert main(["git", "HEAD~1", "HEAD"]) == 2
    assert "knows no revision 'HEAD~1'; this clone has only the newest commits" in capsys.readouterr().err


def test_nothing_of_the_repository_is_run(capsys: pytest.CaptureFixture[str]) -> None:
    for setting in ("diff.external", "core.fsmonitor", "diff.evil.textconv", "core.pager"):
        git("config", setting, "touch ran")
    Path(".gitattributes").write_text("*.txt diff=evil\n", encoding="utf-8")
    assert main(["git", "HEAD~1", "HEAD"]) == 1
    assert main(["git", "HEAD~1"]) == 1
    assert not Path("ran").exists()
    capsys.readouterr()


def test_a_file_that_one_version_has_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("later.txt").write_text(NEW, encoding="utf-8")
    Path("later.py").write_text("x = 3", encoding="utf-8")
    git("rm", "-q", "same.txt")
    git("add", ".")
    git("commit", "-qm", "third")
    assert main(["git", "HEAD~1", "HEAD"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "artdiff: later.txt: only HEAD has it, so there is nothing to compare it with",
        "artdiff: same.txt: only HEAD~1 has it, so there is nothing to compare it with",
    ]
    assert main(["git", "HEAD~2", "HEAD", "--", "sub", "later.txt"]) == 1
    said = capsys.readouterr()
    assert "HEAD:sub/a b.txt: 1 altered" in said.out
    assert "later.txt: only HEAD has it" in said.err


def test_of_many_files_that_one_version_has_the_first_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(SHOWN + 3):
        Path(f"{number:03}.txt").write_text(f"{NEW}{number}", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "third")
    assert main(["git", "HEAD~1"]) == 0
    said = capsys.readouterr().err.splitlines()
    assert len(said) == SHOWN + 1
    assert said[-1] == "artdiff: 3 more: only one of the versions has them"
