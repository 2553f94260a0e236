import pytest

from artdiff.engine.values import FactKind
from artdiff.engine.verdicts.figures.telling import telling
from tests.texts import analysis

FIGURES = frozenset({FactKind.DURATION, FactKind.NUMBER, FactKind.DATE, FactKind.TIME})


def told(text: str) -> dict[str, float]:
    read = analysis(text)
    fact = next(fact for fact in read.facts if fact.kind in FIGURES)
    return dict(telling(read, fact))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boat sank five hours after the storm.", {"relative": 1.0, "worded": 1.0, "length": 1.0, "slight": 0.0}),
        ("The council bought 640 chairs.", {"relative": 0.0, "worded": 0.0, "length": 0.0, "slight": 0.0}),
        ("A new pool costs six times that.", {"compared": 1.0, "worded": 1.0, "slight": 1.0}),
        ("They will meet again tomorrow.", {"aside": 1.0, "weekday": 0.0}),
        ("The library opens on Sunday.", {"aside": 0.0, "weekday": 1.0}),
    ],
)
def test_how_a_figure_is_told(text: str, expected: dict[str, float]) -> None:
    found = told(text)
    assert {name: found[name] for name in expected} == expected
