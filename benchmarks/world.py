"""Who and what generated articles speak of: people with their offices, places, bodies, documents, tags."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Final

from benchmarks.vocabulary import sections

PEOPLE: Final = 30_000
DOCUMENTS: Final = 6000
FIRST_DAY: Final = date(2005, 1, 1)
LAST_DAY: Final = date(2026, 6, 30)
DAYS: Final = (LAST_DAY - FIRST_DAY).days


@dataclass(frozen=True, slots=True)
class Post:
    """An office as it is written out, as articles word it, and what it belongs to."""

    normal: str
    wording: str
    organisation: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """Someone, with offices one after the other; the time is cut evenly among them."""

    name: str
    posts: tuple[Post, ...]

    def post(self, day: date) -> Post:
        """Give the office that is held on a day."""
        return self.posts[min((day - FIRST_DAY).days * len(self.posts) // DAYS, len(self.posts) - 1)]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of state or Party."""

    kind: str
    number: str
    issuer: str

    @property
    def wording(self) -> str:
        """How articles cite it."""
        return f"{self.kind} {self.number}"


@dataclass(frozen=True, slots=True)
class Label:
    """A tag, and on what share of all articles it is."""

    name: str
    share: float


class World:
    """The same for the same seed, however many articles there are."""

    def __init__(self, seed: int) -> None:
        random = Random(f"world {seed}")
        names = sections("names.txt")
        self._fields = names["fields"]
        self.places = tuple(names["provinces"])
        self.people = tuple(self._figures(random, names))
        self.papers = tuple(_paper(random) for _ in range(DOCUMENTS))
        # The first of all stands in about one article in twelve, the thirty thousandth in one in ten thousand.
        self._people = list(accumulate(1 / (rank + 14) for rank in range(PEOPLE)))
        self._papers = list(accumulate(1 / (rank + 4) for rank in range(DOCUMENTS)))
        self._places = list(accumulate(1 / (rank + 9) for rank in range(len(self.places))))

    def draw_people(self, random: Random, count: int) -> list[Figure]:
        """Draw people, the better known more often, each once."""
        return list(dict.fromkeys(random.choices(self.people, cum_weights=self._people, k=count)))

    def draw_papers(self, random: Random, count: int) -> list[Paper]:
        """Draw documents, the better known more often, each once."""
        return list(dict.fromkeys(random.choices(self.papers, cum_weights=self._papers, k=count)))

    def draw_place(self, random: Random) -> str:
        """Draw a province."""
        return random.choices(self.places, cum_weights=self._places)[0]

    def _figures(self, random: Random, names: dict[str, list[str]]) -> list[Figure]:
        pick = random.choice
        full: dict[str, None] = {}
        while len(full) < PEOPLE:
            middle = pick(names["middles"]) + (f" {pick(names['givens'])}" if random.random() < 0.2 else "")
            full[f"{pick(names['surnames'])} {middle} {pick(names['givens'])}"] = None
        return [
            Figure(name, tuple(self._post(random, rank) for _ in range(random.choices((1, 2, 3), (6, 3, 1))[0])))
            for rank, name in enumerate(full)
        ]

    def _post(self, random: Random, rank: int) -> Post:
        field = random.choice(self._fields)
        if rank < 300:
            head = random.choice(("Bộ trưởng", "Thứ trưởng"))
            return random.choice((
                Post("Ủy viên Bộ Chính trị", "Ủy viên Bộ Chính trị", "Bộ Chính trị", None),
                Post("Ủy viên Trung ương Đảng", "Ủy viên Trung ương Đảng", "Trung ương Đảng", None),
                Post(f"{head} Bộ {field}", f"{head} Bộ {field}", f"Bộ {field}", None),
                Post(f"Trưởng Ban {field} Trung ương", f"Trưởng Ban {field} T.Ư", f"Ban {field} Trung ương", None),
            ))  # fmt: skip
        place = random.choice(self.places)
        head = random.choice(("Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực", "Ủy viên Ban Thường vụ"))
        chair = random.choice(("Chủ tịch", "Phó Chủ tịch"))
        director = random.choice(("Giám đốc", "Phó Giám đốc"))
        return random.choice((
            Post(f"{head} Tỉnh ủy {place}", f"{head} Tỉnh ủy {place}", f"Tỉnh ủy {place}", place),
            Post(f"{chair} Ủy ban nhân dân tỉnh {place}", f"{chair} UBND tỉnh {place}", f"UBND tỉnh {place}", place),
            Post(f"{chair} Hội đồng nhân dân tỉnh {place}", f"{chair} HĐND tỉnh {place}", f"HĐND tỉnh {place}", place),
            Post(f"{director} Sở {field} tỉnh {place}", f"{director} Sở {field} {place}", f"Sở {field} {place}", place),
            Post(f"Trưởng Ban {field} Tỉnh ủy {place}", f"Trưởng Ban {field} Tỉnh ủy {place}", f"Tỉnh ủy {place}", place),
        ))  # fmt: skip


def _paper(random: Random) -> Paper:
    number, year = random.randint(1, 999), random.randint(2004, 2026)
    kind, sign, issuer = random.choice((
        ("Nghị quyết", f"{number}-NQ/TW", "Trung ương"),
        ("Chỉ thị", f"{number}-CT/TW", "Ban Bí thư"),
        ("Kết luận", f"{number}-KL/TW", "Bộ Chính trị"),
        ("Nghị định", f"{number}/{year}/NĐ-CP", "Chính phủ"),
        ("Quyết định", f"{number}/QĐ-TTg", "Thủ tướng Chính phủ"),
    ))  # fmt: skip
    return Paper(kind, sign, issuer)


def day_of(random: Random, number: int, size: int) -> date:
    """Give the day of an article: they come about in the order of time, some late; later years have more."""
    along = random.random() if random.random() < 0.03 else (number + 0.5) / size
    day = int(DAYS * along**0.7) + random.randint(-20, 20)
    return FIRST_DAY + timedelta(days=min(max(day, 0), DAYS))


TAGS: Final = (
    Label("đọc lại", 0.08), Label("luận văn", 0.05), Label("nhân sự", 0.03), Label("nghị quyết", 0.02),
    Label("chuyển đổi số", 0.01), Label("đối chiếu", 0.005), Label("dẫn chứng", 0.003), Label("kiểm tra lại", 0.002),
    Label("ảnh đẹp", 0.001), Label("nghi sai ngày", 0.0005), Label("hiếm", 0.0001),
)  # fmt: skip
"""Tags from common to rare."""
