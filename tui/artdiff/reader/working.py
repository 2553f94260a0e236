"""What the session wants of the worker, after every change of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.session import answers

if TYPE_CHECKING:
    from artdiff.batch.client import Client
    from artdiff.session.state import Session


def attend(client: Client, before: Session, after: Session, source: int | None) -> None:
    """Have the worker do first what is shown, stop, or go on.

    Args:
        client: the worker's.
        before: the session as it was.
        after: as it is now.
        source: index of the document that the user named as the source.
    """
    if after.stopped is not None and before.stopped is None:
        client.cancel()
    elif before.stopped is not None and after.stopped is None and not after.stories:
        client.open(after.documents, source)
    elif answers.wants_other(before, after):
        client.want(answers.wanted(after))
