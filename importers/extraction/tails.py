"""What follows the head of an office: its body, subject and level, read word by word to where the office ends."""

from __future__ import annotations

from typing import Final

from importers.extraction import names
from importers.extraction.joints import ENDS, MARKS, WORDS, After
from importers.extraction.lexicon import Entry, Lexicon, Sort
from importers.extraction.names_inside import name_in, short_name
from importers.extraction.numbers_inside import number
from importers.extraction.stretches import stretch
from importers.extraction.tokens import LOWER, TITLE, Tokens

_MOST_SMALL: Final = 8
_LONG_NAME: Final = 4
_BEGUN: Final = frozenset((After.TOPIC, After.JOINT, After.SMALL))
_FIRMS: Final = frozenset(("ty", "tập", "tnhh", "hãng", "htx"))
"""Words of `công ty`, `tập đoàn` and the like."""
_LEVELS: Final = frozenset(("tỉnh", "huyện", "quận", "xã", "phường"))
_TOWN_LEVELS: Final = frozenset(("huyện", "quận", "xã", "phường", "trấn", "thị", "ủy", "h.", "q.", "p."))
"""Words before the name of a place that is no country."""
_GOING_ON: Final = frozenset(("phụ trách", "đơn vị"))
_HANDED_REACH: Final = 14
_NATIONAL: Final = (["ủy", "ban", "quốc", "gia"], ["chỉ", "đạo", "quốc", "gia"])
_SIDES: Final = frozenset(("đông", "tây", "nam", "bắc", "trung"))
_SMALL_WORDS: Final = (
    " cho nói đã là và của tại có được bị sẽ đang vừa cũng vẫn với để khi do từ đến trong về ở cùng trao tặng"
    " vào ra trên dưới theo như hay hoặc thì mà nên phải còn lại này đó kia hôm sáng chiều tối trước sau nhưng"
    " các những bằng gồm xin gửi mong nhận làm dự nêu không chưa đều rất đi nếu vì bởi tới "
)
"""Words that follow the name of a body more often than they end a word that it begins."""


class Tail:
    """Reads on from the head of an office, token by token, and remembers how far the office is sure to reach."""

    __slots__ = (
        "apposed", "at", "body", "bridge", "end", "good", "head", "lex", "lone", "place", "small", "start",
        "state", "t",
    )  # fmt: skip

    def __init__(self, t: Tokens, at: int, end: int, lex: Lexicon, head: Entry, apposed: bool) -> None:
        self.t = t
        self.apposed = apposed  # whether the office stands behind a name
        self.lex = lex
        self.head = head.sort
        self.start = self.at = self.good = self.bridge = at
        self.end = end
        self.state = After.HEAD
        self.body = False
        self.place: tuple[int, int] | None = None
        self.small = 0
        self.lone = -1  # behind a capitalised syllable that stands alone, the first of a word

    def read(self) -> None:
        """Read to the end of the office; ``good`` is then the position after its last word."""
        while self.at < self.end and self.step():
            pass
        if self.at < self.end and self.t.words[self.at] == "," and self.body and not self.apposed:
            self._body_above()

    def _body_above(self) -> None:
        """Take the body above behind a comma if a name follows it (`Cục trưởng Cục X, Bộ Y Trần Văn A`)."""
        t, lex, first = self.t, self.lex, self.at + 1
        if first + 1 >= self.end or t.shapes[first] == LOWER or self.state is After.MOD:
            return
        entry, _ = lex.longest(t.normals, first, self.end)
        if entry is None or not entry.sort & (Sort.BODY | Sort.ORG) or entry.sort & (Sort.HEAD | Sort.COURTESY):
            return
        after = self.body_before_name(first, entry)
        if after:
            self.good = self.bridge = self.at = after

    def body_before_name(self, first: int, entry: Entry) -> int:
        """The end of the body that begins at ``first`` with ``entry`` where a name follows it; else 0."""
        t, lex = self.t, self.lex
        above = Tail(t, first, self.end, lex, entry, False)
        above.head, above.state = 0, After.BODY
        while above.at < above.end and above.step():
            pass
        if above.good <= first + 1 or above.good >= len(t) or above.bridge != above.good:
            return 0
        run = names.run_end(t, above.good, len(t))
        named = run > above.good and names.split(t, above.good, run, lex) == (above.good, run)
        return above.good if named else 0

    def begin_inside(self, head: int) -> None:
        """Let the last word of the head be the first of a body (`Trưởng Đoàn khảo sát`)."""
        inner, after = self.lex.longest(self.t.normals, self.start - 1, self.end)
        if self.start - 1 > head and inner is not None and after > self.start and inner.sort & Sort.BODY:
            self.take(after, After.TOPIC if inner.sort & Sort.ORG else After.BODY)
        elif self.start - 1 > head and inner is not None and inner.sort & Sort.LEVEL:
            self.state = After.LEVEL

    def take(self, after: int, state: After) -> bool:
        """Let the office reach to ``after``; ``state`` is what that was. Always true."""
        if state is not After.MOD and state is not After.TERM:
            self.body = True
        self.at = self.good = self.bridge = after
        self.state = state
        return True

    def step(self) -> bool:
        """Read on by one phrase or word; false where the office ends."""
        t, at = self.t, self.at
        mark = MARKS.get(t.words[at])
        entry, after = self.lex.longest(t.normals, at, self.end)
        if after <= at + 1 and t.normals[at] in WORDS:
            taken = WORDS[t.normals[at]](self) or self._joins_more()
            return taken or (t.normals[at] in ("số", "ở", "về") and self._after_lone_capital())
        if t.words[at].isdigit():
            return number(self)
        if self.lone == at and t.shapes[at] == LOWER:
            verdict = self._second_syllable(entry, after)
            if verdict is not None:
                return verdict
        if entry is not None and not (mark is not None and after == at + 1):
            verdict = self._phrase(entry, after)
            if verdict is not None:
                return verdict
        if mark is not None:
            return mark(self)
        if t.shapes[at] != LOWER:
            return self._capitals()
        if t.words[at].isalpha():
            return self._small_word()
        return False

    def _joins_more(self) -> bool:
        """Go on over `và` and a subject of which the words alone do not tell that it is one."""
        t, following = self.t, self.at + 1
        if t.normals[self.at] == "về":
            return self._about_unknown()
        if t.normals[self.at] != "và" or not self.apposed or following >= self.end:
            return False
        entry, _ = self.lex.longest(t.normals, following, self.end)
        small = t.shapes[following] == LOWER
        return entry is not None and bool(entry.sort & (Sort.TOPIC | Sort.MOD * small)) and stretch(self)

    def _about_unknown(self) -> bool:
        """Go on over `về` to what a body of the whole country is about (`Ủy ban Quốc gia về trẻ em`)."""
        t, at, state = self.t, self.at, self.state
        if not self.apposed or not self.body or t.normals[at - 4 : at] not in _NATIONAL:
            return False
        self.at, self.state = at + 1, After.JOINT
        if self.at < self.end and t.shapes[self.at] == LOWER and stretch(self):
            return True
        self.at, self.state = at, state
        return False

    # -- phrases of the lexicon ---------------------------------------------------------------------------

    def _phrase(self, entry: Entry, after: int) -> bool | None:
        """Take or refuse a known phrase; ``None`` to look at its words as if it were not known."""
        if after > self.at + 1 and self._surname_ends(after):
            shorter, after = self.lex.longest(self.t.normals, self.at, after - 1)
            if shorter is None:
                return None
            entry = shorter
        sort, capital = entry.sort, self.t.shapes[self.at] != LOWER
        if sort & Sort.COURTESY and not sort & (Sort.PART | Sort.PLACE) and self._addresses(after):
            self.good -= self.t.words[self.good - 1] == "."
            self.bridge = self.good
            return False
        if capital and after == self.at + 1 and sort & Sort.PART and self._is_surname(after):
            return False
        if sort & Sort.PLACE and (capital or self.t.shapes[after - 1] != LOWER):
            return self._place(entry, after)
        if sort & Sort.HEAD and not sort & Sort.PART:
            return self._head_in_tail(after)
        if entry.phrase in _GOING_ON and (self._charge(after) if sort & Sort.MOD else self._constituency(after)):
            return True
        before_place = bool(sort & Sort.LEVEL) and after < self.end and self._placed(after)
        if sort & Sort.PART and (capital or before_place or self._inside(sort, after) or not sort & Sort.STOP):
            taken = self._part(sort, after, capital)
            if taken:
                return True
        if sort & Sort.WEAK and not capital:
            return self._after_lone_capital() or stretch(self)
        return self._end_of_small(sort, capital)

    def _end_of_small(self, sort: int, capital: bool) -> bool | None:
        """Whether a phrase that was not taken ends the office; ``None`` where its words may go on it."""
        if capital or not sort & (ENDS | Sort.PART):
            return None
        return False if sort & ENDS or self.state is not After.ORG else None

    def _charge(self, after: int) -> bool:
        """Go on over `phụ trách` to what is in the charge of the office (`... Sở Y tế phụ trách điều trị`)."""
        at, state = self.at, self.state
        before = self.t.normals[max(0, self.start - _HANDED_REACH) : self.start]
        if state in (After.HEAD, After.MOD) or "giao" in before:  # `Giao ông A, Phó Giám đốc, phụ trách đơn vị`
            return False
        self.at, self.state = after, After.JOINT
        if after < self.end and (stretch(self) or self.step()) and self.good > after:
            return True
        self.at, self.state = at, state
        return False

    def _constituency(self, after: int) -> bool:
        """Go on over `đơn vị` to the place that a deputy is chosen in (`khóa XIV đơn vị tỉnh Lâm Sơn`)."""
        if self.state is not After.TERM or after >= self.end:
            return False
        entry, _ = self.lex.longest(self.t.normals, after, self.end)
        if entry is None or not entry.sort & (Sort.LEVEL | Sort.PLACE):
            return False
        self.at, self.state = after, After.JOINT
        return True

    def _placed(self, at: int) -> bool:
        """Whether a name or a number of a place stands here (`khu vực 3`)."""
        return self.t.shapes[at] != LOWER or (self.t.words[at].isdigit() and len(self.t.words[at]) <= 2)

    def _addresses(self, after: int) -> bool:
        """Whether a form of address ends the office (`trụ trì Thượng tọa ...`, `Chủ tịch LĐLĐ TP. Bà ...`)."""
        if self.state is After.HEAD:
            return after > self.at + 1
        return self.state is After.LEVEL and self.t.words[self.at - 1] == "."

    def _inside(self, sort: int, after: int) -> bool:
        """Whether a subject that may be a verb as well goes on one that has begun (`... đầu tư công trình`)."""
        return bool(sort & Sort.TOPIC) and after > self.at + 1 and self.state in _BEGUN and self.apposed

    def _surname_ends(self, after: int) -> bool:
        """Whether the last word of a phrase is rather the surname of who comes next (`HĐND tỉnh Đoàn Văn A`)."""
        t, last = self.t, after - 1
        if t.shapes[last] != TITLE or t.shapes[last - 1] != LOWER or t.normals[last] not in self.lex.rare:
            return False
        name_after = names.name_end(t, last, len(t))
        youth = t.normals[last] == "đoàn" and (not self.body or t.normals[last - 2] == "trung")
        if youth and name_after - last >= _LONG_NAME and t.normals[after] in self.lex.common:
            return False  # `Bí thư thứ nhất Trung ương Đoàn Trần Văn A`: the office needs the word
        return name_after - last >= 3 and names.looks_like_name(t, last, name_after, self.lex, False)

    def _is_surname(self, after: int) -> bool:
        """Whether a word of the lexicon begins a full name here (`Phó Chủ tịch Đoàn Ngọc Hải`)."""
        t, lex = self.t, self.lex
        surname = t.normals[self.at]
        if surname not in lex.rare or after + 1 >= self.end or t.normals[after] not in lex.middle:
            return False
        name_after = names.name_end(t, self.at, len(t))
        return name_after - self.at >= 3 and names.looks_like_name(t, self.at, name_after, lex, False)

    def _head_in_tail(self, after: int) -> bool:
        if self.head & Sort.OF_PERSON and self.state is After.HEAD:
            self.take(after, After.BODY)
            self.state = After.HEAD
            return True
        return False

    def _place(self, entry: Entry, after: int) -> bool | None:
        t = self.t
        if entry.sort & Sort.TITLED and self.state is After.HEAD:
            return False
        if after == self.at + 1 and self._begins_town(after):
            return None
        run = names.run_end(t, self.at, self.end)
        if run > after and after == self.at + 1 and self.state is not After.LEVEL:
            found = names.split(t, self.at, run, self.lex, titled=self.state is After.HEAD)
            if found is not None and found[0] == self.at and found[1] == run:
                return False
        whole = names.name_end(t, self.at, len(t))
        if run == after + 1 == whole and names.looks_like_name(t, self.at, whole, self.lex, False):
            return False
        if run == after + 1 and t.shapes[after] == TITLE and names.vietnamese(t.normals[after]):
            levelled = t.normals[self.at - 1] in _TOWN_LEVELS
            if levelled or (t.normals[after] in _SIDES and self.state is After.SCHOOL):
                after = run  # `huyện Điện Biên Đông`
        self.place = (self.at, after)
        return self.take(after, After.PLACE)

    def _begins_town(self, after: int) -> bool:
        """Whether a country of one syllable is rather the first of a town's name (`dự án Mỹ Thuận`)."""
        t, lex = self.t, self.lex
        levelled = self.at > 0 and t.normals[self.at - 1] in _TOWN_LEVELS
        if not (self.apposed or levelled) or after >= self.end or t.shapes[after] != TITLE:
            return False
        if not (names.vietnamese(t.normals[self.at]) and names.vietnamese(t.normals[after])):
            return False
        if levelled:
            return True  # `huyện Anh Sơn`, `Huyện ủy Nga Sơn`
        named = t.normals[after] in lex.common or t.normals[after] in lex.rare or t.normals[after] in lex.given
        return not named and lex.longest(t.normals, after, self.end)[0] is None

    def _part(self, sort: int, after: int, capital: bool) -> bool:
        state = self.state
        if self.head & Sort.WHOLE and not sort & (Sort.LEVEL | Sort.BODY | Sort.MOD):
            return False
        settled = state in (After.PLACE, After.TERM)
        if sort & Sort.MOD and state in (After.HEAD, After.MOD):
            return self.take(after, After.MOD)
        if sort & Sort.LEVEL:
            return self._level(sort, after, capital)
        if sort & Sort.BODY:
            state_then = After.TOPIC if sort & Sort.ORG else After.BODY
            if after - self.at > 1 and self.t.normals[after - 1] in _LEVELS:
                state_then = After.LEVEL  # `Đảng ủy phường Đông Lĩnh`
            return not (settled and not capital) and self.take(after, state_then)
        if sort & Sort.ORG:
            state_then = After.SCHOOL if sort & Sort.SCHOOL else After.ORG
            return not (settled and not capital) and self.take(after, state_then)
        if sort & Sort.TOPIC:
            ready = state in (After.ORG, After.SCHOOL, After.TOPIC, After.JOINT, After.SMALL)
            ready = ready or (state in (After.HEAD, After.MOD) and bool(self.head & (Sort.OPEN | Sort.TOPICAL)))
            return (capital or ready) and self.take(after, After.TOPIC)
        return (
            bool(sort & Sort.MOD) and (capital or state in (After.BODY, After.ORG)) and self.take(after, After.MOD)
        )

    def _level(self, sort: int, after: int, capital: bool) -> bool:
        following = after < self.end and self.t.shapes[after] != LOWER
        if self.t.normals[self.at : after + 1] == ["nước", "này"]:
            return False
        if sort & Sort.BODY and not following:
            return self.take(after, After.BODY)
        return self.take(after, After.ORG if sort & Sort.ORG and not following else After.LEVEL)

    # -- words that the lexicon does not know -------------------------------------------------------------

    def _capitals(self) -> bool:
        t, at = self.t, self.at
        run = names.run_end(t, at, self.end)
        found = name_in(self, at, run)
        if self.apposed and found >= at and not _FIRMS.isdisjoint(self.t.normals[self.start : at]):
            found = -1  # a firm may bear a name; whose office it is stands before
        if found == at:
            return False
        if found > at:
            stop = self.end = found
        elif self._ends_before(at, run) and not self._names_firm(at, run):
            return False
        else:
            stop = self._known_before(at, run)
        state = After.PLACE if self.state is After.LEVEL else After.CAPITALS
        if state is After.PLACE:
            self.place = (at, stop)
        if stop == at:
            stop = at + 1
        if stop == at + 1 and state is After.CAPITALS and t.shapes[at] == TITLE:
            self.lone = stop if names.vietnamese(t.normals[at]) else -1
        return self.take(stop, state)

    def _ends_before(self, at: int, run: int) -> bool:
        """Whether capitals that the lexicon does not know cannot belong to the office."""
        if self.state in (After.PLACE, After.TERM) or self.head & Sort.WHOLE:
            return True
        return self.state in (After.HEAD, After.MOD) and short_name(self, at, run)

    def _names_firm(self, at: int, run: int) -> bool:
        """Whether a foreign word ends the name of a firm (`Công ty Dược Chợ Lớn Lopharco`)."""
        t = self.t
        return (
            run - at == 1
            and not _FIRMS.isdisjoint(t.normals[self.start : at])
            and names.foreign_words(t, at, run) > 0
        )

    def _known_before(self, at: int, run: int) -> int:
        """Cut a run of capitals where a known phrase begins in it."""
        for position in range(at + 1, run):
            entry, after = self.lex.longest(self.t.normals, position, self.end)
            if (
                entry is not None
                and entry.sort & (Sort.PLACE | Sort.PART)
                and (after > position + 1 or after > run)
            ):
                return position
        return run

    def _small_word(self) -> bool:
        open_head = self.state is After.HEAD and self.head & Sort.OPEN and not self.head & Sort.TOPICAL
        if self.state in (After.ORG, After.SMALL) or open_head:
            return self._take_small()
        return self._after_lone_capital() or stretch(self)

    def _second_syllable(self, entry: Entry | None, after: int) -> bool | None:
        """Take the rest of a word of which the first syllable has a capital (`Đăng ký`, `Nữ doanh nhân`).

        ``None`` where the word behind it is judged as anywhere.
        """
        word = self.t.normals[self.at]
        if entry is not None and after > self.at + 1:
            return self.take(after, After.TOPIC) if entry.sort & Sort.TOPIC else None
        if f" {word} " in _SMALL_WORDS or not names.vietnamese(word):
            return None
        return self.take(self.at + 1, After.TOPIC)

    def _after_lone_capital(self) -> bool:
        """Take the second syllable of a word of which only the first has a capital (`Tuổi trẻ`)."""
        shapes, at = self.t.shapes, self.at
        lone = at - 1 >= self.start and shapes[at - 1] == TITLE and shapes[at - 2] != TITLE
        lone = lone and names.vietnamese(self.t.normals[at - 1])
        return lone and self.state in (After.TOPIC, After.CAPITALS) and self.take(at + 1, After.TOPIC)

    def _take_small(self) -> bool:
        self.small += 1
        return self.small <= _MOST_SMALL and self.take(self.at + 1, After.SMALL)
