"""One module for each format that articles leave the archive in."""
