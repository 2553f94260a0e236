"""The engine: pure functions from documents to comparisons. No files, no screen."""
