"""A text in the forms that the rules for meetings look at, and a sentence of it that reports one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importers.extraction.dates import DateFound
from importers.extraction.events import Event, tells_of_another_time
from importers.extraction.jubilees import Jubilee
from importers.extraction.places import PlaceFound
from importers.extraction.reading import Reading, RegionKind
from importers.extraction.sentences import Sentence, Sentences

HEAD = 45
"""Code points at the head of a sentence that tell of which time it speaks."""


@dataclass(frozen=True, slots=True)
class Text:
    """The reading in the forms that the rules look at, and what was found in it."""

    reading: Reading
    low: str
    key: str
    sentences: Sentences
    dates: tuple[DateFound, ...]
    places: tuple[PlaceFound, ...]
    jubilees: tuple[Jubilee, ...]
    published: str | None

    @property
    def title(self) -> Sentence | None:
        """The headline."""
        first = self.sentences.all[0] if self.sentences.all else None
        return first if first is not None and first.kind is RegionKind.TITLE else None


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence that reports a meeting, with its event and its day where it has them."""

    sentence: Sentence
    number: int
    event: Event
    day: DateFound | None


OPENING = 450
"""Code points at the head of a text that tell what it is about."""
_OF_CRIME = re.compile(
    r"(?<!\w)(?:bị cáo|cáo trạng|hđxx|hội đồng xét xử|xét xử|tù giam|năm tù|tháng tù|lĩnh án|khởi tố|"
    r"truy tố|truy nã|"
    r"heroin|tang vật|bắt quả tang|tuyên án|tuyên phạt|đột kích|"
    r"bắt giữ|bắt tạm giam|thu giữ|nghi phạm|nghi can|hung thủ|thi thể|nạn nhân|lừa đảo|trộm cắp|phiên tòa)(?!\w)"
)


def is_of_crime(key: str) -> bool:
    """Whether a text opens with a crime: what officials do in it is no meeting, but where one is named."""
    return _OF_CRIME.search(key, 0, OPENING) is not None


def is_elsewhen(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence says at its head that it tells of another time."""
    return tells_of_another_time(text.key, sentence.start, min(sentence.end, sentence.start + HEAD))
