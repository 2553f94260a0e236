import pytest

from artdiff.reports.forms import FORMS
from tests.reports.golden import FOLDER, golden


@pytest.mark.parametrize("form", FORMS)
def test_the_report_is_as_it_was(form: str) -> None:
    with (FOLDER / f"report.{form}").open(encoding="utf-8", newline="") as file:
        assert golden(form) == file.read()
