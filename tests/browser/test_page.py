"""The HTML report in a real browser."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import Browser, started

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser

ESCAPE = "\ue00c"
NAMES = ["seeds", "example", "hostile", "empty"]


@pytest.mark.parametrize("name", NAMES)
def test_no_complaint_and_no_request(browser: Browser, name: str) -> None:
    browser.open(name)
    browser.press("nnNjkG?")
    browser.press(ESCAPE)
    assert browser.complaints() == []
    assert browser.requests() == [browser.pages[name].as_uri()]


def test_the_marks_and_their_signs(browser: Browser) -> None:
    browser.open("example")
    assert browser.texts(".sides td[data-side=rewrite] mark.altered") == ["≠Biden≠"]
    (made_up,) = browser.texts(".sides mark.hallucinated")
    assert made_up.startswith("+moved by ␛[31mcrowds␛[0m")
    assert made_up.endswith("[b]500[/b]+")
    assert browser.texts(".sides mark.generalised") == ["in March", "~earlier"]
    assert browser.texts(".sides mark.omitted") == ["−Nobody was hurt."]
    assert browser.texts(".sides mark.counterpart") == ["Trump", "in March"]


def test_the_sides_stand_beside_each_other(browser: Browser) -> None:
    browser.open("seeds")
    marks = [f"td[data-side={side}] mark.altered" for side in ("rewrite", "source")]
    row = " && ".join(f"row.querySelector('{mark}')" for mark in marks)
    mark, counterpart = (
        browser.run(
            f"return [...document.querySelectorAll('tr')].find(row => {row})"
            f".querySelector('{one}').closest('td').getBoundingClientRect().toJSON()"
        )
        for one in marks
    )
    assert counterpart["right"] <= mark["left"] + 1
    assert counterpart["top"] == mark["top"]


def test_n_walks_the_findings_and_shows_each(browser: Browser) -> None:
    browser.open("seeds")
    assert browser.texts(".panel") == []
    count = browser.run("return document.querySelectorAll('.card[data-target]').length")
    assert count >= 2
    for at in range(1, count + 1):
        browser.press("n")
        assert browser.texts(".panel .head")[0].startswith(f"{at} of {count}")
        top, bottom = browser.run(
            "const r = document.querySelector('td[data-side=rewrite] mark.on').getBoundingClientRect(); return [r.top, r.bottom]"
        )
        assert 0 < top < bottom < 900
    browser.press("n")
    assert browser.texts(".panel .head")[0].startswith("1 of")
    browser.press("N")
    assert browser.texts(".panel .head")[0].startswith(f"{count} of")
    browser.press(ESCAPE)
    assert browser.texts(".panel") == []
    assert browser.texts("mark.on") == []


def test_a_mark_leads_to_its_entry(browser: Browser) -> None:
    browser.open("example")
    browser.run("document.querySelector('mark.altered a').click()")
    assert "Because of person." in browser.texts(".panel")[0]
    assert browser.texts("mark.on") == ["Trump", "≠Biden≠"]


def test_the_other_keys(browser: Browser) -> None:
    browser.open("seeds")
    browser.press("j")
    down = browser.run("return scrollY")
    browser.press("k")
    assert (down > 0, browser.run("return scrollY")) == (True, 0)
    browser.press("]")
    assert abs(browser.run("return document.getElementById('v1').getBoundingClientRect().top")) < 80
    assert browser.texts("#v1 tr.omitted")
    browser.press("o")
    assert not browser.texts("#v1 tr.omitted")
    browser.press("?")
    assert browser.run("return document.getElementById('keys').open")
    assert any("next and previous finding" in text for text in browser.texts("#keys"))
    browser.press(ESCAPE)
    assert not browser.run("return document.getElementById('keys').open")


def ground(browser: Browser) -> str:
    colour: str = browser.run("return getComputedStyle(document.body).backgroundColor")
    return colour


def test_light_and_dark(browser: Browser) -> None:
    browser.open("example", "light")
    assert ground(browser) == "rgb(252, 251, 248)"
    browser.press("t")
    assert ground(browser) == "rgb(18, 21, 26)"
    browser.open("example", "dark")
    assert ground(browser) == "rgb(18, 21, 26)"
    browser.press("t")
    assert ground(browser) == "rgb(252, 251, 248)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_no_serious_fault_of_accessibility(browser: Browser, name: str, scheme: str) -> None:
    browser.open(name, scheme)
    browser.run("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert browser.faults() == []
    browser.press("n")
    assert browser.faults() == []
    browser.press("?")
    assert browser.faults() == []


def test_axe_would_find_a_fault(browser: Browser) -> None:
    browser.open("example")
    browser.run("document.body.append(document.createElement('button'))")
    assert [fault.partition(":")[0] for fault in browser.faults()] == ["button-name"]


def test_a_hostile_article_is_harmless(browser: Browser) -> None:
    browser.open("hostile")
    title = browser.run("return document.title")
    assert title == "<script>document.title='owned'</script> · artdiff report"
    assert browser.run("return document.querySelectorAll('script').length") == 1
    assert browser.run("return document.querySelectorAll('img, iframe, object, form:not([method=dialog])').length") == 0
    links: list[str] = browser.run("return [...document.querySelectorAll('[href]')].map(e => e.getAttribute('href'))")
    assert {link[:1] for link in links if link != "data:,"} == {"#"}
    missing = browser.run(
        "return [...document.querySelectorAll('a')].filter(e => !document.getElementById(e.hash.slice(1))).length"
    )
    assert missing == 0
    assert "</style></script><img src=x" in browser.run("return document.body.innerText")


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_given_twice(browser: Browser, name: str) -> None:
    browser.open(name)
    names: list[str] = browser.run("return [...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(names) == len(set(names))


def test_on_paper(browser: Browser) -> None:
    browser.open("example")
    browser.press("n")
    pdf = b64decode(browser.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert pdf.startswith(b"%PDF")
    browser.open("example", "dark", media="print")
    assert ground(browser) == "rgb(255, 255, 255)"
    assert browser.texts(".panel, dialog, .skip") == []


@pytest.mark.parametrize("name", NAMES)
def test_on_a_narrow_screen_nothing_goes_over_the_edge(browser: Browser, name: str) -> None:
    browser.open(name, width=400)
    assert browser.run("return document.documentElement.scrollWidth") <= 400


def test_without_scripts_it_reads(tmp_path: Path, pages: dict[str, Path]) -> None:
    with started(tmp_path / "profile", scripts=False) as driver:
        browser = Browser(driver, pages)
        browser.open("example")
        source = driver.find_element("css selector", "body").text
        assert not driver.find_elements("css selector", ".panel:not([hidden])")
        assert driver.find_element("css selector", ".hint").get_attribute("hidden")
    for words in ("≠Biden≠", "Because of person.", "confirmed by anna", "What artdiff cannot see", "Nobody was hurt."):
        assert words in source
