"""Tags: words of the user for articles, with a letter that applies them and a colour.

Names are one line of clean text; two names that differ only in upper and lower case are one tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from store.journal import Act, ActKind, Refused, act
from store.records import Tag
from store.text import fold, one_line

if TYPE_CHECKING:
    from store.archive import Archive

COLOURS: Final = ("amber", "blue", "green", "rose", "violet", "cyan", "olive", "grey")
"""The colours of tags, as names; what they look like is for the reader to say. New tags take them in turn."""

LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Change:
    """What tagging did: the tag, whether it was put on or taken off, and how many articles that changed."""

    name: str
    added: bool
    articles: int


def all_tags(archive: Archive) -> list[Tag]:
    """Return all tags in the order of their names, with how many articles of the user's have each."""
    rows = archive.rows(
        "SELECT name, letter, colour, (SELECT count(*) FROM article_tags WHERE tag_id = tags.id) FROM tags"
    )
    return sorted((Tag(*row) for row in rows), key=lambda tag: (fold(tag.name), tag.name))


def matching(archive: Archive, typed: str) -> list[Tag]:
    """Return the tags that may be meant by the beginning of a name, likeliest first; marks do not matter.

    Those that begin so come before those with a word that does, and much used ones before others.
    """
    wanted = fold(one_line(typed))
    ranked = []
    for tag in all_tags(archive):
        name = fold(tag.name)
        if name.startswith(wanted):
            ranked.append((int(name != wanted), -tag.count, tag))
        elif f" {wanted}" in name:
            ranked.append((2, -tag.count, tag))
    return [tag for _, _, tag in sorted(ranked, key=lambda rank: rank[:2])]


def with_letter(archive: Archive, letter: str) -> Tag | None:
    """Return the tag that a letter applies."""
    return next((tag for tag in all_tags(archive) if tag.letter == letter), None)


def add(archive: Archive, keys: Iterable[str], name: str) -> Change:
    """Put a tag on articles; it is made where there is none of that name.

    Raises `Refused` for a name that cannot be one.
    """
    with act(archive, ActKind.TAG) as doing:
        number, known = _find_or_make(archive, doing, name)
        articles = 0
        for key in dict.fromkeys(keys):
            if not doing.has("article_tags", (key, number)):
                doing.put("article_tags", (key, number), {"created": doing.at})
                articles += 1
        doing.details.update(name=known, articles=articles)
    return Change(known, True, articles)


def remove(archive: Archive, keys: Iterable[str], name: str) -> Change:
    """Take a tag off articles; the tag itself stays. Raises `Refused` where there is none of that name."""
    with act(archive, ActKind.UNTAG) as doing:
        number, known = _existing(archive, name)
        articles = sum(doing.put("article_tags", (key, number), None) for key in dict.fromkeys(keys))
        doing.details.update(name=known, articles=articles)
    return Change(known, False, articles)


def toggle(archive: Archive, keys: Iterable[str], name: str) -> Change:
    """Put a tag on articles, or take it off if all of them have it. Raises `Refused` as `add` does."""
    wanted = list(dict.fromkeys(keys))
    with archive.transaction():
        found = _find(archive, name)
        tagged = set()
        if found is not None:
            tagged = {
                key for (key,) in archive.rows("SELECT article_key FROM article_tags WHERE tag_id = ?", found[:1])
            }
        return (remove if wanted and tagged.issuperset(wanted) else add)(archive, wanted, name)


def rename(archive: Archive, name: str, new: str) -> None:
    """Give a tag another name. Raises `Refused` where there is no such tag, or already one of the new name."""
    wanted = checked_name(new)
    with act(archive, ActKind.RENAME_TAG) as doing:
        number, known = _existing(archive, name)
        other = _find(archive, wanted)
        if other is not None and other[0] != number:
            raise Refused(f"There is a tag “{other[1]}” already.", "Merge the two, or choose another name.")
        doing.details.update(name=known, new=wanted)
        doing.put("tags", (number,), {"name": wanted})


def merge(archive: Archive, name: str, into: str) -> None:
    """Put one tag where another is, too, and delete the other. Raises `Refused` where one of them is missing."""
    with act(archive, ActKind.MERGE_TAGS) as doing:
        number, known = _existing(archive, name)
        target, kept = _existing(archive, into)
        if number == target:
            raise Refused("A tag cannot be merged with itself.")
        doing.details.update(name=known, new=kept)
        for key, created in _articles(archive, number):
            if not doing.has("article_tags", (key, target)):
                doing.put("article_tags", (key, target), {"created": created})
        _delete(archive, doing, number)


def delete(archive: Archive, name: str) -> int:
    """Delete a tag and take it off all articles; return how many had it. Raises `Refused` where there is none."""
    with act(archive, ActKind.DELETE_TAG) as doing:
        number, known = _existing(archive, name)
        articles = _delete(archive, doing, number)
        doing.details.update(name=known, articles=articles)
    return articles


def set_letter(archive: Archive, name: str, letter: str | None) -> None:
    """Give a tag the letter or digit that applies it, or none.

    Raises `Refused` for what is no letter, or is the letter of another tag.
    """
    wanted = None if letter is None else one_line(letter).lower()
    if wanted is not None and not (len(wanted) == 1 and wanted.isalnum()):
        raise Refused("The letter of a tag is one letter or digit.")
    with act(archive, ActKind.SET_LETTER) as doing:
        number, known = _existing(archive, name)
        holder = with_letter(archive, wanted) if wanted else None
        if holder is not None and holder.name != known:
            raise Refused(
                f"“{wanted}” is the letter of “{holder.name}”.", "Choose another, or take it off that one."
            )
        doing.details["name"] = known
        doing.put("tags", (number,), {"letter": wanted})


def set_colour(archive: Archive, name: str, colour: str) -> None:
    """Give a tag one of `COLOURS`. Raises `Refused` for another, or where there is no such tag."""
    if colour not in COLOURS:
        raise Refused("There is no such colour for tags.", f"Choose one of: {', '.join(COLOURS)}.")
    with act(archive, ActKind.SET_COLOUR) as doing:
        number, known = _existing(archive, name)
        doing.details["name"] = known
        doing.put("tags", (number,), {"colour": colour})


def suggested_letter(archive: Archive, name: str) -> str | None:
    """Return the first letter or digit of a name, without marks, that applies no other tag yet."""
    taken = {tag.letter for tag in all_tags(archive)}
    return next((c for c in fold(name) if c.isalnum() and c.isascii() and c not in taken), None)


def checked_name(name: str) -> str:
    """Return the name as it would be kept: clean, one line, no space around it; raises `Refused` for none."""
    known = one_line(name)
    if not known:
        raise Refused("A tag needs a name.")
    if len(known) > LONGEST_NAME:
        raise Refused(f"The name of a tag has at most {LONGEST_NAME} letters.", "Choose a shorter one.")
    return known


def _find(archive: Archive, name: str) -> tuple[int, str] | None:
    wanted = one_line(name).casefold()
    tags: Sequence[tuple[int, str]] = archive.rows("SELECT id, name FROM tags")
    return next(((number, known) for number, known in tags if known.casefold() == wanted), None)


def _existing(archive: Archive, name: str) -> tuple[int, str]:
    found = _find(archive, name)
    if found is None:
        raise Refused(f"There is no tag “{one_line(name)}”.", "See all: bienban tag list")
    return found


def _find_or_make(archive: Archive, doing: Act, name: str) -> tuple[int, str]:
    found = _find(archive, name)
    if found is not None:
        return found
    known = checked_name(name)
    [(number, tags)] = archive.rows("SELECT coalesce(max(id), 0) + 1, count(*) FROM tags")
    letter, colour = suggested_letter(archive, known), COLOURS[tags % len(COLOURS)]
    doing.put("tags", (number,), {"name": known, "letter": letter, "colour": colour, "created": doing.at})
    return number, known


def _articles(archive: Archive, number: int) -> list[tuple[str, str]]:
    return archive.rows("SELECT article_key, created FROM article_tags WHERE tag_id = ?", (number,))


def _delete(archive: Archive, doing: Act, number: int) -> int:
    """Take a tag off its articles one by one before it goes: what a cascade deleted could not be undone."""
    articles = _articles(archive, number)
    for key, _ in articles:
        doing.put("article_tags", (key, number), None)
    doing.put("tags", (number,), None)
    return len(articles)
