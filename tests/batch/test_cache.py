import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.batch.cache import Cache, Cached
from artdiff.batch.comparing import compare_texts
from artdiff.batch.digests import key_of
from artdiff.batch.engines import InProcess, NotCompared, Texts
from artdiff.batch.lines import Lines
from artdiff.cli import main
from artdiff.documents.document import Document, Metadata
from artdiff.engine.values import Comparison, Pair

SOURCE = "Mayor Anna Holm said {} boats were moved from the harbour of Lund last month.\n"


def pair(number: int) -> Pair[Document]:
    return Pair(Document("s", SOURCE.format(number)), Document("v", SOURCE.format(number + 1)))


class Counting(InProcess):
    """An engine that counts the pairs it was asked for, and gives up those of a text."""

    def __init__(self) -> None:
        self.asked = 0

    def start(self, texts: Texts) -> Callable[[], list[Comparison | NotCompared]]:
        self.asked += len(texts)
        return lambda: [
            NotCompared("given up") if pair.source.text == "die" else compare_texts((pair,))[0] for pair in texts
        ]


def results(path: Path, engine: Counting, texts: Texts) -> list[Comparison | NotCompared]:
    cache = Cache(path)
    found = Cached(engine, cache).start(texts)()
    cache.close()
    return found


def test_what_is_known_is_not_asked_for_again(tmp_path: Path) -> None:
    engine, texts = Counting(), tuple(map(pair, range(5)))
    first = results(tmp_path / "c", engine, texts[1:3])
    second = results(tmp_path / "c", engine, texts)
    assert engine.asked == 5
    assert second[1:3] == first
    assert second == [*compare_texts(texts)]


def test_what_was_given_up_is_tried_again(tmp_path: Path) -> None:
    engine, texts = Counting(), (Pair(Document("s", "die"), Document("v", "x")),)
    for _ in range(2):
        assert isinstance(results(tmp_path / "c", engine, texts)[0], NotCompared)
    assert engine.asked == 2


def test_the_least_recently_used_go(tmp_path: Path) -> None:
    texts = tuple(map(pair, range(40)))
    keys = [key_of(one) for one in texts]
    cache = Cache(tmp_path / "c", largest=20_000)
    cache.put(zip(keys, compare_texts(texts), strict=True))
    assert cache.get(keys[0])
    cache.close()
    cache = Cache(tmp_path / "c")
    kept = [key for key in keys if cache.get(key)]
    cache.close()
    assert keys[0] in kept
    assert 1 < len(kept) < 30


def test_a_key_is_of_all_that_counts() -> None:
    one = pair(1)
    others = [
        pair(2),
        Pair(one.variant, one.source),
        one._replace(variant=one.variant._replace(metadata=Metadata(date=dt.date(2025, 7, 20)))),
        one._replace(variant=one.variant._replace(metadata=Metadata(title="A title"))),
        one._replace(source=one.source._replace(name="another")),
    ]
    assert len({key_of(other) for other in [one, pair(1), *others]}) == 1 + len(others)


@given(st.text(max_size=3), st.text(max_size=3), st.text(max_size=3), st.text(max_size=3))
def test_no_two_pairs_run_together(a: str, b: str, c: str, d: str) -> None:
    keys = {key_of(Pair(Document("n", x), Document("n", y))) for x, y in ((a, b), (c, d))}
    assert len(keys) == len({(a, b), (c, d)})


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None], ids=["empty", "other", "gone"])
def test_a_damaged_cache_is_no_error(
    damage: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    corpus = tmp_path / "a.jsonl"
    corpus.write_text(json.dumps({"id": 1, "source": SOURCE.format(1), "variant": SOURCE.format(2)}), encoding="utf-8")
    said = []
    for _ in range(3):
        assert main(["check", "--format", "jsonl", str(corpus)]) == 1
        said.append(capsys.readouterr())
        for file in (tmp_path / "cache").rglob("comparisons.sqlite*"):
            if damage is None:
                file.unlink()
            else:
                file.write_bytes(damage)
    assert said[0] == said[1] == said[2]


def test_lines_are_kept_by_what_counts_and_made_anew_where_anything_has_a_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "a.jsonl"
    rows = [{"id": at, "source": SOURCE.format(at), "variant": SOURCE.format(at + 1)} for at in range(5)]
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    baseline = tmp_path / "baseline.jsonl"
    kept = []
    keep = Lines.keep

    def counted(self: Lines, pair: Pair[Document], findings: str, *, flagged: int, fails: bool) -> None:
        kept.append(findings)
        keep(self, pair, findings, flagged=flagged, fails=fails)

    monkeypatch.setattr(Lines, "keep", counted)

    def lines(*words: str) -> str:
        main(["check", "--format", "jsonl", *words, str(corpus)])
        return capsys.readouterr().out

    first = lines()
    assert len(kept) == 5
    assert lines() == first == lines("--no-cache")
    assert len(kept) == 5
    assert lines("--fail-on", "none") != first
    assert len(kept) == 10
    baseline.write_text(first, encoding="utf-8")
    for _ in range(2):
        assert '"standing":"known"' in lines("--baseline", str(baseline))
    assert len(kept) == 10
    assert lines() == first
