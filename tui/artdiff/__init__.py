"""artdiff finds what rewrites of an article altered or made up."""

__version__ = "0.1.0"
