"""A module with the name of a piece of library code."""

WHICH = "the module"
