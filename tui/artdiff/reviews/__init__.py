"""Decisions: what reviewers say of findings."""
