"""How the engine is compiled where somebody asks for it: mypyc makes C of its typed modules, which then says the same.

ARTDIFF_COMPILE=1 in the environment of an install or of a wheel asks for it. It takes a C compiler and minutes, and makes
comparing one and a half times as fast; without it artdiff is plain Python.
"""

from __future__ import annotations

import ast
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE: Final = Path(__file__).parents[1] / "tui" / "artdiff"
PLAIN: Final = frozenset({"__init__.py", "values.py"})
"""Modules that stay as they are: values.py has what leaves the engine, is pickled and copied by others."""
SLOTTED: Final = {
    "@dataclass(frozen=True, slots=True": "@dataclass(frozen=True",
    "@dataclass(slots=True)": "@dataclass",
}


def is_asked_for() -> bool:
    """Say whether the engine is to be compiled."""
    return os.environ.get("ARTDIFF_COMPILE") == "1"


def prepared(folder: Path) -> list[str]:
    """Write the package into a folder as mypyc reads it; return the modules to be compiled, as seen from there."""
    shutil.copytree(SOURCE, folder / "artdiff", ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd", "data"))
    modules = [path for path in sorted((folder / "artdiff" / "engine").rglob("*.py")) if path.name not in PLAIN]
    for module in modules:
        module.write_text(readable(module.read_text(encoding="utf-8")), encoding="utf-8")
    return [str(module.relative_to(folder)) for module in modules]


def readable(source: str) -> str:
    """Return a module as mypyc takes it, line for line the same.

    A native class has its slots already; and the types of fields are written as strings, which the future import makes
    them anyway, since mypyc would look for what stands under TYPE_CHECKING when the module is loaded.
    """
    lines = [line.encode() for line in source.split("\n")]
    for row, start, end in sorted(_types_of_fields(ast.parse(source)), reverse=True):
        line = lines[row - 1]
        lines[row - 1] = line[:start] + b'"' + line[start:end] + b'"' + line[end:]
    text = b"\n".join(lines).decode()
    for written, native in SLOTTED.items():
        text = text.replace(written, native)
    return text


def _types_of_fields(tree: ast.Module) -> Iterator[tuple[int, int, int]]:
    """Yield line, first and last column of the type of each field of a class of values."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and _has_fields(node):
            for field in node.body:
                if isinstance(field, ast.AnnAssign) and field.annotation.end_col_offset is not None:
                    yield field.annotation.lineno, field.annotation.col_offset, field.annotation.end_col_offset


def _has_fields(node: ast.ClassDef) -> bool:
    said = [ast.unparse(part) for part in (*node.bases, *node.decorator_list)]
    return any(part == "NamedTuple" or part.startswith("dataclass") for part in said)
