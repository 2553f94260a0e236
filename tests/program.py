"""Runs the program as its users do: a process of its own, with its own streams."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
SEEDS: Final = ROOT / "seeds"
PROGRAM: Final = (sys.executable, "-m", "artdiff")


def environment(**changes: str) -> dict[str, str]:
    """Return this process's environment, changed, without what would change the program's output."""
    unwanted = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PYTHONIOENCODING", "PYTHONUTF8"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "TERM": "xterm-256color", **changes}


def installed(cache: str | Path, **changes: str) -> dict[str, str]:
    """Return an environment in which byte code is kept, as an installed package has it, also where this one forbids that."""
    kept = environment(PYTHONPYCACHEPREFIX=str(cache), **changes)
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept


def run(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run it to its end without a terminal."""
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        check=False,
        capture_output=True,
        cwd=cwd,
        encoding="utf-8",
        env=environment(**(env or {})),
        stdin=subprocess.DEVNULL,
        timeout=120,
    )
