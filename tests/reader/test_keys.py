"""Keys of commands: every one can be another, and nobody can be locked in."""

from pathlib import Path

import pytest
from textual.binding import Binding

from artdiff.engine.values import Verdict
from artdiff.reader.commands import COMMANDS, key_name
from artdiff.reader.keys import key_of, remapped
from artdiff.reader.outfit import Outfit
from artdiff.settings import Keys, Settings, parsed
from tests.reader.driving import opened, screen_text, settled

PATH = Path("settings.toml")


def keys_after(table: str) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    settings, wrong = parsed(f"[keys]\n{table}\n", PATH)
    commands, mistakes = remapped(settings, PATH)
    return {command.name: command.keys for command in commands}, [str(one) for one in (*wrong, *mistakes)]


def test_without_settings_nothing_changes() -> None:
    assert remapped(Settings(), PATH) == (COMMANDS, ())


def test_a_command_gets_other_keys_and_others_keep_theirs() -> None:
    keys, mistakes = keys_after('"next finding" = ["l", "Ctrl+N", "PageDown"]')
    assert keys["next finding"] == ("l", "ctrl+n", "pagedown")
    assert keys["page down"] == ("space",)
    assert keys["previous finding"] == ("N",)
    assert not mistakes


def test_two_commands_change_places() -> None:
    keys, mistakes = keys_after('confirm = "x"\ndismiss = "c"')
    assert (keys["confirm"], keys["dismiss"], mistakes) == (("x",), ("c",), [])


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            '"next fnding" = "l"',
            "settings.toml:2: there is no command 'next fnding'; `artdiff config --show` lists them",
        ),
        ('confirm = "Hyper+x"', "settings.toml:2: confirm: 'Hyper+x' is no key; its keys stay"),
        ('confirm = "ctrl+q"', "settings.toml:2: confirm: ctrl+q always leaves artdiff; its keys stay"),
        ('confirm = "l"\nunsure = "l"', "settings.toml:3: unsure: l is the key of confirm above; its keys stay"),
        ('confirm = "x"', "settings.toml:2: confirm takes the last key of dismiss; the palette still has it"),
    ],
)
def test_what_is_wrong_is_said(table: str, message: str) -> None:
    keys, mistakes = keys_after(table)
    assert mistakes == [message]
    assert keys["unsure"] == ("s",)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_key_of_the_table_can_be_written_as_it_is_shown(command: object) -> None:
    assert command in COMMANDS
    for key in next(one for one in COMMANDS if one is command).keys:
        assert key_of(key_name(key)) == key == key_of(key)


@pytest.mark.parametrize("written", ["", " ", "\n", "nn", "ctrl+", "ctrl+nn", "f13", "shift+a"])
def test_what_is_no_key(written: str) -> None:
    assert key_of(written) is None


def test_no_two_commands_share_a_key() -> None:
    keys = [
        binding.key for command in COMMANDS for binding in Binding.make_bindings([Binding(",".join(command.keys), "x")])
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.usefixtures("clients")
async def test_the_reader_goes_by_the_settings() -> None:
    settings = Settings(keys={"next finding": Keys(("l",), 1), "help": Keys(("H", ","), 2)}, list_width=40, wrap=50)
    outfit = Outfit(settings, remapped(settings, PATH)[0])
    async with opened(outfit=outfit) as (reader, pilot):
        at = reader.session.stop
        await pilot.press("n")
        assert reader.session.stop == at
        await pilot.press("l")
        assert reader.session.stop != at
        assert " l next" in screen_text(reader)
        assert reader.main.stories.size.width == 40
        await pilot.press("comma")
        await settled(pilot)
        assert "l                  go to the next altered" in screen_text(reader)


@pytest.mark.usefixtures("clients")
async def test_the_list_goes_by_the_same_keys() -> None:
    settings = Settings(keys={"down": Keys(("e",), 1), "open": Keys(("p",), 1), "bottom": Keys(("!",), 1)})
    async with opened(outfit=Outfit(settings, remapped(settings, PATH)[0])) as (reader, pilot):
        await pilot.press("tab", "exclamation_mark", "p")
        assert (reader.session.story, reader.session.variant) == (1, None)
        await pilot.press("tab", "g", "e", "e", "p")
        assert (reader.session.story, reader.session.variant) == (0, 0)


@pytest.mark.usefixtures("clients")
async def test_what_is_walked_is_a_setting() -> None:
    settings = Settings(verdicts=(Verdict.OMITTED,), confidence=0.6)
    async with opened(outfit=Outfit(settings)) as (reader, _):
        assert {stop.finding.verdict for stop in reader.session.stops} == {Verdict.OMITTED}
        assert "omitted, ≥ 60 %" in screen_text(reader)


@pytest.mark.usefixtures("clients")
async def test_what_is_wrong_in_the_settings_stands_in_the_status_line() -> None:
    settings, mistakes = parsed("wrap = 1", PATH)
    async with opened(size=(200, 50), outfit=Outfit(settings, mistakes=mistakes)) as (reader, _):
        assert "settings.toml:1: wrap must be a whole number from 20 to 400" in screen_text(reader)
