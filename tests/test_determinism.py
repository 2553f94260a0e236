"""The same input gives the same findings, whatever order Python's sets have in a process."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.program import PROGRAM, SEEDS
from tests.scoring import STORIES

EACH = 9
"""One story of so many is checked where time counts."""


def test_findings_do_not_depend_on_the_hash_seed() -> None:
    assert_the_same([SEEDS, *sorted(STORIES.iterdir())[::EACH]])


@pytest.mark.slow
def test_findings_of_no_story_depend_on_the_hash_seed() -> None:
    assert_the_same([SEEDS, STORIES])


def assert_the_same(folders: Sequence[Path]) -> None:
    call = [*PROGRAM, "check", "--no-cache", "--format", "json", *map(str, folders)]
    running = [
        subprocess.Popen(call, stdout=subprocess.PIPE, env=os.environ | {"PYTHONHASHSEED": seed}) for seed in ("0", "2")
    ]
    outputs = {process.communicate()[0] for process in running}
    assert len(outputs) == 1
    assert outputs.pop().startswith(b"{")
