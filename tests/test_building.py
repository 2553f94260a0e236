import ast
from pathlib import Path

import pytest

from building.compiling import PLAIN, is_asked_for, prepared, readable
from tests.program import ROOT

ENGINE = ROOT / "tui" / "artdiff" / "engine"
MODULE = """from __future__ import annotations


@dataclass(frozen=True, slots=True)
class Link:
    words: tuple[str, ...] = ()  # “curly” before the type of the next
    rest: Sequence[int] | None = None


class Place(NamedTuple):
    at: int


class Plain:
    at: int = 0
"""


def test_only_what_is_asked_for_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    for wish in ("", "0", "1"):
        monkeypatch.setenv("ARTDIFF_COMPILE", wish)
        asked.append(is_asked_for())
    monkeypatch.delenv("ARTDIFF_COMPILE")
    assert [*asked, is_asked_for()] == [False, False, True, False]


def test_types_of_fields_are_strings_and_nothing_else_is_changed() -> None:
    changed = (
        MODULE.replace(", slots=True", "")
        .replace("tuple[str, ...]", '"tuple[str, ...]"')
        .replace("Sequence[int] | None =", '"Sequence[int] | None" =')
        .replace("(NamedTuple):\n    at: int", '(NamedTuple):\n    at: "int"')
    )
    assert readable(MODULE) == changed


def test_every_module_of_the_engine_is_prepared_line_for_line(tmp_path: Path) -> None:
    modules = [Path(name) for name in prepared(tmp_path)]
    plain = {path for path in ENGINE.rglob("*.py") if path.name in PLAIN}
    there = {ENGINE.parents[1] / module for module in modules}
    assert there == set(ENGINE.rglob("*.py")) - plain
    for module in modules:
        written = (tmp_path / module).read_text(encoding="utf-8")
        ast.parse(written)
        assert "slots=True" not in written
        assert written.count("\n") == (ENGINE.parents[1] / module).read_text(encoding="utf-8").count("\n")
