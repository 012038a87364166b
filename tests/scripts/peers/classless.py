"""There is no class in it."""
