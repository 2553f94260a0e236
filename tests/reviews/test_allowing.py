"""What is never to be flagged: what an entry lets through, and the files that keep entries."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.documents.document import Document, Span
from artdiff.engine.values import Comparison, FactKind, Finding, Outline, Pair, Verdict
from artdiff.reviews.allow_file import NAME, AllowError, add, files_for, own_file, parsed, read_allowing, remove
from artdiff.reviews.allowing import Allowance, Allowances, Form

SOURCE = "The rally was held in Kiev. Ms. Holm won 48 per cent, the UN said."
NOBODY = Outline("", "", (), None, "en")


def lets_through(entries: list[str], there: str, here: str, rule: str = "names.replaced") -> bool:
    """Say whether entries let a finding through, whose words here stand in the place of those there, or of none."""
    variant = Document("b.txt", f"In short: {here}.")
    spans = Pair(span_of(SOURCE, there) if there else None, span_of(variant.text, here))
    finding = Finding(Verdict.ALTERED if there else Verdict.HALLUCINATED, FactKind.OTHER, 0.9, spans, "Why.", rule)
    comparison = Comparison(Pair(NOBODY, NOBODY), (), (), (), (finding,))
    allowances = Allowances([parsed(entry) for entry in entries])
    return 0 in allowances.among(Pair(Document("a.txt", SOURCE), variant), comparison)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("entries", "there", "here", "through"),
    [
        (["same: Kiev = Kyiv"], "Kiev", "Kyiv", True),
        (["same: Kyiv = Kiev"], "Kiev", "Kyiv", True),
        (["same: kiev = KYIV"], "Kiev", "Kyiv", True),
        (["same: Kiev = Kyiv"], "held in Kiev", "held in Kyiv", True),
        (["same: Kiev = Kyiv"], "held in Kiev", "banned in Kyiv", False),
        (["same: Kiev = Kyiv"], "Kiev", "Kyivan", False),
        (["same: Kiev = Kyiv"], "Kiev", "Kiev", False),
        (["same: Kiev = Kyiv"], "Kiev", "Lviv", False),
        (["same: per cent = percent = %"], "48 per cent", "48 percent", True),
        (["same: per cent = percent"], "48 per cent", "58 percent", False),
        (["same: Kiev = Kyiv", "same: rally = protest"], "rally was held in Kiev", "protest was held in Kyiv", True),
        (["same: the UN = United Nations"], "", "United Nations", True),
        (["same: NATO = the alliance"], "", "the alliance", False),
        (["words: our correspondent"], "", "Our  correspondent", True),
        (["words: our correspondent"], "", "our correspondent in Lund", False),
        (["rule: names.replaced"], "Kiev", "Lviv", True),
        (["rule: names"], "Kiev", "Lviv", True),
        (["rule: name"], "Kiev", "Lviv", False),
        ([], "Kiev", "Lviv", False),
    ],
)
def test_what_an_entry_lets_through(entries: list[str], there: str, here: str, through: bool) -> None:  # noqa: FBT001
    assert lets_through(entries, there, here) is through


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Kiev = Kyiv", "begins with none of same:, words:, rule:"),
        ("alias: Kiev = Kyiv", "begins with none of"),
        ("same: Kiev", "same: needs two names"),
        ("same: Kiev = ", "same: needs two names"),
        ("words:", "words: needs words behind it"),
    ],
)
def test_a_line_that_says_nothing_is_told_and_the_rest_goes_on(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / NAME
    file.write_text(f"# a comment\n\n{line}\n  words: of the house\n", encoding="utf-8")
    read = read_allowing([file])
    assert [entry.text for entry in read.allowances.entries] == ["words: of the house"]
    assert read.allowances.entries[0].line == 4
    (mistake,) = read.mistakes
    assert str(mistake).startswith(f"{file}:3: ")
    assert message in str(mistake)
    assert str(mistake).endswith("the line is passed over")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "wrong").write_bytes(b"\xff\xfe\xff")
    read = read_allowing([tmp_path / "wrong", tmp_path, tmp_path / "missing"])
    assert read.allowances.entries == ()
    assert [mistake.path.name for mistake in read.mistakes] == ["wrong", tmp_path.name]


def test_entries_are_added_and_taken_back_without_touching_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "deep" / NAME
    add(parsed("same: Kiev = Kyiv"), file)
    add(parsed("words: ours"), file)
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# What artdiff never flags")
    file.write_text(text + "# mine\nnonsense", encoding="utf-8")
    add(parsed("rule: dates"), file)
    first, second, third = read_allowing([file]).allowances.entries
    assert remove(second)
    assert not remove(second)
    assert [entry.text for entry in read_allowing([file]).allowances.entries] == [first.text, third.text]
    assert "# mine\nnonsense\nrule: dates\n" in file.read_text(encoding="utf-8")
    assert [one.name for one in file.parent.iterdir()] == [NAME]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(AllowError, match="file"):
        add(parsed("words: ours"), tmp_path / "file" / NAME)


def test_the_files_that_hold_for_texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert files_for([tmp_path / "a.txt", tmp_path, tmp_path / "deep"]) == (
        tmp_path / NAME,
        own_file(),
    ) or files_for([tmp_path / "a.txt", tmp_path]) == (tmp_path / NAME, own_file())


@given(st.lists(st.text(min_size=1), min_size=2, max_size=3), st.sampled_from(Form))
def test_whatever_is_written_is_read_again(words: list[str], form: Form) -> None:
    entry = Allowance(form, tuple(words) if form is Form.SAME else (words[0],))
    try:
        read = parsed(entry.text)
    except ValueError:
        return
    assert parsed(read.text) == read
