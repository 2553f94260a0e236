import json
from pathlib import Path
from typing import TYPE_CHECKING

from artdiff.batch.indexing import fill
from artdiff.documents.shelf import Shelf

if TYPE_CHECKING:
    from artdiff.batch.messages import Indexed


def corpus(folder: Path, lines: int) -> Path:
    path = folder / "rows.jsonl"
    rows = [json.dumps({"id": f"r{at}", "text": f"Row {at}."}) for at in range(lines)]
    path.write_text("\n".join([*rows, "no row", json.dumps({"source": "One.", "variant": "Two."})]), encoding="utf-8")
    return path


def test_rows_and_both_sides_of_pairs_are_put_there_and_told_of(tmp_path: Path) -> None:
    told: list[Indexed] = []
    shelf, problems = fill(Shelf([], [corpus(tmp_path, 50)], tmp_path / "spool"), told.append)
    assert [one.text for one in shelf] == [*(f"Row {at}." for at in range(50)), "One.", "Two."]
    assert [problem.path.rpartition(":")[2] for problem in problems] == ["51"]
    assert sum(len(one.places) for one in told) == len(shelf)
    assert told[-1].labels[-1].endswith("variant")


def test_a_second_worker_writes_the_same(tmp_path: Path) -> None:
    told: list[Indexed] = []
    start = Shelf([], [corpus(tmp_path, 20), tmp_path / "gone.jsonl"], tmp_path / "spool")
    first, problems = fill(start, told.append)
    kept = first[3]
    other = Shelf([], start.corpora, start.spool)
    second, _ = fill(other, told.append)
    assert list(second) == list(first)
    assert kept == second[3]
    assert "no such file" in str(problems[-1])
