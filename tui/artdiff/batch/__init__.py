"""Many comparisons: in this process or in worker processes."""
