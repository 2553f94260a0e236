"""What reviewers mended of the stories, for those who only see the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.reviews.mended import Mended, Wording, arranged
from artdiff.stories.heads import head_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.documents.document import Document
    from artdiff.reviews.mend import Mend
    from artdiff.stories.story import Story


def mended_stories(
    documents: Sequence[Document], stories: tuple[Story, ...], mends: Iterable[Mend]
) -> tuple[Story, ...]:
    """Return stories mended, each with the name of who did it."""
    found = arranged(documents, mends)
    if not found:
        return stories
    mending = Mended(
        stories,
        Wording(lambda at: head_of(documents[at]).title, lambda at: documents[at].name, lambda mend: mend.who),
    )
    for one in found:
        mending.say(one)
    return mending.left
