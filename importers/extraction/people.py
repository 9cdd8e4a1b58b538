"""The people of an article: names, offices, ranks and mentions put together."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final

from importers.extraction.attachment import Attacher
from importers.extraction.finds import Attached, Event, Named
from importers.extraction.lexicon import Lexicon, Sort, lexicon
from importers.extraction.lives import Lives, whose_life
from importers.extraction.names import vietnamese
from importers.extraction.normalising import normal_office
from importers.extraction.positions import Held
from importers.extraction.reading import Reading
from importers.extraction.references import References
from importers.extraction.scan import BEHIND_OFFICE, MAY_BE_PLACE, Scanner
from importers.extraction.tokens import LOWER, UPPER, Tokens, tokenise
from store.records import Mention, MentionKind, Office, Person, Tense

_LONGEST_SIGNATURE: Final = 9
_SHORTEST_KNOWN, _LONGEST_KNOWN = 2, 6  # words of a name by which it is known where an office has taken it in
_WHOLE_NAME = 3  # words of which a name behind an office may be told without another sign
_LONG_WORD = 5  # letters of a foreign word that is known again although one of them is wrong
_MOST_COMPARED = 200  # bounds the work on texts that are names only
_TENSES: Final = {"former": Tense.FORMER, "acting": Tense.ACTING, "new": Tense.APPOINTED}


@dataclass(slots=True, eq=False)
class Draft:
    """A person while the text is read."""

    key: tuple[str, ...]
    name: str
    offices: list[tuple[Held, str]] = field(default_factory=list)
    ranks: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[tuple[int, int, str]] = field(default_factory=list)


def find_people(reading: Reading) -> tuple[Person, ...]:
    """Find each person that the text names, once, in the order of the text; ``present`` is not set here."""
    t = tokenise(reading.text)
    lex = lexicon()
    scanner = Scanner(t, lex)
    attacher = Attacher(t, lex)
    regions = [(first, scanner.scan(first, after)) for first, after in _token_regions(t, reading)]
    regions = _without_no_names(t, regions, scanner.bare, lex)
    known = {
        tuple(t.normals[event.first : event.after])
        for _, events in regions
        for event in events
        if isinstance(event, Named) and event.whole and not _names_things(t, event, lex)
    }
    lives = Lives(reading, t)
    subject: Named | None = None
    for number, (first, events) in enumerate(regions):
        events = _without_swallowed(events, t, known)
        start = t.starts[first]
        if lives.is_row(start, events):
            subject = subject or whose_life(regions, number)
            if subject is not None:
                lives.tie(start, events, subject, attacher.found)
                continue
        attacher.region(events, first)
    drafts = _Assembly(t, attacher.found).drafts(scanner.bare)
    References(t, drafts).settle(attacher.found.loose)
    return tuple(_person(draft, t, reading, lex) for draft in drafts)


def _without_no_names(
    t: Tokens, regions: list[tuple[int, list[Event]]], bare: list[tuple[int, int]], lex: Lexicon
) -> list[tuple[int, list[Event]]]:
    """The finds without words behind an office that are no short name of anybody (`Giám đốc Sau đó`)."""
    doubted = {id(e) for _, events in regions for e in events if isinstance(e, Named) and _is_doubted(e)}
    if not doubted:
        return regions
    ends = {tuple(t.normals[at:after]) for at, after in bare if after > at + 1}
    for _, events in regions:
        for name in events:
            if isinstance(name, Named) and name.rule != BEHIND_OFFICE:
                ends.update(tuple(t.normals[start : name.after]) for start in range(name.first, name.after))
                if t.normals[name.first] not in lex.common:
                    ends.add((t.normals[name.first],))  # `Tổng thống Moon`

    def somebody(event: Event) -> bool:
        if id(event) not in doubted or not isinstance(event, Named):
            return True
        return any(tuple(t.normals[at : event.after]) in ends for at in range(event.first, event.after))

    return [(first, [event for event in events if somebody(event)]) for first, events in regions]


def _is_doubted(name: Named) -> bool:
    """Whether words are a name only if the text names somebody so elsewhere."""
    return name.rule == BEHIND_OFFICE and name.after - name.first < _WHOLE_NAME


def _names_things(t: Tokens, name: Named, lex: Lexicon) -> bool:
    """Whether places and bodies bear the name as well (`Hồ Chí Minh`)."""
    entry, _ = lex.longest(t.normals, name.first, name.after)
    return entry is not None and bool(entry.sort & (Sort.PLACE | Sort.TITLED))


def _without_swallowed(events: list[Event], t: Tokens, known: set[tuple[str, ...]]) -> list[Event]:
    """Events with offices that end in the whole name of somebody of the text parted into office and name."""
    parted: list[Event] = []
    for event in events:
        parted.append(event)
        if not isinstance(event, Held) or event.after - event.head_after < _SHORTEST_KNOWN:
            continue
        for count in range(min(_LONGEST_KNOWN, event.after - event.head_after), _SHORTEST_KNOWN - 1, -1):
            start = event.after - count
            if t.shapes[start] != LOWER and tuple(t.normals[start : event.after]) in known:
                parted.append(Named(start, start, event.after, True, False, False, "name known from the text"))
                event.after = event.bridge = start
                event.body = event.body and start > event.head_after
                event.place = event.place if event.place and event.place[1] <= start else None
                break
    return parted


def _token_regions(t: Tokens, reading: Reading) -> list[tuple[int, int]]:
    """The regions of the reading as ranges of tokens."""
    ranges = []
    for region in reading.regions:
        first = bisect_left(t.starts, region.start)
        at = bisect_left(t.starts, region.end, first)
        if at > first and not _signature(t, first, at):
            ranges.append((first, at))
    return ranges


def _signature(t: Tokens, first: int, after: int) -> bool:
    """Whether a region is only the name of who signed the article."""
    return after - first <= _LONGEST_SIGNATURE and all(
        t.shapes[i] != LOWER or not t.words[i].isalpha() for i in range(first, after)
    )


class _Assembly:
    """Puts names that mean one person together, with what is tied to them."""

    def __init__(self, t: Tokens, found: Attached) -> None:
        self._t = t
        self._found = found
        self._by_key: dict[tuple[str, ...], Draft] = {}
        self._by_end: dict[tuple[str, ...], Draft] = {}
        self._first_ending: dict[tuple[str, ...], Draft] = {}
        self._of_name: dict[int, Draft] = {}
        self._heads: dict[int, str] = {id(bond.name): bond.office.head for bond in found.bonds}
        self._held: dict[int, set[str]] = {}
        self._heads_of: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        self._places: dict[tuple[str, ...], list[int]] = {}
        for name in found.names:
            if name.whole:
                self._places.setdefault(self._key(name), []).append(name.first)
        for bond in found.bonds:
            if bond.name.whole and bond.office.body:  # the same office of the same body
                words = tuple(t.normals[bond.office.first : bond.office.after])
                self._heads_of.setdefault(self._key(bond.name), set()).add(words)

    def drafts(self, bare: list[tuple[int, int]]) -> list[Draft]:
        """Everybody, in the order of first mention; ``bare`` are capitals that may be short forms of names."""
        found = self._found
        for name in found.names:
            if name.whole and (self._t.normals[name.first],) in lexicon().saints:
                self._whole(name)
        for name in found.names:
            if name.whole and name.after - name.first >= 3:
                self._whole(name)
        for name in found.names:
            if name.whole and name.after - name.first < 3 and self._key(name) not in self._first_ending:
                self._whole(name)
        self._by_end.clear()
        for name in found.names:
            self._of_name[id(name)] = self._meant(name)
        for bond in found.bonds:
            self._of_name[id(bond.name)].offices.append((bond.office, bond.rule))
        for name, rank in found.ranks:
            self._of_name[id(name)].ranks.append(rank)
        for address, name in found.addresses:
            self._of_name[id(name)].mentions.append((address.lead, address.after, "form of address"))
        for first, after in bare:
            self._mention(first, after)
        everybody = dict.fromkeys(self._of_name.values())
        return [draft for draft in everybody if self._is_somebody(draft)]

    def _mention(self, first: int, after: int) -> None:
        """Take capitals that end a full name (`Văn Hậu`, `Putin`) for a mention of that person."""
        key = tuple(self._t.normals[first:after])
        draft = self._first_ending.get(key)
        if draft is not None and (len(key) > 1 or not vietnamese(key[0])):
            draft.mentions.append((first, after, "short form alone"))

    def _is_somebody(self, draft: Draft) -> bool:
        """Whether a person known by one syllable only is told of as more than in passing."""
        if draft.mentions and all(rule in (BEHIND_OFFICE, MAY_BE_PLACE) for _, _, rule in draft.mentions):
            return False
        if len([word for word in draft.key if len(word) > 1]) > 1 or draft.offices:
            return True
        t = self._t
        if len(draft.name) <= 2 or not draft.mentions:
            return False
        after = draft.mentions[0][1]
        aged = after + 2 < len(t) and (t.words[after] == "(" or t.normals[after + 2] == "tuổi")
        return aged or len(draft.mentions) > 1

    def _key(self, name: Named) -> tuple[str, ...]:
        return tuple(self._t.normals[name.first : name.after])

    def _whole(self, name: Named) -> None:
        key = self._key(name)
        if key in self._by_key:
            return
        same = self._without_saint(key) or self._cut_short(key) or self._misspelt(key) or self._marked_wrong(key)
        if same is None:
            self._new(name, key)
        else:
            self._by_key[key] = same
            self._endings(key, same)

    def _without_saint(self, key: tuple[str, ...]) -> Draft | None:
        """Whom a name means that another name of the text begins with a saint's (`Giuse Trần Văn A`)."""
        draft = self._first_ending.get(key)
        return draft if draft is not None and draft.key[: -len(key)] in lexicon().saints else None

    def _cut_short(self, key: tuple[str, ...]) -> Draft | None:
        """Whom two syllables mean that begin one longer name of the text (`Lê Hữu tâm` for `Lê Hữu Tâm`)."""
        if len(key) != _SHORTEST_KNOWN or key[0] not in lexicon().common:
            return None
        known = islice(self._by_key.items(), _MOST_COMPARED)
        longer = {id(d): d for k, d in known if k[:-1] == key and all(vietnamese(word) for word in k)}
        return next(iter(longer.values())) if len(longer) == 1 else None

    def _marked_wrong(self, key: tuple[str, ...]) -> Draft | None:
        """Whom a name means that is his but for the mark of one syllable.

        Both hold the same office; or this name stands once, the other often, and never in one sentence with it.
        """
        if len(key) < _WHOLE_NAME:
            return None
        for known, draft in islice(self._by_key.items(), _MOST_COMPARED):
            odd = len(known) == len(key) and sum(a != b for a, b in zip(known, key, strict=True)) == 1
            if odd and [_without_marks(w) for w in known] == [_without_marks(w) for w in key]:
                held = self._heads_of.get(key, set()) & self._heads_of.get(known, set())
                if held or self._slips(key, known):
                    return draft
        return None

    def _slips(self, key: tuple[str, ...], known: tuple[str, ...]) -> bool:
        """Whether a name that stands once is a slip for one that stands often, in other sentences."""
        places, others = self._places.get(key, []), self._places.get(known, [])
        if len(places) != 1 or not 2 <= len(others) <= _MOST_COMPARED or key[1] in ("văn", "thị"):
            return False
        words = self._t.words
        return all("." in words[min(places[0], o) : max(places[0], o)] for o in others)

    def _misspelt(self, key: tuple[str, ...]) -> Draft | None:
        """The foreigner whom a name means that is his but for one letter; also without his first given names."""
        if all(vietnamese(word) for word in key):
            return None
        for draft in islice(self._by_key.values(), _MOST_COMPARED):
            theirs = draft.key[-len(key) :]
            odd = [pair for pair in zip(key, theirs, strict=False) if pair[0] != pair[1]]
            if len(theirs) == len(key) > len(odd) == 1 and _one_letter_off(*odd[0]):
                return draft
        return None

    def _new(self, name: Named, key: tuple[str, ...]) -> Draft:
        draft = self._by_key[key] = Draft(key, _written(self._t, name.first, name.after))
        self._endings(key, draft)
        return draft

    def _endings(self, key: tuple[str, ...], draft: Draft) -> None:
        """Let each ending of a name mean the person, where it does not mean somebody named before."""
        for count in range(1, len(key)):
            self._first_ending.setdefault(key[-count:], draft)

    def _meant(self, name: Named) -> Draft:
        key = self._key(name)
        draft = self._by_key.get(key)
        if draft is None:
            draft = self._by_end.get(key) or self._first_ending.get(key) or self._by_surname(name, key)
            draft = self._holder(name, key, draft) if draft else self._new(name, key)
        if id(name) in self._heads:
            self._held.setdefault(id(draft), set()).add(self._heads[id(name)])
        for count in range(1, len(draft.key) + 1):
            self._by_end[draft.key[-count:]] = draft
        draft.ranks.extend(name.ranks)
        draft.mentions.append((name.first, name.after, name.rule))
        return draft

    def _holder(self, name: Named, key: tuple[str, ...], draft: Draft) -> Draft:
        """Whom a short form behind an office means: ``draft``, or somebody else known to hold that office."""
        head = self._heads.get(id(name))
        if head is None or head in self._held.get(id(draft), ()):
            return draft
        for other in islice(self._by_key.values(), _MOST_COMPARED):
            if other.key[-len(key) :] == key and head in self._held.get(id(other), ()):
                return other
        return draft

    def _by_surname(self, name: Named, key: tuple[str, ...]) -> Draft | None:
        """The one person whom a surname means: in the old way (`Bác Tôn`) or in that of China (`ông Hồng`)."""
        title = self._t.normals[name.lead]
        chinese = title in ("ông", "bà", "ngài")
        foreign = name.rule == BEHIND_OFFICE and key[0] not in lexicon().common  # `Tổng thống Moon`
        if len(key) > 1 or not (chinese or foreign or title in ("bác", "cụ")):
            return None
        holders = {id(draft): draft for known, draft in self._by_key.items() if known[0] == key[0]}
        if key[0] in lexicon().common and title not in ("bác", "cụ"):  # `Vương Nghị`, in whose land names are short
            holders = {known: draft for known, draft in holders.items() if len(draft.key) == _SHORTEST_KNOWN}
        return next(iter(holders.values())) if len(holders) == 1 else None


@lru_cache(maxsize=4096)
def _without_marks(word: str) -> str:
    """A normal word without its marks (`nghị` and `nghi` are one)."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace("đ", "d")


def _one_letter_off(one: str, other: str) -> bool:
    """Whether two long foreign words differ by one letter more, less or other."""
    if min(len(one), len(other)) < _LONG_WORD or abs(len(one) - len(other)) > 1 or vietnamese(one):
        return False
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    shorter, longer = sorted((one[same:], other[same:]), key=len)
    return shorter[len(longer) == len(shorter) :] == longer[1:]


def _written(t: Tokens, first: int, after: int) -> str:
    """A name as it stands, in ordinary capitals."""
    wording = " ".join(t.wording(first, after).split())
    if all(t.shapes[i] == UPPER for i in range(first, after)):
        return wording.title()
    return wording


def _person(draft: Draft, t: Tokens, reading: Reading, lex: Lexicon) -> Person:
    mentions = [
        Mention(
            MentionKind.PERSON,
            reading.span(t.starts[first], t.ends[after - 1]),
            draft.name,
            f"{rule}: {t.normals[first]}",
        )
        for first, after, rule in sorted(set(draft.mentions))
    ]
    mentions += [
        Mention(
            MentionKind.RANK,
            reading.span(t.starts[first], t.ends[after - 1]),
            draft.name,
            _rank_rule(t, first, after),
        )
        for first, after in sorted(set(draft.ranks))
    ]
    offices = sorted(draft.offices, key=lambda pair: pair[0].first)
    ranks: dict[str, str] = {}
    for first, after in sorted(draft.ranks):
        ranks.setdefault(" ".join(t.normals[first:after]), t.wording(first, after))
    return Person(
        name=draft.name,
        offices=tuple(_office(held, rule, t, reading, lex) for held, rule in offices),
        ranks=tuple(ranks.values()),
        mentions=tuple(mentions),
    )


def _rank_rule(t: Tokens, first: int, after: int) -> str:
    return f"rank: {' '.join(t.normals[first:after])}"


def _office(held: Held, rule: str, t: Tokens, reading: Reading, lex: Lexicon) -> Office:
    body = (held.head_after, held.after) if held.after > held.head_after and held.body else None
    return Office(
        wording=t.wording(held.first, held.after),
        normal=normal_office(t, held.first, held.after, lex),
        span=reading.span(t.starts[held.first], t.ends[held.after - 1]),
        tense=_TENSES.get(held.status, Tense.HOLDS),
        organisation=t.wording(*body) if body else None,
        place=t.wording(*held.place) if held.place else None,
        rule=f"{rule}: {held.head}",
    )
