from html.parser import HTMLParser

import pytest

from artdiff.reports.checked import Report
from artdiff.reports.html import page
from tests.reports import hostile
from tests.reports.example import REPORT
from tests.reports.golden import DECIDED


class Reading(HTMLParser):
    """What elements a page has, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


@pytest.mark.parametrize("report", [REPORT, DECIDED, hostile.REPORT, Report(())], ids=range(4))
def test_there_is_nothing_in_it_that_acts_or_asks(report: Report) -> None:
    elements = Reading(page(report)).elements
    tags = [tag for tag, _ in elements]
    assert (tags.count("script"), tags.count("style")) == (1, 1)
    assert not {"img", "iframe", "object", "embed", "svg", "base"}.intersection(tags)
    names = {name for _, attributes in elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in {"src", "style", "action", "srcset"}]
    addresses = {attributes["href"] or "" for _, attributes in elements if "href" in attributes}
    assert {address[:1] for address in addresses - {"data:,"}} <= {"#"}


def test_every_reference_leads_somewhere() -> None:
    elements = [attributes for _, attributes in Reading(page(DECIDED)).elements]
    names = {attributes["id"] for attributes in elements if "id" in attributes}
    wanted = {str(attributes["href"])[1:] for attributes in elements if str(attributes.get("href")).startswith("#")}
    assert wanted
    assert wanted <= names


def test_it_says_what_it_was_made_of() -> None:
    text = page(DECIDED)
    for words in (
        "artdiff",
        "27 July 2025, 12:30 UTC",
        "reviews.sqlite",
        "anna (1)",
        "in/source.txt",
        "What artdiff cannot see",
    ):
        assert words in text
