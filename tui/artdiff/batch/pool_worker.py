"""A worker of the pool: compares what its standard input asks for, and ends when that does.

Run as ``python -P -m artdiff.batch.pool_worker`` with pipes.
"""

from __future__ import annotations

from artdiff.batch.answering import serve
from artdiff.batch.comparing import compare_texts
from artdiff.batch.garbage import look_seldom_for_garbage
from artdiff.batch.messages import ComparedTexts, CompareTexts


def main() -> None:
    """Serve standard input until it ends, or until nobody listens."""
    look_seldom_for_garbage()
    serve(_compared)


def _compared(request: object) -> ComparedTexts:
    return ComparedTexts(compare_texts(request.pairs) if isinstance(request, CompareTexts) else ())


if __name__ == "__main__":
    main()
