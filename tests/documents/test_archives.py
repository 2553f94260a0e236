import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from artdiff.documents import archives, pdf, word
from artdiff.documents.collection import Problem
from artdiff.documents.decoding import NotTextError
from artdiff.documents.document import Document
from artdiff.documents.reading import read
from tests.program import run

PLACE = Path("a.zip")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(members: dict[str, bytes | str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in members.items():  # of the same date always, so that the same archive comes out
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


class TestZip:
    def test_the_documents_in_their_order(self) -> None:
        data = zipped(
            {"b/x.txt": "X.", "a.md": "A.", "p.png": "?", ".hidden.txt": "?", "in.zip": "?", "h.html": "<p>H."}
        )
        found = [one for one in archives.read(data, PLACE) if isinstance(one, Document)]
        assert [(one.name, one.text) for one in found] == [
            ("a.zip/b/x.txt", "X."),
            ("a.zip/a.md", "A."),
            ("a.zip/h.html", "H.\n"),
        ]
        assert all(one.path is None for one in found)

    def test_names_lead_nowhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        Path("a.zip").write_bytes(zipped({"../../evil.txt": "X.", "/etc/evil.txt": "Y."}))
        assert len(read([Path("a.zip")]).documents) == 2
        assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]

    def test_one_bad_file_does_not_stop_the_rest(self) -> None:
        data = zipped({"a.txt": bytes(range(256)) * 9, "b.txt": "fine"})
        bad, fine = archives.read(data, PLACE)
        assert isinstance(bad, Problem)
        assert isinstance(fine, Document)
        assert "binary" in bad.message

    def test_a_bomb(self) -> None:
        data = zipped({"bomb.txt": b" " * (100 << 20), "b.txt": "fine"})
        assert len(data) < 1 << 20
        bomb, fine = archives.read(data, PLACE)
        assert isinstance(bomb, Problem)
        assert "unpacks to more than 200 times" in bomb.message
        assert isinstance(fine, Document)

    def test_many_small_bombs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archives, "LARGEST_WHOLE", 3_000_000)
        *texts, last = archives.read(zipped({f"{at}.txt": b" " * 1_000_000 for at in range(9)}), PLACE)
        assert isinstance(last, Problem)
        assert len(texts) == 3

    def test_a_list_of_files_without_end(self) -> None:
        data = bytearray(zipped({"a.txt": "x"}))
        at = data.rfind(b"PK\5\6")
        data[at + 12 : at + 16] = b"\xff\xff\xff\x7f"
        with pytest.raises(NotTextError, match="list of files"):
            list(archives.read(bytes(data), PLACE))

    def test_a_file_that_says_it_is_smaller(self) -> None:
        data = bytearray(zipped({"a.txt": b"x" * 1000}))
        at = data.rfind(b"PK\1\2")
        data[at + 24 : at + 28] = b"\1\0\0\0"
        for one in archives.read(bytes(data), PLACE):
            assert isinstance(one, Problem) or len(one.text) <= 1000

    def test_an_encrypted_file(self) -> None:
        data = bytearray(zipped({"a.txt": "x"}))
        for mark, flag in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            data[data.rfind(mark) + flag] |= 1
        (found,) = archives.read(bytes(data), PLACE)
        assert isinstance(found, Problem)
        assert "encrypted" in found.message

    def test_a_file_without_a_name(self) -> None:
        data = bytearray(zipped({"a.txt": "some text"}))
        at = data.rfind(b"PK\1\2")
        data[at + 46] = 0  # a name ends at a zero byte
        assert list(archives.read(bytes(data), PLACE)) == []

    @given(st.data())
    def test_a_damaged_archive(self, data: st.DataObject) -> None:
        content = bytearray(zipped({"a.txt": "some text", "d.docx": word_file("text")}))
        for _ in range(3):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        with suppress(NotTextError):
            assert all(isinstance(one, Document | Problem) for one in archives.read(bytes(content), PLACE))


def word_file(*paragraphs: str, before: str = "") -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    return zipped(
        {
            "word/document.xml": f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
            "docProps/core.xml": '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A title</dc:title>'
            "<dc:creator>Ola Ek</dc:creator></p>",
        }
    )


class TestWord:
    def test_paragraphs_and_facts(self) -> None:
        body = "One.</w:t></w:r><w:r><w:t> And more</w:t><w:tab/><w:delText>gone</w:delText><w:t>here."
        (document,) = word.read(word_file(body, "", "Two."), Path("a.docx"))
        assert document.text == "One. And more\there.\n\nTwo.\n"
        assert (document.metadata.title, document.metadata.byline, document.metadata.date) == (
            "A title",
            "Ola Ek",
            None,
        )

    def test_a_carriage_return_is_a_newline(self) -> None:
        (document,) = word.read(word_file("One.&#13;And &#13;&#10;more."), Path("a.docx"))
        assert document.text == "One.\nAnd \nmore.\n"

    def test_entities_are_refused(self) -> None:
        laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
        with pytest.raises(NotTextError, match="entities"):
            word.read(word_file("&b;", before=laughs), Path("a.docx"))

    @pytest.mark.parametrize("data", [b"", b"PK", zipped({"a.txt": "x"}), zipped({"word/document.xml": "<a>"})])
    def test_what_is_no_word_document(self, data: bytes) -> None:
        with pytest.raises(NotTextError):
            word.read(data, Path("a.docx"))


def pdf_file(*lines: str) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(600, 800)
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
         NameObject("/BaseFont"): NameObject("/Helvetica")}
    )  # fmt: skip
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    content = DecodedStreamObject()
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    content.set_data(f"BT /F1 11 Tf 40 750 Td {shown} ET".encode())
    page[NameObject("/Contents")] = content
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


class TestPdf:
    def test_lines_become_paragraphs(self) -> None:
        data = pdf_file(
            "The harbour of Lund was closed on Tuesday after 48 boats had been mo-",
            "ved from it, the mayor said in front of the town hall, where many of the",
            "residents had gathered.",
            "The harbour will be open again in May, when the work on the pier has been",
            "finished.",
        )
        (document,) = pdf.read(data, Path("a.pdf"))
        first, second = document.text.strip().split("\n\n")
        assert "had been moved from it" in first
        assert first.endswith("residents had gathered.")
        assert second.endswith("has been finished.")

    def test_a_carriage_return_is_a_newline(self) -> None:
        (document,) = pdf.read(pdf_file("The harbour of Lund", "was closed\\ron Tuesday."), Path("a.pdf"))
        assert document.text == "The harbour of Lund was closed on Tuesday.\n"

    def test_nothing_of_a_damaged_file_goes_to_the_terminal(self, tmp_path: Path) -> None:
        (tmp_path / "a.pdf").write_bytes(pdf_file("The harbour of Lund.").replace(b"startxref\n", b"startxref\n9"))
        done = run("check", tmp_path / "a.pdf")
        assert "nothing to compare it with" in done.stdout
        assert done.stderr == ""

    def test_a_reference_among_what_a_page_draws(self) -> None:
        data = pdf_file("Lund was closed.").replace(b"(Lund was closed.)", b"1 0 R             ")
        with pytest.raises(NotTextError, match="damaged"):
            pdf.read(data, Path("a.pdf"))

    @pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"%PDF-1.4\n" + b"1 0 obj<<>>endobj " * 99, pdf_file()])
    def test_what_holds_no_text(self, data: bytes) -> None:
        with pytest.raises(NotTextError):
            pdf.read(data, Path("a.pdf"))
