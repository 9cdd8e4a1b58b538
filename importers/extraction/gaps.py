"""What the words between two finds say: whether they tie an office to a name, or part them."""

from __future__ import annotations

from typing import Final

from importers.extraction import careers
from importers.extraction.lexicon import Lexicon, Sort
from importers.extraction.tokens import LOWER, TITLE, Tokens


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENDS: Final = frozenset(".!?…\n")
_ABBREVIATED: Final = _words("tp tx tt q p h ts ths bs gs pgs th st đ ông t tr")
_LEVELS: Final = _words("tỉnh thành huyện quận thị xã phường")
_PLACES: Final = _words("tp tx tt")
_TOLD: Final = _words(
    "năm tháng từ đến , - / : được bầu bổ nhiệm điều động phân công cử giữ làm là đảm nhận chức vụ danh các về"
    " sang tiếp tục và"
)
_FILLERS: Final = _words("hiện nay là nguyên đang đều cùng từng vốn đồng thời cũng tức một trong các giữ chức")
_ASIDES: Final = _words("vừa đã từng mới tức tên bút bí con người đoàn đbqh đơn")
_AGE: Final = _words("tuổi sn sinh ngụ trú quê bìa thứ đứng ngồi trái phải giữa ngoài")
_POSTS: Final = _words("chức vụ danh trí vị ghế cương")
_STRONG: Final = _words("giữ chức vụ đảm nhậm trúng đắc danh trọng trách cương kinh trải")
_TAKES: Final = _words("kiêm giữ làm nhận bầu bổ nhiệm thôi miễn đảm cách bãi rời từ qua tiếp phân trúng đắc tái")
_POST_NOUNS: Final = (["chức", "vụ"], ["vị", "trí"], ["cương", "vị"], ["trọng", "trách"], ["chức", "danh"])
_HELD: Final = _words("qua giữ đảm nhiệm kinh")
_CAREER_REACH: Final = 16
_PUT_UP: Final = ("ứng cử", "đề cử", "giới thiệu", "dự kiến", "quy hoạch", "đề xuất", "tranh cử")
_WEAK_REACH: Final = 14  # words that a weak tie (`làm`, `là`) holds across
_LONGEST_LINK: Final = 5
_RANK_ENDS: Final = (["vị"], ["hàm"], [":"], ["lên"], ["từ"], ["phong"], ["thăng"], ["bậc"])
_HAS_RANK: Final = (
    ["nguyên", "là"],
    ["hiện", "là"],
    ["cũng", "là"],
    ["trình", "độ"],
    ["học", "vị"],
    ["học", "hàm"],
    ["chức", "danh"],
)
_POST_WORDS: Final = _words("lại chức vụ danh giữ")
_APPOINTING: Final = (["bổ", "nhiệm"], ["chuẩn", "y"], ["phê", "chuẩn"])
_RELATIVES: Final = _words("bố cha mẹ vợ chồng")
_LIFE: Final = _words("sinh quê đào tạo nhân tốt nghiệp")
_RANK_WORDS: Final = _words("hàm phong thăng vị")
_RANK_REACH: Final = 8
_SEVERAL: Final = _words("các những gồm sau danh hai ba bốn năm sáu bảy tám")
_ANNOUNCE_REACH: Final = 14
_CAPACITY: Final = _words("với trên trong cương vị vai trò tư cách chức vụ danh là")
_HEADING: Final = _words(
    "gồm có là bao các ông bà đồng chí đ / c sau đây mới khác đối với cho tên nhiệm kỳ khóa"
    " - – ( ) , : / tỉnh lần lượt hai ba"
)
_AFTER_POSTS: Final = _words(": như là sau quan trọng chủ chốt khác nhau quản lý lãnh đạo")
_LONGEST_CLAUSE: Final = 60
_SUFFIX_REACH: Final = 30
_ASIDE_REACH: Final = 20
_UNKNOWN_REACH: Final = 6
_ONCE_REACH: Final = 14
_NOW: Final = _words(
    "thời điểm lúc bấy giờ ấy khi trước đó hiện nay mới cũng chính này là , tại hội đương nhiệm kỳ tiền"
)


def without_brackets(gap: list[str]) -> list[str]:
    """A gap between offices without what stands in brackets in it (years of office, a former name)."""
    if "(" not in gap or ")" not in gap:
        return gap
    opening, closing = gap.index("("), gap.index(")")
    return gap[:opening] + gap[closing + 1 :] if opening < closing else gap


def without_term(gap: list[str]) -> list[str]:
    """A gap behind an office without the term of office that opens it (`nhiệm kỳ 2020 - 2025`)."""
    start = 1 if gap[:1] == [","] else 0
    if gap[start : start + 2] != ["nhiệm", "kỳ"]:
        return gap
    end = start + 2
    while end < len(gap) and (gap[end].isdigit() or gap[end] in "-–"):
        end += 1
    return gap[end:]


class Gaps:
    """Judges the words between finds; a gap is a list of normal words."""

    def __init__(self, t: Tokens, lex: Lexicon) -> None:
        self._t = t
        self._lex = lex

    def ends_sentence(self, start: int, end: int) -> bool:
        """Whether a sentence ends among tokens ``[start, end)``."""
        t = self._t
        for position in range(start, end):
            word = t.words[position]
            if word in _ENDS and self.is_end(position, word):
                return True
        return False

    def is_end(self, position: int, word: str) -> bool:
        """Whether a mark ends a sentence here: not the dot of `TP.` or `TS.`."""
        t = self._t
        if word != ".":
            return True
        if position + 1 >= len(t) or t.joined(position + 1):
            return position + 1 >= len(t)
        if position and t.normals[position - 1] in _ABBREVIATED and t.joined(position):
            return t.normals[position - 1] in _PLACES and self._addresses(position + 1)
        return t.shapes[position + 1] != LOWER or not t.words[position + 1].isalpha()

    def _addresses(self, position: int) -> bool:
        """Whether a form of address with a capital begins a sentence here (`... LĐLĐ TP. Bà Lê Thị A`)."""
        t = self._t
        entry, _ = self._lex.longest(t.normals, position, len(t))
        if t.shapes[position] != TITLE or entry is None:
            return False
        return bool(entry.sort & Sort.COURTESY) and not entry.sort & (Sort.PLACE | Sort.PART)

    def put_up(self, lead: int, gap: list[str]) -> bool:
        """Whether somebody whose titles begin at ``lead`` is only proposed (`giới thiệu ông A làm ...`)."""
        words = " ".join([*self._t.normals[max(0, lead - 3) : lead], "|", *gap])
        return any(verb in words for verb in _PUT_UP)

    def chooses(self, lead: int) -> bool:
        """Whether the holder of an office that begins at ``lead`` is chosen for another (`cử Giám đốc X làm`)."""
        before = self._t.normals[max(0, lead - 4) : lead]
        return "được" not in before and before[-1:] in (["cử"], ["nhiệm"], ["chọn"], ["định"])

    def spoken(self, gap: list[str]) -> bool:
        """Whether the words before an office speak of it as of a post, not of somebody who holds it."""
        end = len(gap)
        links = self._lex.links
        return any(tuple(gap[end - n : end]) in links for n in range(1, min(_LONGEST_LINK, end) + 1))

    def told(self, position: int) -> bool:
        """Whether a verb that only a subject has before it begins at a token."""
        if position >= len(self._t):
            return False
        entry, _ = self._lex.longest(self._t.normals, position, len(self._t))
        return entry is not None and bool(entry.sort & Sort.SAYS)

    def goes_on_career(self, gap: list[str]) -> bool:
        """Whether words between two posts of one person's career only tell a term, a rank or a time."""
        return careers.goes_on(gap, self._lex)

    def is_aside_word(self, gap: list[str]) -> bool:
        """Whether words between an office and a name only tell when it is held (`Bộ trưởng lúc đó Lê Văn A`)."""
        return tuple(gap) in self._lex.asides

    def aside(self, gap: list[str]) -> bool:
        """Whether a gap between offices only adds a term or a delegation (`, thuộc đoàn ... ,`)."""
        return len(gap) <= _ASIDE_REACH and any(word in ("kỳ", "thuộc", "khóa") for word in gap[:3])

    def stands_behind(self, gap: list[str], start: int) -> bool:
        """Whether a gap after a name, from token ``start``, lets an office behind it be that person's."""
        if not gap:
            return True
        if len(gap) > _SUFFIX_REACH:
            return False
        first = gap[0]
        if gap == [":"]:
            return True
        if first not in (",", "-", "("):
            return False
        rest = gap[1:]
        if rest and rest[0] in ("với", "trên", "trong") and _CAPACITY.issuperset(rest):
            return True
        if all(word in _FILLERS for word in rest):
            return True
        if rest[-1] == "," and len(rest) <= _UNKNOWN_REACH and self.unknown_office(start + 1, len(rest)):
            return True
        if ")" in rest and first == "(":
            closing = rest.index(")")
            inside, behind = rest[:closing], rest[closing + 1 :]
            known = _AGE.intersection(inside) or len(inside) <= 2 or inside[0] in _ASIDES
            return bool(known or self._spelt_anew(start + 1, len(inside))) and (
                behind in ([","], ["-"]) or (behind[:1] == [","] and all(w in _FILLERS for w in behind[1:]))
            )
        described = bool(_AGE.intersection(rest)) or self.describes(rest)
        return described and self.comma_before_fillers(rest)

    def _spelt_anew(self, first: int, count: int) -> bool:
        """Whether brackets hold a foreign name as it is said or written at home (`John Smith (Giôn Xmít)`)."""
        t = self._t
        return all(
            t.shapes[i] != LOWER or t.words[i] in "-–." or t.words[i - 1] in "-–"
            for i in range(first, first + count)
        )

    def describes(self, words: list[str]) -> bool:
        """Whether a gap behind a name tells what the person is (`- người chiến sĩ ...`, `- Cử nhân Luật`)."""
        if words[0] in ("người", "nhà", "một"):
            return True
        entry, _ = self._lex.longest(words, 0, len(words))
        return entry is not None and bool(entry.sort & (Sort.ROLE | Sort.RANK))

    def unknown_office(self, first: int, count: int) -> bool:
        """Whether what stands between a name and an office looks like one more office that no rule knows."""
        t = self._t
        words = range(first, first + count - 1)
        return count > 1 and all(t.shapes[i] != LOWER or t.words[i] in ".-" for i in words)

    def comma_before_fillers(self, words: list[str]) -> bool:
        """Whether nothing but a mark and words like `hiện là` end a gap."""
        position = len(words)
        while position and words[position - 1] in _FILLERS:
            position -= 1
        return position > 0 and words[position - 1] in (",", ";", "-")

    def linked(self, gap: list[str]) -> bool:
        """Whether a gap ends in words that make the office that of the subject (`giữ chức`, `làm`)."""
        gap = careers.without_rank(gap[-_LONGEST_CLAUSE:], self._lex)
        end = len(gap)
        while end and gap[end - 1] in ('"', "“", "tân", "một", "là"):
            if gap[end - 1] == "là":
                break
            end -= 1
        if "“" in gap or '"' in gap:
            return False
        if self._of_somebody_else(gap):
            return False
        if gap[-1:] in ([","], [";"]) and "từng" in gap[-_ONCE_REACH:]:
            return True  # `từng công tác tại Trường X, Phó Giám đốc ...`
        if self._tells_career(gap):
            return True
        end = self._before_post(gap, end)
        links = self._lex.links
        while end > 1 and gap[end - 1] in _AFTER_POSTS and gap[end - 1] != "là":
            end -= 1
        if gap[-1:] == ["đến"] and "thành" in gap:  # `trưởng thành từ chiến sĩ đến Sư đoàn trưởng`
            return True
        found = [n for n in range(1, min(_LONGEST_LINK, end) + 1) if tuple(gap[end - n : end]) in links]
        if not found or gap[: end - max(found)][-1:] == ["đối"]:
            return False  # also `công tác nhân sự đối với vị trí Trưởng phòng`
        clause = careers.before_time(gap, end - max(found))
        own_clause = clause > 0 and gap[clause - 1] in (",", "và", "rồi")
        if end > _WEAK_REACH and not own_clause and _STRONG.isdisjoint(gap[end - max(found) : end]):
            return False
        return gap[end - 1] not in _POSTS or max(found) > 2 or not _TAKES.isdisjoint(gap[:end])

    def _of_somebody_else(self, gap: list[str]) -> bool:
        """Whether the words before an office tell of others, or of a post that nobody holds yet."""
        if ("để" in gap and "bầu" in gap) or self.speaks_of_others(gap):
            return True
        if gap[-3:] == ["bổ", "nhiệm", "một"] and "được" not in gap:
            return True
        if any(gap[i - 1] in (",", ";") and gap[i] in _RELATIVES for i in range(1, len(gap))):
            return True  # `..., bố ruột đang là Bí thư Huyện ủy`
        return "kiện" in gap[-_LONGEST_LINK:]  # `cho đến khi kiện toàn chức vụ Giám đốc`

    def _tells_career(self, gap: list[str]) -> bool:
        """Whether a colon opens the posts that somebody went through (`trải qua nhiều vị trí công tác như:`)."""
        if gap[-1:] != [":"] and gap[-1:] != ["như"]:
            return False
        words = gap[-_CAREER_REACH:]
        posts = any(words[i : i + 2] in _POST_NOUNS for i in range(len(words)))
        return posts and not _HELD.isdisjoint(words)

    def _before_post(self, gap: list[str], end: int) -> int:
        """Pass back over a first post that is no office of the lexicon (`giữ các chức vụ kỹ sư, ...`)."""
        if gap[end - 1 : end] != [","]:
            return end
        for position in range(end - 2, max(0, end - _UNKNOWN_REACH), -1):
            if gap[position] == "vụ" and gap[position - 1] == "chức":
                return position + 1
        return end

    def heads(self, gap: list[str]) -> bool:
        """Whether the words between an office and a name make the office the heading of a list of people."""
        return gap[-1:] == [":"] and all(word in _HEADING or word.isdigit() for word in gap)

    def _is_degree_of_field(self, rank: int) -> bool:
        """Whether a degree below that of a doctor is named with its field (`trình độ Thạc sĩ kinh tế`)."""
        return self._t.normals[rank] in ("thạc", "ths")

    def tells_rank(self, gap: list[str], rank: int) -> bool:
        """Whether the words before a rank tell that somebody has it or is given it (`được phong hàm ...`)."""
        if gap == ["là"] or gap[-2:] in _HAS_RANK:
            return gap[-2:] != ["trình", "độ"] or not self._is_degree_of_field(rank)
        return gap[-1:] in _RANK_ENDS and not _RANK_WORDS.isdisjoint(gap[-_RANK_REACH:])

    def tells_learning(self, gap: list[str], rank: int) -> bool:
        """Whether a rank stands in a row of what somebody has learned, or opens one in brackets."""
        if self._t.normals[rank] in ("thạc", "ths"):
            return False
        known = len(_LIFE.intersection(gap)) > 1 or "cử" in gap
        return gap[-1:] in ([","], ["("], [";"]) and known

    def goes_on(self, gap: list[str]) -> bool:
        """Whether a sentence without a subject tells on what somebody was when (`Năm 2008, là ...`)."""
        start = max((i + 1 for i, word in enumerate(gap) if word in (".", "\n")), default=0)
        clause = gap[start:]
        if clause[:4] == ["trong", "quá", "trình", "công"]:
            return len(clause) <= _WEAK_REACH and self.linked(clause)
        timed = clause[:1] != [] and clause[0] in ("năm", "tháng", "từ", "đến") and len(clause) <= _WEAK_REACH
        told = timed and all(word in _TOLD or word[0].isdigit() for word in clause)
        return told and (clause[-1] in ("là", "làm", ":") or self.linked(clause))

    def appoints(self, gap: list[str]) -> bool:
        """Whether the subject only hands over or signs that somebody is appointed to an office."""
        if gap[:1] in (["và"], [","]) and gap[1:] in (
            ["quyết", "định", "bổ", "nhiệm"],
            ["quyết", "định", "chuẩn", "y"],
        ):
            return True
        end = len(gap)
        while end and gap[end - 1] in _POST_WORDS:
            end -= 1
        if gap[max(0, end - 2) : end] not in _APPOINTING or "được" in gap or "nhận" in gap:
            return False
        return not {"trao", "bố", "ký", "ban", "đọc", "dừng"}.isdisjoint(gap)

    def is_given(self, gap: list[str]) -> bool:
        """Whether a rank is handed on by the subject, not received (`trao quyết định thăng quân hàm ... cho`)."""
        return "được" not in gap and not {"trao", "định", "ký", "bố", "thăng"}.isdisjoint(gap)

    def announces_list(self, lead: int) -> bool:
        """Whether the words before an office that begins at ``lead`` tell that several people follow."""
        before = self._t.normals[max(0, lead - _ANNOUNCE_REACH) : lead]
        return not _SEVERAL.isdisjoint(before) and "." not in before

    def commissions(self, lead: int) -> bool:
        """Whether an office is that of somebody in whose name another acts (`thừa ủy quyền của Thủ tướng, ...`)."""
        before = self._t.normals[max(0, lead - 4) : lead]
        return before[-1:] == ["của"] and not {"ủy", "quyền", "mặt"}.isdisjoint(before)

    def says_who(self, gap: list[str]) -> bool:
        """Whether words behind an office tell who holds it (`... trước đó là ông A`)."""
        return gap[-1:] == ["là"] and len(gap) <= _LONGEST_LINK and _NOW.issuperset(gap)

    def names_calling(self, lead: int) -> bool:
        """Whether titles that begin at ``lead`` tell what somebody is (`Đại biểu Quốc hội, luật sư Trần Văn A`)."""
        entry, _ = self._lex.longest(self._t.normals, lead, len(self._t))
        return entry is not None and bool(entry.sort & Sort.ROLE) and not entry.sort & (Sort.COURTESY | Sort.PLURAL)

    def of_several(self, after: int) -> bool:
        """Whether several bodies follow an office that ends at ``after`` (`Bí thư Đảng ủy các xã`)."""
        t = self._t
        if after + 1 < len(t) and t.words[after] == "," and t.words[after + 1] in _LEVELS:
            return t.words[after - 1] in _LEVELS  # `bí thư tỉnh, thành đoàn`
        if after + 1 < len(t) and t.normals[after] == "và" and t.shapes[after - 1] != LOWER:
            entry, _ = self._lex.longest(t.normals, after + 1, len(t))
            return entry is not None and bool(entry.sort & Sort.PLACE)  # `các Chỉ huy trưởng tỉnh A và B`
        return after < len(t) and t.normals[after] in ("các", "những", "từng", "mỗi", "cấp")

    def speaks_of_others(self, gap: list[str]) -> bool:
        """Whether several others stand between a name and an office (`công bố các đại biểu trúng cử ...`)."""
        if any(gap[i : i + 2] == ["cán", "bộ"] and gap[i - 1 : i] != ["từ"] for i in range(len(gap))):
            return True
        return any(
            word in ("các", "những")
            and gap[i + 1 : i + 2] not in (["chức"], ["cương"], ["trọng"], ["nhiệm"], [])
            and gap[i + 1 : i + 3] not in (["vị", "trí"], ["vị", "trị"])
            for i, word in enumerate(gap)
        )
