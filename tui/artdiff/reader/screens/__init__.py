"""Screens: wiring between the session and the widgets."""
