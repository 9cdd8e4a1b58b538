"""The shared vocabulary of the project: frozen records that importers make, the store keeps, readers show.

Positions in text are code points (Python string indices), half open: ``text[start:end]``. Every span belongs
to one *part* of an article: its headline (``title``) or its cleaned ``body``. Dates are EDTF strings
(Extended Date/Time Format, Library of Congress, level 1): ``2021-12-01``, ``2024-01``, ``XXXX-12-12``
(day and month known, year not), ``2023-12/2024-01`` (an interval).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """The part of an article that a span lies in."""

    TITLE = "title"
    BODY = "body"


class BlockKind(StrEnum):
    """What a block (a line or paragraph) of the cleaned body is."""

    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CROSSHEAD = "crosshead"


class MentionKind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    POSITION = "position"
    RANK = "rank"
    DATE = "date"
    PLACE = "place"
    DOCUMENT = "document"
    ORGANISATION = "organisation"


class Tense(StrEnum):
    """How an office is held at the time of the article."""

    HOLDS = "holds"
    FORMER = "former"
    ACTING = "acting"
    APPOINTED = "appointed"


class Role(StrEnum):
    """What a person did at a meeting, the weightier first."""

    CHAIRS = "chairs"
    LEADS = "leads"
    SPEAKS = "speaks"
    REPORTS = "reports"
    ATTENDS = "attends"


class DateBasis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    YEAR_FROM_PUBLICATION = "year from publication"
    INFERRED = "inferred"
    USER = "user"


class MeetingKind(StrEnum):
    """What sort of event an article reports."""

    CONFERENCE = "conference"
    WORKING_SESSION = "working session"
    VISIT = "visit"
    PLENUM = "plenum"
    CONGRESS = "congress"
    SESSION = "session"
    CEREMONY = "ceremony"
    RECEPTION = "reception"
    INSPECTION = "inspection"
    VOTER_CONTACT = "voter contact"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of code points, ``[start, end)``, in one part of an article."""

    start: int
    end: int
    part: Part = Part.BODY


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the cleaned body; blocks are in order and parted by blank lines."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Caption:
    """A photo caption as it stands, its credit apart, and where it is in the body (``None``: a repetition)."""

    text: str
    credit: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article parted into what it says and what stood around it; nothing of the original is judged lost.

    ``body`` holds paragraphs, crossheads and each caption once, joined by one blank line. ``boilerplate`` and
    ``captions`` hold lines as they stood in the original, in order, repetitions included.
    """

    title: str | None
    byline: str | None
    section: str | None
    published: str | None
    published_text: str | None
    body: str
    blocks: tuple[Block, ...]
    captions: tuple[Caption, ...]
    boilerplate: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """One office of one person at one place of the text, as worded there and in a normal form.

    ``normal`` has abbreviations written out (``UBND`` → ``Ủy ban nhân dân``); ``organisation`` and ``place`` are
    what it belongs to where the article says so. ``span`` covers ``wording`` exactly.
    """

    wording: str
    normal: str
    span: Span
    tense: Tense = Tense.HOLDS
    organisation: str | None = None
    place: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the article names something; ``target`` is the name of what it means."""

    kind: MentionKind
    span: Span
    target: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One person of an article, with every office, rank and mention, in the order of the text."""

    name: str
    offices: tuple[Office, ...] = ()
    ranks: tuple[str, ...] = ()
    present: bool = False
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendance:
    """What one person did at one meeting, and the words that say so; ``side`` is whose delegation."""

    name: str
    role: Role
    side: str | None = None
    span: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that an article reports. ``date`` says no more than the text knows.

    A date that is only guessed stands in ``inferred_date`` with its ``date_reason``.
    """

    kind: MeetingKind
    title: str | None = None
    date: str | None = None
    date_text: str | None = None
    date_basis: DateBasis | None = None
    date_reason: str | None = None
    inferred_date: str | None = None
    part_of_day: str | None = None
    place: str | None = None
    span: Span | None = None
    attendances: tuple[Attendance, ...] = ()
    rule: str = ""

    @property
    def chairs(self) -> tuple[str, ...]:
        """The names of those who chair it or lead its delegation, in the order of the text."""
        names = [a.name for a in self.attendances if a.role in (Role.CHAIRS, Role.LEADS)]
        return tuple(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class Document:
    """A document that the article cites, with all its wordings; the first is the fullest.

    ``rules`` names for each span the rule that found it; empty where the archive gives the document.
    """

    kind: str
    number: str | None
    issuer: str | None
    wordings: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that a careful reader takes from one article. The main meeting comes first."""

    version: str
    meetings: tuple[Meeting, ...] = ()
    people: tuple[Person, ...] = ()
    documents: tuple[Document, ...] = ()
    mentions: tuple[Mention, ...] = ()  # dates, places and organisations; those of people are with them


LINES: Final = "jsonl"
"""The format of sources that are a line of a file, with others above and below."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Where a text came from. ``digest`` is the SHA-256 (hex) of the decoded, NFC-normal original text."""

    path: str
    format: str
    digest: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """What importers hand to the store: the original text, the article in it, and what it says."""

    source: SourceFile
    original: str
    article: CleanArticle
    extraction: Extraction


class Outcome(StrEnum):
    """What the store did with an imported article."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"  # a new version of an article that was there
    DUPLICATE = "duplicate"  # the same text is there from another path; the path is remembered


# --- what the store gives to readers -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the user: ``letter`` applies it with one keystroke, ``count`` is how many articles have it."""

    name: str
    letter: str | None = None
    colour: str | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the user on a passage or (``exact`` empty) on the article as a whole.

    ``span`` is where the passage stands in the body now, ``None`` while it is adrift. ``prefix`` and ``suffix``
    are 32 code points around it, fewer at the ends of the text and more where 32 would not tell it from like words
    elsewhere (W3C Web Annotation, TextQuoteSelector).
    """

    id: str
    article_key: str
    text: str
    kind: str
    exact: str
    prefix: str
    suffix: str
    span: Span | None
    created: str
    modified: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One row of the timeline. ``sort_date`` is the EDTF date it is placed by; ``inferred`` marks a guess."""

    article_id: int
    key: str
    title: str
    title_is_lede: bool
    sort_date: str | None
    inferred: bool
    part_of_day: str | None
    unread: bool
    marked: bool
    tags: tuple[Tag, ...] = ()
    notes: int = 0
    meeting_id: int | None = None
    copies: int = 1


@dataclass(frozen=True, slots=True)
class PersonInArticle:
    """A person as one article shows them, for the pane of people."""

    key: str
    name: str
    role: Role | None
    side: str | None
    present: bool
    ranks: tuple[str, ...]
    offices: tuple[Office, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with all that the reader shows of it."""

    id: int
    key: str
    title: str | None
    byline: str | None
    section: str | None
    published: str | None
    published_text: str | None
    body: str
    blocks: tuple[Block, ...]
    sources: tuple[SourceFile, ...]
    captions: tuple[Caption, ...]
    boilerplate: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    people: tuple[PersonInArticle, ...]
    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]  # every mention, of people and offices too, in the order of the text
    tags: tuple[Tag, ...]
    notes: tuple[Note, ...]
    unread: bool
    marked: bool
    stopped_at: int  # code points into the body; 0: at the top
    same_meeting: tuple[int, ...] = ()  # ids of other articles on the same meeting


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that an article says a person holds, and when that article places it."""

    wording: str
    normal: str
    tense: Tense
    article_id: int
    article_title: str
    date: str | None
    inferred: bool
    span: Span


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person across the archive: offices along time, meetings, and whom they meet."""

    key: str
    name: str
    variants: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    meetings: tuple[TimelineRow, ...]
    met: tuple[tuple[str, str, int], ...] = field(default=())  # key, name, meetings in common; most first
