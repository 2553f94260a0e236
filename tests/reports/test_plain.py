from artdiff.reports.plain import report_lines
from tests.reports.example import REPORT
from tests.reports.golden import DECIDED


def test_the_lines() -> None:
    assert list(report_lines(REPORT)) == [
        "in/source.txt: source of “Ferry stops”. It has a date.",
        "in/variant.txt:¶2: altered person (97 %): “Biden”, source ¶2 “Trump”. Because of person.",
        "in/variant.txt:¶2: hallucinated cause (50 %): “moved by ␛[31mcrowds␛[0m ⟨U+202E⟩of [b]500[/b]”. Because of cause.",
        "in/variant.txt:¶4: repeated: “More.”. Said before.",
        "in/variant.txt: omitted: source ¶3",
        "in/variant.txt: 1 altered, 1 hallucinated, 1 generalised, 1 omitted, 1 repeated",
        "in/o.txt: nothing to compare it with",
    ]


def test_decisions_those_that_expired_and_the_word_on_the_whole_stand_beside() -> None:
    lines = list(report_lines(DECIDED))
    altered = next(line for line in lines if ": altered person" in line)
    assert altered.endswith(
        " [confirmed by anna, 27 July 2025] [before the sentence was changed: confirmed by cy|<i>, 27 July 2025]"
    )
    assert any(line.endswith(", signed off by di|<i>, 27 July 2025") for line in lines)
