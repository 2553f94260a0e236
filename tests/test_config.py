"""`artdiff config`: the settings' file is named, shown and edited."""

import sys
from pathlib import Path

from artdiff.settings import Settings, parsed
from tests.program import run


def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "config-home" / "artdiff" / "settings.toml"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_its_path(tmp_path: Path) -> None:
    done = run("config", "--path", env={"XDG_CONFIG_HOME": str(tmp_path / "config-home")})
    assert (done.stdout.strip(), done.returncode) == (str(settings_file(tmp_path)), 0)


def test_what_holds_is_shown_as_a_file_of_settings(tmp_path: Path) -> None:
    write(settings_file(tmp_path), 'wrap = 66\n[keys]\n"next finding" = "l"\n')
    done = run("config")
    assert (done.returncode, done.stderr) == (0, "")
    assert '"next finding" = ["l"]  # go to the next altered or hallucinated fact' in done.stdout
    settings, mistakes = parsed(done.stdout, Path("shown"))
    assert settings.wrap == 66
    assert settings.keys["quit"].keys == ("q", "Ctrl+Q", "Ctrl+C")
    assert not mistakes
    write(settings_file(tmp_path), done.stdout)
    assert run("config", "--show").stdout == done.stdout


def test_what_is_wrong_is_said_with_its_line(tmp_path: Path) -> None:
    write(settings_file(tmp_path), 'theme = "dark"\nwrap = 3\n[keys]\nquti = "Q"\n')
    done = run("config", "--show")
    assert done.returncode == 2
    assert 'theme = "dark"' in done.stdout
    path = settings_file(tmp_path)
    wrong, unknown = done.stderr.splitlines()
    assert wrong == f"artdiff: {path}:2: wrap must be a whole number from 20 to 400, not 3; 92 is used"
    assert unknown.startswith(f"artdiff: {path}:4: there is no command 'quti'")


def test_an_editor_gets_a_file_that_changes_nothing_yet(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    script = f"import shutil, sys; shutil.copy(sys.argv[1], {str(copy)!r})"
    done = run("config", "--edit", env={"VISUAL": f'{sys.executable} -c "{script}"'})
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = copy.read_text(encoding="utf-8")
    assert '# "next finding" = ["n"]  # go to the next' in text
    assert parsed(text, copy) == (Settings(), ())
    assert parsed(text.replace("# wrap = 92", "wrap = 70"), copy) == (Settings(wrap=70), ())


def test_what_was_edited_wrongly_is_said_at_once() -> None:
    script = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text('wrap = 3')"
    done = run("config", "--edit", env={"EDITOR": f'{sys.executable} -c "{script}"', "VISUAL": ""})
    assert done.returncode == 2
    assert "settings.toml:1: wrap must be" in done.stderr


def test_an_editor_that_is_not_there() -> None:
    done = run("config", "--edit", env={"VISUAL": "no-such-editor --wait"})
    assert done.returncode == 2
    assert "the editor 'no-such-editor' cannot be started: No such file or directory; set $EDITOR" in done.stderr
