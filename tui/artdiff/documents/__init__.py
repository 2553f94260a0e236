"""Documents: one text each, with its name and the offsets into it. The only reader of article files."""
