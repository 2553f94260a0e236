"""What setuptools is told beside pyproject.toml: how the engine is compiled where it is (see building/compiling.py)."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from setuptools import setup
from setuptools.command.build_ext import build_ext

sys.path.insert(0, str(Path(__file__).parent))
from building.compiling import is_asked_for, prepared

if TYPE_CHECKING:
    from setuptools import Extension

BUILDS = {"bdist_wheel", "editable_wheel"}
MYPY = ("--strict", "--config-file=", "--ignore-missing-imports", "--follow-imports=silent", "--no-warn-unused-ignores")


class BuildSideBySide(build_ext):
    """Compiles the many files of an extension on all cores."""

    def build_extension(self, ext: Extension) -> None:
        """Build an extension, several of its files at a time."""
        one_by_one = self.compiler.compile

        def side_by_side(sources: list[str], **options: object) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                made = pool.map(lambda source: one_by_one([source], **options), sources)
                return [name for names in made for name in names]

        self.compiler.compile = side_by_side
        try:
            super().build_extension(ext)
        finally:
            self.compiler.compile = one_by_one


def extensions(folder: Path) -> list[Extension]:
    """Return the engine's extensions, their C written under a folder; none where it stays plain Python."""
    if not is_asked_for() or BUILDS.isdisjoint(sys.argv):
        return []
    from mypyc.build import mypycify  # noqa: PLC0415  (it is there only where it was asked for)

    with contextlib.chdir(folder):
        arguments = [*MYPY, *prepared(folder)]
        return mypycify(arguments, opt_level="1", debug_level="0", multi_file=True, target_dir=str(folder / "c"))


with tempfile.TemporaryDirectory() as name:
    setup(
        ext_modules=extensions(Path(name)),
        cmdclass={"build_ext": BuildSideBySide},
        options={"build": {"build_base": str(Path(name) / "build")}},
    )
