"""How everything looks that the reader draws by hand: colours by their meaning, and the signs beside them.

A look is a name such as ``article--person``; what draws a line names the looks of its parts, the later laid over
the earlier. The names of colours are variables of the theme (`tui.themes`). Each look that has a colour has a sign
beside it (weight, slant, a line, a letter in the text), so that nothing is lost without colours.

It is a table and no style sheet, because Textual applies sheets to every look of a pane one by one whenever the
pane gets or loses the focus, and because the first screen is painted before Textual is there.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Look(NamedTuple):
    """Variables of the theme for letters and ground (empty: as they are below), and signs, parted by spaces."""

    colour: str = ""
    ground: str = ""
    signs: str = ""


PLAIN: Final = Look()

LOOKS: Final[dict[str, Look]] = {
    # --- the timeline ---
    "timeline--row": PLAIN,
    "timeline--cursor": Look("cursor-text", "cursor"),
    "timeline--sign": Look("border", "", "bold"),
    "timeline--year": Look("headline", "", "bold"),
    "timeline--month": Look("faint"),
    "timeline--rule": Look("rule"),
    "timeline--count": Look("faint"),
    "timeline--date": Look("date"),
    "timeline--inferred": Look("date", "", "italic"),
    "timeline--part-of-day": Look("faint"),
    "timeline--unread": Look("headline", "", "bold"),
    "timeline--read": PLAIN,
    "timeline--lede": Look("", "", "italic"),
    "timeline--copies": Look("faint"),
    "timeline--tag": Look("tag"),
    "timeline--note": Look("note"),
    "timeline--dot": Look("unread"),
    "timeline--context": Look("faint"),
    "timeline--match": Look("match-text", "", "underline"),
    # --- the article ---
    "article--page": PLAIN,
    "article--title": Look("headline", "", "bold"),
    "article--no-title": Look("faint", "", "italic"),
    "article--byline": Look("faint"),
    "article--meeting": Look("date"),
    "article--tags": Look("tag"),
    "article--paragraph": PLAIN,
    "article--crosshead": Look("headline", "", "bold"),
    "article--caption": Look("caption"),
    "article--credit": Look("faint"),
    "article--marker": Look("faint"),
    "article--note": Look("foreground"),
    "article--note-bar": Look("note"),
    "article--label": Look("note", "", "bold"),
    "article--adrift": Look("faint", "", "italic"),
    "article--person": Look("person", "", "bold"),
    "article--position": Look("position", "", "italic"),
    "article--date": Look("date", "", "bold italic"),
    "article--tag": Look("tag"),
    "article--note-passage": Look("", "", "underline"),
    # These are drawn reversed, so that a terminal without colours shows them too: the colours stand swapped.
    "article--match": Look("match", "match-text", "reverse"),
    "article--current-match": Look("current-match", "current-match-text", "reverse underline"),
    "article--selected": Look("selection", "selection-text", "reverse"),
    "article--caret": Look("headline", "background", "reverse bold underline"),
    # --- the people ---
    "people--page": PLAIN,
    "people--cursor": Look("cursor-text", "cursor"),
    "people--sign": Look("border", "", "bold"),
    "people--group": Look("faint"),
    "people--name": Look("person", "", "bold"),
    "people--absent": Look("person"),
    "people--rank": Look("faint", "", "italic"),
    "people--office": Look("position"),
    "people--tense": Look("faint", "", "italic"),
    "people--count": Look("faint"),
    "people--empty": Look("faint", "", "italic"),
    # --- frames, the head and the foot ---
    "frame--line": Look("border-blurred"),
    "frame--line-focused": Look("border"),
    "frame--title": Look("faint"),
    "frame--title-focused": Look("headline", "", "bold"),
    "frame--thumb": Look("rule", "", "reverse"),
    "frame--thumb-end": Look("rule"),
    "head--name": Look("headline", "", "bold"),
    "head--counts": Look("faint"),
    "foot--slash": Look("primary", "", "bold"),
    "foot--filter": Look("faint"),
    "foot--status": Look("faint"),
    "hints--line": Look("faint"),
    "overview--year": Look("faint"),
    "overview--bar": Look("border"),
    "overview--none": Look("rule"),
    "hints--key": Look("primary", "", "bold"),
    "hints--message": Look("headline"),
    "hints--error": Look("error", "", "bold"),
    # --- pages over the panes ---
    "lines--plain": PLAIN,
    "lines--heading": Look("faint", "", "bold"),
    "lines--faint": Look("faint"),
    "lines--key": Look("primary", "", "bold"),
    "lines--person": Look("person", "", "bold"),
    "lines--position": Look("position"),
    "lines--date": Look("date"),
    "lines--note": Look("note"),
    "lines--tag": Look("tag"),
    "lines--bar": Look("primary"),
    "lines--cursor": Look("", "cursor", "bold"),
}
