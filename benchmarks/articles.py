"""Generated articles as the store takes them in: text, and what an extraction of it would have found.

Each is made of the seed and its number alone, so that any process can make any of them. No extraction runs here: it
is known what was put where. The sentences are words by chance between the fixed turns of such reports.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final

from benchmarks.vocabulary import Vocabulary
from benchmarks.world import Figure, Paper, World, day_of
from importers.extraction import VERSION
from store.records import (
    Attendance,
    Block,
    BlockKind,
    Caption,
    CleanArticle,
    DateBasis,
    Document,
    Extraction,
    ImportedArticle,
    Meeting,
    MeetingKind,
    Mention,
    MentionKind,
    Office,
    Person,
    Role,
    SourceFile,
    Span,
)

MEDIAN_LENGTH: Final = 2100
"""Code points; with `SPREAD` (of the logarithm) as counted in 12,000 articles of news."""

SPREAD: Final = 0.47
SHORTEST, LONGEST = 500, 12_000

_WORD: Final = 8.8  # code points of a word of the vocabulary, with the space behind it
_FRESH: Final = 0.42
"""Share of the words that are drawn anew; the others come again, so that an article has as many distinct words as
a real one of its length, 240 in 540."""

_OPENINGS: Final = ("Đồng chí", "Phát biểu tại hội nghị, đồng chí", "Theo đồng chí", "Kết luận, đồng chí")
_KINDS: Final = (
    (MeetingKind.CONFERENCE, "Hội nghị"),
    (MeetingKind.WORKING_SESSION, "Buổi làm việc"),
    (MeetingKind.MEETING, "Cuộc họp"),
    (MeetingKind.SESSION, "Kỳ họp"),
    (MeetingKind.VISIT, "Chuyến thăm"),
)


@dataclass(slots=True)
class _Text:
    """A body that grows; knows where it has come to."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    _start: int = 0

    def add(self, text: str) -> Span:
        self.parts.append(text)
        start, self.length = self.length, self.length + len(text)
        return Span(start, self.length)

    def close(self, kind: BlockKind = BlockKind.PARAGRAPH) -> Span:
        """End a block."""
        span = Span(self._start, self.length)
        self.blocks.append(Block(kind, span.start, span.end))
        self.add("\n\n")
        self._start = self.length
        return span

    def body(self) -> str:
        return "".join(self.parts).removesuffix("\n\n")


@dataclass(frozen=True, slots=True)
class _Event:
    """What several articles may report alike."""

    day: date
    kind: MeetingKind
    noun: str
    part_of_day: str
    place: str
    people: list[Figure]


class Maker:
    """Makes the articles of an archive of ``size``; ``article(n)`` is the same whenever it is asked for."""

    def __init__(self, seed: int, size: int) -> None:
        self.seed = seed
        self.size = size
        self.vocabulary = Vocabulary(seed)
        self.world = World(seed)

    def article(self, number: int) -> ImportedArticle:
        """Make one article; ``number`` counts from 0."""
        return _Writer(self, Random(f"{self.seed} {number}"), self._event(number)).write(number)

    def _event(self, number: int) -> _Event:
        known = number - 1 if number % 10 == 9 else number  # every tenth reports what the one before it does
        random = Random(f"{self.seed} event {known}")
        kind, noun = random.choice(_KINDS)
        people = self.world.draw_people(random, min(1 + int(random.expovariate(1 / 2.8)), 30))
        day = day_of(random, known, self.size)
        return _Event(day, kind, noun, random.choice(("sáng", "chiều")), self.world.draw_place(random), people)


class _Writer:
    """One article being written."""

    def __init__(self, maker: Maker, random: Random, event: _Event) -> None:
        self.maker = maker
        self.random = random
        self.event = event
        self.text = _Text()
        self.topic = random.choice(maker.vocabulary.topics)
        self.mentions: list[Mention] = []
        self.named: dict[Figure, list[Mention]] = {figure: [] for figure in event.people}
        self.offices: dict[Figure, list[Office]] = {figure: [] for figure in event.people}
        self.papers: dict[Paper, list[Span]] = {}

    def write(self, number: int) -> ImportedArticle:
        random, event = self.random, self.event
        length = min(max(random.lognormvariate(math.log(MEDIAN_LENGTH), SPREAD), SHORTEST), LONGEST)
        pool = self._pool(int(length / _WORD))
        title = f"{event.noun} {' '.join(pool[:5])} tỉnh {event.place}"
        when, lead = self._lead(pool[5:15])
        self._people_present()
        self._paragraphs(pool[15:])
        caption = self.text.add(f"Quang cảnh {event.noun.lower()}. Ảnh: P.V")
        self.text.close(BlockKind.CAPTION)
        dated = self._date()
        meeting = Meeting(
            event.kind,
            None,
            *dated,
            event.part_of_day,
            event.place,
            lead,
            self._attendances(),
            "lead of an article",
        )
        return self._imported(number, title, caption, meeting, when)

    def _pool(self, count: int) -> list[str]:
        """Draw the words of the article: some of its topic, and most of them not for the first time."""
        random = self.random
        words = self.maker.vocabulary.draw(random, max(int(count * _FRESH), 16))
        for at in range(0, len(words), 6):
            words[at] = self.topic[int(len(self.topic) * random.random() ** 2)]
        words += random.choices(words, k=max(count - len(words), 16))
        random.shuffle(words)
        return words

    def _lead(self, words: list[str]) -> tuple[Span, Span]:
        event, text = self.event, self.text
        when = text.add(f"{event.part_of_day.capitalize()} {event.day.day}/{event.day.month}")
        self.mentions.append(Mention(MentionKind.DATE, when, event.day.isoformat(), "day and month"))
        text.add(", tại ")
        self._place(event.place)
        text.add(", ")
        body = text.add(f"Tỉnh ủy {event.place}")
        self.mentions.append(Mention(MentionKind.ORGANISATION, body, f"Tỉnh ủy {event.place}", "committee"))
        text.add(f" tổ chức {event.noun.lower()} về {' '.join(words)}.")
        return when, text.close()

    def _people_present(self) -> None:
        if not self.event.people:
            return
        chair, *others = self.event.people
        self.text.add("Đồng chí ")
        self._figure(chair)
        self.text.add(" chủ trì.")
        if others:
            self.text.add(" Tham dự có các đồng chí: ")
        for at, figure in enumerate(others):
            self.text.add("; " if at else "")
            self._figure(figure)
        self.text.add(".")
        self.text.close()

    def _paragraphs(self, pool: list[str]) -> None:
        random, text = self.random, self.text
        at = 0
        while at < len(pool):
            for sentence in range(random.randint(2, 4)):
                words = pool[at : at + random.randint(10, 26)]
                at += len(words)
                if not words:
                    break
                text.add(" " if sentence else "")
                self._sentence(words)
            text.close()

    def _sentence(self, words: list[str]) -> None:
        random, text = self.random, self.text
        chance = random.random()
        if chance < 0.1 and self.event.people:
            text.add(random.choice(_OPENINGS) + " ")
            self._mention(random.choice(self.event.people))
            text.add(" nhấn mạnh: ")
        elif chance < 0.2:
            text.add("Tại ")
            self._place(self.maker.world.draw_place(random))
            text.add(", ")
        elif chance < 0.24:
            text.add("Thực hiện ")
            self._paper(self.maker.world.draw_papers(random, 1)[0])
            text.add(", ")
        else:
            words[0] = words[0][:1].upper() + words[0][1:]
        cut = len(words) // 2
        text.add(f"{' '.join(words[:cut])}, {' '.join(words[cut:])}." if cut else f"{words[0]}.")

    def _mention(self, figure: Figure) -> None:
        span = self.text.add(figure.name)
        self.named[figure].append(Mention(MentionKind.PERSON, span, figure.name, "title and surname"))

    def _figure(self, figure: Figure) -> None:
        self._mention(figure)
        post = figure.post(self.event.day)
        self.text.add(", ")
        span = self.text.add(post.wording)
        office = Office(
            post.wording,
            post.normal,
            span,
            organisation=post.organisation,
            place=post.place,
            rule="behind the name",
        )
        self.offices[figure].append(office)

    def _place(self, place: str) -> None:
        self.mentions.append(Mention(MentionKind.PLACE, self.text.add(place), place, "a listed place"))

    def _paper(self, paper: Paper) -> None:
        self.papers.setdefault(paper, []).append(self.text.add(paper.wording))

    def _date(self) -> tuple[str | None, str, DateBasis | None, str | None, str | None]:
        """Give what the text says of the day: a few in a hundred say less than all."""
        event, chance = self.event, self.random.random()
        said = f"{event.part_of_day} {event.day.day}/{event.day.month}"
        if chance < 0.01:
            return None, said, None, None, None
        if chance < 0.03:
            return f"XXXX-{event.day.month:02}-{event.day.day:02}", said, DateBasis.STATED, None, None
        if chance < 0.06:
            until = event.day + timedelta(days=self.random.randint(5, 60))
            return None, said, DateBasis.INFERRED, "a review of the year", f"{event.day}/{until}"
        return event.day.isoformat(), said, DateBasis.STATED, None, None

    def _attendances(self) -> tuple[Attendance, ...]:
        return tuple(
            Attendance(figure.name, Role.ATTENDS if at else Role.CHAIRS, None, self.named[figure][0].span, "listed")
            for at, figure in enumerate(self.event.people)
        )

    def _imported(self, number: int, title: str, caption: Span, meeting: Meeting, when: Span) -> ImportedArticle:
        body = self.text.body()
        published = f"{self.event.day.isoformat()}T09:30" if number % 7 else None
        furniture = ("Chia sẻ", "In bài viết", "Tin cùng chuyên mục")
        original = "\n".join((title, *body.split("\n\n"), *furniture))
        digest = hashlib.sha256(original.encode()).hexdigest()
        path = f"reports/{self.event.day.year}/{number // 1000:04}/{number:07}.txt"
        shown = Caption(body[caption.start : caption.end], "P.V", caption)
        article = CleanArticle(
            title, "P.V", "Thời sự", published, published, body, tuple(self.text.blocks), (shown,), furniture
        )
        named = tuple(
            Person(figure.name, tuple(self.offices[figure]), (), True, tuple(mentions))
            for figure, mentions in self.named.items()
        )
        papers = tuple(
            Document(paper.kind, paper.number, paper.issuer, (paper.wording,), tuple(spans))
            for paper, spans in self.papers.items()
        )
        found = Extraction(VERSION, (meeting,), named, papers, tuple(self.mentions))
        return ImportedArticle(SourceFile(path, "text", digest), original, article, found)
