"""Decisions of reviewers: values, what they are about, and the file that keeps them."""
