"""artdiff as git's difftool, with the lines of the README, on a real repository and a real terminal."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.program import ROOT, environment

SOURCE = "The bridge closed on 3 May 2024.\n\nMayor Anna Holm said 48 boats were moved from the harbour of Lund.\n"
PATIENCE = 30
README_LINES = re.findall(
    r"^    (git config --global difftool\..*)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
)

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (tmp_path / "home").mkdir()
    folder.mkdir()
    article = folder / "article.txt"
    article.write_text(SOURCE, encoding="utf-8")
    for line in (
        "git init -q",
        "git config user.name Anna",
        "git config user.email anna@example.org",
        "git add article.txt",
        "git commit -qm first",
    ):
        git(line, folder)
    article.write_text(SOURCE.replace("48", "58"), encoding="utf-8")
    (folder / "new.txt").write_text(SOURCE, encoding="utf-8")
    git("git add -N new.txt", folder)
    return folder


def git(line: str, folder: Path) -> None:
    subprocess.run(shlex.split(line), check=True, cwd=folder, capture_output=True)


def tool(folder: Path, *words: str) -> Any:  # noqa: ANN401  (pexpect has no types)
    env = environment(
        COLORTERM="truecolor", PATH=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    )
    return pexpect.spawn(
        "git", ["difftool", *words], cwd=str(folder), env=env, dimensions=(40, 140), encoding="utf-8", timeout=PATIENCE
    )


def test_the_two_lines_of_the_readme(repository: Path) -> None:
    assert len(README_LINES) == 2
    for line in README_LINES:
        git(line, repository)
    child = tool(repository, "-t", "artdiff", "HEAD", "--", "article.txt")
    child.expect_exact("1 of 1")
    child.expect_exact("[58]")
    child.send("q")
    child.expect(pexpect.EOF)


def test_a_command_named_on_the_spot_and_a_file_that_is_new(repository: Path) -> None:
    child = tool(repository, "-y", "-x", "artdiff", "HEAD", "--", "new.txt")
    child.expect_exact("hallucinated")
    child.send("q")
    child.expect(pexpect.EOF)
