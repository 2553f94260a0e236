"""Where the reviewer stands: one immutable value and the commands' pure functions. Knows no screen."""
