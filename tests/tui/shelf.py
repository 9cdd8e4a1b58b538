"""An archive of invented articles, the same on every machine: nothing in it depends on how texts are read."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from store import articles
from store.archive import Archive
from store.records import (
    Attendance,
    Block,
    BlockKind,
    Caption,
    CleanArticle,
    DateBasis,
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
    Tense,
)

HAI = "Đinh Công Hải"
LUA = "Mạc Thị Lụa"
TRUONG = "Tạ Đình Trường"


@dataclass(frozen=True)
class Guest:
    """Someone of an article: every place of the name is a mention, every wording of an office one office."""

    name: str
    role: Role | None
    offices: tuple[str, ...] = ()
    side: str | None = None
    tense: Tense = Tense.HOLDS


def span_of(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def imported(
    name: str,
    title: str | None,
    body: str,
    *,
    meeting: Meeting,
    guests: tuple[Guest, ...] = (),
    byline: str | None = None,
    section: str | None = None,
    published: str | None = None,
    captions: tuple[str, ...] = (),
) -> ImportedArticle:
    """Put an article together as importers would."""
    blocks, at = [], 0
    for text in body.split("\n\n"):
        kind = BlockKind.CAPTION if text in captions else BlockKind.PARAGRAPH
        blocks.append(Block(kind, at, at + len(text)))
        at += len(text) + 2
    kept = tuple(Caption(text, None, span_of(text, body)) for text in captions)
    original = f"{title or ''}\n\n{body}\n\nTrang chủ\nGửi cho bạn bè\n"
    people = tuple(_person(guest, body) for guest in guests)
    attended = tuple(Attendance(guest.name, guest.role, guest.side) for guest in guests if guest.role)
    whole = replace(meeting, attendances=attended)
    article = CleanArticle(
        title, byline, section, published, published, body, tuple(blocks), kept, ("Trang chủ", "Gửi cho bạn bè")
    )
    digest = hashlib.sha256(original.encode("utf-8", "surrogatepass")).hexdigest()
    source = SourceFile(f"/articles/{name}.txt", "text", digest)
    return ImportedArticle(source, original, article, Extraction("test", (whole,), people))


def _person(guest: Guest, body: str) -> Person:
    mentions = tuple(
        Mention(MentionKind.PERSON, Span(found.start(), found.end()), guest.name)
        for found in re.finditer(re.escape(guest.name), body)
    )
    offices = tuple(Office(wording, wording, span_of(wording, body), guest.tense) for wording in guest.offices)
    return Person(guest.name, offices, (), guest.role is not None, mentions)


def on_day(date: str, part: str | None = None, place: str | None = None) -> Meeting:
    """A meeting whose day is stated."""
    return Meeting(
        MeetingKind.WORKING_SESSION, date=date, date_basis=DateBasis.STATED, part_of_day=part, place=place
    )


ROADS = imported(
    "roads",
    "Đoàn công tác của tỉnh Hạ Vân khảo sát đường liên xã tại huyện Suối Đá",
    f"Sáng 14-3, đoàn công tác do đồng chí {HAI}, Phó Bí thư Tỉnh ủy Hạ Vân dẫn đầu đã khảo sát tuyến đường liên xã"
    " tại huyện Suối Đá.\n\n"
    f"Cùng dự có đồng chí {LUA}, Bí thư Huyện ủy Suối Đá và đồng chí {TRUONG}, Chủ tịch UBND huyện.\n\n"
    "Quang cảnh buổi khảo sát trên đèo.\n\n"
    f"Đồng chí {HAI} yêu cầu huyện làm xong mặt đường trước mùa mưa, không để dân phải đi vòng.\n\n"
    + "\n\n".join(
        f"Đoạn đường số {number} dài {number} cây số, qua {number} cầu nhỏ; huyện báo cáo đã sửa xong một nửa và sẽ"
        " sửa tiếp phần còn lại khi có đá."
        for number in range(1, 25)
    )
    + "\n\nBuổi khảo sát kết thúc ở bến sông.",
    meeting=on_day("2023-03-14", "sáng", "huyện Suối Đá"),
    guests=(
        Guest(HAI, Role.LEADS, ("Phó Bí thư Tỉnh ủy Hạ Vân",), "tỉnh Hạ Vân"),
        Guest(LUA, Role.ATTENDS, ("Bí thư Huyện ủy Suối Đá",), "huyện Suối Đá"),
        Guest(TRUONG, Role.ATTENDS, ("Chủ tịch UBND huyện",), "huyện Suối Đá"),
    ),
    byline="Hoài Phố",
    section="Thời sự",
    published="2023-03-15T08:10",
    captions=("Quang cảnh buổi khảo sát trên đèo.",),
)
SCHOOL = imported(
    "school",
    "Bàn việc xây trường ở xã Bến Gỗ",
    f"Chiều 2-11, đồng chí {LUA}, Chủ tịch UBND huyện Suối Đá họp với xã Bến Gỗ về việc xây trường.\n\n"
    "Xã xin mười gian nhà ngói, huyện cho tám.",
    meeting=on_day("2021-11-02", "chiều", "xã Bến Gỗ"),
    guests=(Guest(LUA, Role.CHAIRS, ("Chủ tịch UBND huyện Suối Đá",)),),
    byline="P.V",
    published="2021-11-02",
)
HARVEST = imported(
    "harvest",
    None,
    f"Đồng chí {TRUONG}, nguyên Chánh Văn phòng Huyện ủy kể lại vụ mùa năm trước, khi cả huyện cùng ra đồng.",
    meeting=Meeting(
        MeetingKind.MEETING, inferred_date="2023-12/2024-01", date_reason="kể lại năm trước vào dịp cuối năm"
    ),
    guests=(Guest(TRUONG, Role.SPEAKS, ("Chánh Văn phòng Huyện ủy",), tense=Tense.FORMER),),
)
WELLS = imported(
    "wells",
    "Hội nghị bàn về giếng nước",
    f"Ngày 9-9, hội nghị bàn về giếng nước có đồng chí {HAI} dự. Mọi xã đều thiếu nước.",
    meeting=Meeting(MeetingKind.CONFERENCE, date="XXXX-09-09", date_basis=DateBasis.STATED),
    guests=(Guest(HAI, Role.ATTENDS),),
)
LETTER = imported(
    "letter",
    "Thư của bạn đọc về bến đò",
    "Bạn đọc viết rằng bến đò cũ cần sửa, vì mùa lũ sắp tới và người già không qua sông được.",
    meeting=Meeting(MeetingKind.MEETING),
)

ALL = (ROADS, SCHOOL, HARVEST, WELLS, LETTER)
"""In the order of the timeline they are: harvest, roads, school, then (without a year) letter and wells."""


def build(path: Path) -> None:
    """Make the archive at a path."""
    with Archive.open(path) as archive:
        for article in ALL:
            articles.add(archive, article)
