from collections.abc import Sequence

import pytest

from artdiff.batch.messages import Event
from tests.reader.driving import ALL, Answering, answer_with


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def clients(monkeypatch: pytest.MonkeyPatch) -> list[Answering]:
    """Answer every reader of the test as the key of the seeds says."""
    return answer_with(monkeypatch, ALL)


@pytest.fixture
def answers() -> Sequence[Event]:
    return ALL
