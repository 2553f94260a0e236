from dataclasses import replace
from pathlib import Path

from artdiff.documents.document import Document
from artdiff.engine.values import FactKind, Pair, Side
from artdiff.session import commands
from artdiff.session.answers import with_comparison, with_stories
from artdiff.session.bookmark import Bookmark, at_bookmark, bookmark_of
from artdiff.session.filter import Filter
from artdiff.session.refreshing import returned
from artdiff.session.state import Order, Session, Top, opened
from artdiff.settings import Layout
from tests.session.example import comparison, finding, outline, session, story

STORIES = (story(0, 1, 2), story(3, 4), story(5))
FOUND = {(0, 1): 1, (0, 2): 2, (3, 4): 3}
BODY = "\n\n".join(f"paragra {at:02}" for at in range(3))
TOP = Top(Side.SOURCE, 2, 1)


def texts() -> list[Document]:
    return [Document(f"{at}.txt", f"{BODY}\n\nfile {at}", Path(f"/articles/{at}.txt")) for at in range(6)]


def left() -> Session:
    """Return a session on the second finding of the second story."""
    made = replace(session(*STORIES, findings=FOUND), documents=tuple(texts()))
    return commands.next_finding(commands.show(made, 1, 4))


def again(mark: Bookmark, documents: list[Document] | None = None) -> Session:
    """Return the session of the next start, before anything is compared."""
    documents = texts() if documents is None else documents
    return with_stories(at_bookmark(opened(documents), mark), STORIES, tuple(outline(one.name) for one in documents))


def compared(one: Session, source: int, variant: int, findings: int) -> Session:
    found = comparison(*(finding(at % 3) for at in range(findings)))
    return returned(with_comparison(one, Pair(source, variant), found))


def test_it_goes_back_to_the_finding_and_to_the_top_once_they_are_there() -> None:
    was = left()
    one = again(bookmark_of(was, opened(texts()), TOP))
    assert (one.story, one.variant, one.stop, one.moved) == (1, 4, None, True)
    assert one.status == "back where you left it"
    one = compared(one, 0, 2, 5)
    assert (one.story, one.variant, one.scrolled) == (1, 4, None), "what others have more of is left alone"
    one = compared(one, 3, 4, 3)
    assert (one.stop, one.bookmark, one.returning) == (was.stop, None, None) == (1, None, None)
    assert one.scrolled is not None
    assert one.scrolled.top == TOP


def test_how_it_looked_is_kept_where_it_is_not_as_the_settings_say() -> None:
    settings = opened(texts())
    chosen = Filter(kind=FactKind.DATE, undecided=True)
    was = replace(
        left(),
        filter=chosen,
        layout=Layout.STACKED,
        omissions_shown=False,
        agreeing_folded=True,
        order=Order.UNDECIDED,
        narrowed="4.txt",
    )
    mark = bookmark_of(was, settings, None)
    assert mark.word_diff is None
    one = again(mark)
    assert (one.filter, one.layout, one.omissions_shown, one.agreeing_folded) == (chosen, Layout.STACKED, False, True)
    assert (one.order, one.narrowed) == (Order.UNDECIDED, "4.txt")
    plain = bookmark_of(left(), settings, None)
    assert (plain.filter, plain.layout, plain.omissions) == (None, None, None)


def test_a_changed_text_is_known_by_its_place_and_the_nearest_finding_is_gone_to() -> None:
    documents = texts()
    documents[4] = documents[4]._replace(text="paragra 00\n\nanother\n\nparagra 02")
    one = compared(again(bookmark_of(left(), opened(texts()), TOP), documents), 3, 4, 1)
    assert (one.story, one.variant, one.stop) == (1, 4, 0)


def test_a_missing_variant_falls_back_to_its_story() -> None:
    mark = bookmark_of(left(), opened(texts()), TOP)
    documents = texts()
    documents[4] = Document("new.txt", "Something else.", Path("/articles/new.txt"))
    one = again(mark, documents)
    assert (one.story, one.variant, one.returning) == (1, 4, None)
    assert "not here any more" in one.status


def test_where_nothing_is_left_it_opens_as_always() -> None:
    mark = bookmark_of(left(), opened(texts()), TOP)
    documents = [Document(f"n{at}.txt", f"New {at}.") for at in range(6)]
    one = again(mark, documents)
    assert (one.story, one.variant, one.bookmark, one.moved) == (0, 1, None, False)
    assert again(Bookmark()).moved is False
    empty = with_stories(at_bookmark(opened([]), mark), (), ())
    assert empty.stories == ()


def test_the_source_by_itself_is_gone_back_to() -> None:
    was = commands.show(left(), 0, None)
    one = again(bookmark_of(was, opened(texts()), Top(Side.SOURCE, 1, 0)))
    assert (one.story, one.variant) == (0, None)
    one = returned(one)
    assert one.scrolled is not None
    assert one.scrolled.top == Top(Side.SOURCE, 1, 0)


def test_who_goes_elsewhere_meanwhile_is_not_taken_away() -> None:
    one = commands.show(again(bookmark_of(left(), opened(texts()), TOP)), 0, 1)
    one = compared(compared(one, 0, 1, 1), 3, 4, 3)
    assert (one.story, one.variant, one.stop, one.returning, one.scrolled) == (0, 1, 0, None, None)
