import importlib.machinery
import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from artdiff import __version__
from artdiff.cli import COMMANDS, main
from tests.program import PROGRAM, SEEDS, environment, run

SOURCE = "The bridge closed on 3 May 2024.\n\nMayor Anna Holm said 48 boats were moved from the harbour of Lund.\n"
WRONG = SOURCE.replace("48 boats", "58 boats")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("source.txt").write_text(SOURCE, encoding="utf-8")
    Path("same.txt").write_text(SOURCE, encoding="utf-8")
    Path("wrong.txt").write_text(WRONG, encoding="utf-8")
    return tmp_path


Captured = pytest.CaptureFixture[str]


@pytest.mark.usefixtures("folder")
class TestExitStatus:
    @pytest.mark.parametrize(
        ("words", "status"),
        [
            (["check", "source.txt", "same.txt"], 0),
            (["check", "source.txt", "source.txt"], 0),
            (["check", "source.txt"], 0),
            (["check", "source.txt", "wrong.txt"], 1),
            (["check", "--source", "source.txt", "same.txt", "wrong.txt"], 1),
            (["check", "wrong.txt", "--source=source.txt", "same.txt"], 1),
            (["check", ".", "--source", "source.txt"], 1),
            (["check", "source.txt", "missing.txt"], 2),
            (["check", "missing.txt", "wrong.txt"], 2),
            (["check", "--source", "source.txt", "missing.txt", "wrong.txt"], 2),
            (["check", "--source", "missing.txt", "same.txt", "wrong.txt"], 2),
            (["check", "/dev/null", "/dev/null"], 0),
            (["check"], 2),
            (["check", ""], 2),
            (["check", "--", ""], 2),
            (["check", "source.txt", "--source="], 2),
            (["check", "--", "source.txt", "wrong.txt"], 1),
            (["check", "source.txt", "--format", "xml"], 2),
            (["check", "source.txt", "--no-such-option"], 2),
            (["check", "--format", "jsonl", "x.jsonl", "--source", "source.txt"], 2),
            (["--no-such-option"], 2),
            (["--version"], 0),
            (["--help"], 0),
            (["check", "--help"], 0),
        ],
        ids=str,
    )
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_status(self, words: list[str], status: int, form: str, capsys: Captured) -> None:
        formed = ["check", "--format", form, *words[1:]] if words[0] == "check" and "--format" not in words else words
        assert main(formed) == status
        said = capsys.readouterr()
        assert bool(said.err) == (status == 2)

    def test_the_rest_is_done_where_something_cannot_be_read(self, capsys: Captured) -> None:
        assert main(["check", "--source", "source.txt", "missing.txt", "wrong.txt"]) == 2
        said = capsys.readouterr()
        assert "“58 boats”" in said.out or "“58”" in said.out
        assert said.err == "artdiff: missing.txt: there is no such file or folder\n"

    def test_without_its_source_nothing_is_compared(self, capsys: Captured) -> None:
        assert main(["check", "--source", "missing.txt", "same.txt", "wrong.txt", "--format", "json"]) == 2
        report = json.loads(capsys.readouterr().out)
        assert report["stories"] == []
        assert [problem["path"] for problem in report["problems"]] == ["missing.txt"]

    def test_interrupted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("artdiff.batch.inputs.read", interrupt)
        assert main(["check", "source.txt"]) == 130


class TestFirstWord:
    def test_a_command(self, capsys: Captured) -> None:
        assert main(["check", "--help"]) == 0
        assert capsys.readouterr().out.startswith("usage: artdiff check")

    @pytest.mark.parametrize("words", [[], ["./check"], ["seeds"], ["--source", "check", "check"]])
    def test_anything_else_is_the_readers(self, words: list[str], capsys: Captured) -> None:
        assert main(words) == 2
        assert "the reader needs a terminal" in capsys.readouterr().err

    def test_help_names_every_command(self, capsys: Captured) -> None:
        assert main(["--help"]) == 0
        shown = capsys.readouterr().out
        assert all(f"artdiff {name} " in shown for name in COMMANDS)

    @pytest.mark.parametrize(
        ("file", "told"), [("comparison.py", "in plain Python"), ("comparison.abi3.so", "compiled")]
    )
    def test_version(self, file: str, told: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        spec = importlib.machinery.ModuleSpec("artdiff.engine.comparison", None, origin=f"/x/{file}")
        monkeypatch.setattr(importlib.util, "find_spec", lambda _: spec)
        assert main(["--version"]) == 0
        assert capsys.readouterr().out == f"artdiff {__version__}, the engine {told}\n"


class TestWithoutTerminal:
    def test_one_line_that_names_check(self) -> None:
        done = run(SEEDS)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        assert "artdiff check" in done.stderr

    def test_a_dumb_terminal(self) -> None:
        child = pexpect.spawn(
            PROGRAM[0], [*PROGRAM[1:], str(SEEDS)], env=environment(TERM="dumb"), encoding="utf-8", timeout=60
        )
        child.expect(pexpect.EOF)
        child.close()
        assert "artdiff check" in child.before
        assert "\x1b" not in child.before
        assert child.exitstatus == 2


def on_terminal(term: str, *arguments: str) -> tuple[str, int | None]:
    """Run it in a terminal of 100 columns; return what was written and the exit status."""
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], *arguments],
        env=environment(TERM=term),
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 100),
    )
    child.expect(pexpect.EOF)
    child.close()
    return child.before.replace("\r\n", "\n"), child.exitstatus


class TestText:
    def test_colour_and_folding_on_a_terminal(self, folder: Path) -> None:
        text, status = on_terminal("xterm-256color", "check", str(folder / "source.txt"), str(folder / "wrong.txt"))
        assert status == 1
        assert "\x1b[" in text
        assert "≠ altered" in text

    @pytest.mark.usefixtures("folder")
    def test_lines_in_a_pipe(self) -> None:
        done = run("check", "source.txt", "wrong.txt")
        assert done.returncode == 1
        assert done.stdout.isascii() is False
        assert all(line.startswith(("source.txt", "wrong.txt")) for line in done.stdout.splitlines())
        assert "\x1b" not in done.stdout

    def test_lines_on_a_dumb_terminal(self, folder: Path) -> None:
        text, status = on_terminal("dumb", "check", str(folder / "source.txt"), str(folder / "wrong.txt"))
        assert (status, "\x1b" in text) == (1, False)

    @pytest.mark.usefixtures("folder")
    def test_an_output_that_knows_ascii_only(self) -> None:
        done = run("check", "source.txt", "wrong.txt", env={"PYTHONIOENCODING": "ascii"})
        assert (done.returncode, done.stderr) == (1, "")
        assert "\\u201c" in done.stdout

    @pytest.mark.usefixtures("folder")
    def test_what_was_passed_over_is_said_aside(self, capsys: Captured) -> None:
        Path(".hidden").touch()
        main(["check", "."])
        said = capsys.readouterr()
        assert "passed over: 1 " in said.err
        assert "passed over" not in said.out


@pytest.mark.usefixtures("folder")
class TestPairs:
    @staticmethod
    def corpus(*lines: object) -> str:
        path = Path("pairs.jsonl")
        path.write_text(
            "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines),
            encoding="utf-8",
        )
        return str(path)

    def test_a_line_for_a_line(self, capsys: Captured) -> None:
        path = self.corpus(
            {"id": "b", "source": SOURCE, "variant": WRONG},
            {"id": 2, "source": SOURCE, "variant": SOURCE},
            {"id": None, "source": "", "variant": ""},
        )
        assert main(["check", "--format", "jsonl", path]) == 1
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [row["id"] for row in rows] == ["b", 2, None]
        assert any(finding["verdict"] == "altered" for finding in rows[0]["findings"])
        assert rows[2]["findings"] == []

    def test_a_bad_line_does_not_stop_the_rest(self, capsys: Captured) -> None:
        path = self.corpus(
            {"id": 1, "source": SOURCE, "variant": SOURCE}, "{broken", {"id": 3, "source": "", "variant": ""}
        )
        assert main(["check", "--format", "jsonl", path, "missing.jsonl"]) == 2
        said = capsys.readouterr()
        assert [json.loads(line)["id"] for line in said.out.splitlines()] == [1, 3]
        first, second = said.err.splitlines()
        assert first.startswith("artdiff: pairs.jsonl:2: not JSON")
        assert second == "artdiff: missing.jsonl: there is no such file or folder"

    def test_nothing_found(self) -> None:
        assert main(["check", "--format", "jsonl", self.corpus({"id": 1, "source": SOURCE, "variant": SOURCE})]) == 0


@pytest.mark.usefixtures("folder")
class TestOutput:
    def test_a_pipe_whose_reader_has_gone_is_left_quietly(self) -> None:
        with subprocess.Popen(
            [*PROGRAM, "check", "source.txt", "wrong.txt"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 141

    @pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")  # noqa: PTH110
    def test_a_full_disk(self) -> None:
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            done = subprocess.run(
                [*PROGRAM, "check", "source.txt", "wrong.txt"],
                check=False,
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment(),
            )
        assert done.returncode == 2
        assert done.stderr == b"artdiff: the output cannot be written: No space left on device\n"

    def test_no_output_at_all(self) -> None:
        done = subprocess.run(
            ["/bin/sh", "-c", '"$@" >&-', "sh", *PROGRAM, "check", "source.txt", "wrong.txt"],
            check=False,
            capture_output=True,
            env=environment(),
        )
        assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")

    def test_the_installed_script(self) -> None:
        script = Path(sys.executable).with_name("artdiff")
        done = subprocess.run([script, "--version"], check=True, capture_output=True, text=True)
        assert re.fullmatch(rf"artdiff {re.escape(__version__)}, the engine (in plain Python|compiled)\n", done.stdout)
