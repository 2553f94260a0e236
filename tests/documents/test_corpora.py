import csv
import datetime as dt
import gzip
import io
import json
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from artdiff.documents.collection import Problem
from artdiff.documents.corpora import rows, streams
from artdiff.documents.corpora.arrays import json_array
from artdiff.documents.corpora.columns import (
    NO_COLUMNS,
    Columns,
    MappingError,
    TextPair,
    columns_of,
    document_or_pair,
)
from artdiff.documents.corpora.reading import read_corpus
from artdiff.documents.document import Document, Role
from artdiff.documents.reading import read
from artdiff.errors import UnreadableError

PAIR = {"id": 1, "source": "s", "variant": "v"}


def found(folder: Path, content: str | bytes, name: str = "pairs.jsonl") -> list[Document | TextPair | Problem]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_corpus(path))


def row(identity: object = 1, source: object = "s", variant: object = "v", **more: object) -> str:
    return json.dumps({"id": identity, "source": source, "variant": variant, **more}) + "\n"


def text_of(content: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content.encode("utf-8", "surrogatepass")), "utf-8", "surrogatepass", newline="")


class TestPairs:
    def test_rows_in_order_with_their_ids_as_they_are(self, tmp_path: Path) -> None:
        identities: list[object] = ["a", 7, None, ["x"], {"k": 1.5}]
        pairs = found(tmp_path, "".join(row(identity, extra="ignored") for identity in identities))
        assert [pair.identity for pair in pairs if isinstance(pair, TextPair)] == identities

    def test_a_row_without_an_id_is_called_by_its_place(self, tmp_path: Path) -> None:
        (pair,) = found(tmp_path, '{"source": "s", "variant": "v"}')
        assert isinstance(pair, TextPair)
        assert str(pair.identity).endswith("pairs.jsonl:1")

    def test_empty_lines_and_a_byte_order_mark(self, tmp_path: Path) -> None:
        assert len(found(tmp_path, "\ufeff" + row() + "\r\n  \n" + row().strip())) == 2

    def test_a_line_separator_inside_a_string_ends_no_line(self, tmp_path: Path) -> None:
        content = json.dumps({"id": 1, "source": "a\u2028b\x85c", "variant": ""}, ensure_ascii=False)
        (pair,) = found(tmp_path, content)
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
            '{"id": 1, "source": "s"}',
            '{"id": 1, "source": "s", "variant": null}',
            '{"id": 1, "source": ["s"], "variant": "v"}',
            "[" * 100_000,
            '{"id": ' + "1" * 10_000 + "}",
            '{"id": NaN, "source": "s", "variant": "v"}',
            '{"id": -Infinity, "source": "s", "variant": "v"}',
        ],
        ids=lambda line: line[:30],
    )
    def test_a_bad_line_is_named_and_the_rest_goes_on(self, tmp_path: Path, line: str) -> None:
        first, bad, last = found(tmp_path, row(1) + line + "\n" + row(2))
        assert isinstance(first, TextPair)
        assert isinstance(last, TextPair)
        assert isinstance(bad, Problem)
        assert bad.row
        assert bad.path.endswith("pairs.jsonl:2")
        assert len(bad.message) < 200

    @given(st.text(st.characters(codec="utf-16", categories=None)) | st.text("\r\n\ud800\udc00a"))
    def test_offsets_stay_those_of_the_row(self, text: str) -> None:
        pair = document_or_pair({"id": 1, "source": text, "variant": text}, "here", Columns())
        assert isinstance(pair, TextPair)
        assert len(pair.source.text) == len(text)
        assert "\r" not in pair.source.text
        pair.source.text.encode()


class TestRecords:
    def test_what_a_row_says(self, tmp_path: Path) -> None:
        content = {
            "text": "The text.",
            "id": 9,
            "story": "s",
            "role": "Variant",
            "title": " A\ntitle ",
            "date": "2025-07-20T10:00:00Z",
            "url": "u",
        }
        (document,) = found(tmp_path, json.dumps(content))
        assert isinstance(document, Document)
        facts = document.metadata
        assert (facts.identity, facts.story, facts.role, facts.title) == ("9", "s", Role.VARIANT, "A title")
        assert (facts.date, facts.url, document.text) == (dt.date(2025, 7, 20), "u", "The text.")
        assert document.name.endswith("pairs.jsonl:1 9")

    def test_a_role_that_is_none_is_malformed(self, tmp_path: Path) -> None:
        (bad,) = found(tmp_path, '{"text": "t", "role": "original"}')
        assert isinstance(bad, Problem)
        assert "neither source nor variant" in bad.message

    def test_a_source_beside_a_text_is_where_it_is_from(self, tmp_path: Path) -> None:
        (document,) = found(tmp_path, '{"text": "t", "source": "CNN"}')
        assert isinstance(document, Document)

    def test_other_names(self, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_text("body,event_id\nhello,7\n", encoding="utf-8")
        (document,) = read_corpus(path, columns_of("text=body, story=event_id"))
        assert isinstance(document, Document)
        assert (document.text, document.metadata.story) == ("hello", "7")

    @pytest.mark.parametrize("words", ["", "text", "text=", "colour=red"])
    def test_a_wrong_map(self, words: str) -> None:
        with pytest.raises(MappingError, match="FIELD=COLUMN"):
            columns_of(words)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"))


class TestRoundTrips:
    @given(st.lists(st.tuples(CELLS.filter(bool), CELLS.filter(bool)), min_size=1, max_size=5), st.sampled_from(",\t"))
    def test_a_table(self, cells: list[tuple[str, str]], separator: str) -> None:
        written = io.StringIO()
        writer = csv.writer(written, delimiter=separator, lineterminator="\n")
        writer.writerows([("text", "id"), *cells])
        read_again = list(rows.table(text_of(written.getvalue()), separator))
        assert [(one.value, one.problem) for one in read_again] == [({"text": a, "id": b}, None) for a, b in cells]

    @given(
        st.lists(
            st.dictionaries(st.text(), st.recursive(st.none() | st.text() | st.integers(), st.lists, max_leaves=5)),
            max_size=5,
        ),
        st.sampled_from([None, 1]),
        st.booleans(),
    )
    def test_an_array(self, values: list[dict[str, object]], indent: int | None, ascii_only: bool) -> None:  # noqa: FBT001
        written = json.dumps(values, indent=indent, ensure_ascii=ascii_only)
        assert [one.value for one in json_array(text_of(written))] == values

    @pytest.mark.parametrize("form", ["jsonl", "json", "csv", "tsv", "parquet", "jsonl.gz", "csv.gz", "json.zst"])
    def test_the_same_rows_whatever_the_form(self, form: str, tmp_path: Path) -> None:
        values = [{"id": str(at), "text": f"Text, “{at}”\nand more", "story": "s"} for at in range(100)]
        path = tmp_path / f"corpus.{form}"
        path.write_bytes(packed(written(values, form), form))
        documents = [one for one in read_corpus(path) if isinstance(one, Document)]
        assert [
            {"id": one.metadata.identity, "text": one.text, "story": one.metadata.story} for one in documents
        ] == values


def written(values: list[dict[str, str]], form: str) -> bytes:
    kind = form.partition(".")[0]
    if kind == "parquet":
        sink = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(values), sink)
        return sink.getvalue()
    if kind in {"csv", "tsv"}:
        text = io.StringIO()
        writer = csv.DictWriter(text, list(values[0]), delimiter="," if kind == "csv" else "\t")
        writer.writeheader()
        writer.writerows(values)
        return text.getvalue().encode()
    lines = "\n".join(map(json.dumps, values))
    return (json.dumps(values) if kind == "json" else lines).encode()


def packed(data: bytes, form: str) -> bytes:
    if form.endswith(".gz"):
        return gzip.compress(data, mtime=0)
    return zstandard.compress(data) if form.endswith(".zst") else data


class TestHostile:
    def test_a_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableError, match="no such file"):
            next(read_corpus(tmp_path / "missing.jsonl"))
        with pytest.raises(UnreadableError, match="binary"):
            found(tmp_path, bytes(100))

    @pytest.mark.parametrize("form", ["gz", "zst"])
    def test_a_bomb(self, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(streams, "FREE", 1 << 20)
        with pytest.raises(UnreadableError, match="unpacks to more than 200 times"):
            found(tmp_path, packed(row().encode() + b"\n" * (32 << 20), f".{form}"), f"a.jsonl.{form}")

    @pytest.mark.parametrize("data", [b"", b"\x1f\x8b", b"no gzip", gzip.compress(b"x" * 1000, mtime=0)[:-20]])
    def test_a_damaged_gzip(self, data: bytes, tmp_path: Path) -> None:
        with suppress(UnreadableError):
            assert found(tmp_path, data, "a.jsonl.gz") == []

    @pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
    def test_a_huge_row_is_told_and_the_next_read(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for module in (rows, streams):
            monkeypatch.setattr(module, "LARGEST_ROW", 100_000)
        monkeypatch.setattr("artdiff.documents.corpora.arrays.LARGEST_ROW", 100_000)
        huge = "x" * 1_000_000
        contents = {
            "a.jsonl": row() + row(2, huge) + row(3),
            "a.json": json.dumps([PAIR, {**PAIR, "source": huge}, PAIR]),
            "a.csv": f"id,source,variant\n1,s,v\n2,{huge},v\n3,s,v\n",
        }
        first, huge_row, *rest = found(tmp_path, contents[name], name)
        assert isinstance(first, TextPair)
        assert isinstance(huge_row, Problem)
        assert len(huge_row.message) < 200
        # Of an array nothing behind it is read: where the next row begins cannot be told without holding this one.
        assert len(rest) == (0 if name == "a.json" else 1)

    def test_very_many_columns(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableError, match="more than 4096 columns"):
            found(tmp_path, "text," * 1_000_000 + "\n", "a.csv")

    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("a.csv", "id,story,body\n1,a,b\n", "neither text nor source and variant but id, story, body; --map names"),
            ("a.csv", f"id,{'x' * 31}\n1,a\n", f"but id, {'x' * 30}…; --map names"),
            ("a.csv", "id,source,variant\n1,a\n", "line 2: it has 2 columns where the first line has 3"),
            ("a.csv", "", "no first line that names the columns"),
            ("a.jsonl", '\n{"a": 1}\n', "neither text nor source and variant but a; --map names"),
            ("a.jsonl", "text\n", "line 1: not JSON: Expecting value at column 1"),
        ],
    )
    def test_why_a_file_is_no_corpus(self, tmp_path: Path, name: str, content: str, words: str) -> None:
        with pytest.raises(UnreadableError, match=words):
            found(tmp_path, content, name)

    def test_a_quote_that_is_never_closed(self, tmp_path: Path) -> None:
        result = found(tmp_path, 'text\nfine\n"open\nand\nso on\n', "a.csv")
        assert isinstance(result[0], Document)
        assert len(result) == 2

    @pytest.mark.parametrize(
        "content",
        ["[" * 100_000, "[" + '{"a":' * 100_000, '["', "{}", "[]", "[1, 2]", "true", "", '[{"text": "t"'],
        ids=lambda content: content[:20],
    )
    def test_json_that_is_no_corpus(self, content: str, tmp_path: Path) -> None:
        with suppress(UnreadableError):
            assert all(isinstance(one, Problem) for one in found(tmp_path, content, "a.json"))

    def test_a_malformed_row_in_an_array_is_passed_over(self, tmp_path: Path) -> None:
        first, bad, last = found(tmp_path, f'[{row()},\n{{"id": }},\n{row(3)}]', "a.json")
        assert isinstance(first, TextPair)
        assert isinstance(last, TextPair)
        assert isinstance(bad, Problem)
        assert bad.path.endswith("a.json:3")

    def test_parquet_with_what_is_no_text(self, tmp_path: Path) -> None:
        texts = pa.array([b"fine", b"caf\xe9", b"fine too"]).view(pa.string())
        dates = pa.array([0, 0, 2**30], pa.int32()).view(pa.date32())
        sink = io.BytesIO()
        pq.write_table(pa.table({"text": texts, "date": dates}), sink)
        first, *rest = found(tmp_path, sink.getvalue(), "a.parquet")
        assert isinstance(first, Document)
        assert [isinstance(one, Problem) and one.row and "cannot be read" in one.message for one in rest] == [
            True,
            True,
        ]

    def test_parquet_with_a_column_whose_name_is_no_text(self, tmp_path: Path) -> None:
        sink = io.BytesIO()
        pq.write_table(pa.table({"text": ["It rains."], "weather": ["rain"]}), sink)
        path = tmp_path / "a.parquet"
        path.write_bytes(sink.getvalue().replace(b"weather", b"\xc6eather"))
        with pytest.raises(UnreadableError, match="a damaged one"):
            list(read_corpus(path, NO_COLUMNS))

    @given(st.binary(max_size=300), st.sampled_from(["jsonl", "json", "csv", "tsv", "parquet", "jsonl.gz", "csv.zst"]))
    def test_any_bytes(self, tmp_path_factory: pytest.TempPathFactory, data: bytes, form: str) -> None:
        with suppress(UnreadableError):
            found(tmp_path_factory.getbasetemp(), b"text,id\n" + data if form == "csv" else data, f"any.{form}")


class TestInFolders:
    def test_a_corpus_among_texts_and_json_that_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
        (tmp_path / "b.jsonl").write_text('{"text": "Another.", "id": "x"}\n', encoding="utf-8")
        (tmp_path / "settings.json").write_text('{"colour": [1, 2]}', encoding="utf-8")
        collection = read([tmp_path])
        assert [document.text for document in collection.documents] == ["A text.", "Another."]
        assert (collection.problems, collection.passed_over) == ((), 1)

    def test_two_corpora_are_not_a_source_and_its_rewrite(self, tmp_path: Path) -> None:
        for name in ("a.jsonl", "b.jsonl"):
            (tmp_path / name).write_text(row(), encoding="utf-8")
        collection = read([tmp_path / "a.jsonl", tmp_path / "b.jsonl"])
        assert (collection.source, len(collection.documents)) == (None, 4)
