"""Puts the notes of an article where their words are in its text as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.anchoring import Quote, find, quote
from store.records import Part

if TYPE_CHECKING:
    from store.archive import Archive


def reanchor(archive: Archive, article_key: str) -> None:
    """Move every note on a passage of the article to its words in the present text, or set it adrift.

    Call it in the transaction that changes the text. A note moves only to the same words in the same surroundings
    (`store.anchoring`); otherwise it is adrift, ``start`` and ``end`` being NULL, until the words are back. That
    is no act of the user and not in the journal.
    """
    with archive.transaction() as connection:
        texts = archive.rows("SELECT title, body, digest FROM articles WHERE key = ?", (article_key,))
        if not texts:
            return
        [(title, body, digest)] = texts
        notes = archive.rows(
            'SELECT id, part, "start", exact, prefix, suffix FROM annotations'
            " WHERE article_key = ? AND part IS NOT NULL",
            (article_key,),
        )
        for note, part, start, *words in notes:
            text = (title or "") if part == Part.TITLE else body
            wanted = Quote(*words)
            place = find(text, wanted, start)
            if place is None:
                connection.execute('UPDATE annotations SET "start" = NULL, "end" = NULL WHERE id = ?', (note,))
                continue
            end = place + len(wanted.exact)
            if find(text, wanted) != place:
                wanted = quote(text, place, end)  # it stayed where it was, but its surroundings are others now
            connection.execute(
                'UPDATE annotations SET "start" = ?, "end" = ?, prefix = ?, suffix = ?, version_digest = ?'
                " WHERE id = ?",
                (place, end, wanted.prefix, wanted.suffix, digest, note),
            )
