"""What one region of the text holds, in order: names, offices, ranks, and words of address that stand alone."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from importers.extraction import cuts, names, rank_rows, unsure
from importers.extraction.finds import Address, Event, Lead, Named, Ranked
from importers.extraction.lexicon import Entry, Lexicon, Sort
from importers.extraction.positions import Held, begins_status, read_offices
from importers.extraction.things import Things
from importers.extraction.tokens import LETTER, LOWER, TITLE, Tokens

BEHIND_OFFICE: Final = "short form behind an office"
"""The rule of words behind an office that are a name only if a full name of the text ends so."""

MAY_BE_PLACE: Final = "short form that may be another word"
"""The rule of `ông Đức`, `bà Châu`: names only if a full name of the text ends so."""

_BEFORE_NAME: Final = Sort.COURTESY | Sort.ROLE | Sort.RANK | Sort.PLURAL
_TITLES: Final = Sort.COURTESY | Sort.ROLE | Sort.RANK
_PRONOUNS: Final = frozenset(("ông", "bà", "anh", "chị", "cô", "đồng chí", "đ / c", "cụ", "ông này", "bà này"))
_COUNTRY_OR_NAME: Final = frozenset(("anh", "em", "cậu", "chú", "bạn", "bé", "chị", "cô", "vua"))
_BETWEEN: Final = frozenset((",", "-", "(", ":", "là", "hiện", "nay", "đang", "từng", "kiêm", "đồng", "thời", "và"))
_APPOSED_REACH: Final = 4
_CAREER_REACH: Final = 12
_POSTS: Final = frozenset(("chức", "vị", "trọng"))
_LONGEST_LETTERS: Final = 4
_YEAR: Final = 4  # digits: no count goes before a word so written
_DEPUTY: Final = ["đại", "biểu"]

_OF_MANY: Final = frozenset(
    ("các", "nhiều", "thể", "quý", "mấy", "những", "bộ", "từng", "mỗi", "mọi", "dụng", "công")
)


class Scanner:
    """Reads the events of regions of one text."""

    def __init__(self, t: Tokens, lex: Lexicon) -> None:
        self._t = t
        self._lex = lex
        self._events: list[Event] = []
        self._lead = Lead()
        self._office_after = -1
        self._named_after = -1  # behind the last name and the offices that follow it
        self._listed_after = -1  # behind the last office of a row
        self._things = Things(t, lex)
        self._of_assembly: bool | None = None  # whether an assembly is told of, once it is asked
        self._stops = _stops(t, lex)
        self.bare: list[tuple[int, int]] = []  # short runs of capitals that no rule took

    def scan(self, start: int, end: int) -> list[Event]:
        """The events among tokens ``[start, end)``, in order."""
        t, lex = self._t, self._lex
        self._events = []
        self._lead = Lead()
        self._office_after = self._named_after = self._listed_after = -1
        self._things.begin()
        normals, shapes, stops = t.normals, t.shapes, self._stops
        reached = start
        for at in stops[bisect_left(stops, start) : bisect_left(stops, end)]:
            if at < reached:
                continue
            entry, after = lex.longest(normals, at, end)
            if entry is None and self._lead.after != at != self._office_after and self._alone(at, end):
                self.bare.append((at, at + 1))
                continue
            if shapes[at] == LOWER and normals[at] != "phó" and (entry is None or not entry.sort & Sort.SCANNED):
                continue
            reached = self._read(at, end, entry, after)
        self._flush_lead()
        return self._events

    def _read(self, at: int, end: int, entry: Entry | None, after: int) -> int:
        """Read what begins at ``at``; the position to go on from."""
        if entry is not None and entry.phrase == "chức vụ" and self._t.shapes[after - 1] == TITLE:
            after, entry = at + 1, None  # `giữ chức Vụ trưởng`
        deputy = self._t.normals[at] == "phó"
        if (entry is not None or deputy) and not (deputy and self._is_surname(at, end)):
            sort = entry.sort if entry is not None else Sort.HEAD
            if (sort & (Sort.HEAD | Sort.STATUS | Sort.BEHIND) and not self._acts_for(at, sort)) or (
                sort & Sort.NOISE and begins_status(self._t, at, end, self._lex)
            ):
                offices = read_offices(self._t, at, end, self._lex, self._apposed(at))
                if offices and unsure.cut_off(self._t, offices[-1].after, end):
                    return offices[-1].after
                if offices:
                    return self._offices(offices)
            if (
                sort & _BEFORE_NAME
                and not self._is_country(at, after, sort)
                and not self._is_numeral_name(at, sort)
            ):
                return self._title(at, after, end, sort)
        fixed = entry is not None and entry.sort == Sort.NOISE and after > at + 1 and self._lead.after != at
        if self._t.shapes[at] != LOWER and not fixed:
            return self._capitals(at, end, entry, after)
        return max(after, at + 1) if entry is not None and entry.sort & Sort.NOISE else at + 1

    def _acts_for(self, at: int, sort: int) -> bool:
        """Whether `đại diện` only tells that more are there (`A, đại diện các ban`), not what somebody is."""
        t = self._t
        return (
            bool(sort & Sort.STOP)
            and t.normals[at] == "đại"
            and t.shapes[at] == LOWER
            and t.words[at - 1] not in "-–—("
        )

    def _is_surname(self, at: int, end: int) -> bool:
        """Whether `Phó` is a surname here (`Phó Thị Bạch`), not the first word of an office (`Phó Văn phòng`)."""
        t, lex = self._t, self._lex
        if t.shapes[at] != TITLE or at + 2 >= end or t.normals[at + 1] not in lex.middle:
            return False
        entry, after = lex.longest(t.normals, at + 1, end)
        known = entry is not None and after > at + 2 and entry.sort & (Sort.HEAD | Sort.PART | Sort.PLACE)
        return not known and 3 <= names.run_end(t, at, end) - at <= 4 and t.shapes[at + 2] == TITLE

    def _apposed(self, at: int) -> bool:
        """Whether an office at ``at`` stands behind `giữ chức`, or behind a name and other offices of it."""
        if at and self._t.normals[at - 1] in ("chức", "vụ", "làm"):
            return True
        before = self._t.normals[max(0, at - _CAREER_REACH) : at]
        if before[-1:] in (["như"], [":"], [";"]) and not _POSTS.isdisjoint(before):
            return True
        if before[-1:] == [";"] and self._listed_after == at - 1:
            return True
        after = self._named_after
        return after >= 0 and at - after <= _APPOSED_REACH and all(w in _BETWEEN for w in self._t.normals[after:at])

    def _is_numeral_name(self, at: int, sort: int) -> bool:
        """`ông Sáu` has a numeral for a name."""
        return self._t.shapes[at] != LOWER and not sort & ~Sort.PLURAL and self._lead.after == at

    def _is_country(self, at: int, after: int, sort: int) -> bool:
        """`Anh` in the midst of a sentence is a country, `Em` a name; `suối Bà Lúa` is a place."""
        if sort & Sort.COURTESY and self._t.shapes[at] == TITLE and self._things.marked(at):
            return True
        if not sort & Sort.PLACE and self._t.shapes[at] == LOWER:
            return False
        if self._t.shapes[at] != TITLE or self._t.normals[at] not in _COUNTRY_OR_NAME or after > at + 1:
            return False
        before = self._t.words[at - 1] if at else "\n"
        return before.isalpha() and self._lead.after != at

    def _offices(self, offices: list[Held]) -> int:
        lead = self._lead
        if lead.after == offices[0].lead and lead.first >= 0:
            if any(self._t.normals[i] in ("ứng", "ghế") for i in range(lead.first, lead.after)):
                offices[0].status = "sought"
            offices[0].plural = bool(lead.sort & Sort.PLURAL) or self._counted(lead.first)
            if tuple(self._t.normals[lead.first : lead.after]) not in self._lex.links:  # `được bầu Ủy viên ...`
                offices[0].lead = lead.first
            for rank in lead.ranks:
                self._events.append(Ranked(*rank))
            self._lead = Lead()
        else:
            offices[0].plural = self._counted(offices[0].lead)
        self._flush_lead()
        self._events.extend(offices)
        self._office_after = offices[-1].bridge
        if self._apposed(offices[0].lead):
            self._named_after = self._listed_after = self._office_after
        return max(self._office_after, offices[-1].after)

    def _counted(self, first: int) -> bool:
        word = self._t.words[first - 1] if first > 0 else ""
        return (word.isdigit() and len(word) < _YEAR) or word == "%"

    def _title(self, at: int, after: int, end: int, sort: int) -> int:
        if self._lead.after != at:
            self._flush_lead()
        if sort & Sort.ACADEMIC:
            after = rank_rows.joined(self._t, self._lex, at, after, end)
        self._lead.add(at, after, sort)
        if sort & Sort.FORCE:
            self._lead.after = after = rank_rows.behind_kind(self._t, after, end)
        t = self._t
        short = t.shapes[after - 1] != LOWER and len(t.words[after - 1]) <= _LONGEST_LETTERS
        if after < end and t.words[after] == "." and t.joined(after) and short and sort & (Sort.RANK | Sort.ROLE):
            self._lead.after = after + 1
            return after + 1
        if sort & Sort.RANK and rank_rows.goes_on(self._t, self._lex, after, end):
            self._lead.after = after + 1
            return after + 1
        if sort & Sort.ACADEMIC:
            self._lead.after = rank_rows.behind_field(self._t, self._lex, after, end)
            return self._lead.after
        return after

    def _flush_lead(self) -> None:
        """Keep a rank or a form of address that no name followed as an event of its own."""
        lead = self._lead
        if lead.first < 0:
            return
        for rank in lead.ranks:
            self._events.append(Ranked(*rank))
        alone = " ".join(self._t.normals[lead.first : lead.after]) in _PRONOUNS
        if alone and not self._counted(lead.first) and self._singular(lead.first):
            self._events.append(Address(lead.first, lead.after))
        self._lead = Lead()

    def _singular(self, first: int) -> bool:
        """Whether a form of address means one person: it begins a sentence, or no word of number precedes."""
        t = self._t
        if t.shapes[first] != LOWER or first == 0:
            return t.shapes[first] != LOWER
        clause = t.normals[first] in ("anh", "chị") and t.normals[first - 1] in (",", ";")
        return t.normals[first - 1] not in _OF_MANY and (t.normals[first] in ("ông", "bà", "đồng") or clause)

    # -- names ----------------------------------------------------------------------------------------------

    def _capitals(self, at: int, end: int, entry: Entry | None, known: int) -> int:
        t, lex = self._t, self._lex
        titled = self._lead.after == at and self._lead.first >= 0 and bool(self._lead.sort & _TITLES)
        behind_office = self._office_after == at
        if not (titled or behind_office):
            passed = self._passed(at, end, entry, known)
            if passed > at:
                return passed
        run = cuts.until_office(t, lex, at, names.run_end(t, at, end), end)
        found = names.split(t, at, run, lex, titled=titled or behind_office)
        if found is not None:
            first, after = found
            if first > at and titled:
                return self._name_within(at, first, after)
            if first == at or not (titled or behind_office):
                return self._name(first, after, titled and first == at, behind_office and first == at)
        if titled or behind_office:
            return self._short_or_foreign(at, run, end, titled)
        backed = 2 <= run - at <= 4 and (unsure.aged(t, run) or unsure.listed(t, lex, at, run, end))
        if backed and unsure.plain(t, lex, at, run):
            return self._name(at, run, False, False)
        start = names.foreign_start(t, at, run, lex)
        if start < run:
            after = cuts.foreign_end(t, start, run, end)
            named = not self._things.marked(start) and not names.is_firm(t, start, run, lex)
            if after - start >= 2 and named:
                return self._add(start, after, True, "foreign given name")
            return max(after, run)
        if run - at <= 3:
            self.bare.append((at, run))
        return run

    def _passed(self, at: int, end: int, entry: Entry | None, known: int) -> int:
        """The position after what is surely no name where no title stands before it; else ``at``."""
        passed = self._known_body(at, entry, known)
        if passed > at:
            self._flush_lead()
        elif self._alone(at, end):
            self.bare.append((at, at + 1))
            return at + 1
        return passed

    def _name_within(self, at: int, first: int, after: int) -> int:
        """Take a name of which the first words, right behind a title, look like no part of it."""
        if unsure.begins_foreign(self._t, self._lex, self._lead, at, first, after):
            return self._name(at, after, True, False)
        self._lead = Lead()
        return self._name(first, after, False, False)

    def _alone(self, at: int, end: int) -> bool:
        """Whether a single capitalised word can be no name, as the first of most sentences; for speed only."""
        t, after = self._t, at + 1
        if t.shapes[at] == LOWER or (after < end and (t.shapes[after] != LOWER or t.words[after] == "-")):
            return False
        return t.normals[at] not in self._lex.given and t.normals[at] != "phó"

    def _known_body(self, at: int, entry: Entry | None, after: int) -> int:
        """The position after a body, place or other phrase of several words that is no name; else ``at``."""
        several = after - at >= 2 and entry is not None
        if several and entry is not None and entry.sort & (Sort.BODY | Sort.TOPIC | Sort.PLACE | Sort.NOT_NAME):
            return at if entry.sort & (Sort.HEAD | Sort.TITLED) else after
        return at

    def _name(self, first: int, after: int, titled: bool, behind_office: bool) -> int:
        sure = titled or behind_office
        if not sure:
            self._flush_lead()
            if self._things.is_thing(first, after):
                return after
        elif self._is_memory(titled):
            return after
        rule = "title and surname" if titled else "office and surname" if behind_office else "surname"
        return self._add(first, after, True, rule)

    def _is_memory(self, titled: bool) -> bool:
        """Whether the name with its titles or office is that of a place of memory; then forget those."""
        if titled:
            memory = self._things.in_memory(self._lead.first)
            self._lead = Lead() if memory else self._lead
            return memory
        office = self._events[-1] if self._events else None
        if isinstance(office, Held) and self._things.in_memory(office.lead):
            self._events.pop()
            return True
        return False

    def _add(self, first: int, after: int, whole: bool, rule: str) -> int:
        lead = self._lead
        if lead.after == first and lead.first >= 0:
            titles = lead.sort
            event = Named(
                lead.first, first, after, whole, bool(titles & Sort.COURTESY), bool(titles & Sort.PLURAL), rule
            )
            event.ranks = lead.ranks
        else:
            self._flush_lead()
            event = Named(first, first, after, whole, False, False, rule)
        self._lead = Lead()
        self._add_deputy(event.lead)
        self._events.append(event)
        self._named_after = after
        return after

    def _add_deputy(self, lead: int) -> None:
        """Keep the office of somebody who is called `đại biểu` or `ĐB` where an assembly is told of."""
        normals = self._t.normals
        long = normals[lead - 2 : lead] == _DEPUTY
        if not long and not (lead and normals[lead - 1] == "đb"):
            return
        if self._of_assembly is None:
            self._of_assembly = unsure.tells_of_assembly(self._t.text)
        if self._of_assembly:
            self._events.append(self._deputy(lead - 2 if long else lead - 1, lead))

    def _deputy(self, first: int, after: int) -> Held:
        """The office of a deputy of an assembly who is called `đại biểu` or `ĐB` for short."""
        many = first > 0 and self._t.normals[first - 1] in _OF_MANY
        return Held(
            first, first, after, after, " ".join(_DEPUTY), after, "", False, False, Sort.HEAD, None, plural=many
        )

    def _short_or_foreign(self, at: int, run: int, end: int, titled: bool) -> int:
        t = self._t
        courtesy = titled and bool(self._lead.sort & (Sort.COURTESY | Sort.RANK | Sort.ROLE))
        if t.shapes[at] == LETTER and run == at + 1:
            after = at + 1
            if after < end and t.words[after] == "." and t.joined(after):
                after += 1
            return self._add(at, after, False, "short form") if courtesy else run
        after = cuts.foreign_end(t, at, run, end)
        entry, known = self._lex.longest(t.normals, at, after)
        if titled and unsure.is_person_not_place(self._t, self._lex, self._lead, at, run):
            return self._add(at, run, True, "title and surname")
        if not titled and unsure.follows_personal(self._t, self._lex, self._events, at, run):
            return self._add(at, max(after, run), True, "name behind an office of one person")
        if names.is_firm(t, at, run, self._lex) or (
            entry is not None and entry.sort == Sort.NOT_NAME and known - at >= 2
        ):
            self._flush_lead()
            return run
        if entry is not None and entry.sort & Sort.PLACE and (known < after or known - at >= 2):
            self._flush_lead()
            return known
        foreign = names.foreign_words(t, at, after) > 0 or "-" in t.words[at:after]
        if foreign and any(t.words[i][0].isdigit() for i in range(at, after)):
            self._flush_lead()
            return after
        if titled and unsure.is_field(self._t, self._lex, self._lead, run):
            self._flush_lead()
            return run
        if foreign and t.shapes[at] == TITLE:
            return self._add(at, after, after - at >= 2, "foreign name behind a title or an office")
        return self._short(at, run, end, titled)

    def _short(self, at: int, run: int, end: int, titled: bool) -> int:
        """Take words behind a title or an office for a short form of a name where they can be one."""
        t = self._t
        entry, known = self._lex.longest(t.normals, at, end)
        several = not titled or bool(self._lead.sort & Sort.PLURAL) or t.normals[self._lead.first - 1] in _OF_MANY
        if several and entry is not None and known > run and t.shapes[at] == TITLE:
            self._flush_lead()
            return run  # `Phó Chủ tịch Hội nghị ...`, `các đồng chí Lãnh đạo ...`
        addressee = titled and bool(self._lead.sort & Sort.COURTESY) and run == at + 1 and t.shapes[at] == TITLE
        if addressee and entry is not None and known == run and entry.sort & (Sort.PLACE | Sort.PART):
            return self._add(at, run, False, MAY_BE_PLACE)
        if (
            entry is not None
            and entry.sort & (Sort.PLACE | Sort.PART | Sort.NOT_NAME | Sort.HEAD)
            and (known >= run or t.normals[at] not in self._lex.rare)
        ):
            self._flush_lead()
            return run
        addressed = not titled or bool(self._lead.sort & (Sort.COURTESY | Sort.RANK)) or run - at >= 2
        if t.shapes[at] == TITLE and run - at <= 4 and addressed:
            return self._add(at, run, False, "short form behind a title" if titled else BEHIND_OFFICE)
        if unsure.long_name(t, self._lead, at, run) and titled and entry is None:
            return self._add(at, run, True, "long name behind a title")
        self._flush_lead()
        return run


def _stops(t: Tokens, lex: Lexicon) -> list[int]:
    """Where a scan has to look: at capitals, and at small words with which a phrase that it stops at may begin."""
    pairs = lex.scanned_pairs
    rows = zip(t.normals, t.shapes, [*t.normals[1:], ""], strict=True) if t.normals else ()
    return [
        index
        for index, (word, shape, following) in enumerate(rows)
        if shape or (word in pairs and ((seconds := pairs[word]) is None or following in seconds))
    ]
