"""Where a judge looks for what the source says instead, and how well two places agree."""
