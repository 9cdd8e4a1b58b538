"""Which office belongs to which name: before it, behind it, in lists, under headings, across a verb."""

from __future__ import annotations

from typing import Final

from importers.extraction.finds import Address, Attached, Bond, Event, Named, Ranked
from importers.extraction.gaps import Gaps, without_brackets
from importers.extraction.lexicon import Lexicon
from importers.extraction.positions import Held
from importers.extraction.tokens import Tokens

_AND: Final = frozenset(("và", "cùng", "với"))
_MEN: Final = frozenset(("ông", "anh"))
_WOMEN: Final = frozenset(("bà", "chị", "cô"))
_KIN: Final = frozenset(("con", "vợ", "chồng", "em", "anh", "chị", "bố", "mẹ", "cha", "cháu"))
_LISTS: Final = frozenset(
    ("gồm", "là", "gồm :", "gồm có", "gồm có :", "là :", "bao gồm", "bao gồm :", "gồm các đồng chí :")
)
_PARTS: Final = {"behind": (",",), "linked": (",", ";")}
_HEADED: Final = "heading of a list"
_SAID_OF: Final = "office said of the name behind it"
_FOR_REACH: Final = 14
_FEW: Final = 8
_CLAUSE_REACH: Final = 25
_LONGEST_GAP: Final = 80
_MOST_OWNERS: Final = 20


class Attacher:
    """Ties the offices of one region after the other to names; remembers whom the text is about."""

    def __init__(self, t: Tokens, lex: Lexicon) -> None:
        self._t = t
        self._gaps = Gaps(t, lex)
        self.found = Attached()
        self._topic: Named | None = None
        self._latest: Named | None = None
        self._reset()

    def _reset(self) -> None:
        self._owner: list[Named] = []
        self._chain: list[Held] = []
        self._kind = ""  # how the chain stands: "", "free", "behind", "linked", "for"
        self._last_by_and = False
        self._shared: list[Held] = []
        self._shared_rule = ""
        self._prefixed: set[int] = set()
        self._subject: Named | None = None
        self._sentence_named = False
        self._previous: Event | None = None
        self._previous_after = 0
        self._everyone = False  # whether the open chain is said of all its owners
        self._just_headed = False
        self._counted_list = False  # whether `gồm` opens the list under the heading, so that `và` ends it
        self._told_rank = False
        self._rank_after = 0
        self._ranks_given: list[tuple[int, int]] = []  # ranks said to be given to who is named behind
        self._over_offices = False  # whether the heading stands over entries that begin with an office

    def region(self, events: list[Event], start: int) -> None:
        """Tie the offices among the events of one region that begins at token ``start``."""
        self._reset()
        self._previous_after = looked = start
        for index, event in enumerate(events):
            gap = self._t.normals[max(self._previous_after, event.lead - _LONGEST_GAP) : event.lead]
            if self._gaps.ends_sentence(max(self._previous_after, looked), event.lead):
                self._end_sentence()
            looked = event.lead
            following = events[index + 1] if index + 1 < len(events) else None
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

    # -- sentences ------------------------------------------------------------------------------------------

    def _end_sentence(self) -> None:
        self._settle()
        self._owner = []
        self._shared = []
        self._over_offices = False
        self._settle_ranks()
        self._told_rank = False
        self._latest = None
        self._subject = None
        self._sentence_named = False
        self._previous = None

    # -- ends of chains -------------------------------------------------------------------------------------

    def _bind(self, name: Named, offices: list[Held], rule: str) -> None:
        self.found.bonds.extend(Bond(name, office, rule) for office in offices if office.status != "sought")

    def _settle(self) -> None:
        """Close the chain of offices that is open: give it to its owners, or leave it loose."""
        chain, self._chain = self._chain, []
        if not chain:
            return
        if self._kind in ("behind", "linked") and self._owner:
            owners = self._owner if self._for_all(chain) else self._owner[-1:]
            for owner in owners:
                self._bind(
                    owner, chain, "office behind the name" if self._kind == "behind" else "office across a verb"
                )
        elif self._kind != "said":
            self.found.loose.append(chain)
        self._kind = ""
        self._last_by_and = False

    def _for_all(self, chain: list[Held]) -> bool:
        return chain[0].joint or self._everyone

    # -- ranks and forms of address -------------------------------------------------------------------------

    def _on_rank(self, event: Ranked, gap: list[str]) -> None:
        named = self._previous if isinstance(self._previous, Named) else None
        if named is None and self._kind == "behind" and self._owner:
            named = self._owner[-1]
        if named is not None and all(word in (",", "-", "(") for word in gap):
            self.found.ranks.append((named, (event.lead, event.after)))
            self._previous_after = event.after
        elif self._subject is not None and self._gaps.tells_learning(gap, event.lead):
            self.found.ranks.append((self._subject, (event.lead, event.after)))
        elif self._gaps.tells_rank(gap) or (self._told_rank and gap[-1:] in ([","], ["và"], ["lên"])):
            if ";" in self._t.normals[max(self._previous_after, self._rank_after) : event.lead]:
                self._settle_ranks()
            self._told_rank = True
            self._rank_after = event.after
            if self._subject is None or self._gaps.is_given(gap):
                self._ranks_given.append((event.lead, event.after))
            else:
                self.found.ranks.append((self._subject, (event.lead, event.after)))

    def _settle_ranks(self) -> None:
        """Give ranks that no name followed to whom the sentence told of last, if that is not who handed them on."""
        if self._latest is not None and self._latest is not self._subject:
            self.found.ranks.extend((self._latest, rank) for rank in self._ranks_given)
        self._ranks_given = []

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
        previous = self._previous
        if isinstance(previous, Held) and self._heads_offices(gap):
            self._shared, self._shared_rule = self._chain, _HEADED
            self._over_offices = True
            self._open(event, "free")
            return
        if isinstance(previous, Held) and self._chain and self._continues(gap, event, following):
            self._last_by_and = bool(gap) and gap[-1] in _AND
            self._chain.append(event)
            return
        if isinstance(previous, Named) and self._gaps.stands_behind(gap, self._previous_after):
            self._settle()
            self._open(event, "behind")
            several = bool(self._owner) and self._owner[0].plural and len(self._owner) > 1
            self._everyone = several or "đều" in gap or (gap[-1:] == ["là"] and "cùng" in gap)
            if not self._owner or self._owner[-1] is not previous:
                self._owner = [previous]
            return
        if self._is_for(event, following):
            self._settle()
            self._open(event, "for")
            return
        if self._subject is not None and self._gaps.linked(gap) and not self._gaps.appoints(gap):
            if self._gaps.put_up(previous.lead if isinstance(previous, Named | Address) else 0, gap):
                event.status = "sought"
            self._settle()
            self._open(event, "linked")
            several = len(self._owner) > 1 and self._owner[0].plural
            self._everyone = several or "đều" in gap
            nearest = previous if isinstance(previous, Named) else self._latest or self._subject
            if not (self._everyone and len(self._owner) > 1 and self._owner[-1] is nearest):
                self._owner = [nearest]
            return
        if self._topic is not None and not self._sentence_named and self._gaps.goes_on(gap):
            self._settle()
            self._open(event, "linked")
            self._owner = [self._topic]
            self._subject, self._sentence_named = self._topic, True
            return
        self._settle()
        if self._over_offices and gap[:1] not in ([","], ["và"], []):
            self._shared, self._over_offices = [], False
        self._open(event, "said" if self._gaps.spoken(gap) else "free")

    def _heads_offices(self, gap: list[str]) -> bool:
        """Whether the open chain is the heading of a list whose entries begin with an office of their own."""
        return gap == [":"] and bool(self._chain) and self._chain[0].plural and self._kind == "free"

    def _open(self, event: Held, kind: str) -> None:
        self._chain = [event]
        self._kind = kind
        self._last_by_and = False
        self._everyone = False

    def _continues(self, gap: list[str], event: Held, following: Event | None) -> bool:
        gap = without_brackets([word for word in gap if word not in (".", "…")])
        if not gap:
            return True
        if self._kind == "free" and self._gaps.commissions(self._chain[0].lead):
            return False
        if self._kind in ("behind", "linked") and event.plural and gap[-1] == ",":
            return False
        if self._kind in ("behind", "linked") and gap[-1] in _PARTS[self._kind] and self._gaps.aside(gap):
            return True
        if self._kind == "linked" and gap[-1] == ";" and len(gap) <= _FEW and event.plural is False:
            return not isinstance(following, Named) or following.lead > event.bridge + 1
        if gap == [";"] and self._kind in ("behind", "linked"):
            another = isinstance(following, Named) and following.lead <= event.bridge + 1
            return not another and not self._gaps.of_several(event.bridge)
        if gap == ["("] and event.status == "former":
            return True
        if gap == ["là"] and self._kind == "free" and not self._chain[0].plural:
            return isinstance(following, Named) and following.lead == event.bridge
        if self._kind == "said":
            return gap == ["và"] or (gap == [","] and self._says_capacity())
        if len(gap) <= 2 and gap[0] in (",", "-", "kiêm", "rồi") and gap[-1] in (",", "-", "kiêm", "rồi", "nay"):
            return True
        if gap[-1] == "và" and len(gap) <= 2:
            return gap[0] in (",", "và") and not event.plural
        return (
            self._kind == "linked"
            and len(gap) <= 3
            and self._gaps.linked(gap)
            and gap[0] in (",", "và", "sang", "rồi", "lên")
        )

    def _is_for(self, event: Held, following: Event | None) -> bool:
        """Whether the office is said of a person named behind it (`chức Phó Chủ tịch đối với ông A`)."""
        if not isinstance(following, Named):
            return False
        gap = self._t.normals[event.bridge : following.lead]
        before = self._t.normals[max(0, event.lead - 4) : event.lead]
        if gap == ["cho"]:
            return before[-2:] in (["bổ", "nhiệm"], ["chuẩn", "y"], ["phê", "chuẩn"])
        if len(gap) > _FOR_REACH or gap[-1:] != ["với"]:
            return False
        return gap[-2:] == ["đối", "với"] or any(word in ("chức", "danh", "nhiệm", "bầu") for word in before)

    # -- names ----------------------------------------------------------------------------------------------

    def _on_name(self, event: Named, gap: list[str], following: Event | None) -> None:
        self.found.names.append(event)
        if self._ranks_given and gap[-1:] in (["cho"], ["với"], [":"]):
            self.found.ranks.extend((event, rank) for rank in self._ranks_given)
            self._ranks_given = []
        chained = bool(self._chain) and isinstance(self._previous, Held)
        own: list[Held] = []
        if chained:
            own = self._take_chain(event, gap, following)
        anew = bool(gap) and (gap[-1] in _AND) and event.courtesy and not event.plural
        if own and self._over_offices and self._shared:
            self._bind(event, self._shared, _HEADED)
        elif own:
            self._prefixed.add(id(event))
            if own[0].plural or own[-1].plural or self._kind == "for":
                self._shared = own
                self._shared_rule = _SAID_OF if self._kind == "for" else "shared by a list of names"
            elif gap[:1] != [":"]:
                self._shared = []
        elif self._just_headed:
            self._just_headed = False
        else:
            self._go_on_list(event, gap, following, anew)
        joined = gap in (["và"], [","], [",", "và"], ["cùng"]) and isinstance(self._previous, Named)
        self._owner = [*self._owner[-_MOST_OWNERS:], event] if joined and self._owner else [event]
        if not self._sentence_named:
            self._topic = event
            self._sentence_named = True
        if self._subject is None:
            self._subject = event
        if not self._is_kin(event):
            self._latest = event

    def _go_on_list(self, event: Named, gap: list[str], following: Event | None, anew: bool) -> None:
        """Give a name what the list that it stands in is of, or end the list."""
        joined = not anew or ((self._shared_rule == _SAID_OF or self._counted_list) and gap == ["và"])
        new_group = gap[:1] == [";"] and event.plural
        if self._shared and joined and self._in_list(gap) and not new_group:
            if self._shared_rule == _HEADED or not self._has_own(following, event):
                self._bind(event, self._shared, self._shared_rule)
        elif anew or not self._in_list(gap):
            self._shared = []

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
        several = self._chain[0].plural or event.plural or "các" in gap
        if gap == [":"] or (self._chain[0].plural and self._announces(gap)):
            return self._under_heading(event, gap)
        if several and self._kind != "behind" and self._gaps.heads(gap):
            self._chain[0].plural = True
            return self._under_heading(event, gap)
        if self._adheres(event, gap):
            own = self._own_part()
            self._settle()
            self._bind(event, own, "office before the name")
            return own
        if self._kind == "for":
            own, self._chain = self._chain, []
            self._bind(event, own, _SAID_OF)
            return own
        if self._kind == "said" and (self._in_capacity(gap) or self._opens_sentence(gap)):
            own, self._chain = self._chain, []
            self._bind(event, own, "office in the capacity of which somebody acts")
            return own
        if self._kind != "behind" and gap in (["là"], [",", "là"], ["hiện", "là"], ["hiện", "nay", "là"]):
            own, self._chain = self._chain, []
            self._bind(event, own, "name after `là`")
            return own
        beside = self._kind == "free" and gap in ([","], ["-"]) and not event.plural and not self._chain[0].plural
        lead = self._chain[0].lead
        whose = lead > 0 and self._t.normals[lead - 1] in ("của", "do", "bởi")
        if beside and not whose and not self._has_own(following, event):
            own, self._chain = self._chain, []
            self._bind(event, own, "name beside the office")
            return own
        self._settle()
        return []

    def _announces(self, gap: list[str]) -> bool:
        """Whether words behind an office of several tell that a list of them follows (`... gồm`)."""
        return " ".join(gap) in _LISTS or (gap[-1:] == ["gồm"] and len(gap) <= _FEW and "," not in gap)

    def _in_capacity(self, gap: list[str]) -> bool:
        """`Với tư cách Trưởng ban, ông A ...`."""
        return self._says_capacity() and len(gap) <= _FOR_REACH and gap[-1:] == [","]

    def _opens_sentence(self, gap: list[str]) -> bool:
        """`Trước khi giữ chức Phó Chủ tịch, ông A ...`: the subject of the clause before is the person behind."""
        lead = self._chain[0].lead
        verbs = self._t.normals[max(0, lead - 4) : lead]
        own = not {"giữ", "đảm", "làm", "nhận"}.isdisjoint(verbs) and self._subject is None
        return own and len(gap) <= _CLAUSE_REACH and gap[-1:] == [","]

    def _says_capacity(self) -> bool:
        lead = self._chain[0].lead
        return not {"cương", "tư", "vai"}.isdisjoint(self._t.normals[max(0, lead - 3) : lead])

    def _adheres(self, event: Named, gap: list[str]) -> bool:
        if not gap:
            return True
        if gap == ["("] and self._kind == "free" and self._t.words[event.after : event.after + 1] == [")"]:
            return True
        ranked = event.ranks and event.ranks[0][0] == event.lead
        return gap == [","] and bool(ranked) and self._kind == "free"

    def _own_part(self) -> list[Held]:
        """The part of the chain that goes with the name right behind it; the rest stays with its owner."""
        chain = self._chain
        if self._kind != "behind":
            own, self._chain = chain, []
            return own
        owner_has = bool(self._owner) and id(self._owner[-1]) in self._prefixed
        if owner_has and not self._last_by_and:
            own, self._chain = chain, []
            return own
        own, self._chain = chain[-1:], chain[:-1]
        return own

    def _under_heading(self, event: Named, gap: list[str]) -> list[Held]:
        chain = self._chain
        if self._kind == "behind":
            self._settle()
            return []
        self._chain = []
        self._bind(event, chain, _HEADED)
        if chain[0].plural or chain[-1].plural or self._gaps.announces_list(chain[0].lead):
            self._shared, self._shared_rule = chain, _HEADED
            self._just_headed = True
            self._counted_list = "gồm" in gap
        return []
