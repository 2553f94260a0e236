"""How documents are opened: a few are read at once; of very many a list is made, and each is read when it is looked at."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Final

from artdiff.documents.collection import Collection
from artdiff.documents.document import Document
from artdiff.documents.formats import corpus_suffix, format_of
from artdiff.documents.reading import list_files, read
from artdiff.documents.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MANY: Final = 500
"""Files that are not all read before the first frame."""
LARGE: Final = 2 * 1024 * 1024
"""Bytes of a corpus that is not read before the first frame."""
AT_ONCE: Final = 100
"""Rows of a corpus that the first frame has."""


def lay_out(paths: Sequence[Path], source: Path | None) -> Collection:
    """Return the documents of some paths, read or to be read."""
    is_pair = len(paths) == 2 and not any(path.is_dir() for path in paths)
    if source is not None or (is_pair and not any(corpus_suffix(path.name) for path in paths)):
        return read(paths, source)
    files, problems, passed_over = list_files(paths)
    several = [path for path in files if _holds_several(path)]
    if len(files) <= MANY and not any(map(_is_large, several)):
        return read(paths, source)
    single = [path for path in files if not _holds_several(path)]
    spool = Path(mkdtemp(prefix="artdiff-")) / "rows" if several else None
    shelf = Shelf(single, several, spool, tuple(islice(_first(several), AT_ONCE)))
    return Collection(shelf, problems, passed_over)


def put_away(collection: Collection) -> None:
    """Remove what was made for looking at documents."""
    if isinstance(collection.documents, Shelf) and collection.documents.spool is not None:
        rmtree(collection.documents.spool.parent, ignore_errors=True)


def _first(corpora: Sequence[Path]) -> Iterator[Document]:
    from artdiff.batch.indexing import documents_of  # noqa: PLC0415  (for very large corpora only)

    return (one for one in documents_of(tuple(corpora)) if isinstance(one, Document))


def _holds_several(path: Path) -> bool:
    form = format_of(path.name)
    return corpus_suffix(path.name) is not None or bool(form and form.several)


def _is_large(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > LARGE
