"""What a check is given, as stories that are to be compared: pairs of corpora as they are read, then all else."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.collection import Collection, Problem
from artdiff.documents.corpora.columns import NO_COLUMNS, TextPair
from artdiff.documents.formats import corpus_suffix, format_of
from artdiff.documents.reading import holds_several, read
from artdiff.documents.shelf import Spooled
from artdiff.errors import UnreadableError
from artdiff.stories.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from artdiff.batch.cache import Cache
    from artdiff.documents.corpora.columns import Columns
    from artdiff.documents.document import Document
    from artdiff.engine.analysis import Analysis
    from artdiff.reviews.mend import Mend

NAMED: str = "Its corpus names this document as the source."


class Plan(NamedTuple):
    """A story that is to be compared; the title of one whose corpus has no title is known afterwards."""

    story: Story
    source: Document
    rows: tuple[TextPair, ...]


class Inputs:
    """What was named.

    Corpora of pairs stream: a pair at a time is held. Documents wait until all were read, for those of a story may stand
    anywhere.

    Args:
        corpora: files that are read row by row.
        columns: which of their columns are what.
        others: reads all else.
        mends: what reviewers mended of the grouping.
    """

    def __init__(
        self,
        corpora: Sequence[Path],
        columns: Columns,
        others: Callable[[], Collection],
        mends: Sequence[Mend] = (),
    ) -> None:
        self._corpora, self._columns, self._others = corpora, columns, others
        self._mends = mends
        self._analysis: Callable[[Document], Analysis | None] = lambda _: None
        self._size = 0
        self._sized = False
        self.passed_over = 0
        self.remarks: list[Problem] = []
        """What is to be said of files though nothing is wrong with them."""

    def plans(self, cache: Cache | None = None, jobs: int | None = 1) -> Iterator[Plan | Problem]:
        """Yield every story, and what cannot be read.

        Args:
            cache: what was worked out before.
            jobs: how many processes may group very many documents; None for one a core.
        """
        with closing(Spooled()) as rows:
            for corpus in self._corpora:
                for row in self._rows(corpus):
                    if isinstance(row, TextPair):
                        yield _plan_of(row)
                    elif isinstance(row, Problem):
                        yield row
                    else:
                        rows.append(row)
            collection = self._others()
            self.passed_over = collection.passed_over
            self.remarks += collection.remarks
            yield from collection.problems
            yield from self._grouped(rows.behind(collection.documents), collection.source, cache, jobs)

    def analysis(self, document: Document) -> Analysis | None:
        """Return the analysis that the grouping has made of a document; None where it made none."""
        return self._analysis(document)

    @property
    def size(self) -> int:
        """Return about how many code points there are to compare; 0 as long as that is not known."""
        return self._size if self._sized else 0

    def measure(self) -> None:
        """Take the corpora's files for as long as their pairs are."""
        self._size = sum(corpus.stat().st_size for corpus in self._corpora if corpus.is_file())
        self._sized = bool(self._corpora)

    def _rows(self, corpus: Path) -> Iterator[Document | TextPair | Problem]:
        from artdiff.documents.corpora.reading import read_corpus  # noqa: PLC0415  (for corpora only)

        empty = True
        try:
            for row in read_corpus(corpus, self._columns):
                empty = False
                yield row
        except UnreadableError as error:
            yield Problem(error.path, error.problem)
        else:
            self.remarks += [Problem(str(corpus), "it has no rows")] if empty else []

    def _grouped(self, documents: Spooled, source: int | None, cache: Cache | None, jobs: int | None) -> Iterator[Plan]:
        if not documents:
            return
        from artdiff.batch.work import Work  # noqa: PLC0415  (a corpus of pairs needs no stories)

        work = Work(documents.held, cache)
        stories = work.group(source, jobs=jobs)
        if self._mends and source is None:
            from artdiff.batch.mending import mended_stories  # noqa: PLC0415  (seldom is anything mended)

            stories = mended_stories(documents.held, stories, self._mends)
        self._analysis = work.analysis_of
        self._size += sum(
            documents.length(story.source) + documents.length(at) for story in stories for at in story.variants
        )
        self._sized = True
        for story in stories:
            yield _plan(story, documents.held)


def inputs_of(
    paths: Sequence[Path],
    source: Path | None = None,
    columns: Columns | None = None,
    *,
    rows: bool = False,
    mends: Sequence[Mend] = (),
) -> Inputs:
    """Return what some paths name.

    Args:
        paths: as the user named them.
        source: the file that everything else is a rewrite of.
        columns: which columns of corpora are what; None for those that have the fields' names.
        rows: a file whose name tells no format is read as JSON lines.
        mends: what reviewers mended of the grouping; nothing counts where the source is named.
    """
    corpora = [] if source else [path for path in paths if _is_corpus(path, rows=rows)]
    others = [path for path in paths if path not in corpora]
    return Inputs(
        corpora,
        columns or NO_COLUMNS,
        lambda: read(others, source, columns, corpora) if others else Collection(()),
        mends,
    )


def _is_corpus(path: Path, *, rows: bool) -> bool:
    return corpus_suffix(path.name) is not None or (rows and not format_of(path.name) and not holds_several(path))


def rows_of(plans: Iterable[Plan | Problem]) -> Iterator[TextPair | Problem]:
    """Yield the pairs of stories, and what cannot be read."""
    for plan in plans:
        if isinstance(plan, Problem):
            yield plan
        else:
            yield from plan.rows


def _plan_of(row: TextPair) -> Plan:
    return Plan(Story(row.source.metadata.title or "", 0, (1,), NAMED, certain=True), row.source, (row,))


def _plan(story: Story, documents: Sequence[Document]) -> Plan:
    source = documents[story.source]
    rows = (TextPair(_identity(documents[at]), source, documents[at]) for at in story.variants)
    return Plan(story, source, tuple(rows))


def _identity(document: Document) -> str:
    return document.metadata.identity or str(document.path or document.name)
