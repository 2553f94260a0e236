"""`artdiff check` as a gate for scripts: what counts, in which form, from where."""

import csv
import json
import subprocess
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

from artdiff.batch.work import compare_documents
from artdiff.cli import main
from artdiff.documents.reading import read_document
from artdiff.engine.values import Pair
from artdiff.reviews.decision import Decision, Ground, Ruling
from artdiff.reviews.fields import Entry
from artdiff.reviews.keys import subjects_of, texts_of
from artdiff.reviews.store import Store
from tests.program import PROGRAM, environment, run

SOURCE = "The bridge closed on 3 May 2024.\n\nMayor Anna Holm said 48 boats were moved from the harbour of Lund.\n"
WRONG = SOURCE.replace("48 boats", "58 boats")
SHORT = "The bridge closed on 3 May 2024.\n"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("source.txt").write_text(SOURCE, encoding="utf-8")
    Path("wrong.txt").write_text(WRONG, encoding="utf-8")
    Path("short.txt").write_text(SHORT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["wrong.txt"], 1),
        (["wrong.txt", "--fail-on", "altered"], 1),
        (["wrong.txt", "--fail-on", "hallucinated"], 0),
        (["wrong.txt", "--fail-on", "hallucinated, altered"], 1),
        (["wrong.txt", "--fail-on", "none"], 0),
        (["short.txt"], 0),
        (["short.txt", "--fail-on", "omitted", "--min-confidence", "0"], 1),
        (["wrong.txt", "--fail-on", "wrong"], 2),
        (["wrong.txt", "--fail-on", "supported"], 2),
        (["wrong.txt", "--fail-on", ""], 2),
        (["wrong.txt", "--min-confidence", "2"], 2),
        (["wrong.txt", "--min-confidence", "nan"], 2),
        (["wrong.txt", "--min-confidence", "high"], 2),
        (["wrong.txt", "--baseline", "missing.json"], 2),
        (["wrong.txt", "--baseline", "source.txt"], 2),
        (["wrong.txt", "--summary", "--format", "csv"], 2),
        (["wrong.txt", "--format", "html"], 2),
    ],
    ids=str,
)
def test_status(words: list[str], status: int, capsys: Captured) -> None:
    assert main(["check", "source.txt", *words]) == status
    said = capsys.readouterr()
    assert bool(said.err) == (status == 2)


@pytest.mark.parametrize("form", ["json", "csv", "sarif", "github", "markdown", "text"])
def test_every_form_names_the_finding_and_fails(form: str, capsys: Captured) -> None:
    assert main(["check", "source.txt", "wrong.txt", "--format", form]) == 1
    printed = capsys.readouterr().out
    assert "58" in printed
    assert printed.endswith("\n")
    assert not printed.endswith("\n\n")


def test_the_forms_are_what_they_say(capsys: Captured) -> None:
    main(["check", "source.txt", "wrong.txt", "--format", "csv"])
    rows = list(csv.DictReader(StringIO(capsys.readouterr().out)))
    assert [(row["verdict"], row["standing"]) for row in rows if row["standing"] == "fails"] == [("altered", "fails")]
    main(["check", "source.txt", "wrong.txt", "--format", "sarif"])
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"
    main(["check", "source.txt", "wrong.txt", "--format", "github"])
    assert capsys.readouterr().out.startswith("::error file=wrong.txt,line=3,endLine=3,col=")


def test_a_baseline_lets_through_what_was_there(capsys: Captured) -> None:
    main(["check", "source.txt", "wrong.txt", "--format", "json"])
    Path("baseline.json").write_text(capsys.readouterr().out, encoding="utf-8")
    gate = ["check", "source.txt", "--baseline", "baseline.json"]
    assert main([*gate, "wrong.txt"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "wrong.txt: 0 altered, 0 hallucinated, 1 in the baseline"
    Path("wrong.txt").write_text("Lead.\n\n" + WRONG.replace("3 May", "5 May"), encoding="utf-8")
    assert main([*gate, "wrong.txt", "--format", "github"]) == 1
    assert "“5 May" in (said := capsys.readouterr().out)
    assert "“58" not in said


def test_a_baseline_for_pairs(capsys: Captured) -> None:
    pairs = [{"id": 1, "source": SOURCE, "variant": WRONG}, {"id": 2, "source": SOURCE, "variant": WRONG}]
    Path("pairs.jsonl").write_text("\n".join(map(json.dumps, pairs)), encoding="utf-8")
    main(["check", "pairs.jsonl", "--format", "jsonl"])
    first, second = capsys.readouterr().out.splitlines()
    for lines, status in (([first], 1), ([first, second], 0)):
        Path("known.jsonl").write_text("\n".join(lines), encoding="utf-8")
        assert main(["check", "pairs.jsonl", "--format", "jsonl", "--baseline", "known.jsonl"]) == status


def test_a_summary_has_counts_alone(capsys: Captured) -> None:
    main(["check", "--source", "source.txt", "wrong.txt", "short.txt", "--summary"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["wrong.txt", "short.txt", "1 story, 2 rewrites"]
    assert lines[0] == "wrong.txt: 1 altered, 0 hallucinated"
    main(["check", "--source", "source.txt", "wrong.txt", "--summary", "--format", "json"])
    (variant,) = json.loads(capsys.readouterr().out)["stories"][0]["variants"]
    assert "findings" not in variant
    assert variant["summary"]["altered"] == 1


class TestStandardInput:
    @pytest.mark.parametrize(
        "words", [["source.txt", "-"], ["--source", "source.txt", "-"], ["-", "--source=source.txt"]]
    )
    def test_the_variant_by_a_pipe(self, words: list[str]) -> None:
        done = self.piped(WRONG.encode(), *words)
        assert (done.returncode, done.stderr) == (1, b"")
        assert b"/dev/stdin:" in done.stdout
        assert self.piped(SOURCE.encode(), *words).returncode == 0

    def test_by_a_file(self) -> None:
        with Path("wrong.txt").open("rb") as file:
            done = subprocess.run(
                [*PROGRAM, "check", "source.txt", "-"], check=False, stdin=file, capture_output=True, env=environment()
            )
        assert done.returncode == 1

    def test_what_is_no_text_is_said(self) -> None:
        done = self.piped(b"\0\1\2" * 100, "source.txt", "-")
        assert done.returncode == 2
        assert done.stderr.startswith(b"artdiff: /dev/stdin: ")

    def test_nothing_there_is_an_empty_side(self) -> None:
        assert run("check", "source.txt", "-").returncode == 0

    @staticmethod
    def piped(data: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*PROGRAM, "check", *words], check=False, input=data, capture_output=True, env=environment(), timeout=60
        )


class TestDecisions:
    @pytest.fixture
    def reviews(self) -> Path:
        """A file in which the finding of wrong.txt is dismissed."""
        documents = Pair(read_document("source.txt"), read_document("wrong.txt"))
        comparison = compare_documents(*documents)
        file = Path("reviews.sqlite")
        with Store.open(file) as store:
            texts = texts_of(documents, comparison)
            decision = Decision(Ruling.DISMISSED, datetime(2025, 7, 27, tzinfo=UTC), "anna", Ground.MISTAKE)
            store.decide(Entry(subject, decision) for subject in subjects_of(texts, comparison))
        return file

    def test_what_was_dismissed_counts_unless_it_is_ignored(self, reviews: Path, capsys: Captured) -> None:
        call = ["check", "source.txt", "wrong.txt", "--reviews", str(reviews)]
        assert main(call) == 1
        assert main([*call, "--ignore-dismissed"]) == 0
        assert capsys.readouterr().out.splitlines()[-1] == "wrong.txt: 0 altered, 0 hallucinated, 1 dismissed"

    def test_the_machine_is_told_by_whom(self, reviews: Path, capsys: Captured) -> None:
        main(["check", "source.txt", "wrong.txt", "--reviews", str(reviews), "--format", "json"])
        (finding,) = json.loads(capsys.readouterr().out)["stories"][0]["variants"][0]["findings"]
        assert (finding["decision"]["ruling"], finding["decision"]["who"]) == ("dismissed", "anna")

    def test_pairs_have_decisions_too(self, reviews: Path) -> None:
        Path("pairs.jsonl").write_text(json.dumps({"id": 1, "source": SOURCE, "variant": WRONG}), encoding="utf-8")
        call = ["check", "pairs.jsonl", "--format", "jsonl", "--reviews", str(reviews)]
        assert [main(call), main([*call, "--ignore-dismissed"])] == [1, 0]

    @pytest.mark.parametrize("name", ["missing.sqlite", "source.txt"])
    def test_a_file_that_is_named_must_be_one(self, name: str, capsys: Captured) -> None:
        assert main(["check", "source.txt", "wrong.txt", "--reviews", name]) == 2
        assert capsys.readouterr().err.startswith(f"artdiff: {name}: ")

    def test_nobody_need_have_decided_anything(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_STATE_HOME", str(Path("state").absolute()))
        assert main(["check", "source.txt", "wrong.txt", "--ignore-dismissed"]) == 1
        assert not Path("state").exists()


class TestReport:
    @pytest.mark.parametrize("ending", ["html", "md", "json", "csv", "sarif"])
    def test_one_file(self, ending: str, capsys: Captured) -> None:
        assert main(["report", "source.txt", "wrong.txt", "-o", f"out.{ending}"]) == 0
        assert "58" in Path(f"out.{ending}").read_text(encoding="utf-8")
        said = capsys.readouterr()
        assert (said.out, said.err) == ("", f"artdiff: out.{ending}: 1 story, 1 rewrite: 1 altered, 0 hallucinated\n")

    @pytest.mark.parametrize(
        "words",
        [
            ["source.txt", "wrong.txt"],
            ["-o", "out.html"],
            ["source.txt", "-o", "out.txt"],
            ["source.txt", "-o", "no/out.html"],
            ["source.txt", "missing.txt", "-o", "out.html"],
            ["source.txt", "-o", "out.html", "--reviews", "missing.sqlite"],
        ],
        ids=str,
    )
    def test_what_cannot_be_is_said(self, words: list[str], capsys: Captured) -> None:
        assert main(["report", *words]) == 2
        assert capsys.readouterr().err

    def test_it_is_a_baseline(self, capsys: Captured) -> None:
        main(["report", "source.txt", "wrong.txt", "-o", "out.json"])
        assert main(["check", "source.txt", "wrong.txt", "--baseline", "out.json"]) == 0
        assert "1 in the baseline" in capsys.readouterr().out

    def test_an_earlier_report_in_the_folder_is_no_article(self) -> None:
        for _ in range(2):
            assert main(["report", ".", "--source", "source.txt", "-o", "./out.md"]) == 0
        assert "### wrong.txt" in (text := Path("out.md").read_text(encoding="utf-8"))
        assert "### out.md" not in text
