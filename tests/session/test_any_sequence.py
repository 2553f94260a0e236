"""Any sequence of commands leaves a session that can be shown."""

from collections.abc import Callable
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.values import Pair, Verdict
from artdiff.reader.commands import COMMANDS
from artdiff.reviews.allow_file import parsed
from artdiff.reviews.allowing import NOTHING, Allowances
from artdiff.reviews.decision import Ruling
from artdiff.session import arranging, deciding
from artdiff.session.acts import allowing
from artdiff.session.filter import Filter, stricter, toggled
from artdiff.session.state import Session
from tests.session.test_deciding import told

Step = Callable[[Session], Session]
OTHERS: Final[dict[str, Step]] = {
    "allow": lambda one: allowing(one, Allowances([parsed("words: paragra 00")])),
    "allow nothing": lambda one: allowing(one, NOTHING),
    "filter more": lambda one: deciding.filtered(one, toggled(one.filter, Verdict.OMITTED)),
    "filter less sure": lambda one: deciding.filtered(one, stricter(one.filter, -1)),
    "filter undecided": lambda one: deciding.filtered(one, Filter(undecided=True)),
    "decide the same": lambda one: deciding.decide_same(one, Ruling.DISMISSED),
    "mark": lambda one: arranging.toggle_mark(one, one.variant),
}
STEPS: Final[dict[str, Step]] = {one.name: one.step for one in COMMANDS if one.step is not None} | OTHERS


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=40))
def test_any_sequence_of_commands_leaves_a_valid_session(names: list[str]) -> None:
    session = told()
    for name in names:
        session = STEPS[name](session)
        assert_valid(session)


def assert_valid(session: Session) -> None:
    story = session.current_story
    assert story is not None
    assert session.variant is None or session.variant in story.variants
    assert session.stop is None or 0 <= session.stop < len(session.stops)
    for stop in session.stops:
        assert stop.variant in story.variants
        assert session.comparisons[Pair(story.source, stop.variant)].findings[stop.at] is stop.finding
    assert session.counts.keys() == session.comparisons.keys()
    for pair, reviewed in session.reviews.items():
        assert len(reviewed.subjects) == len(session.comparisons[pair].findings)
        assert all(at < len(reviewed.subjects) for at in reviewed.decisions)
    for pair, allowed in session.allowed.items():
        shown = session.comparisons[pair].findings
        assert all(shown[at].verdict is Verdict.SUPPORTED for at in allowed.entries)
