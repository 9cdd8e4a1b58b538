"""Measures of speed and size on archives that are made from a seed. Not tests: nothing here passes or fails."""
