"""A hostile article is harmless in every form."""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from artdiff.reports.forms import FORMS, written
from artdiff.reports.inert import inert
from artdiff.reports.plain import report_lines
from artdiff.reports.table import COLUMNS
from tests.reports.hostile import ATTACKS, REPORT

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("form", FORMS)
def test_nothing_acts_on_a_terminal(form: str) -> None:
    assert not ACTING.search(written(REPORT, form))


def test_plain_lines_stay_lines() -> None:
    lines = list(report_lines(REPORT))
    assert len(lines) == 1 + 2 * len(ATTACKS) + 1
    assert not any(ACTING.search(line) or "\n" in line for line in lines)


def test_no_cell_is_a_formula() -> None:
    rows = list(csv.reader(StringIO(written(REPORT, "csv"))))
    assert len(rows) == 1 + 2 * len(ATTACKS)
    assert {len(row) for row in rows} == {len(COLUMNS)}
    cells = [cell for row in rows[1:] for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@|%\t\r"))]
    assert any(cell.startswith("'=cmd|") for cell in cells)


class TestGitHub:
    def test_every_line_is_one_command_of_ours(self) -> None:
        *commands, last = written(REPORT, "github").splitlines()
        assert len(commands) == 2 * len(ATTACKS)
        shape = re.compile(r"::error file=[^:,]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[^:,]*::[^\n]*")
        assert [line for line in commands if not shape.fullmatch(line)] == []
        assert last.startswith("artdiff: 1 story")

    def test_no_older_command_hides_in_a_line(self) -> None:
        assert "##[" not in written(REPORT, "github")

    def test_what_the_runner_reads_is_what_was_written(self) -> None:
        """An article's own ``%0A`` stays these three characters."""
        assert "%250A::warning" in written(REPORT, "github")


def parser() -> MarkdownIt:
    """Return a parser that makes links of what GitHub makes links of: addresses with their scheme."""
    made = MarkdownIt("gfm-like")
    assert made.linkify
    made.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    return made


def tokens(text: str) -> Iterator[Token]:
    for token in parser().parse(text):
        yield token
        yield from token.children or ()


class TestMarkdown:
    @pytest.mark.parametrize("attack", ATTACKS)
    def test_text_is_shown_as_it_is(self, attack: str) -> None:
        parsed = list(tokens(f"x {inert(attack)} x"))
        kinds = {token.type for token in parsed} - {"html_inline"}
        assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
        assert {token.content for token in parsed if token.type == "html_inline"} <= {"<!-- -->"}

    def test_a_cell_stays_one(self) -> None:
        rows = parser().parse(f"| a | b |\n| --- | --- |\n| {inert('|'.join(ATTACKS))} | 2 |\n")
        assert [token.type for token in rows].count("td_open") == 2

    def test_the_whole_report_has_no_link_picture_code_or_markup_of_the_articles(self) -> None:
        found = {token.type for token in tokens(written(REPORT, "markdown"))}
        assert found.isdisjoint({"link_open", "image", "code_inline", "code_block", "fence", "html_block"})

    def test_the_parser_would_find_a_link(self) -> None:
        assert "link_open" in {token.type for token in tokens("see https://example.org")}

    @pytest.mark.parametrize("name", ["@user", "#12", "GH-12", "www.example.org"])
    def test_nobody_is_mentioned(self, name: str) -> None:
        assert name not in inert(f"by {name}")


class TestSarif:
    def test_messages_have_no_links_and_no_placeholders(self) -> None:
        (run,) = json.loads(written(REPORT, "sarif"))["runs"]
        messages = [result["message"]["text"] for result in run["results"]]
        assert len(messages) == 2 * len(ATTACKS)
        assert not [text for text in messages if re.search(r"(?<!\\)\]\(", text)]
        assert not [text for text in messages if re.search(r"(?<!\{)\{(?:\{\{)*\d", text)]

    def test_addresses_have_no_scheme_of_their_own(self) -> None:
        (run,) = json.loads(written(REPORT, "sarif"))["runs"]
        places = [place for result in run["results"] for place in (*result["locations"], *result["relatedLocations"])]
        addresses = {place["physicalLocation"]["artifactLocation"]["uri"] for place in places}
        assert len(addresses) == 2
        assert all(":" not in address and address.isascii() for address in addresses)
        assert {Path(address).name for address in addresses} == {"%3Cb%3E%7C%60a%60%2C%3A%3A%25%1B%5B31m%22%27%3D.txt"}
