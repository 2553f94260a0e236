import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from artdiff.reports.forms import UnknownFormError, written
from artdiff.reports.picture import self_contained
from artdiff.reports.saving import UnsavedError, save, save_picture
from tests.reports.example import REPORT

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg"><style>
    @font-face {
        font-family: "Fira Code";
        src: local("FiraCode-Regular"), url("https://example.org/FiraCode-Regular.woff2") format("woff2");
    }
    .matrix { font-family: Fira Code, monospace; font-size: 20px; }
</style><text>@font-face</text></svg>"""


@pytest.mark.parametrize(
    ("name", "form"),
    [("r.html", "html"), ("r.MD", "markdown"), ("r.json", "json"), ("r.csv", "csv"), ("r.x.sarif", "sarif")],
)
def test_the_form_follows_the_name(name: str, form: str, tmp_path: Path) -> None:
    save(REPORT, tmp_path / name)
    assert (tmp_path / name).read_bytes() == written(REPORT, form).encode()
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["report", "report.txt", "report.pdf", ".html"])
def test_another_name_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormError, match=r"\.html, \.md, \.json, \.csv, \.sarif"):
        save(REPORT, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_where_it_cannot_be_written_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(UnsavedError, match=r"no/r\.json: the report cannot be written: No such file"):
        save(REPORT, tmp_path / "no" / "r.json")
    (tmp_path / "r.json").mkdir()
    with pytest.raises(UnsavedError):
        save(REPORT, tmp_path / "r.json")
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    file.write_text("x" * 100_000, encoding="utf-8")
    save(REPORT, file)
    assert json.loads(file.read_text(encoding="utf-8"))["schema"] == 1


def test_a_picture_asks_the_network_for_nothing(tmp_path: Path) -> None:
    file = tmp_path / "screen.svg"
    save_picture(PICTURE, file)
    saved = file.read_text(encoding="utf-8")
    assert "url(" not in saved
    assert "https:" not in saved
    assert "monospace" in saved
    assert "<text>@font-face</text>" in saved


def test_a_picture_as_textual_and_rich_make_it() -> None:
    console = Console(record=True, file=StringIO(), width=20)
    console.print("url(x)")
    made = console.export_svg()
    assert "https://cdnjs" in made
    kept = self_contained(made)
    assert "@font-face" not in kept
    assert "url(http" not in kept
    assert kept.count("<text") == made.count("<text")
