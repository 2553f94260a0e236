"""Who imports what: the contract, and what a fresh interpreter has loaded at the end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import ROOT, SEEDS

REPORT_LOADED = "\nprint(*sys.modules, sep='\\n', file=sys.stderr)"


def loaded_by(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded at the end of the code."""
    command = [sys.executable, "-c", "import sys\n" + code + REPORT_LOADED]
    # Without what measures coverage, which is loaded by way of the environment and loads much itself.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL, env=env)
    return set(done.stderr.splitlines())


def packages(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


@pytest.mark.parametrize("form", ["json", "text", "csv", "sarif", "github", "markdown"])
def test_check_into_a_pipe_loads_nothing_of_screens_templates_and_decisions(form: str) -> None:
    modules = loaded_by(
        f"from artdiff.cli import main; main(['check', '--no-cache', {str(SEEDS)!r}, '--format', {form!r}])"
    )
    assert "rapidfuzz" in modules
    assert packages(modules).isdisjoint({"textual", "rich", "jinja2", "markupsafe", "sqlite3"})


@pytest.mark.parametrize(("ending", "loaded"), [("html", True), ("md", False)])
def test_only_html_loads_jinja2(ending: str, loaded: bool, tmp_path: Path) -> None:  # noqa: FBT001
    words = ["report", str(SEEDS), "-o", str(tmp_path / f"out.{ending}")]
    modules = packages(loaded_by(f"from artdiff.cli import main; main({words!r})"))
    assert ("jinja2" in modules) is loaded
    assert modules.isdisjoint({"textual", "rich"})


def test_check_of_pairs_loads_neither_textual_nor_rich(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text('{"id": 1, "source": "One two.", "variant": "One three."}\n', encoding="utf-8")
    modules = loaded_by(f"from artdiff.cli import main; main(['check', '--format', 'jsonl', {str(pairs)!r}])")
    assert packages(modules).isdisjoint({"textual", "rich"})


@pytest.mark.parametrize(
    "slow",
    [
        "asyncio",
        "dataclasses",
        "email",
        "importlib.metadata",
        "inspect",
        "logging",
        "multiprocessing",
        "subprocess",
        "tempfile",
    ],
)
def test_check_loads_nothing_slow_that_it_does_not_need(slow: str) -> None:
    words = ["check", "--no-cache", str(SEEDS), "--format", "json"]
    assert slow not in loaded_by(f"from artdiff.cli import main; main({words!r})")


def test_the_package_alone_loads_nothing_of_its_own() -> None:
    assert {module for module in loaded_by("import artdiff") if module.startswith("artdiff")} == {"artdiff"}


def test_the_screens_process_does_not_load_the_engine() -> None:
    """The client and all that it gets from the worker; rapidfuzz alone would cost 15 ms before the first paint."""
    modules = loaded_by(
        "import artdiff.batch.client, artdiff.documents.reading, artdiff.stories.story, artdiff.engine.values"
    )
    assert packages(modules).isdisjoint({"rapidfuzz", "Stemmer", "textual"})
    engine = {module for module in modules if module.startswith("artdiff.engine")}
    assert engine <= {"artdiff.engine", "artdiff.engine.values"}


@pytest.mark.parametrize(
    "late",
    [
        "artdiff.batch.messages",
        "artdiff.reader.backstage",
        "artdiff.reader.acting",
        "artdiff.reports.checked",
        "artdiff.reviews.keys",
        "artdiff.session.answers",
        "artdiff.session.deciding",
        "hashlib",
        "json",
        "sqlite3",
    ],
)
def test_what_the_first_frame_does_not_need_is_loaded_behind_it(late: str, first_frame: set[str]) -> None:
    assert "artdiff.reader.screens.main" in first_frame
    assert late not in first_frame


@pytest.fixture(scope="module")
def first_frame() -> set[str]:
    """Return what is loaded when the first frame has been painted."""
    return loaded_by(
        "import os\nfrom pathlib import Path\nfrom artdiff.reader.opening import lay_out, read_outfit\n"
        "from artdiff.reader.app import Reader\n"
        "def painted():\n    print(*sys.modules, sep='\\n', file=sys.__stderr__, flush=True)\n    os._exit(0)\n"
        f"Reader(lay_out([Path({str(SEEDS)!r})], None), painted, read_outfit()).run(headless=True)"
    )


def test_the_import_contract() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_interrupted_in_the_code_of_an_import_it_ends_with_its_own_status(tmp_path: Path) -> None:
    """Python would end a module that is run by the signal then; what interrupts comes from a module that is imported late."""
    (tmp_path / "rapidfuzz.py").write_text("exec('raise KeyboardInterrupt')\n", encoding="utf-8")
    command = [sys.executable, "-m", "artdiff", "check", "--no-cache", str(SEEDS)]
    done = subprocess.run(command, check=False, capture_output=True, env={**os.environ, "PYTHONPATH": str(tmp_path)})
    assert done.returncode == 130
