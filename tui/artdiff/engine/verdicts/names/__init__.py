"""Persons, organisations and places, their offices and to whom they belong."""
