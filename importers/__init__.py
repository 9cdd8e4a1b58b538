"""Files in, records out: decoding, cleaning, extraction, and whole imports."""
