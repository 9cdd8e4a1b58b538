"""What stands beside a name and an office tells that they are not the same person's, or that they are."""

from __future__ import annotations

from typing import Final

from importers.extraction.finds import Event, Named
from importers.extraction.gaps import Gaps
from importers.extraction.positions import Held
from importers.extraction.tokens import Tokens

_CHOSEN_REACH: Final = 5


def chosen_into(t: Tokens, previous: Event | None, gap: list[str]) -> bool:
    """Whether somebody is voted into an office (`bầu bổ sung đồng chí A vào Ủy viên Ban Chấp hành`)."""
    if gap != ["vào"] or not isinstance(previous, Named):
        return False
    return "bầu" in t.normals[max(0, previous.lead - _CHOSEN_REACH) : previous.lead]


def acts_on(t: Tokens, named: Named, own: list[Held]) -> bool:
    """Whether somebody does to the subject what a passive tells (`được Thủ tướng A bổ nhiệm`)."""
    lead = min((held.lead for held in own), default=named.lead)
    return lead > 0 and t.normals[lead - 1] == "được"


def spoken_of(t: Tokens, gaps: Gaps, previous: Event | None, event: Held) -> bool:
    """Whether the name before an office is what its holder speaks of (`Về trường hợp của A, Thủ tướng nói`)."""
    told = isinstance(previous, Named) and t.normals[previous.lead - 1] in ("của", "với", "về", "vụ", "hợp")
    return told and gaps.told(event.bridge)


def next_dashed(t: Tokens, own: list[Held], previous: Event | None, event: Held, following: Event | None) -> bool:
    """Whether an office opens the next entry of a row `Giám đốc - ông A, Phó Giám đốc - ông B`."""
    words = t.normals
    if not isinstance(previous, Named) or not isinstance(following, Named) or not own:
        return False
    dashed = words[own[-1].bridge : previous.lead] == ["-"]
    return dashed and words[event.bridge : following.lead] == ["-"]
