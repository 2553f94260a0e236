"""Comparisons as JSON and text for people."""
