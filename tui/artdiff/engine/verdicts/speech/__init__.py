"""Quotations, and who said something."""
