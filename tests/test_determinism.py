"""The same input gives the same findings, whatever order Python's sets have in a process."""

import os
import subprocess
import sys

from tests.program import SEEDS
from tests.scoring import STORIES


def test_findings_do_not_depend_on_the_hash_seed() -> None:
    call = [sys.executable, "-m", "artdiff", "check", "--no-cache", "--format", "json", str(SEEDS), str(STORIES)]
    running = [
        subprocess.Popen(call, stdout=subprocess.PIPE, env=os.environ | {"PYTHONHASHSEED": seed}) for seed in ("0", "2")
    ]
    outputs = {process.communicate()[0] for process in running}
    assert len(outputs) == 1
    assert outputs.pop().startswith(b"{")
