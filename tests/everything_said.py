"""Prints all that is said of the stories with keys, features of judgements and all: ``python -m tests.everything_said``.

Two builds of the engine say the same where their outputs are the same (``PYTHONHASHSEED=0`` for both).
"""

from artdiff.documents.document import Document
from artdiff.engine import comparison
from artdiff.engine.analysis import analyse
from artdiff.engine.values import Pair
from tests.bench_scale import texts
from tests.scoring import STORIES


def main() -> None:
    for source, variant in texts(sorted(path.parent.name for path in STORIES.glob("*/source.txt"))):
        pair = Pair(analyse(Document("source", source)), analyse(Document("variant", variant)))
        print(comparison.compare(pair))
        for one in comparison.explain(pair):
            features = [(name, float(value)) for name, value in one.features]
            print(one.verdict, one.kind, one.spans, one.reason, one.rule, float(one.strength), features)


if __name__ == "__main__":
    main()
