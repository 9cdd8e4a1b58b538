"""The powers of the reader from the shell."""
