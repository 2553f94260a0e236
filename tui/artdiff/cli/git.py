"""``artdiff git``: two versions of the texts in a repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.cli.check import check_inputs, check_parser, gate_of
from artdiff.cli.speaking import say

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(words: Sequence[str]) -> int:
    """Print what a later version of texts did to an earlier one."""
    from artdiff.batch.inputs import Inputs
    from artdiff.documents.corpora.columns import NO_COLUMNS
    from artdiff.documents.repository import versions

    end = words.index("--") if "--" in words else len(words)
    parser = check_parser("artdiff git", "Prints what a later version of the texts in a git repository altered.")
    options, revisions = parser.parse_known_intermixed_args(words[:end])
    revisions, paths = [*map(str, options.paths), *revisions], list(words[end + 1 :])
    if not 1 <= len(revisions) <= 2 or any(word.startswith("-") for word in revisions):
        parser.error("one or two revisions are needed: artdiff git REV [REV] -- PATH...")
    if options.source or options.format == "jsonl":
        parser.error("neither --source nor --format jsonl goes with two versions, which are compared file by file")
    collection = versions(revisions[0], revisions[1] if revisions[1:] else None, paths)
    if not collection.documents and not collection.problems and not collection.remarks:
        say("no text that is read here differs between these versions")
    return check_inputs(Inputs((), NO_COLUMNS, lambda: collection), options, gate_of(options))
