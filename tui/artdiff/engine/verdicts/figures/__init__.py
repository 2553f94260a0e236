"""Numbers, shares, money, measures and lengths of time, and what follows from them by arithmetic."""
