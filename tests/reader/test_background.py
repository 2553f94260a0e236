"""Light or dark: the terminal is asked, and answers that come, come not, or come in pieces are all taken in."""

import os
import sys
import termios
from pathlib import Path
from typing import Any

import pexpect
import pytest

from artdiff.reader.terminal import is_light
from tests.program import SEEDS, environment

LIGHT = "\x1b]11;rgb:fafa/f5f5/e0e0\x1b\\\x1b[?62;22c"
DARK = "\x1b]11;rgb:1e/1e/2e\x07\x1b[?1;2c"
PATIENCE = 30


@pytest.mark.parametrize(
    ("answer", "light"),
    [
        (LIGHT.encode(), True),
        (DARK.encode(), False),
        (b"\x1b]11;rgba:ffff/ffff/ffff/ffff\x07", True),
        (b"", False),
        (b"abc\x1b]11;rgb:f/f/f\x07", True),
        (b"\x1b[?62c", False),
    ],
)
def test_what_an_answer_means(answer: bytes, light: bool) -> None:  # noqa: FBT001
    assert is_light(answer) is light


@pytest.mark.parametrize(
    ("answer", "ground"), [(LIGHT, "48;2;252;251;248"), (DARK, "48;2;18;21;26"), ("", "48;2;18;21;26")]
)
def test_the_reader_takes_the_theme_of_the_terminal(answer: str, ground: str, tmp_path: Path) -> None:
    child, attributes = start(tmp_path)
    child.expect_exact("\x1b]11;?\x1b\\\x1b[c")
    child.send(answer)
    child.expect_exact(ground)
    child.expect_exact("altered")
    child.send("q")
    child.expect(pexpect.EOF)
    assert termios.tcgetattr(child.child_fd) == attributes
    child.close()
    assert child.exitstatus == 0


def test_a_chosen_theme_asks_nothing(tmp_path: Path) -> None:
    settings = tmp_path / "config-home" / "artdiff" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('theme = "light"\n', encoding="utf-8")
    child, _ = start(tmp_path)
    child.expect_exact("48;2;252;251;248")
    assert "\x1b]11" not in child.before
    child.close(force=True)


def start(tmp_path: Path) -> tuple[Any, list[Any]]:
    env = environment(COLORTERM="truecolor", XDG_CONFIG_HOME=str(tmp_path / "config-home"))
    env.pop("COLORFGBG")
    env.pop("SSH_CONNECTION", None)
    program = Path(sys.executable).with_name("artdiff")
    child: Any = pexpect.spawn(
        str(program), [os.fspath(SEEDS)], dimensions=(40, 120), env=env, encoding="utf-8", timeout=PATIENCE
    )
    return child, termios.tcgetattr(child.child_fd)
