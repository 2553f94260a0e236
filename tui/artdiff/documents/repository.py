"""Texts as a git repository has them, two versions of each; git does the reading, and runs nothing of the repository's."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.collection import Collection, Problem
from artdiff.documents.decoding import NotTextError
from artdiff.documents.document import Document, Role
from artdiff.documents.files import LARGEST, contents
from artdiff.documents.formats import format_of
from artdiff.errors import ArtdiffError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GIT: Final = ("git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--literal-pathspecs")
SHOWN: Final = 20
"""Files that only one version has, of which each is told."""
WORK_TREE: Final = "now"
"""What the files as they lie in the folder are called, beside the names of revisions."""


class GitError(ArtdiffError):
    """Git is not there, or does not know what it was asked for; the message is git's own."""


class _Change(NamedTuple):
    """A file that differs: its path from the top before and after, None in the version that does not have it."""

    before: str | None
    after: str | None


def versions(old: str, new: str | None, paths: Sequence[str]) -> Collection:
    """Return every text that differs between two revisions as a story of two documents.

    Args:
        old: a revision.
        new: a later one; None for the files as they lie in the folder.
        paths: files and folders; none for all.

    Raises:
        GitError: there is no repository here, no git, or no such revision.
    """
    top = Path(_git("rev-parse", "--show-toplevel").decode(errors="surrogateescape").rstrip("\n"))
    revisions = [_commit(rev) for rev in (old, *([new] if new else []))]
    documents: list[Document] = []
    names = (old, new or WORK_TREE)
    problems = [Problem(path, "it is in neither version") for path in paths if not _is_known(path, revisions)]
    remarks: list[Problem] = []
    for change in _changes(revisions, paths):
        if change.before is None or change.after is None:
            remarks.append(_alone(change, names))
            continue
        try:
            documents += _story(change.before, change.after, revisions, names, top)
        except (NotTextError, UnreadableError) as error:
            problems.append(Problem(change.after, getattr(error, "problem", str(error))))
    return Collection(tuple(documents), tuple(problems), remarks=tuple(_first(remarks)))


def _alone(change: _Change, names: tuple[str, str]) -> Problem:
    """Return what is to be said of a file that only one version has."""
    version = names[0] if change.before else names[1]
    return Problem(
        change.before or change.after or "", f"only {version} has it, so there is nothing to compare it with"
    )


def _first(remarks: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the first of many remarks, and how many there are."""
    yield from remarks[:SHOWN]
    if len(remarks) > SHOWN:
        yield Problem(f"{len(remarks) - SHOWN} more", "only one of the versions has them")


def _commit(revision: str) -> str:
    """Return the commit that a revision names."""
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        return _git(*words, what=f"git knows no revision {revision!r}").decode().strip()
    except GitError as error:
        if _git("rev-parse", "--is-shallow-repository").strip() != b"true":
            raise
        message = f"{error}; this clone has only the newest commits, `git fetch --unshallow` gets the others"
        raise GitError(message) from error


def _is_known(path: str, revisions: Sequence[str]) -> bool:
    """Say whether a path is in a version, or in the folder where that is the second."""
    if not revisions[1:] and Path(path).exists():
        return True
    return any(_git("ls-tree", "-z", "--name-only", revision, "--", path) for revision in revisions)


def _changes(revisions: Sequence[str], paths: Sequence[str]) -> Iterator[_Change]:
    """Yield the files whose names tell a format and that differ; a renamed one is the same."""
    listed = _git(
        "diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-textconv", *revisions, "--", *paths
    )
    words = iter(listed.decode(errors="surrogateescape").split("\0")[:-1])
    for status in words:
        before = next(words)
        after = next(words) if status[0] in "RC" else before
        if status[0] in "MRCTAD" and format_of(Path(after).name):
            yield _Change(None if status[0] == "A" else before, None if status[0] == "D" else after)


def _story(before: str, after: str, revisions: Sequence[str], names: tuple[str, str], top: Path) -> list[Document]:
    old = _documents(before, _blob(revisions[0], before), names[0])
    data = _blob(revisions[1], after) if revisions[1:] else contents(top / after)
    new = _documents(after, data, names[1])
    # An archive has several; what stands at the same place in both is a story.
    return [
        document._replace(metadata=document.metadata._replace(story=f"{after} {at}", role=role))
        for role, side in zip(Role, (old, new), strict=True)
        for at, document in enumerate(side)
    ]


def _documents(path: str, data: bytes, revision: str) -> list[Document]:
    form = format_of(Path(path).name)
    found = form.read(data, Path(path)) if form else ()
    return [
        one._replace(name=f"{revision}:{one.name if form and form.several else path}", path=None)
        for one in found
        if isinstance(one, Document)
    ]


def _blob(revision: str, path: str) -> bytes:
    size = int(_git("cat-file", "-s", f"{revision}:{path}"))
    if size > LARGEST:
        raise UnreadableError(path, "it is larger than any article")
    return _git("cat-file", "blob", f"{revision}:{path}")


def _git(*words: str, what: str = "") -> bytes:
    try:
        done = subprocess.run([*GIT, *words], check=False, capture_output=True, stdin=subprocess.DEVNULL)  # noqa: S603
    except OSError as error:
        message = f"git cannot be run: {error.strerror}"
        raise GitError(message) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        if "not a git repository" in said:
            said = "this folder is in no git repository"
        raise GitError(said or what)
    return done.stdout
