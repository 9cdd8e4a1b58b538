"""Whole screens that open over the reader."""
