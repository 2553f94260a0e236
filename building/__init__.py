"""How artdiff is built; not part of what is installed."""
