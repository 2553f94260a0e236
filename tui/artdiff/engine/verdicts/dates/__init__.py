"""Dates, times of day and parts of the day."""
