"""Every format of a check: the same bytes whoever compares, whatever is known already, and whatever dies."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from artdiff.batch import pool
from artdiff.batch.checking import check
from artdiff.batch.inputs import inputs_of
from artdiff.batch.orders import HERE, Orders
from artdiff.cli import main
from artdiff.cli.check import FORMATS
from artdiff.cli.stories import STREAMED
from artdiff.documents.collection import Problem
from artdiff.documents.corpora.columns import TextPair
from artdiff.reports.checked import CheckedStory
from tests.batch.test_engines import DYING, SOURCE, pair

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with a story, a lone text, a corpus of pairs and one of documents, and a malformed row."""
    monkeypatch.chdir(tmp_path)
    Path("texts").mkdir()
    for name, text in (("a", SOURCE.format(4)), ("b", SOURCE.format(5)), ("c", SOURCE.format(6)), ("d", "Alone.\n")):
        Path("texts", f"{name}.txt").write_text(text, encoding="utf-8")
    pairs = [{"id": at, "source": SOURCE.format(at), "variant": SOURCE.format(at + at % 2)} for at in range(9)]
    rows = [json.dumps(row) for row in pairs]
    Path("pairs.jsonl").write_text("\n".join([*rows[:5], "{bad", *rows[5:]]), encoding="utf-8")
    documents = [{"id": at, "text": SOURCE.format(at), "story": "e"} for at in range(70, 73)]
    Path("documents.jsonl").write_text("\n".join(map(json.dumps, documents)), encoding="utf-8")
    return tmp_path


def output(form: str, words: Sequence[str], capsys: Captured) -> str:
    assert main(["check", "--format", form, "texts", "pairs.jsonl", "documents.jsonl", *words]) == 2
    said = capsys.readouterr()
    assert "pairs.jsonl:6: not JSON" in said.err
    return said.out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_bytes_with_any_number_of_jobs_and_from_the_cache(form: str, capsys: Captured) -> None:
    here = output(form, ["--jobs", "1", "--no-cache"], capsys)
    assert here
    for words in (["--jobs", "2", "--no-cache"], ["--jobs", "2"], [], ["--jobs", "1"]):
        assert output(form, words, capsys) == here


def stories(*paths: str, orders: Orders = HERE) -> list[CheckedStory | Problem]:
    return list(check(inputs_of([*map(Path, paths)]), orders))


@pytest.mark.usefixtures("folder")
class TestStories:
    def test_a_story_is_whole_and_in_its_place(self) -> None:
        found = [one for one in stories("texts", "pairs.jsonl", "documents.jsonl") if isinstance(one, CheckedStory)]
        assert [len(story.variants) for story in found] == [1] * 9 + [2, 0, 2]
        assert {story.story.title for story in found} == {"The bridge closed on 3 May 2024.", "Alone."}

    def test_a_corpus_that_is_named_is_not_read_again_in_its_folder(self) -> None:
        Path("pairs.jsonl").rename("texts/pairs.jsonl")
        found = [one for one in stories("texts/pairs.jsonl", "texts") if isinstance(one, CheckedStory)]
        assert [len(story.variants) for story in found] == [1] * 9 + [2, 0]

    def test_a_pair_of_files_of_which_one_is_a_corpus_has_no_source(self) -> None:
        found = stories("texts/d.txt", "documents.jsonl")
        assert [len(one.variants) for one in found if isinstance(one, CheckedStory)] == [0, 2]

    def test_a_pair_that_kills_its_worker_is_told_and_the_rest_done(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        monkeypatch.setattr(pool, "COMMAND", DYING)
        monkeypatch.setattr(pool.Pool.__init__, "__defaults__", (DYING,))
        Path("texts/b.txt").write_text("die", encoding="utf-8")
        words = ["check", "--source", "texts/a.txt", "texts", "--jobs", "2", "--format", "json", "--no-cache"]
        assert main(words) == 2
        said = capsys.readouterr()
        report = json.loads(said.out)
        (story,) = report["stories"]
        assert [Path(variant["path"]).name for variant in story["variants"]] == ["c.txt", "d.txt"]
        assert [problem["path"] for problem in report["problems"]] == ["b.txt"]
        assert "b.txt: given up after two tries: the worker was ended by SIGKILL" in said.err

    def test_stories_known_already_are_not_formed_again(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
        first = stories("texts", orders=Orders(jobs=1))

        def never(*_: object) -> None:
            raise AssertionError

        monkeypatch.setattr("artdiff.batch.work.group", never)
        assert stories("texts", orders=Orders(jobs=1)) == first
        Path("texts/d.txt").write_text("Another.\n", encoding="utf-8")
        with pytest.raises(AssertionError):
            stories("texts", orders=Orders(jobs=1))


@pytest.mark.parametrize("form", sorted(STREAMED))
def test_what_is_done_is_printed_while_the_corpus_is_read(
    form: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def rows(*_: object) -> Iterator[TextPair]:
        for at in range(200):
            yield pair(at)
        raise KeyboardInterrupt

    monkeypatch.setattr("artdiff.documents.corpora.reading.read_corpus", rows)
    assert main(["check", "--jobs", "1", "--no-cache", "--format", form, "endless.jsonl"]) == 130
    said = capsys.readouterr().out
    assert 60 < said.count("The source says") <= 100
