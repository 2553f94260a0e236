"""What nobody should feed to artdiff, and what somebody will: a clear message or a clean report, never a traceback."""

import json
import os
import unicodedata
from pathlib import Path

import pytest

from artdiff.cli import main
from tests.program import run

ARTICLE = "Anna Holm moved 48 boats from the harbour of Lund on 3 May 2024.\n\nNobody was hurt, the mayor said.\n"
HOSTILE = (
    "[b]bold[/b] [/x] [@click=app.quit]click[/] \x1b[2J\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;http://x\x1b\\link \x9b1m"
    " \u202eevil\u202c \u2066x\u2069 \0 \x7f \u2028 {braces} %s $HOME `id`\n\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def check(*arguments: str) -> tuple[int, str, str]:
    done = run("check", *arguments)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.usefixtures("folder")
class TestInputs:
    @pytest.mark.parametrize(
        ("name", "data", "message"),
        [
            ("missing.txt", None, "there is no such file or folder"),
            ("binary.txt", bytes(range(256)) * 20, "it is binary, not text"),
            ("nulls.txt", bytes(5000), "it is binary, not text"),
            ("no-text.txt", b"\x81\x8d\x8f\x90\x9d", "its encoding is not known"),
            ("odd.txt", b"\xff\xfea", "its byte order mark says UTF-16"),
        ],
    )
    def test_a_message_and_the_rest(
        self, name: str, data: bytes | None, message: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        if data is not None:
            Path(name).write_bytes(data)
        assert main(["check", name, "--source", "article.txt", "article.txt"]) == 2
        said = capsys.readouterr()
        assert f"artdiff: {name}: {message}" in said.err
        assert "article.txt: 0 altered, 0 hallucinated" in said.out

    def test_an_empty_folder(self) -> None:
        Path("empty").mkdir()
        status, out, err = check("empty")
        assert (status, out) == (2, "")
        assert err.startswith("artdiff: empty: this folder holds no text that is read here (.txt, .md, .html")

    @pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\ufeff", "x", "…", "1", "“"])
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_next_to_nothing(self, text: str, form: str) -> None:
        Path("little.txt").write_text(text, encoding="utf-8")
        for pair in (
            ("little.txt", "article.txt"),
            ("article.txt", "little.txt"),
            ("little.txt", "little.txt"),
            ("little.txt",),
        ):
            assert main(["check", *pair, "--format", form]) in {0, 1}

    @pytest.mark.parametrize("times", [1_000, pytest.param(20_000, marks=pytest.mark.slow)])
    def test_one_line_of_megabytes(self, times: int, capsys: pytest.CaptureFixture[str]) -> None:
        Path("long.txt").write_text(ARTICLE.replace("\n", " ") * times, encoding="utf-8")
        assert main(["check", "article.txt", "long.txt", "--format", "json"]) in {0, 1}
        assert json.loads(capsys.readouterr().out)["stories"]

    @pytest.mark.parametrize(
        "name",
        [
            "new\nline.txt",
            "esc\x1b[31m.txt",
            "bidi\u202e.txt",
            os.fsdecode(b"caf\xe9.txt"),
            "-dash.txt",
            "[b].txt",
        ],
    )
    def test_names_of_files(self, name: str) -> None:
        Path(name).write_bytes(ARTICLE.replace("48", "58").encode())
        status, out, err = check("--source", "article.txt", "--", name)
        assert (status, err) == (1, "")
        assert is_harmless(out)
        status, out, err = check("--source", "article.txt", "--format", "json", "--", name)
        assert json.loads(out)["stories"][0]["variants"][0]["path"] == name
        status, out, err = check("--", f"{name}/missing", "article.txt")
        assert status == 2
        assert is_harmless(err)


def is_harmless(text: str) -> bool:
    """Say whether nothing in a program's lines moves the cursor, colours, links or reorders."""
    return all(
        unicodedata.category(sign) not in {"Cc", "Cs", "Zl", "Zp"}
        and sign not in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        for sign in text
        if sign != "\n"
    )


@pytest.mark.usefixtures("folder")
class TestHostileArticles:
    def test_what_an_article_holds_is_shown_not_done(self) -> None:
        Path("hostile.txt").write_text(
            HOSTILE + ARTICLE.replace("48 boats", "58 \x1b[31mboats\x1b[0m"), encoding="utf-8"
        )
        for pair in (
            ("article.txt", "hostile.txt"),
            ("hostile.txt", "article.txt"),
            ("hostile.txt", "hostile.txt"),
        ):
            _, out, err = check(*pair)
            assert is_harmless(out + err)
            _, out, err = check(*pair, "--format", "json")
            assert is_harmless(out + err)

    def test_offsets_hold_in_hostile_text(self) -> None:
        text = HOSTILE + ARTICLE.replace("48 boats", "58 boats")
        Path("hostile.txt").write_text(text, encoding="utf-8")
        status, out, _ = check("article.txt", "hostile.txt", "--format", "json")
        findings = json.loads(out)["stories"][0]["variants"][0]["findings"]
        spans = [finding["variant"] for finding in findings if finding["variant"]]
        assert status == 1
        assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
        assert any("58" in span["text"] for span in spans)

    @pytest.mark.parametrize(
        "unit", ["1,", "“", "A ", "(", "Mr. ", "a'", "-", "\n", "not ", "said ", "\u202e", "x", "1 May "]
    )
    def test_much_of_one_thing_ends(self, unit: str) -> None:
        """Ten times what is linear takes no time; what is quadratic would not end in the time of a test."""
        Path("much.txt").write_text(unit * (200_000 // len(unit)), encoding="utf-8")
        assert main(["check", "article.txt", "much.txt", "--format", "json"]) in {0, 1}

    def test_a_long_line_said_twice_ends(self) -> None:
        line = "1 May " * 10_000
        Path("twice.txt").write_text(f"{line}\n\nIt rained.\n\n{line}\n", encoding="utf-8")
        assert main(["check", "article.txt", "twice.txt", "--format", "json"]) in {0, 1}


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
@pytest.mark.parametrize(
    ("name", "content"), [("a.jsonl", ""), ("a.jsonl", "\n\n"), ("a.csv", "id,source,variant\n"), ("a.json", "[]")]
)
def test_a_corpus_without_rows_is_told(
    folder: Path, name: str, content: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    assert main(["check", "--format", form, name]) == 0
    assert f"{name}: it has no rows" in capsys.readouterr().err


def test_a_table_without_a_first_line_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.csv").write_text("", encoding="utf-8")
    assert main(["check", "a.csv"]) == 2
    assert "it has no first line that names the columns" in capsys.readouterr().err
