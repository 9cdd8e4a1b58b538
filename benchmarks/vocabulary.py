"""Words for generated articles: as many, as long and as often as in real ones, but put together by chance.

The frequent words are those of the language (`data/words.txt`); the rest is made: syllables by the rules of Vietnamese
spelling, words and set phrases of two to five syllables of them, and rare tokens without end (numbers, signs of
documents, foreign names). How often the word of a rank comes is a model of what was counted in news.
"""

from __future__ import annotations

import math
import unicodedata
from itertools import accumulate, pairwise
from pathlib import Path
from random import Random
from typing import Final

DATA: Final = Path(__file__).with_name("data")

SYLLABLES: Final = 5200
"""Distinct syllables of news, marks counted, are five to six thousand."""

COMPOUNDS: Final = 16_000
PHRASES: Final = 6000
FOREIGN: Final = 12_000

_CURVE: Final = (
    *((1, 1.9e-2), (10, 1.1e-2), (60, 3e-3), (100, 1.5e-3), (1000, 1.6e-4)),
    *((6000, 2e-5), (15_000, 2.5e-6), (60_000, 1.5e-7)),
)
"""Rank of a word among all, and its share of a text; between these a straight line of logarithms."""

_ENDLESS: Final = 0.012  # share of tokens that are made when they are needed

_ONSETS: Final = {
    "": 4, "b": 8, "c": 10, "ch": 8, "d": 5, "đ": 9, "g": 3, "gi": 4, "h": 8, "kh": 6, "l": 9, "m": 7, "n": 6,
    "ng": 6, "nh": 8, "p": 1, "ph": 5, "qu": 5, "r": 4, "s": 5, "t": 12, "th": 12, "tr": 9, "v": 7, "x": 3,
}  # fmt: skip
_TONES: Final = {"": 10, "\u0300": 8, "\u0301": 9, "\u0323": 7, "\u0309": 4, "\u0303": 2}
_STOPPED_TONES: Final = ("\u0301", "\u0323")


def sections(name: str) -> dict[str, list[str]]:
    """Read a file of ``data``: words parted by ``|`` under headings in brackets."""
    found: dict[str, list[str]] = {}
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = words = []
        elif line and not line.startswith("#"):
            words += [word.strip() for word in line.split("|")]
    return found


def syllable(onset: str, rhyme: str, tone: str) -> str:
    """Spell a syllable; ``tone`` is a combining mark or nothing."""
    if rhyme[0] in "ieê" and onset in ("c", "g", "ng"):
        onset = {"c": "k", "g": "gh", "ng": "ngh"}[onset]
    if onset == "gi" and rhyme[0] == "i":
        onset = "g"
    if onset == "qu" and rhyme[0] in "ouưôơ":
        onset = "c"
    if not onset and rhyme.startswith("iê"):
        rhyme = "y" + rhyme[1:]
    at = _tone_place(rhyme)
    toned = rhyme[:at] + unicodedata.normalize("NFC", rhyme[at] + tone) + rhyme[at + 1 :]
    return onset + toned


def _tone_place(rhyme: str) -> int:
    vowels = [at for at, letter in enumerate(rhyme) if letter in "aăâeêioôơuưy"]
    marked = [at for at in vowels if rhyme[at] in "ăâêôơư"]
    if marked:
        return marked[-1]
    if len(vowels) == 1 or vowels[-1] + 1 < len(rhyme):
        return vowels[-1]
    return vowels[1] if len(vowels) > 2 else vowels[0]


def share(rank: int) -> float:
    """Give the share of a text that the word of a rank (from 1) has, by `_CURVE`."""
    for (low, high_share), (high, low_share) in pairwise(_CURVE):
        if rank <= high:
            along = (math.log(rank) - math.log(low)) / (math.log(high) - math.log(low))
            return math.exp(math.log(high_share) + along * (math.log(low_share) - math.log(high_share)))
    return _CURVE[-1][1]


class Vocabulary:
    """Words in the order of their frequency, the same for the same seed. A word may have several syllables."""

    def __init__(self, seed: int) -> None:
        random = Random(f"vocabulary {seed}")
        self.words = _words(random)
        self._foreign = sections("syllables.txt")["foreign"]
        self._weights = list(accumulate(share(rank) for rank in range(1, len(self.words) + 1)))
        content = range(100, min(14_000, len(self.words)))
        self.topics = [tuple(self.words[at] for at in random.sample(content, 90)) for _ in range(240)]

    def draw(self, random: Random, count: int) -> list[str]:
        """Draw words by their frequency; some are of those that no list has."""
        drawn = random.choices(self.words, cum_weights=self._weights, k=count)
        for at in range(int(random.expovariate(1 / (_ENDLESS * count)))):
            drawn[(at * 37 + 11) % count] = self._endless(random)
        return drawn

    def _endless(self, random: Random) -> str:
        """Make a token that hardly any other article has: a number, the sign of a document or a foreign name."""
        kind = random.random()
        if kind < 0.45:
            return str(int(10 ** random.uniform(0, 3)))
        if kind < 0.6:
            return f"{int(10 ** random.uniform(0, 3))}.{random.randint(0, 999):03}"
        if kind < 0.75:
            return f"{random.randint(0, 99)},{random.randint(1, 99)}%"
        return "".join(random.choices(self._foreign, k=random.randint(2, 5))).capitalize()


def _words(random: Random) -> list[str]:
    listed, parts = sections("words.txt"), sections("syllables.txt")
    syllables = _syllables(random, parts["rhymes"])
    compounds = list(
        dict.fromkeys(" ".join(_low(random, syllables, random.choice((2, 2, 2, 3)))) for _ in range(COMPOUNDS))
    )
    foreign = [
        "".join(random.choices(parts["foreign"], k=random.randint(2, 4))).capitalize() for _ in range(FOREIGN)
    ]
    known = listed["words"] + compounds[:2000]
    phrases = listed["phrases"] + [" ".join(_low(random, known, 2)) for _ in range(PHRASES)]
    head = listed["small"]
    middle = _riffle(
        random, [(listed["words"], 0.4), (compounds[:2500], 1), (syllables[:1500], 1), (phrases[:400], 1)]
    )
    tail = compounds[2500:] + syllables[1500:] + phrases[400:] + foreign
    random.shuffle(tail)
    return list(dict.fromkeys(head + middle + tail))


def _syllables(random: Random, rhymes: list[str]) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < SYLLABLES:
        onset = random.choices(list(_ONSETS), list(_ONSETS.values()))[0]
        rhyme = random.choice(rhymes)
        stopped = rhyme.endswith(("c", "p", "t", "ch"))
        tone = random.choice(_STOPPED_TONES) if stopped else random.choices(list(_TONES), list(_TONES.values()))[0]
        made[syllable(onset, rhyme, tone)] = None
    return list(made)


def _low(random: Random, words: list[str], count: int) -> list[str]:
    """Draw words, those at the beginning of the list more often."""
    return [words[int(len(words) * random.random() ** 1.5)] for _ in range(count)]


def _riffle(random: Random, lists: list[tuple[list[str], float]]) -> list[str]:
    """Put lists together so that each keeps its order, and ends at the share of the whole that stands beside it."""
    placed = [
        ((at + random.random()) / len(words) * end, word) for words, end in lists for at, word in enumerate(words)
    ]
    return [word for _, word in sorted(placed)]
