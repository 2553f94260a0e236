from artdiff.reports.plain import report_lines
from tests.reports.example import REPORT


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
