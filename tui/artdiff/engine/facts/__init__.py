"""Facts: typed spans with comparable values, one module a family."""
