import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.documents.collection import Problem
from artdiff.documents.pairs import TextPair, read_pairs
from artdiff.errors import UnreadableError


def read(folder: Path, content: str | bytes) -> list[TextPair | Problem]:
    path = folder / "pairs.jsonl"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_pairs(path))


def row(identity: object = 1, source: object = "s", variant: object = "v", **more: object) -> str:
    return json.dumps({"id": identity, "source": source, "variant": variant, **more}) + "\n"


def test_rows_in_order_with_their_ids_as_they_are(tmp_path: Path) -> None:
    identities: list[object] = ["a", 7, None, ["x"], {"k": 1.5}]
    rows = read(tmp_path, "".join(row(identity, extra="ignored") for identity in identities))
    assert [pair.identity for pair in rows if isinstance(pair, TextPair)] == identities


def test_empty_lines_and_a_byte_order_mark(tmp_path: Path) -> None:
    assert len(read(tmp_path, "\ufeff" + row() + "\r\n  \n" + row().strip())) == 2


def test_a_line_separator_inside_a_string_ends_no_line(tmp_path: Path) -> None:
    content = json.dumps({"id": 1, "source": "a\u2028b\x85c", "variant": ""}, ensure_ascii=False)
    (pair,) = read(tmp_path, content)
    assert isinstance(pair, TextPair)
    assert pair.source.text == "a\u2028b\x85c"


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "{",
        "[]",
        "1",
        "null",
        '{"source": "s", "variant": "v"}',
        '{"id": 1, "source": "s"}',
        '{"id": 1, "source": "s", "variant": null}',
        '{"id": 1, "source": ["s"], "variant": "v"}',
        "[" * 100_000,
        '{"id": ' + "1" * 10_000 + "}",
    ],
    ids=lambda line: line[:30],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: str) -> None:
    first, bad, last = read(tmp_path, row(1) + line + "\n" + row(2))
    assert isinstance(first, TextPair)
    assert isinstance(last, TextPair)
    assert isinstance(bad, Problem)
    assert bad.path.endswith("pairs.jsonl:2")
    assert len(bad.message) < 200


@given(st.text(st.characters(codec="utf-16", categories=None)) | st.text("\r\n\ud800\udc00a"))
def test_offsets_stay_those_of_the_line(text: str) -> None:
    from artdiff.documents.pairs import _read_line  # noqa: PLC0415

    pair = _read_line(row(1, text, text), "here")
    assert isinstance(pair, TextPair)
    assert len(pair.source.text) == len(json.loads(json.dumps(text)))
    assert "\r" not in pair.source.text
    pair.source.text.encode()


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        next(read_pairs(tmp_path / "missing.jsonl"))
    with pytest.raises(UnreadableError, match="binary"):
        read(tmp_path, bytes(100))
