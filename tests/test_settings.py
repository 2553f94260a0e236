from pathlib import Path

import platformdirs
import pytest

from artdiff.engine.values import Verdict
from artdiff.settings import SETTINGS, Keys, Layout, Settings, ThemeName, as_file, line_of, parsed, read_settings
from artdiff.settings_file import NAME, default_path

PATH = Path("settings.toml")
FILE = """\
# mine
theme = "colour-blind"
layout = "stacked"
wrap = 70
verdicts = ["omitted", "altered"]
confidence = 0.75
word-diff = false

[keys]
"next finding" = "l"
confirm = ["y", "Ctrl+Y"]
"""


def test_what_a_file_says() -> None:
    settings, mistakes = parsed(FILE, PATH)
    assert not mistakes
    assert settings == Settings(
        theme=ThemeName.COLOUR_BLIND,
        layout=Layout.STACKED,
        wrap=70,
        verdicts=(Verdict.ALTERED, Verdict.OMITTED),
        confidence=0.75,
        word_diff=False,
        keys={"next finding": Keys(("l",), 10), "confirm": Keys(("y", "Ctrl+Y"), 11)},
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('theme = "drak"', "theme must be one of automatic, dark, light"),
        ("wrap = 5", "wrap must be a whole number from 20 to 400, not 5; 92 is used"),
        ("wrap = true", "wrap must be a whole number"),
        ("confidence = 2", "confidence must be a number from 0 to 1, not 2; 0.5 is used"),
        ('verdicts = "altered"', "verdicts must be a list of"),
        ('verdicts = ["supported"]', "verdicts must be a list of generalised"),
        ('watch = "yes"', "watch must be true or false, not 'yes'; true is used"),
        ("wrapp = 80", "there is no setting 'wrapp'; there are theme, layout, wrap"),
        ("keys = 3", "there is no setting 'keys'"),
        ("[keys]\nquit = 3", "quit must be a key or a list of keys, not 3"),
    ],
)
def test_a_wrong_setting_has_its_line_and_the_default_goes_on(line: str, message: str) -> None:
    settings, (mistake,) = parsed(f"omissions = false\n\n{line}\n", PATH)
    assert str(mistake).startswith(f"settings.toml:{3 + line.count(chr(10))}: {message}")
    assert settings == Settings(omissions=False)


def test_what_is_not_toml() -> None:
    settings, (mistake,) = parsed("theme = 'dark'\nwrap = = 3\n", PATH)
    assert str(mistake).startswith("settings.toml:2: this is not TOML: Invalid value")
    assert settings == Settings()


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none") == (Settings(), ())
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    assert "it is not UTF-8; the defaults are used" in str(read_settings(tmp_path / "bytes")[1][0])
    assert "cannot be read: Is a directory" in str(read_settings(tmp_path)[1][0])


@pytest.mark.parametrize("commented", [False, True])
def test_the_file_that_is_written_says_the_same_again(commented: bool) -> None:  # noqa: FBT001
    settings = Settings(theme=ThemeName.LIGHT, wrap=60, verdicts=(Verdict.OMITTED,), watch=False)
    text = as_file(settings, commented=commented)
    assert all(f"{name} = " in text for name in SETTINGS)
    assert parsed(text, PATH) == (Settings() if commented else settings, ())


def test_every_setting_can_stand_in_the_file() -> None:
    assert {name.replace("-", "_") for name in SETTINGS} | {"keys"} == set(Settings.__dataclass_fields__)


@pytest.mark.parametrize(
    ("text", "name", "table", "line"),
    [
        ("a = 1\nb = 2", "b", "", 2),
        ("[keys]\nb = 2\n[other]\n", "b", "", 0),
        ("[keys]\n'b c' = 2", "b c", "keys", 2),
        ("a = 1\nkeys.b = 2", "b", "keys", 2),
        ("a = 1\n[b]\n", "b", "", 2),
    ],
)
def test_the_line_of_a_setting(text: str, name: str, table: str, line: int) -> None:
    assert line_of(text, name, table) == line


@pytest.mark.parametrize("home", ["", " ", "/somewhere/else", None])
def test_the_file_is_where_the_platform_keeps_such(home: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME")
    if home is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", home)
    assert default_path() == platformdirs.user_config_path("artdiff", appauthor=False) / NAME
