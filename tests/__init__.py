"""The tests; a package so that ``python -m tests.accuracy`` and ``python -m tests.bench`` run."""
