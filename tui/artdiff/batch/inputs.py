"""What a check of pairs is given: the pairs of corpora as they are read, then the stories of all else that was named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.collection import Problem
from artdiff.documents.corpora.columns import TextPair
from artdiff.documents.corpora.reading import NO_COLUMNS, read_corpus
from artdiff.documents.formats import corpus_suffix, format_of
from artdiff.documents.reading import holds_several, read
from artdiff.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from artdiff.documents.corpora.columns import Columns
    from artdiff.documents.document import Document


def pairs_of(paths: Iterable[Path], columns: Columns = NO_COLUMNS) -> Iterator[TextPair | Problem]:
    """Yield every pair, or what is wrong with its row.

    Corpora of pairs stream: one pair is held at a time. Rows that are one document each wait until all were read, for
    a story's rows may stand anywhere. A file whose name tells no format is read as JSON lines.
    """
    documents: list[Document] = []
    for path in paths:
        for row in _rows(path, columns):
            if isinstance(row, TextPair | Problem):
                yield row
            else:
                documents.append(row)
    yield from _pairs_of_stories(documents)


def _rows(path: Path, columns: Columns) -> Iterator[Document | TextPair | Problem]:
    if not corpus_suffix(path.name) and (holds_several(path) or format_of(path.name)):
        collection = read([path], None, columns)
        yield from collection.problems
        yield from collection.documents
        return
    try:
        yield from read_corpus(path, columns)
    except UnreadableError as error:
        yield Problem(error.path, error.problem)


def _pairs_of_stories(documents: Sequence[Document]) -> Iterator[TextPair]:
    if not documents:
        return
    from artdiff.batch.work import Work  # noqa: PLC0415  (a corpus of pairs needs no stories)

    for story in Work(documents).group():
        for at in story.variants:
            variant = documents[at]
            yield TextPair(_identity(variant), documents[story.source], variant)


def _identity(document: Document) -> str:
    return document.metadata.identity or str(document.path or document.name)
