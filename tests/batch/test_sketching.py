"""Very many documents are grouped on several cores: the same stories whoever does it and whatever dies."""

import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from artdiff.batch.sketching import Spread, sketching_for
from artdiff.documents.document import Document
from artdiff.stories.grouping import group
from artdiff.stories.sketch import Sketch
from artdiff.stories.spreading import CHUNK, HERE, Sender, Sketching, sketched
from artdiff.stories.vocabulary import Vocabulary
from tests.grouping.invented import invented

DYING = (sys.executable, str(Path(__file__).with_name("sketch_worker_that_dies.py")))


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """Return so many documents that they make several chunks."""
    found = [row.document for row in invented(200)]
    assert sum(len(document.text) for document in found) > 3 * CHUNK
    return found


def taken(documents: Sequence[Document], sketching: Sketching) -> tuple[list[Sketch], list[float]]:
    """Return the sketches of documents, and the shares of their words."""
    vocabulary = Vocabulary()
    found = list(sketched(documents, vocabulary, sketching))
    assert [document for document, _ in found] == list(documents)
    return [sketch for _, sketch in found], list(vocabulary.shares)


@pytest.mark.parametrize(("jobs", "small"), [(1, 0), (2, CHUNK), (3, 0)])
def test_sketches_and_stories_are_the_same_whoever_makes_them(jobs: int, small: int, documents: list[Document]) -> None:
    with closing(Spread(jobs, small)) as spread:
        assert taken(documents, spread) == taken(documents, HERE)
        assert spread.ahead > 1
    with closing(Spread(jobs, small)) as spread:
        assert group(documents, sketching=spread) == group(documents)


def test_few_documents_start_no_process(documents: list[Document]) -> None:
    with closing(Spread(2)) as spread:
        assert taken(documents[:30], spread) == taken(documents[:30], HERE)
        assert spread.ahead == 1
    with sketching_for(1) as here:
        assert here is HERE


def test_a_worker_that_dies_once_costs_nothing(documents: list[Document], tmp_path: Path) -> None:
    rows = [*documents[:100], Document("die", f"die {tmp_path / 'died'}"), *documents[100:]]
    with closing(Spread(2, 0, DYING)) as spread:
        found = taken(rows, spread)
    assert (tmp_path / "died").exists()
    assert found == taken(rows, HERE)


@pytest.mark.parametrize("command", [DYING, ("/no/such/program",)])
def test_what_kills_every_worker_is_done_here(command: Sequence[str], documents: list[Document]) -> None:
    rows = [*documents[:100], Document("die", "die"), *documents[100:]]
    with closing(Spread(2, 0, command)) as spread:
        assert taken(rows, spread) == taken(rows, HERE)


def test_a_sender_tells_of_a_stem_once() -> None:
    sender = Sender(7)
    first, second = sender.coded(["Halden bridges, Government", "halden"]), sender.coded(["A Bridge in Zagreb"])
    assert first is not None
    assert second is not None
    assert (first.stems, first.common) == ("halden\nbridg", "govern")
    assert (second.stems, second.common) == ("zagreb", "")
    assert [len(one.shares) for one in (first, second)] == [2, 1]
    assert [len(one.sizes) for one in (first, second)] == [6, 3]
    assert [sum(one.sizes) for one in (first, second)] == [len(one.numbers) for one in (first, second)]


def test_nothing_is_left_running_though_a_chunk_is_under_way(documents: list[Document]) -> None:
    spread = Spread(1, 0)
    spread.start(tuple(document.text for document in documents))
    workers = spread._workers
    assert workers is not None
    while not workers._running:
        time.sleep(0.01)
    (process,) = workers._running
    spread.close()
    assert process._process.returncode is not None
