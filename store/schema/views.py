"""Views: the joins that people want, for tools from outside."""

from __future__ import annotations

from typing import Final

VIEWS: Final = (
    """
    CREATE VIEW meetings_with_people AS
    SELECT m.id AS meeting_id, m.name AS meeting, m.kind, coalesce(m.date, m.inferred_date) AS date,
           m.date IS NULL AND m.inferred_date IS NOT NULL AS inferred, pl.name AS place,
           p.id AS person_id, p.name AS person, t.role, t.side, t.article_id
    FROM attendances t
    JOIN meetings m ON m.id = t.meeting_id
    JOIN people p ON p.id = t.person_id
    LEFT JOIN places pl ON pl.id = m.place_id
    """,
    """
    CREATE VIEW tenures_by_person AS
    SELECT p.id AS person_id, p.name AS person, po.id AS position_id, po.name AS position, t.wording, t.tense,
           o.name AS organisation, pl.name AS place, tl.sort_date AS date, tl.inferred,
           t.article_id, a.label AS article
    FROM tenures t
    JOIN people p ON p.id = t.person_id
    JOIN positions po ON po.id = t.position_id
    JOIN timeline tl ON tl.article_id = t.article_id
    JOIN articles a ON a.id = t.article_id
    LEFT JOIN organisations o ON o.id = t.organisation_id
    LEFT JOIN places pl ON pl.id = t.place_id
    """,
    """
    CREATE VIEW articles_with_people_and_tags AS
    SELECT a.id, a.key, a.label AS title, tl.sort_date AS date, tl.inferred,
           (SELECT json_group_array(p.name) FROM article_people ap JOIN people p ON p.id = ap.person_id
            WHERE ap.article_id = a.id) AS people,
           (SELECT json_group_array(g.name) FROM article_tags t JOIN tags g ON g.id = t.tag_id
            WHERE t.article_key = a.key) AS tags
    FROM articles a JOIN timeline tl ON tl.article_id = a.id
    """,
)
