"""From the body of an article to its people, positions, meetings and documents."""

from __future__ import annotations

from dataclasses import replace

from importers.extraction.dates import DateFound, find_dates
from importers.extraction.documents import find_documents
from importers.extraction.meetings import find_meetings
from importers.extraction.people import find_people
from importers.extraction.places import PlaceFound, find_places
from importers.extraction.reading import Reading, read
from store.records import CleanArticle, Extraction, Mention, MentionKind

VERSION = "4"
"""Raised whenever the rules or the lexicon change what is found, so that archives know what to find anew."""


def extract(article: CleanArticle) -> Extraction:
    """Take from a clean article all that a careful reader takes. Pure; raises nothing for any text."""
    reading = read(article)
    people = find_people(reading)
    dates = find_dates(reading.text)
    places = find_places(reading)
    meetings, present = find_meetings(reading, people, dates, places, article.published)
    return Extraction(
        version=VERSION,
        meetings=meetings,
        people=tuple(replace(person, present=person.name in present) for person in people),
        documents=find_documents(reading),
        mentions=_mentions(reading, dates, places),
    )


def _mentions(
    reading: Reading, dates: tuple[DateFound, ...], places: tuple[PlaceFound, ...]
) -> tuple[Mention, ...]:
    """Where days, months and places are named, in the order of the text; a date's target is its EDTF form."""
    found = [
        Mention(MentionKind.DATE, reading.span(date.start, date.end), date.edtf() or "", date.rule)
        for date in dates
        if date.month is not None or date.relative is not None
    ]
    found += [Mention(MentionKind.PLACE, reading.span(p.start, p.end), p.name, p.kind.value) for p in places]
    return tuple(sorted(found, key=lambda mention: (mention.span.part.value != "title", mention.span)))
