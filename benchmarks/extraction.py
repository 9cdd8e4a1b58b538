"""Measures reading on one core: articles a second, where the time goes, and texts made to be slow.

usage: python -m benchmarks.extraction [--number N] [--rounds N] [--seed N] [--articles FILE.jsonl[.gz]]

The articles have 2 to 6 KB each: generated, or from a file of JSON objects with ``title`` and ``text``, one a line.
Seconds are those of the processor (`time.process_time`), so that other work on the machine weighs less. Each
hostile text is read whole and a quarter of it: where the whole is read at less than half the rate a byte, time does
not grow in line with length, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import gzip
import json
import signal
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Final

from benchmarks.generator import Generator
from importers.pipeline import read_article

_LEAST, _MOST = 2000, 6000
_HOSTILE_BYTES: Final = 1_000_000
_HALF: Final = 0.5
_TICK: Final = 0.001
"""Seconds between two looks at where the program is."""

_STAGES: Final = {
    "cleaning": ("cleaning",),
    "tokens": ("tokens",),
    "lexicon": ("lexicon",),
    "names, offices": (
        "scan",
        "cuts",
        "names",
        "names_inside",
        "positions",
        "tails",
        "joints",
        "stretches",
        "numbers_inside",
        "things",
        "unsure",
        "rank_rows",
        "finds",
    ),
    "attachment": ("attachment", "gaps", "people", "references", "normalising"),
    "dates": ("dates", "date_found", "date_leads", "date_words", "near_dates"),
    "places": ("places",),
    "presence": ("presence", "actors", "sides", "chairs", "reached", "absence", "attendance_lists", "pictures"),
    "documents": ("documents", "laws", "citation"),
    "meetings": (
        "meetings",
        "texts",
        "signs",
        "undated",
        "main_times",
        "told",
        "near_years",
        "named_years",
        "said_years",
        "reports",
        "events",
        "meeting_days",
        "meeting_places",
        "years",
        "jubilees",
        "guesses",
    ),
}
_STAGE_OF: Final = {module: stage for stage, modules in _STAGES.items() for module in modules}


def articles(number: int, seed: int, source: Path | None) -> list[bytes]:
    """Give ``number`` articles of 2 to 6 KB; fewer where the source has fewer."""
    texts = (text.encode() for text in (_generated(seed) if source is None else _from_lines(source)))
    return list(islice((text for text in texts if _LEAST <= len(text) <= _MOST), number))


def _generated(seed: int) -> Iterator[str]:
    generator = Generator(seed)
    while True:
        yield generator.article()


def _from_lines(source: Path) -> Iterator[str]:
    with (gzip.open if source.suffix == ".gz" else open)(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield f"{row['title']}\n\n{row['text']}"


def hostile(size: int = _HOSTILE_BYTES) -> dict[str, str]:
    """Texts of about ``size`` bytes, each of which makes some rule look as far as it can."""
    generator = Generator(3)
    long_one = "\n\n".join(islice(iter(generator.article, ""), size // 4000 + 1))

    def over(words: str) -> str:
        return "Họp ở huyện\n\n" + words * (size // len(words.encode()) + 1)

    return {
        "one long article": long_one,
        "one long line": " ".join(long_one.split()),
        "commas": over(","),
        "capital letters": over("A"),
        "capital letters, parted": over("A "),
        "Phó Phó Phó": over("Phó "),
        "names": over("Nguyễn Văn An "),
        "offices, commas": over("Chủ tịch, "),
        "offices and names": over("Bí thư Tỉnh ủy Lò Văn Bến, "),
        "days": over("ngày 3/4/2023, "),
        "numbers": over("3-4-"),
        "brackets": over("("),
        "brackets around names": over("(ông Lò Văn Bến) ["),
        "quotation marks": over('“”"'),
        "documents": over("Nghị quyết số 12-NQ/TU, "),
        "short lines": over("Tin mới\n"),
        "captions": over("Ảnh: Hà Mây\n"),
        "blank lines": over("\n\u00a0\n") + "Họp",
        "marks that join": over("a\u0323\u0302"),
        "ngày ngày ngày": over("ngày "),
        "hội nghị hội nghị": over("hội nghị "),
    }


def rates(texts: Sequence[bytes], rounds: int) -> list[float]:
    """Seconds that each round over all texts takes, the first left out, which reads the lexicon."""
    taken = []
    for _ in range(rounds + 1):
        began = time.process_time()
        for text in texts:
            read_article(text, "a.txt")
        taken.append(time.process_time() - began)
    return taken[1:]


def stages(texts: Sequence[bytes]) -> Counter[str]:
    """Look a thousand times a second at what is being worked at, and count by stage."""
    seen: Counter[str] = Counter()

    def look(_signal: int, frame: FrameType | None) -> None:
        seen[_stage_at(frame)] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _TICK, _TICK)
    try:
        for text in texts:
            read_article(text, "a.txt")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return seen


def _stage_at(frame: FrameType | None) -> str:
    """The stage that a frame belongs to: that of the innermost module that is of one stage only."""
    while frame is not None:
        parts = Path(frame.f_code.co_filename).with_suffix("").parts
        if "importers" in parts:
            for part in parts[parts.index("importers") + 1 :]:
                if part in _STAGE_OF:
                    return _STAGE_OF[part]
        frame = frame.f_back
    return "decoding, the rest"


def main() -> int:
    """Measure, print the tables; gives the exit status."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--number", type=int, default=1000, help="articles to read (1000)")
    options.add_argument("--rounds", type=int, default=5, help="times to read them (5)")
    options.add_argument("--seed", type=int, default=7, help="seed of generated articles (7)")
    options.add_argument("--articles", type=Path, help="a file of JSON Lines with title and text")
    chosen = options.parse_args()
    texts = articles(chosen.number, chosen.seed, chosen.articles)
    size = sum(map(len, texts))
    taken = rates(texts, chosen.rounds)
    middle = statistics.median(taken)
    rate = size / middle / 1e6
    print(f"{len(texts)} articles of {size // len(texts)} bytes, {chosen.rounds} rounds, one core")
    print(f"{'articles/s':<24}{len(texts) / middle:>8.0f}   best {len(texts) / min(taken):.0f}")
    print(f"{'MB/s':<24}{rate:>8.2f}\n\n{'stage':<24}{'share':>8}")
    seen = stages(texts)
    for stage, count in seen.most_common():
        print(f"{stage:<24}{count / seen.total():>8.1%}")
    print(f"\n{'hostile text, 1 MB':<24}{'MB/s':>8}{'over ordinary':>15}{'over a quarter':>16}")
    slow = False
    quarters = hostile(_HOSTILE_BYTES // 4)
    for name, text in hostile().items():
        part, whole = _rate(quarters[name]), _rate(text)
        slow = slow or whole < part * _HALF
        print(f"{name:<24}{whole:>8.2f}{whole / rate:>15.2f}{whole / part:>16.2f}", flush=True)
    return 1 if slow else 0


def _rate(text: str) -> float:
    """Millions of bytes a second at which one text is read."""
    data = text.encode()
    began = time.process_time()
    read_article(data, "a.txt")
    return len(data) / (time.process_time() - began) / 1e6


if __name__ == "__main__":
    sys.exit(main())
