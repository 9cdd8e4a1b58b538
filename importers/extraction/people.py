"""The people of an article: names, offices, ranks and mentions put together."""

from __future__ import annotations

from importers.extraction.reading import Reading
from store.records import Person


def find_people(reading: Reading) -> tuple[Person, ...]:
    """Find each person that the text names, once, in the order of the text; ``present`` is not set here."""
    return ()
