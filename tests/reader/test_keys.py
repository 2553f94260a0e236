"""Keys of commands: every one can be another, and nobody can be locked in."""

from itertools import combinations
from pathlib import Path

import pytest
from textual.binding import Binding

from artdiff.documents.collection import Collection, Problem
from artdiff.engine.values import Verdict
from artdiff.reader.commands import Command, Where, key_name
from artdiff.reader.dialogs import EVERY, share_keys
from artdiff.reader.keys import key_of, remapped
from artdiff.reader.outfit import Outfit
from artdiff.reader.screens.dialog import Dialog
from artdiff.settings import Keys, Settings, parsed
from tests.reader.driving import opened, screen_text, settled

PATH = Path("settings.toml")


def keys_after(table: str) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    settings, wrong = parsed(f"[keys]\n{table}\n", PATH)
    commands, mistakes = remapped(settings, PATH)
    return {command.name: command.keys for command in commands}, [str(one) for one in (*wrong, *mistakes)]


def test_without_settings_nothing_changes() -> None:
    assert remapped(Settings(), PATH) == (EVERY, ())


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


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.name)
def test_every_key_of_the_table_can_be_written_as_it_is_shown(command: Command) -> None:
    for key in command.keys:
        assert key_of(key_name(key)) == key == key_of(key)


@pytest.mark.parametrize("written", ["", " ", "\n", "nn", "ctrl+", "ctrl+nn", "f13", "shift+a"])
def test_what_is_no_key(written: str) -> None:
    assert key_of(written) is None


def test_no_two_commands_share_a_key_where_both_have_theirs() -> None:
    keys = {command.name: bound(command) for command in EVERY}
    assert len(keys) == len(EVERY)
    for one, other in combinations(EVERY, 2):
        assert not (share_keys(one, other) and keys[one.name] & keys[other.name]), (one.name, other.name)


def bound(command: Command) -> set[str]:
    return {binding.key for binding in Binding.make_bindings([Binding(",".join(command.keys), "x")])}


def test_a_dialogs_key_is_taken_from_that_dialog_only() -> None:
    keys, mistakes = keys_after('"next paragraph" = "N"')
    assert keys["next paragraph"] == ("N",)
    assert keys["previous paragraph"] == ("left",)
    assert keys["previous finding"] == ("N",)
    assert not mistakes


@pytest.mark.usefixtures("clients")
async def test_dialogs_go_by_the_settings_and_say_their_keys() -> None:
    settings = Settings(
        keys={
            "filter omitted": Keys(("z",), 1),
            "take filter": Keys(("w",), 2),
            "down": Keys(("e",), 3),
            "choose row": Keys(("Space",), 4),
            "leave": Keys(("-",), 5),
        }
    )
    async with opened(outfit=Outfit(settings, remapped(settings, PATH)[0])) as (reader, pilot):
        await pilot.press("f", "z")
        await settled(pilot)
        assert "z     ☑ − omitted" in screen_text(reader)
        assert "w takes it · - leaves" in screen_text(reader)
        await pilot.press("w")
        await settled(pilot)
        assert Verdict.OMITTED in reader.session.filter.verdicts
        before = reader.session.stop or 0
        await pilot.press("F")
        await settled(pilot)
        await pilot.press("e", "e", "space")
        await settled(pilot)
        assert reader.session.stop == before + 2
        await pilot.press("F")
        await settled(pilot)
        await pilot.press("minus")
        await settled(pilot)
        assert "Stories" in screen_text(reader)


@pytest.mark.usefixtures("clients")
@pytest.mark.parametrize(
    ("key", "help_key", "part"),
    [
        ("f", "question_mark", Where.FILTER),
        ("F", "question_mark", Where.LIST),
        ("v", "question_mark", Where.FACTS),
        ("p", "question_mark", Where.VERSIONS),
        ("e", "f1", Where.NOTE),
        ("L", "f1", Where.NARROW),
        ("a", "question_mark", Where.ADDING),
        ("X", "question_mark", Where.NEVER),
    ],
)
async def test_help_in_a_dialog_has_its_keys(key: str, help_key: str, part: Where) -> None:
    async with opened() as (reader, pilot):
        await pilot.press(key)
        await settled(pilot)
        dialog = reader.screen
        await pilot.press(help_key)
        await settled(pilot)
        shown = screen_text(reader)
        assert part.value in shown
        assert [one.description for one in EVERY if one.where is part and one.description not in shown] == []
        assert "leave it, and change nothing" in shown
        assert "go to the next altered or hallucinated fact" not in shown
        await pilot.press("escape")
        await settled(pilot)
        assert reader.screen is dialog


@pytest.mark.usefixtures("clients")
async def test_every_command_of_a_dialog_does_something_there() -> None:
    async with opened() as (reader, pilot):
        for key in ("f", "F", "v", "p", "e", "a", "L", "X"):
            await pilot.press(key)
            await settled(pilot)
            dialog = reader.screen
            assert isinstance(dialog, Dialog)
            own = {one.name for one in EVERY if one.where in dialog.PARTS}
            assert own == set(dialog.actions())
            await pilot.press("escape")
            await settled(pilot)


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
async def test_the_welcome_says_the_keys_that_hold() -> None:
    settings = Settings(keys={"quit": Keys(("Z",), 1), "help": Keys(("F2",), 2)})
    nothing = Collection((), (Problem("empty", "this folder holds no text"),))
    async with opened(documents=nothing, outfit=Outfit(settings, remapped(settings, PATH)[0])) as (reader, pilot):
        assert "Z leaves, F2 shows the keys." in screen_text(reader)
        await pilot.press("Z")
        await settled(pilot)
        assert reader._exit


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
