"""Which office belongs to which name: before it, behind it, in lists, under headings, across a verb."""

from __future__ import annotations

from typing import Final

from importers.extraction import beside
from importers.extraction.chains import AND, Chain, name_ahead
from importers.extraction.finds import Address, Attached, Bond, Event, Named, Ranked
from importers.extraction.gaps import Gaps, without_term
from importers.extraction.lexicon import Lexicon, Sort
from importers.extraction.positions import Held
from importers.extraction.ranking import Ranking
from importers.extraction.tokens import Tokens

_MEN: Final = frozenset(("ông", "anh"))
_WOMEN: Final = frozenset(("bà", "chị", "cô"))
_KIN: Final = frozenset(("con", "vợ", "chồng", "em", "anh", "chị", "bố", "mẹ", "cha", "cháu"))
_OF_SEVERAL: Final = ("phó ", "thứ trưởng", "ủy viên")
_KINSHIP: Final = 6
_HEADED: Final = "heading of a list"
_SHARED: Final = "shared by a list of names"
_SAID_OF: Final = "office said of the name behind it"
_HANDED_REACH: Final = 8
_LONGEST_GAP: Final = 80
_MOST_OWNERS: Final = 20


class Attacher:
    """Ties the offices of one region after the other to names; remembers whom the text is about."""

    def __init__(self, t: Tokens, lex: Lexicon) -> None:
        self._t = t
        self._gaps = Gaps(t, lex)
        self.found = Attached()
        self._ranking = Ranking(t, self._gaps, self.found)
        self._topic: Named | None = None
        self._latest: Named | None = None
        self._reset()

    def _reset(self) -> None:
        self._owner: list[Named] = []
        self._behind = False  # whether the offices before the name read last were those of a name before them
        self._pair: list[Named] = []  # two people joined by `và`, each with offices of his own
        self._own: list[Held] = []  # the offices before the name read last
        self._chain = Chain(self._t, self._gaps)
        self._shared: list[Held] = []
        self._shared_rule = ""
        self._prefixed: set[int] = set()
        self._subject: Named | None = None
        self._sentence_named = False
        self._previous: Event | None = None
        self._previous_after = 0
        self._just_headed = False
        self._counted_list = False  # whether `gồm` opens the list under the heading, so that `và` ends it
        self._over_offices = False  # whether the heading stands over entries that begin with an office
        self._over_mark = ""  # the mark that parts those entries
        self._rank: Ranked | None = None  # the rank read last, which offices may part from its name
        self._ahead: Named | None = None  # the name that a row of offices behind a semicolon leads to
        self._ranking.reset()

    def region(self, events: list[Event], start: int) -> None:
        """Tie the offices among the events of one region that begins at token ``start``."""
        self._reset()
        self._previous_after = looked = start
        for index, event in enumerate(events):
            gap = self._t.normals[max(self._previous_after, event.lead - _LONGEST_GAP) : event.lead]
            if self._gaps.ends_sentence(max(self._previous_after, looked), event.lead):
                self._end_sentence()
            looked = event.lead
            if isinstance(event, Held) and self._told_aside(event):
                self.found.loose.append([event])
                continue
            following = events[index + 1] if index + 1 < len(events) else None
            self._ahead = name_ahead(self._t, events, index) if gap == [";"] else None
            if isinstance(event, Named) and (aside := self._relative(event)):
                self.found.names.append(event)
                self._previous_after = aside
                continue
            if isinstance(event, Named):
                self._on_name(event, gap, following)
            elif isinstance(event, Held):
                self._on_office(event, gap, following)
            elif isinstance(event, Ranked):
                self._on_rank(event, gap)
                continue
            else:
                self._on_address(event)
            self._previous = event
            self._previous_after = event.bridge if isinstance(event, Held) else event.after
        self._settle()

    def _told_aside(self, event: Held) -> bool:
        """Whether an office stands in brackets that tell of the person before (`(vừa được Chủ tịch nước ...)`)."""
        if not isinstance(self._previous, Named):
            return False
        words = self._t.normals[self._previous_after : event.lead]
        return words[:1] == ["("] and ")" not in words and "được" in words[1:] and words[1] in ("vừa", "đã", "mới")

    # -- sentences ------------------------------------------------------------------------------------------

    def _end_sentence(self) -> None:
        self._settle()
        self._owner = []
        self._pair = []
        self._shared = []
        self._over_offices = False
        self._ranking.end_sentence(self._latest, self._subject)
        self._latest = None
        self._subject = None
        self._sentence_named = False
        self._previous = None

    # -- ends of chains -------------------------------------------------------------------------------------

    def _bind(self, name: Named, offices: list[Held], rule: str) -> None:
        self.found.bonds.extend(Bond(name, office, rule) for office in offices if office.status != "sought")

    def _settle(self) -> None:
        """Close the chain of offices that is open: give it to its owners, or leave it loose."""
        chain = self._chain.take()
        if not chain:
            return
        kind = self._chain.kind
        if kind in ("behind", "linked") and self._owner:
            owners = self._owner if chain[0].joint or self._chain.everyone else self._owner[-1:]
            for owner in owners:
                self._bind(owner, chain, "office behind the name" if kind == "behind" else "office across a verb")
        elif kind != "said":
            self.found.loose.append(chain)
        self._chain.close()

    # -- ranks and forms of address -------------------------------------------------------------------------

    def _on_rank(self, event: Ranked, gap: list[str]) -> None:
        self._rank = event
        named = self._previous if isinstance(self._previous, Named) else None
        if named is None and self._chain.kind == "behind" and self._owner:
            named = self._owner[-1]
        if (
            self._chain.kind == "linked"
            and self._chain.offices
            and self._owner
            and gap[-1:] in ([","], [":"], [";"])
        ):
            self.found.ranks.append((self._owner[-1], (event.lead, event.after)))
        elif (
            gap[-1:] == [":"] and "độ" in gap and self._topic is not None and self._t.normals[event.lead] == "tiến"
        ):
            self.found.ranks.append((self._topic, (event.lead, event.after)))
        elif self._ranking.behind(event, gap, named):
            self._previous_after = event.after
        else:
            self._ranking.tell(event, gap, self._previous_after, self._latest, self._subject)

    def _on_address(self, event: Address) -> None:
        self._settle()
        self._shared = []
        if self._topic is not None and self._may_mean(event, self._topic):
            self.found.addresses.append((event, self._topic))
            self._latest = self._topic
            self._sentence_named = True
            if self._subject is None:
                self._subject = self._topic
        self._owner = []

    def _may_mean(self, event: Address, named: Named) -> bool:
        """Whether a form of address fits the one with which somebody was named."""
        words = set(self._t.normals[named.lead : named.first])
        address = self._t.normals[event.lead]
        if address in _MEN:
            return words.isdisjoint(_WOMEN)
        return address not in _WOMEN or words.isdisjoint(_MEN)

    # -- offices --------------------------------------------------------------------------------------------

    def _on_office(self, event: Held, gap: list[str], following: Event | None) -> None:
        previous, chain = self._previous, self._chain
        if isinstance(previous, Held) and chain.heads_offices(gap):
            self._shared, self._shared_rule = chain.offices, _HEADED
            self._over_offices, self._over_mark = True, ""
            chain.open(event, "free")
        elif isinstance(previous, Held) and chain.offices and chain.continues(gap, event, self._ahead or following):
            chain.add(event, gap)
        elif (
            isinstance(previous, Named)
            and not beside.next_dashed(self._t, self._own, previous, event, following)
            and self._is_behind(event, gap)
        ):
            self._stand_behind(event, gap, previous)
        elif chain.is_for(event, following):
            self._settle()
            chain.open(event, "for")
        elif self._subject is not None and (beside.chosen_into(self._t, previous, gap) or self._is_linked(gap)):
            self._link(event, gap, self._subject)
        elif self._topic is not None and not self._sentence_named and self._gaps.goes_on(gap):
            self._settle()
            chain.open(event, "linked")
            self._owner = [self._topic]
            self._subject, self._sentence_named = self._topic, True
        else:
            self._settle()
            if self._over_offices and not self._goes_on_entries(gap):
                self._shared, self._over_offices = [], False
            chain.open(event, "said" if self._gaps.spoken(gap) else "free")

    def _is_linked(self, gap: list[str]) -> bool:
        previous = self._previous
        if isinstance(previous, Held) and gap == ["làm"] and self._t.normals[previous.lead - 1] in ("do", "hoặc"):
            return False  # `Hội đồng do Chủ tịch nước làm Chủ tịch`
        return self._gaps.linked(gap) and not self._gaps.appoints(gap)

    def _is_behind(self, event: Held, gap: list[str]) -> bool:
        """Whether an office is that of the name before it: one of several people is not that of one."""
        if event.plural and gap == [","] and len(self._owner) < 2:
            return False
        if (
            event.sort & Sort.WHOLE
            and gap == [","]
            and beside.spoken_of(self._t, self._gaps, self._previous, event)
        ):
            return False
        return self._gaps.stands_behind(gap, self._previous_after)

    def _goes_on_entries(self, gap: list[str]) -> bool:
        """Whether a gap before an office goes on the list under a heading: its entries are parted by one mark."""
        if gap[:1] == [";"] and self._over_mark != ",":
            self._over_mark = ";"
            return True
        return gap[:1] in ([","], ["và"], [])

    def _stand_behind(self, event: Held, gap: list[str], previous: Named) -> None:
        """Open a row of offices behind a name."""
        self._settle()
        self._over_mark = self._over_mark or ","
        self._chain.open(event, "behind")
        several = bool(self._owner) and self._owner[0].plural and len(self._owner) > 1
        self._chain.everyone = several or "đều" in gap or (gap[-1:] == ["là"] and "cùng" in gap)
        if not self._owner or self._owner[-1] is not previous:
            self._owner = [previous]

    def _link(self, event: Held, gap: list[str], subject: Named) -> None:
        """Open a row of offices that a verb ties to whom the sentence is about."""
        previous = self._previous
        another = isinstance(previous, Held) and gap == ["làm"] and self._gaps.chooses(previous.lead)
        if another or self._gaps.put_up(previous.lead if isinstance(previous, Named | Address) else 0, gap):
            event.status = "sought"
        self._settle()
        self._chain.open(event, "linked")
        several = len(self._owner) > 1 and self._owner[0].plural
        self._chain.everyone = several or "đều" in gap
        nearest = previous if isinstance(previous, Named) else self._latest or subject
        if isinstance(previous, Named) and gap[:1] != ["("] and beside.acts_on(self._t, previous, self._own):
            nearest = subject  # `A được Tổng thống B bổ nhiệm làm ...`
        if self._pair and nearest is self._pair[-1]:
            self._owner, self._chain.everyone = self._pair, True
        elif not (self._chain.everyone and len(self._owner) > 1 and self._owner[-1] is nearest):
            self._owner = [nearest]

    # -- names ----------------------------------------------------------------------------------------------

    def _on_name(self, event: Named, gap: list[str], following: Event | None) -> None:
        self.found.names.append(event)
        self._ranking.receive(event, gap)
        own: list[Held] = []
        before, self._own = self._own, own
        self._behind = self._chain.kind == "behind"
        if self._chain.offices and isinstance(self._previous, Held):
            self._own = own = self._take_chain(event, gap, following)
        if own and self._rank is not None and self._t.normals[self._rank.after : own[0].lead] == [","]:
            self.found.ranks.append((event, (self._rank.lead, self._rank.after)))
        anew = bool(gap) and (gap[-1] in AND) and event.courtesy and not event.plural
        if own and self._over_offices and self._shared:
            self._bind(event, self._shared, _HEADED)
        elif own:
            self._prefixed.add(id(event))
            if own[0].plural or own[-1].plural or self._chain.kind == "for":
                self._shared = own
                self._shared_rule = _SAID_OF if self._chain.kind == "for" else _SHARED
            elif gap[:1] != [":"]:
                self._shared = []
        elif self._just_headed:
            self._just_headed = False
        elif self._is_next_deputy(event, gap, following, before):
            self._bind(event, before, _SHARED)
            self._own = before
        else:
            self._go_on_list(event, gap, following, anew)
        self._remember(event, gap)

    def _is_next_deputy(self, event: Named, gap: list[str], following: Event | None, before: list[Held]) -> bool:
        """Whether an office that several hold is that of the next bare name too (`Phó Chủ tịch Quốc hội A, B`)."""
        if gap != [","] or self._shared or len(before) != 1 or not isinstance(self._previous, Named):
            return False
        bare = event.lead == event.first and event.whole and not self._has_own(following, event)
        return bare and before[0].head.startswith(_OF_SEVERAL) and before[0].bridge <= self._previous.lead

    def _remember(self, event: Named, gap: list[str]) -> None:
        """Keep whom the sentence and the text are about."""
        joins = gap == ["và"] and event.courtesy and isinstance(self._previous, Held) and not self._own
        self._pair = [*self._owner[-1:], event] if joins and self._behind else []
        joined = gap in (["và"], [","], [",", "và"], ["cùng"]) and isinstance(self._previous, Named)
        self._owner = [*self._owner[-_MOST_OWNERS:], event] if joined and self._owner else [event]
        if not self._sentence_named:
            self._topic = event
            self._sentence_named = True
        if self._subject is None and not self._is_quoted(event):
            self._subject = event
        if not self._is_kin(event):
            self._latest = event

    def _is_quoted(self, event: Named) -> bool:
        """Whether somebody only asks or decides what the sentence then tells (`Theo đề nghị của ..., các ...`)."""
        lead = min((held.lead for held in self._own), default=event.lead)
        before = self._t.normals[max(0, lead - 6) : lead]
        return before[-1:] == ["của"] and "theo" in before

    def _go_on_list(self, event: Named, gap: list[str], following: Event | None, anew: bool) -> None:
        """Give a name what the list that it stands in is of, or end the list."""
        said = self._shared_rule == _SAID_OF
        joined = not anew or ((said or self._counted_list) and gap in (["và"], [")", "và"]))
        plain = isinstance(self._previous, Named) and not self._previous.courtesy  # `A, B, C; đồng chí D - ...`
        new_group = gap[:1] == [";"] and (event.plural or (event.courtesy and plain))
        if self._shared and joined and self._in_list(gap) and not new_group:
            if said or self._shared_rule == _HEADED or not self._has_own(following, event):
                self._bind(event, self._shared, self._shared_rule)
        elif anew or not self._in_list(gap):
            self._shared = []

    def _relative(self, event: Named) -> int:
        """The token behind brackets that only tell whose relative the person before is; 0 for anything else."""
        t = self._t
        if not isinstance(self._previous, Named) or t.words[event.after : event.after + 1] != [")"]:
            return 0
        opened = event.first - 1
        while opened > 0 and event.first - opened < _KINSHIP and t.words[opened] != "(":
            opened -= 1
        if t.words[opened] != "(" or t.normals[opened + 1] not in _KIN:
            return 0
        return event.after + 1

    def _is_kin(self, event: Named) -> bool:
        """Whether a name only tells whose relative the subject is (`là con trai ông A`)."""
        t = self._t
        return event.lead > 0 and t.normals[event.lead - 1] == "là" and t.normals[event.lead] in _KIN

    def _in_list(self, gap: list[str]) -> bool:
        """Whether a name goes on the list under a heading: all words since the last find are few or in brackets."""
        if not gap:
            return False
        return gap[0] in (",", ";", "và", "cùng", ")") or (gap[-1] in (";", ",", "và"))

    def _has_own(self, following: Event | None, event: Named) -> bool:
        if not isinstance(following, Held):
            return False
        return self._gaps.stands_behind(self._t.normals[event.after : following.lead], event.after)

    def _take_chain(self, event: Named, gap: list[str], following: Event | None) -> list[Held]:
        """Give the open chain of offices to the name behind it, as far as it is that person's."""
        chain = self._chain
        first = chain.offices[0]
        several = first.plural or event.plural or "các" in gap
        if gap == [":"] or (first.plural and chain.announces(gap)):
            return self._under_heading(event, gap)
        if several and chain.kind != "behind" and self._gaps.heads(gap):
            first.plural = True
            return self._under_heading(event, gap)
        if chain.kind == "linked" and self._owner and chain.adheres(event, gap):
            return self._part_linked(event)
        if chain.adheres(event, gap):
            own = chain.take_own(bool(self._owner) and id(self._owner[-1]) in self._prefixed)
            self._settle()
            self._bind(event, own, "office before the name")
            return own
        rule = self._rule_of_name_behind(event, gap, following)
        if rule:
            own = chain.take()
            self._bind(event, own, rule)
            return own
        self._settle()
        return []

    def _part_linked(self, event: Named) -> list[Held]:
        """Part a row that a verb ties to somebody from what goes with the name right behind it.

        `A được giao giữ chức X, Chủ tịch B phát biểu`; `A giữ chức Trợ lý đồng chí B` leaves B nothing.
        """
        chain = self._chain
        last = chain.offices[-1]
        if last.sort & Sort.OF_PERSON and not last.body and event.courtesy:
            self._settle()
            return []
        own = chain.offices[1:] or chain.offices
        chain.offices = chain.offices[: len(chain.offices) - len(own)]
        self._settle()
        self._bind(event, own, "office before the name")
        return own

    def _rule_of_name_behind(self, event: Named, gap: list[str], following: Event | None) -> str:
        """The rule by which a name that does not adhere to the chain before it owns it; empty for none."""
        chain, gap = self._chain, without_term(gap)
        if chain.kind == "for":
            return _SAID_OF
        if chain.kind == "said" and chain.in_capacity(gap, self._subject):
            return "office in the capacity of which somebody acts"
        lead = chain.offices[0].lead
        if gap == ["từ"] and {"bàn", "giao"} <= set(self._t.normals[max(0, lead - _HANDED_REACH) : lead]):
            return "office handed over"
        if chain.kind != "behind" and self._gaps.says_who(gap):
            return "name after `là`"
        first = chain.offices[0]
        strayed = gap == [";"] and self._gaps.told(event.after)  # `Bí thư Tỉnh ủy; Trần Văn A phát biểu`
        apposed = (
            chain.kind == "free" and (gap in ([","], ["-"]) or strayed) and not event.plural and not first.plural
        )
        whose = first.lead > 0 and self._t.normals[first.lead - 1] in ("của", "do", "bởi")
        dashed = gap == ["-"] and (chain.offices[-1].body or bool(chain.offices[-1].sort & Sort.WHOLE))
        if apposed and (dashed or not whose) and (dashed or not self._has_own(following, event)):
            return "name beside the office"
        return ""

    def _under_heading(self, event: Named, gap: list[str]) -> list[Held]:
        if self._chain.kind == "behind":
            self._settle()
            return []
        chain = self._chain.take()
        self._bind(event, chain, _HEADED)
        if chain[0].plural or chain[-1].plural or self._gaps.announces_list(chain[0].lead):
            self._shared, self._shared_rule = chain, _HEADED
            self._just_headed = True
            self._counted_list = "gồm" in gap
        return []
