"""Measures, printed by `make bench`; never an assertion on time."""
