"""What pip asks to build artdiff: setuptools, and mypyc where the engine is to be compiled."""

from __future__ import annotations

from setuptools import build_meta
from setuptools.build_meta import (
    build_editable,
    build_sdist,
    build_wheel,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

from building.compiling import is_asked_for

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]
COMPILER = "mypy>=2.4,<2.5"
"""What it makes differs from version to version: another is taken when .ci/run has seen it."""


def get_requires_for_build_wheel(settings: dict[str, str | list[str] | None] | None = None) -> list[str]:
    """Return what building a wheel needs."""
    return [*build_meta.get_requires_for_build_wheel(settings), *_compiler()]


def get_requires_for_build_editable(settings: dict[str, str | list[str] | None] | None = None) -> list[str]:
    """Return what an editable install needs."""
    return [*build_meta.get_requires_for_build_editable(settings), *_compiler()]


def _compiler() -> list[str]:
    return [COMPILER] if is_asked_for() else []
