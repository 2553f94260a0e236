"""``artdiff explain``: why a finding was made, or was not."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from artdiff.cli.speaking import Help, Status, path

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(words: Sequence[str]) -> int:
    """Print what every judge says of one rewrite."""
    parser = argparse.ArgumentParser(
        prog="artdiff explain",
        description="Prints every fact of a rewrite with its verdict, the evidence and the rule, supported ones too.",
        formatter_class=Help,
    )
    parser.add_argument("source", metavar="SOURCE", type=path)
    parser.add_argument("variant", metavar="VARIANT", type=path)
    parser.add_argument("--at", metavar="LINE", type=int, help="only what stands in this line of the rewrite")
    options = parser.parse_args(words)
    from artdiff.batch.work import explain_documents
    from artdiff.documents.reading import read_document
    from artdiff.engine.values import Pair
    from artdiff.reports.explained import explained_lines

    documents = Pair(read_document(options.source), read_document(options.variant))
    for line in explained_lines(documents, explain_documents(documents), options.at):
        print(line)
    return Status.NOTHING_FOUND
