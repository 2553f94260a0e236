"""Corpora: files of rows, each an article or a pair of articles, read piece by piece whatever their size."""
