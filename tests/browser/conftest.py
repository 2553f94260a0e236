"""Debian's Chromium, without a screen and without the network, and the pages that it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from artdiff.batch.checking import check
from artdiff.batch.inputs import inputs_of
from artdiff.documents.collection import Problem
from artdiff.reports.checked import Report
from artdiff.reports.forms import written
from artdiff.reports.gate import Gate
from tests.browser.chromium import Browser, started
from tests.program import SEEDS
from tests.reports import hostile
from tests.reports.golden import DECIDED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGES: dict[str, Any] = {
    "seeds": lambda: Report(tuple(one for one in check(inputs_of([SEEDS])) if not isinstance(one, Problem))),
    "example": lambda: DECIDED._replace(gate=Gate()),
    "hostile": lambda: hostile.REPORT,
    "empty": lambda: Report(()),
}


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    files = {name: folder / f"{name}.html" for name in PAGES}
    for name, file in files.items():
        file.write_text(written(PAGES[name](), "html"), encoding="utf-8")
    return files


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory, pages: dict[str, Path]) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("profile")) as driver:
        yield Browser(driver, pages)
