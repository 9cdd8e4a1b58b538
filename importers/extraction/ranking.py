"""Whose rank a rank is that stands beside no name: told of the subject, or given to who is named behind it."""

from __future__ import annotations

from importers.extraction.finds import Attached, Named, Ranked
from importers.extraction.gaps import Gaps
from importers.extraction.tokens import Tokens


class Ranking:
    """Ties the ranks of one sentence after the other to names, for `Attacher`."""

    def __init__(self, t: Tokens, gaps: Gaps, found: Attached) -> None:
        self._t = t
        self._gaps = gaps
        self._found = found
        self._given: list[tuple[int, int]] = []  # ranks said to be given to who is named behind
        self._told = False
        self._after = 0

    def reset(self) -> None:
        """Forget what was told: another region begins."""
        self._given = []
        self._told = False
        self._after = 0

    def end_sentence(self, latest: Named | None, subject: Named | None) -> None:
        """Settle what is open at the end of a sentence that told of ``latest`` last."""
        self._settle(latest, subject)
        self._told = False

    def behind(self, rank: Ranked, gap: list[str], named: Named | None) -> bool:
        """Give a rank to the name that it stands behind; false where none does."""
        if named is None or not all(word in (",", "-", "(") for word in gap):
            return False
        self._found.ranks.append((named, (rank.lead, rank.after)))
        return True

    def tell(self, rank: Ranked, gap: list[str], since: int, latest: Named | None, subject: Named | None) -> None:
        """Give a rank to the subject that is told to have it, or keep it for the name to which it is given.

        ``since`` is the token behind the last find before the rank.
        """
        place = (rank.lead, rank.after)
        if subject is not None and self._gaps.tells_learning(gap, rank.lead):
            self._found.ranks.append((subject, place))
        elif self._gaps.tells_rank(gap, rank.lead) or (self._told and gap[-1:] in ([","], ["và"], ["lên"])):
            if ";" in self._t.normals[max(since, self._after) : rank.lead]:
                self._settle(latest, subject)
            self._told = True
            self._after = rank.after
            if subject is None or self._gaps.is_given(gap):
                self._given.append(place)
            else:
                self._found.ranks.append((subject, place))

    def receive(self, named: Named, gap: list[str]) -> None:
        """Give a name the ranks that are said before it to be handed on (`thăng quân hàm ... cho`)."""
        if self._given and gap[-1:] in (["cho"], ["với"], [":"]):
            self._found.ranks.extend((named, rank) for rank in self._given)
            self._given = []

    def _settle(self, latest: Named | None, subject: Named | None) -> None:
        """Give ranks that no name followed to whom the sentence told of last, if that is not who handed them on."""
        if latest is not None and latest is not subject:
            self._found.ranks.extend((latest, rank) for rank in self._given)
        self._given = []
