"""From the body of an article to its people, positions, meetings and documents."""

from __future__ import annotations

from importers.extraction.people import find_people
from importers.extraction.reading import read
from store.records import CleanArticle, Extraction

VERSION = "1"
"""Raised whenever the rules or the lexicon change what is found, so that archives know what to find anew."""


def extract(article: CleanArticle) -> Extraction:
    """Take from a clean article all that a careful reader takes. Pure; raises nothing for any text."""
    reading = read(article)
    people = find_people(reading)
    return Extraction(version=VERSION, people=people)
