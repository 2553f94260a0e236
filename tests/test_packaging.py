import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import artdiff
from tests.program import ROOT, run

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_version_is_written_the_same_twice() -> None:
    assert artdiff.__version__ == PROJECT["version"]


def test_the_readme_has_exactly_two_set_up_commands() -> None:
    section = README.partition("## Set up\n")[2].partition("\n## ")[0]
    commands = [line.strip() for line in section.splitlines() if line.startswith("    ")]
    assert commands == ["pip install . && artdiff seeds/", "pip install '.[test]' && pytest"]


def test_the_public_names() -> None:
    assert set(artdiff.__all__) == set(artdiff._HOMES) | {"__version__"}
    assert set(dir(artdiff)) >= set(artdiff.__all__)
    assert all(getattr(artdiff, name) is not None for name in artdiff.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        artdiff.no_such_name  # noqa: B018


def test_the_call_from_python() -> None:
    source = artdiff.Document("a", "Anna Holm moved 48 boats from the harbour of Lund on Monday.\n")
    variant = artdiff.Document("b", "Anna Holm moved 58 boats from the harbour of Lund on Monday.\n")
    flagged = [finding for finding in artdiff.compare(source, variant).findings if finding.flagged]
    assert [finding.verdict for finding in flagged] == [artdiff.Verdict.ALTERED]
    assert artdiff.compare(source, source).findings == ()


def test_the_call_that_the_page_on_ci_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8").partition("```python\n")[2].partition("```")[0]
    monkeypatch.chdir(tmp_path)
    text = "Anna Holm moved 48 boats from the harbour of Lund on Monday.\n"
    Path("article.txt").write_text(text, encoding="utf-8")
    for rewrite, is_wrong in ((text, False), (text.replace("48", "58"), True)):
        Path("rewrite.txt").write_text(rewrite, encoding="utf-8")
        done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
        assert ("AssertionError" in done.stderr, "altered number" in done.stdout) == (is_wrong, is_wrong)


def test_the_page_on_ci_names_every_option_of_check() -> None:
    help_page = run("check", "--help").stdout
    options = set(re.findall(r"--[a-z-]+", help_page)) - {"--help", "--source"}
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert options
    assert {option for option in options if f"`{option}" not in page} == set()


def test_it_is_typed() -> None:
    assert Path(artdiff.__file__).with_name("py.typed").is_file()


def test_no_path_of_a_machine_stands_in_the_project() -> None:
    listed = subprocess.run(["git", "ls-files"], check=False, cwd=ROOT, capture_output=True, text=True)  # noqa: S607
    names = listed.stdout.splitlines() or [str(path.relative_to(ROOT)) for path in ROOT.glob("tui/**/*.py")]
    texts = {name: (ROOT / name).read_bytes() for name in names if (ROOT / name).is_file()}
    assert texts
    # Put together here, so that this file does not hold them.
    machine = [b"/" + name + b"/" for name in (b"work", b"home", b"Users")]
    assert [name for name, data in texts.items() if any(path in data for path in machine)] == []
