"""Every command, driven by keys; what stands on the screen is read from the screen."""

import re

import pytest

from artdiff.batch.messages import Compared
from artdiff.documents.collection import Collection, Problem
from artdiff.engine.values import Pair
from artdiff.reader.commands import COMMANDS
from artdiff.reader.editing import editor_command, spot_of
from artdiff.reader.screens.help import HelpScreen
from artdiff.reviews.location import copies_path
from artdiff.settings import Layout
from tests.reader.driving import Answering, answer_with, opened, screen_rows, screen_text, settled
from tests.reader.example import SOURCE, collection, compared, grouped

pytestmark = pytest.mark.usefixtures("clients")


async def test_it_opens_on_the_first_finding_of_the_variant_with_most() -> None:
    async with opened() as (reader, _):
        assert reader.session.variant == 2
        assert reader.session.stop == 0
        shown = screen_text(reader)
        assert "1 of 5 · ≠ altered · organisation · 90 %" in shown
        assert "[Russia's allies]" in shown
        assert "[Russia’s trading partners]" in shown


async def test_both_sides_of_the_finding_stand_out() -> None:
    async with opened() as (reader, _):
        bright = reader.palette.page
        words = {
            segment.text
            for strip in reader.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.color and segment.style.color.name == bright
        }
        assert {"≠Russia's allies≠", "Russia’s trading partners"} & words


async def test_n_walks_every_finding_once_and_goes_around() -> None:
    async with opened() as (reader, pilot):
        seen = []
        for number in range(2, 7):
            await pilot.press("n")
            seen.append(reader.session.stop)
            assert f" {(number - 1) % 5 + 1} of 5 " in screen_text(reader)
        assert seen == [1, 2, 3, 4, 0]
        assert "from the first again" in screen_rows(reader)[-1]
        await pilot.press("N")
        assert reader.session.stop == 4
        assert "from the last again" in screen_rows(reader)[-1]


async def test_every_finding_that_is_walked_to_is_in_view() -> None:
    for size in ((160, 50), (100, 30), (80, 24), (60, 18)):
        async with opened(size) as (reader, pilot):
            for _ in reader.session.stops:
                await pilot.press("n")
                stop = reader.session.current
                assert stop is not None
                words = stop.finding.spans.variant
                assert words is not None
                first = words.of(reader.session.documents[stop.variant].text).split()[0]
                assert f"≠{first}" in screen_text(reader), (size, first)


async def test_variants_and_stories() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("right_square_bracket")
        assert reader.session.variant == 0
        assert "Nothing altered or hallucinated was found in this variant" in screen_text(reader)
        await pilot.press("left_square_bracket", "left_square_bracket")
        assert reader.session.variant == 1
        await pilot.press("right_curly_bracket")
        assert reader.session.story == 1
        assert [reader.session.variant] == [None]
        assert "alone in its story" in screen_text(reader)
        await pilot.press("left_curly_bracket")
        assert reader.session.story == 0


async def test_scrolling() -> None:
    async with opened() as (reader, pilot):
        view = reader.main.aligned
        await pilot.press("g")
        assert view.scroll_offset.y == 0
        for keys, row in ((("j", "j", "j"), 3), (("k",), 2), (("down", "up"), 2), (("space",), 2 + view.rows - 2)):
            await pilot.press(*keys)
            assert view.scroll_offset.y == row
        await pilot.press("pageup")
        assert view.scroll_offset.y == 2
        await pilot.press("G")
        assert view.scroll_offset.y == view.max_scroll_y > 0
        assert "19 " in screen_text(reader)


async def test_taking_another_document_as_the_source(clients: list[Answering]) -> None:
    async with opened() as (reader, pilot):
        await pilot.press("b")
        story = reader.session.current_story
        assert story is not None
        assert (story.source, story.variants) == (2, (0, 1, SOURCE))
        assert "002 is the source now" in screen_rows(reader)[-1]
        assert {pair.source for pair in clients[0].wanted[-1]} == {2}
        assert clients[0].wanted[-1][0].variant == SOURCE


async def test_folding_omissions() -> None:
    async with opened() as (reader, pilot):
        height = reader.main.aligned.virtual_size.height
        await pilot.press("G")
        assert "flip-flopped on Ukraine policy" in screen_text(reader)
        await pilot.press("o", "G")
        assert "flip-flopped on Ukraine policy" not in screen_text(reader)
        assert "2 paragraphs omitted: ¶15–16" in screen_text(reader)
        assert reader.main.aligned.virtual_size.height < height
        await pilot.press("o")
        assert reader.main.aligned.virtual_size.height == height


async def test_the_finding_stays_in_view_when_something_is_folded_or_the_sides_are_turned() -> None:
    async with opened((120, 24)) as (reader, pilot):
        await pilot.press("n", "n", "n")
        for key in ("o", "vertical_line", "w", "o", "vertical_line"):
            await pilot.press(key)
            assert "≠instantaneously" in screen_text(reader), key


async def test_the_word_diff_is_painted_over_the_same_rows() -> None:
    async with opened() as (reader, pilot):
        laid_out = reader.main.aligned._sheet
        await pilot.press("w")
        await settled(pilot)
        assert not reader.session.word_diff_shown
        assert reader.main.aligned._sheet is laid_out


async def test_the_sides_are_turned() -> None:
    async with opened() as (reader, pilot):
        assert not reader.main.is_stacked(reader.session)
        await pilot.press("vertical_line")
        assert reader.session.layout.value == Layout.STACKED.value
        await pilot.press("vertical_line")
        assert reader.session.layout.value == Layout.SIDE_BY_SIDE.value


@pytest.mark.parametrize(("width", "stacked"), [(80, True), (99, True), (100, False), (200, False)])
async def test_the_sides_stack_where_it_is_narrow(width: int, *, stacked: bool) -> None:
    async with opened((width, 40)) as (reader, _):
        assert any(" s5 " in row for row in screen_rows(reader)) is stacked


async def test_themes() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("t")
        assert reader.palette.name == reader.theme == "artdiff-light"
        await pilot.press("t", "t", "t")
        assert reader.palette.name == "artdiff-terminal"
        assert reader.native_ansi_color
        await pilot.press("t")
        assert reader.palette.name == "artdiff-dark"
        assert not reader.native_ansi_color


async def test_help_has_every_command_and_any_of_its_keys_closes_it() -> None:
    async with opened() as (reader, pilot):
        for key in ("question_mark", "escape", "q", "f1"):
            await pilot.press("question_mark")
            await settled(pilot)
            assert isinstance(reader.screen, HelpScreen)
            shown = screen_text(reader)
            assert [command.name for command in COMMANDS if command.description not in shown] == []
            await pilot.press(key)
            await settled(pilot)
            assert not isinstance(reader.screen, HelpScreen)


async def test_the_palette_runs_commands_by_name() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("ctrl+p")
        await settled(pilot)
        await pilot.press(*"word diff")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await settled(pilot)
        assert not reader.session.word_diff_shown


async def test_the_list_is_reached_by_tab_and_opens_what_is_chosen() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("tab")
        assert reader.main.stories.has_focus
        await pilot.press("k", "enter")
        assert reader.session.variant == 1
        assert reader.main.aligned.has_focus
        await pilot.press("tab", "g", "j", "enter")
        assert reader.session.pair is None
        assert "004" in screen_text(reader)
        await pilot.press("tab", "G", "enter")
        assert reader.session.story == 1
        await pilot.press("tab", "escape")
        assert reader.main.aligned.has_focus


async def test_the_mouse_opens_rows_findings_and_places() -> None:
    async with opened() as (reader, pilot):
        rows = screen_rows(reader)
        row = next(at for at, words in enumerate(rows) if "000 " in words)
        await pilot.click("#stories", offset=(6, row - 1))
        await settled(pilot)
        assert reader.session.variant == 0
        await pilot.press("n", "n", "n")
        rows = screen_rows(reader)
        row = next(at for at, words in enumerate(rows) if "≠Biden≠" in words)
        await pilot.click("#aligned", offset=(rows[row].index("Biden") - 32, row - 1))
        await settled(pilot)
        assert "[Biden]" in screen_text(reader)
        view = reader.main.aligned
        await pilot.click("#aligned", offset=(view.size.width - 1, view.rows))
        await settled(pilot)
        assert view.scroll_offset.y > view.max_scroll_y // 2


async def test_quitting() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("q")
        await settled(pilot)
        assert reader._exit


async def test_a_repeated_block_is_one_line() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("G")
        assert "¶13–19 repeat ¶6–12" in screen_text(reader)


async def test_nothing_to_read_says_what_to_do() -> None:
    async with opened(documents=Collection((), (Problem("empty", "this folder holds no text"),))) as (reader, pilot):
        shown = screen_text(reader)
        assert "No article here yet" in shown
        assert "artdiff FOLDER" in shown
        assert "empty: this folder holds no text" in shown
        await pilot.press("n", "b", "o", "w", "j", "G", "tab", "enter", "right_curly_bracket", "vertical_line", "t")
        assert "No article here yet" in screen_text(reader)


async def test_a_story_of_one_document_is_read_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    del monkeypatch
    async with opened() as (reader, pilot):
        await pilot.press("right_curly_bracket")
        rows = screen_rows(reader)
        assert not any("┬" in row for row in rows)
        outline = grouped().outlines[3]
        start = outline.paragraphs[0].span.of(reader.session.documents[3].text)[:30]
        assert any(start in row for row in rows)


async def test_the_filter_is_always_shown_and_walked_by() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("f")
        await settled(pilot)
        assert "5 in this story" in screen_text(reader)
        await pilot.press("4", "plus")
        await settled(pilot)
        assert "☑ − omitted" in screen_text(reader)
        await pilot.press("enter")
        await settled(pilot)
        assert "only altered + hallucinated + omitted, ≥ 60 %" in screen_rows(reader)[0]
        await pilot.press("N", "N")
        assert "· − omitted" in screen_text(reader)
        await pilot.press("f", "0", "enter")
        await settled(pilot)
        assert "only" not in screen_rows(reader)[0]
        assert len(reader.session.stops) == 5


async def test_what_is_less_sure_is_marked_once_it_is_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    unsure = compared(2)
    findings = (unsure.comparison.findings[0]._replace(confidence=0.3), *unsure.comparison.findings[1:])
    answer_with(monkeypatch, [grouped(), Compared(unsure.documents, unsure.comparison._replace(findings=findings))])
    async with opened() as (reader, pilot):
        assert "≠Russia's" not in screen_text(reader)
        await pilot.press("f")
        await settled(pilot)
        await pilot.press("minus", "minus", "enter")
        await settled(pilot)
        while reader.session.current is None or reader.session.current.at:
            await pilot.press("n")
        assert "only ≥ 30 %" in screen_rows(reader)[0]
        assert "≠Russia's" in screen_text(reader)


async def test_other_variants_with_the_same_departure_are_named_and_gone_to(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = compared(2), compared(1)
    copied = [finding._replace(reason="Again.") for finding in one.comparison.findings[:2]]
    twin = other._replace(comparison=other.comparison._replace(findings=tuple(copied)))
    documents = collection().documents
    texts = collection()._replace(
        documents=(*documents[:1], documents[1]._replace(text=documents[2].text), *documents[2:])
    )
    answer_with(monkeypatch, [grouped(), one, twin])
    async with opened(documents=texts) as (reader, pilot):
        assert "= also in 001" in screen_text(reader)
        assert reader.session.variant == 2
        await pilot.press("equals_sign")
        assert reader.session.variant == 1
        assert "= also in 002" in screen_text(reader)
        assert "the same departure, 2 times" in screen_rows(reader)[-1]
        await pilot.click("#panel", offset=(150, 0))
        await settled(pilot)
        assert reader.session.variant == 2
        while "[instantaneously" not in screen_text(reader):
            await pilot.press("n")
        assert "= also in" not in screen_text(reader)
        await pilot.press("equals_sign")
        assert "nowhere else" in screen_rows(reader)[-1]


async def test_the_list_of_findings_goes_to_one() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("F")
        await settled(pilot)
        assert "5 findings" in screen_text(reader)
        await pilot.press("j", "j", "enter")
        await settled(pilot)
        assert reader.session.stop == 2
        await pilot.press("F", "slash", "b", "i", "d", "e", "n", "enter")
        await settled(pilot)
        assert "[Biden]" not in screen_text(reader)
        await pilot.press("enter")
        await settled(pilot)
        assert "[Biden]" in screen_text(reader)
        await pilot.press("F", "escape")
        await settled(pilot)
        assert "Stories" in screen_text(reader)


async def test_search_steps_through_both_sides_and_other_variants() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("slash", *"istanbul", "enter")
        await settled(pilot)
        count = len(reader.session.search.matches) if reader.session.search else 0
        assert count > 3
        assert f"/{count}] “istanbul” in 002" in screen_rows(reader)[-1]
        seen = set()
        for _ in range(count):
            await pilot.press("full_stop")
            await settled(pilot)
            seen.add(reader.session.variant)
            ground = reader.palette.accent
            lit = [
                segment.text
                for strip in reader.screen._compositor.render_strips()
                for segment in strip
                if segment.style and segment.style.bgcolor and segment.style.bgcolor.name == ground
            ]
            assert any("stanbul" in text for text in lit) or " repeat ¶" in screen_text(reader)
        assert len(seen) > 1
        await pilot.press("comma", "escape")
        assert reader.session.search is None


async def test_the_fact_table_goes_to_a_fact() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("v")
        await settled(pilot)
        shown = screen_rows(reader)
        assert "fact of the source" in shown[0]
        assert all(name in shown[0] for name in ("000", "001", "002"))
        assert any("Trump" in row and "≠ Biden" in row for row in shown[1:5]), "the worst stand first"
        await pilot.press("s")
        assert screen_rows(reader)[1:9] != shown[1:9]
        await pilot.press("slash", *"biden", "enter", "enter")
        await settled(pilot)
        assert "[Biden]" in screen_text(reader)


async def test_the_fact_table_shows_what_all_keep_and_other_rewrites() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("v")
        await settled(pilot)
        assert not any(row.count("= kept") == 3 for row in screen_rows(reader))
        await pilot.press("a")
        await settled(pilot)
        assert any(row.count("= kept") == 3 for row in screen_rows(reader))
        assert "000" in screen_rows(reader)[0]
        await pilot.press("right")
        await settled(pilot)
        assert "000" not in screen_rows(reader)[0]
        assert "001" in screen_rows(reader)[0]
        await pilot.press("left", "s", "s")
        await settled(pilot)
        kinds = [row[2:12].strip() for row in screen_rows(reader)[1:-1] if row[2:12].strip()]
        assert kinds == sorted(kinds)
        await pilot.press("slash", *"istanbul", "enter", "enter")
        await settled(pilot)
        assert reader.session.looked is not None
        assert "Stories" in screen_text(reader)


async def test_all_versions_of_a_paragraph() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("n", "p")
        await settled(pilot)
        shown = screen_text(reader)
        assert "All versions of ¶" in shown
        assert all(f"{name}  " in shown for name in ("004", "000", "001", "002"))
        before = shown
        await pilot.press("n")
        await settled(pilot)
        assert screen_text(reader) != before
        await pilot.press("escape")
        await settled(pilot)
        assert "Stories" in screen_text(reader)


async def test_what_agrees_folds_and_unfolds() -> None:
    async with opened() as (reader, pilot):
        before = reader.main.aligned.virtual_size.height
        await pilot.press("z")
        await settled(pilot)
        assert re.search(r"= +\d paragraphs? agrees?: ¶", screen_text(reader))
        assert reader.main.aligned.virtual_size.height < before
        for _ in reader.session.stops:
            await pilot.press("n")
            assert "[" in screen_text(reader)
        await pilot.press("z")
        await settled(pilot)
        assert reader.main.aligned.virtual_size.height == before


@pytest.mark.parametrize(("key", "words"), [("y", "[Biden]"), ("Y", "**Biden**")])
async def test_a_finding_is_copied_to_the_clipboard_and_to_a_file(key: str, words: str) -> None:
    async with opened() as (reader, pilot):
        while "[Biden]" not in screen_text(reader):
            await pilot.press("n")
        await pilot.press(key)
        assert words in reader.clipboard
        assert "source ¶" in reader.clipboard.replace("\\", "")
        assert copies_path().read_text(encoding="utf-8") == reader.clipboard
        assert "copied; also in" in screen_rows(reader)[-1]


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("nano -w", ["nano", "-w", "+15", "{file}"]),
        ("/usr/bin/code", ["/usr/bin/code", "--wait", "--goto", "{file}:15"]),
        ("hx", ["hx", "{file}:15"]),
        ("", ["vi", "+15", "{file}"]),
    ],
)
async def test_the_editor_opens_at_the_line(monkeypatch: pytest.MonkeyPatch, editor: str, words: list[str]) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    async with opened() as (reader, pilot):
        while "[Biden]" not in screen_text(reader):
            await pilot.press("n")
        spot = spot_of(reader.session)
        assert spot is not None
        assert "Biden" in spot.file.read_text(encoding="utf-8").splitlines()[spot.line - 1]
        expected = [word.format(file=spot.file.absolute()) for word in words]
        assert editor_command(spot._replace(line=15)) == expected
        await pilot.press("E")
        assert "cannot be started" in screen_rows(reader)[-1]


async def test_what_comes_in_of_stories_that_nobody_looks_at_is_shown_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, (grouped(), compared(0), compared(1)))
    async with opened() as (reader, pilot):
        await pilot.press("right_curly_bracket")
        await settled(pilot)
        before = next(row for row in screen_rows(reader) if " 002" in row[:36])
        reader.backstage.take(compared(2))
        reader.backstage.take(compared(2))
        assert reader.session.counts[Pair(SOURCE, 2)].altered
        for _ in range(100):
            await pilot.pause(0.05)
            after = next(row for row in screen_rows(reader) if " 002" in row[:36])
            if after != before:
                break
        assert re.search(r"002 .*[1-9]", after[:36])
        assert not re.search(r"002 .*[1-9]", before[:36])
