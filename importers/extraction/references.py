"""Later references without a name: `Bí thư Thành ủy nhấn mạnh` goes to the one person who holds that office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from importers.extraction.gaps import Gaps
from importers.extraction.lexicon import Sort, lexicon, phrase_words
from importers.extraction.names import vietnamese
from importers.extraction.normalising import normal_office
from importers.extraction.positions import Held
from importers.extraction.tokens import Tokens

if TYPE_CHECKING:
    from importers.extraction.people import Draft

_OF_MANY: Final = frozenset(("ủy viên", "thành viên", "ủy viên dự khuyết", "ủy viên thường vụ"))
"""Heads of offices that so many hold that they mean nobody without a name."""
_AT_HOME: Final = (["việt", "nam"], ["vn"])
_MOST_HOLDERS = 200  # bounds the work on texts that are nothing but offices


class References:
    """Gives offices that stand without a name to the one person they can mean."""

    def __init__(self, t: Tokens, drafts: list[Draft]) -> None:
        self._t = t
        self._gaps = Gaps(t, lexicon())
        self._words: dict[tuple[int, int], tuple[str, ...]] = {}
        self._holders: dict[str, dict[tuple[int, tuple[str, ...], str], Draft]] = {}
        self._answers: dict[tuple[str, tuple[str, ...], bool, bool], Draft | None] = {}
        for draft in drafts:
            for held, _ in draft.offices:
                known = self._holders.setdefault(held.head, {})
                if len(known) < _MOST_HOLDERS:
                    known.setdefault((id(draft), self._normal(held), held.status), draft)

    def _normal(self, held: Held) -> tuple[str, ...]:
        """The words of an office in normal form, without `nguyên` before it."""
        key = (held.first, held.after)
        known = self._words.get(key)
        if known is None:
            head = held.head_after - len(held.head.split())
            text = normal_office(self._t, max(head, held.first), held.after, lexicon())
            known = self._words[key] = phrase_words(text)
        return known

    def settle(self, loose: list[list[Held]]) -> None:
        """Give each office of chains that stand without a name to its one holder, where there is one.

        An office without a body that stands beside others (`Bí thư, Chủ tịch phường`) must be that person's whose
        they are.
        """
        for chain in loose:
            if len(chain) > 1 and all(held.head in _OF_MANY for held in chain):
                continue  # `dự hội nghị có Ủy viên Bộ Chính trị, Ủy viên Trung ương Đảng, lãnh đạo các ban`
            holders = [self._one_holder(held) for held in chain]
            for held, holder in zip(chain, holders, strict=True):
                if holder is None:
                    continue
                bare = len(chain) > 1 and not held.body and not held.sort & Sort.WHOLE
                if not bare or all(other is holder for other in holders):
                    holder.offices.append((held, "office without a name"))

    def _one_holder(self, held: Held) -> Draft | None:
        if held.plural or self._gaps.of_several(held.bridge):
            return None
        abroad = bool(held.sort & Sort.PERSONAL) and held.place is not None
        abroad = abroad and self._t.normals[slice(*held.place or (0, 0))] not in _AT_HOME
        question = (held.head, self._normal(held), held.status == "former", abroad)
        if question not in self._answers:
            self._answers[question] = self._holder(*question)
        return self._answers[question]

    def _holder(self, head: str, words: tuple[str, ...], former: bool, abroad: bool) -> Draft | None:
        """The one person who holds an office; ``abroad``: its words tell of which country the office is."""
        fits: dict[int, Draft] = {}
        exact: dict[int, Draft] = {}
        for (_, theirs, status), draft in self._holders.get(head, {}).items():
            if (status == "former") != former:
                continue
            if theirs == words:
                exact[id(draft)] = draft
            bare = (abroad and all(vietnamese(word) for word in draft.key)) or len(theirs) <= len(head.split())
            if _shortens(words, theirs) or (not bare and _shortens(theirs, words)):
                fits[id(draft)] = draft
        best = exact or fits
        return next(iter(best.values())) if len(best) == 1 else None


def _shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of one office all stand in the other, in order."""
    rest = iter(long)
    return all(word in rest for word in short)
