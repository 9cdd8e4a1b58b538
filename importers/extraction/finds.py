"""What is found in a text on the way to its people: names, ranks, forms of address, and what is tied to whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from importers.extraction.lexicon import Sort
from importers.extraction.positions import Held


@dataclass(slots=True)
class Named:
    """A name in the text, tokens ``[first, after)``; ``lead`` is the first token with titles before it.

    ``whole`` tells a full name from a short form (`ông Huy`), ``courtesy`` whether a form of address goes
    before it, ``plural`` whether that is one of several people (`các đồng chí`), ``rule`` what made it a name.
    """

    lead: int
    first: int
    after: int
    whole: bool
    courtesy: bool
    plural: bool
    rule: str
    ranks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Ranked:
    """A rank that stands by itself, not before a name."""

    lead: int
    after: int


@dataclass(slots=True)
class Address:
    """A form of address without a name (`Ông`, `Đồng chí`): it means somebody named before."""

    lead: int
    after: int


Event = Named | Held | Ranked | Address


class Lead:
    """The titles and forms of address read just now, that a name may follow."""

    __slots__ = ("after", "first", "ranks", "sort")

    def __init__(self) -> None:
        self.first = self.after = -1
        self.sort = 0
        self.ranks: list[tuple[int, int]] = []

    def add(self, first: int, after: int, sort: int) -> None:
        """Go on with the title at tokens ``[first, after)``; forget what went before if it does not adhere."""
        if first != self.after:
            self.first, self.sort, self.ranks = first, 0, []
        self.after = after
        self.sort |= sort
        if sort & Sort.RANK:
            self.ranks.append((first, after))


@dataclass(slots=True)
class Bond:
    """An office that is somebody's, and the rule that tied it to the name."""

    name: Named
    office: Held
    rule: str


@dataclass(slots=True)
class Attached:
    """What attaching found: names in order, bonds, offices that stand without a name, ranks behind names."""

    names: list[Named] = field(default_factory=list)
    bonds: list[Bond] = field(default_factory=list)
    loose: list[list[Held]] = field(default_factory=list)
    ranks: list[tuple[Named, tuple[int, int]]] = field(default_factory=list)
    addresses: list[tuple[Address, Named]] = field(default_factory=list)
