"""Tables that stay one text: what is found in them is what their lines say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.lexicon.tables import STEP, SortedText, read_lines, read_sorted

KEYS = st.text(st.characters(codec="utf-8", exclude_characters="\n\t|"), max_size=12)


@pytest.mark.parametrize("name", ["classes.tsv", "related.tsv", "relations.tsv"])
def test_every_line_of_a_table_is_found(name: str) -> None:
    table, rows = read_sorted(name), dict(line.split("\t", 1) for line in read_lines(name))
    assert len(rows) > 10_000
    assert [key for key, row in rows.items() if table.get(key) != row] == []
    assert [key for key in rows if f"{key}zz" in table] == []
    assert table.get("#") is None


@given(st.dictionaries(KEYS, st.text(st.sampled_from("ab\t |"), max_size=STEP // 4), max_size=40), KEYS)
def test_what_is_there_is_found_and_nothing_else(rows: dict[str, str], other: str) -> None:
    text = "".join(f"\n{key}\t{rows[key]}" for key in sorted(rows))
    table = SortedText(f"# a comment{text}\n", "\n", "\t", len("# a comment"))
    assert {key: table.get(key) for key in rows} == rows
    assert table.get(other) == rows.get(other)


@given(st.sets(KEYS.filter(bool), min_size=1, max_size=400), KEYS)
def test_keys_that_have_nothing_behind_them(keys: set[str], other: str) -> None:
    table = SortedText(f"|{'|'.join(sorted(keys))}|", "|", "|")
    assert all(key in table for key in keys)
    assert (other in table) == (other in keys)
    assert "|".join(sorted(keys)[:2]) not in table or len(keys) == 1
