"""Offices that stand in a row: whether the next one goes on the row, and how the row stands to a name behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from importers.extraction.finds import Event, Named
from importers.extraction.gaps import Gaps, without_brackets
from importers.extraction.positions import Held
from importers.extraction.tokens import Tokens

AND: Final = frozenset(("và", "cùng", "với"))
_LISTS: Final = frozenset(
    (
        "khác là",
        "khác gồm",
        "còn lại là",
        "còn lại gồm",
        "hiện nay là",
        "hiện nay gồm",
        "hiện gồm",
        "gồm",
        "là",
        "gồm :",
        "gồm có",
        "gồm có :",
        "là :",
        "bao gồm",
        "bao gồm :",
        "gồm các đồng chí :",
    )
)
_PARTS: Final = {"behind": (",",), "linked": (",", ";")}
_FOR_REACH: Final = 14
_FEW: Final = 8
_CLAUSE_REACH: Final = 25


class Chain:
    """The row of offices that is open.

    ``kind`` tells how it stands: ``free``, ``behind`` a name, ``linked`` to one by a verb, said ``for`` a name
    that follows, ``said`` of nobody in particular; empty where none is open. ``everyone`` tells whether it is
    said of all of several owners.
    """

    def __init__(self, t: Tokens, gaps: Gaps) -> None:
        self._t = t
        self._gaps = gaps
        self.offices: list[Held] = []
        self.kind = ""
        self.everyone = False
        self._last_by_and = False

    def open(self, event: Held, kind: str) -> None:
        """Begin a row with an office."""
        self.offices = [event]
        self.kind = kind
        self._last_by_and = False
        self.everyone = False

    def add(self, event: Held, gap: list[str]) -> None:
        """Go on the row."""
        self._last_by_and = bool(gap) and gap[-1] in AND
        self.offices.append(event)

    def take(self) -> list[Held]:
        """The offices of the row, which is empty then; its kind stays."""
        offices, self.offices = self.offices, []
        return offices

    def close(self) -> None:
        """Forget how the row stood."""
        self.kind = ""
        self._last_by_and = False

    # -- the next office --------------------------------------------------------------------------------------

    def heads_offices(self, gap: list[str]) -> bool:
        """Whether the row is the heading of a list whose entries begin with an office of their own."""
        if not self.offices or self.kind not in ("free", "said"):
            return False
        if gap[-2:] == ["đối", "với"]:
            return self.taken_or_given()
        opens = gap[-1:] == [":"] and len(gap) <= _CLAUSE_REACH and self.offices[0].plural
        return opens and self.kind == "free" and (len(gap) == 1 or gap[-2] in ("là", "gồm", "có"))

    def taken_or_given(self) -> bool:
        """Whether the words before the row tell that somebody is put into the office or out of it."""
        lead = self.offices[0].lead
        return not {"nhiệm", "bầu", "chức", "danh"}.isdisjoint(self._t.normals[max(0, lead - 4) : lead])

    def continues(self, gap: list[str], event: Held, following: Event | None) -> bool:
        """Whether an office behind ``gap`` goes on the row."""
        gap = without_brackets([word for word in gap if word not in (".", "…")])
        if self.kind == "behind" and gap == [")", ","]:
            gap = [","]  # `A (Chủ tịch Hội đồng X), Giám đốc Y`
        if self.kind == "free" and self._gaps.commissions(self.offices[0].lead):
            return gap == ["và"]
        if not gap or (self.kind == "linked" and not event.plural and self._gaps.goes_on_career(gap)):
            return True
        if self.kind in ("behind", "linked") and event.plural and gap[-1] == ",":
            return False
        if self.kind in ("behind", "linked") and gap[-1] in _PARTS[self.kind] and self._gaps.aside(gap):
            return True
        if self.kind == "linked" and gap[-1] == ";" and len(gap) <= _FEW and event.plural is False:
            return not isinstance(following, Named) or following.lead > event.bridge + 1
        if gap == [";"] and self.kind in ("behind", "linked"):
            another = isinstance(following, Named) and following.lead <= event.bridge + 1
            another = another and self._t.normals[event.bridge : following.lead if following else 0] != [";"]
            return not another and not event.plural and not self._gaps.of_several(event.bridge)
        if gap == ["("] and event.status == "former":
            return True
        if gap == ["là"] and self.kind == "free" and not self.offices[0].plural:
            return isinstance(following, Named) and following.lead == event.bridge
        if self.kind == "said":
            return gap == ["và"] or (gap == [","] and self._says_capacity())
        return self._joined(gap, event)

    def _joined(self, gap: list[str], event: Held) -> bool:
        """Whether a mark or a small word ties two offices."""
        if len(gap) <= 2 and gap[0] in (",", "-", "kiêm", "rồi") and gap[-1] in (",", "-", "kiêm", "rồi", "nay"):
            return True
        if gap[-1] == "và" and len(gap) <= 2:
            return gap[0] in (",", "và") and not event.plural
        return (
            self.kind == "linked"
            and len(gap) <= 3
            and self._gaps.linked(gap)
            and gap[0] in (",", "và", "sang", "rồi", "lên")
        )

    def is_for(self, event: Held, following: Event | None) -> bool:
        """Whether an office is said of a person named behind it (`chức Phó Chủ tịch đối với ông A`)."""
        if not isinstance(following, Named):
            return False
        gap = self._t.normals[event.bridge : following.lead]
        before = self._t.normals[max(0, event.lead - 4) : event.lead]
        if before[-1:] == ["của"]:
            return False  # `theo Quyết định của Thống đốc X về việc ... đối với ông A`
        if gap == ["cho"]:
            return before[-2:] in (["bổ", "nhiệm"], ["chuẩn", "y"], ["phê", "chuẩn"])
        if len(gap) > _FOR_REACH or gap[-1:] != ["với"]:
            return False
        return gap[-2:] == ["đối", "với"] or any(word in ("chức", "danh", "nhiệm", "bầu") for word in before)

    # -- the name behind --------------------------------------------------------------------------------------

    def announces(self, gap: list[str]) -> bool:
        """Whether words behind an office of several tell that a list of them follows (`... gồm`)."""
        return " ".join(gap) in _LISTS or (gap[-1:] == ["gồm"] and len(gap) <= _FEW and "," not in gap)

    def in_capacity(self, gap: list[str], subject: Named | None) -> bool:
        """Whether somebody named behind acts in the office: `Với tư cách Trưởng ban, ông A ...`."""
        if self._says_capacity() and len(gap) <= _FOR_REACH and gap[-1:] == [","]:
            return True
        lead = self.offices[0].lead
        verbs = self._t.normals[max(0, lead - 4) : lead]  # `Trước khi giữ chức Phó Chủ tịch, ông A ...`
        own = not {"giữ", "đảm", "làm", "nhận"}.isdisjoint(verbs) and subject is None
        return own and len(gap) <= _CLAUSE_REACH and gap[-1:] == [","]

    def _says_capacity(self) -> bool:
        lead = self.offices[0].lead
        return not {"cương", "tư", "vai"}.isdisjoint(self._t.normals[max(0, lead - 3) : lead])

    def adheres(self, event: Named, gap: list[str]) -> bool:
        """Whether nothing that matters parts the row from the name behind it."""
        if not gap:
            return True
        if self.kind == "free" and self._gaps.is_aside_word(gap):
            return True
        if gap == ["("] and self.kind == "free" and self._t.words[event.after : event.after + 1] == [")"]:
            return True
        lead = self.offices[0].lead
        whose = lead > 0 and self._t.normals[lead - 1] == "của"  # `Theo quyết định của Giám đốc Sở, TS. ...`
        if gap != [","] or self.kind != "free" or whose:
            return False
        ranked = event.ranks and event.ranks[0][0] == event.lead
        return bool(ranked) or self._gaps.names_calling(event.lead)

    def take_own(self, owner_has: bool) -> list[Held]:
        """Take what goes with the name right behind; the rest stays with the owner of the row.

        ``owner_has`` tells whether the owner has an office of his own before the name.
        """
        if self.kind != "behind" or (owner_has and not self._last_by_and):
            return self.take()
        own, self.offices = self.offices[-1:], self.offices[:-1]
        return own


def name_ahead(t: Tokens, events: list[Event], index: int) -> Named | None:
    """The name to which a row of offices leads that begins at ``index``, as if it stood right behind it."""
    first = events[index]
    while index + 1 < len(events):
        here, behind = events[index], events[index + 1]
        if not isinstance(here, Held) or not isinstance(first, Held):
            return None
        if isinstance(behind, Named):
            beside = behind.lead <= here.bridge + 1 and here is not first
            return replace(behind, lead=first.bridge) if beside else None
        if t.normals[here.bridge : behind.lead] != [","]:
            return None
        index += 1
    return None
