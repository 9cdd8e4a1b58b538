from __future__ import annotations

from store.records import Office, Role, Tense
from tests.tui.fakes import LAN, PEOPLE, SON, OneWidget, article, drawn, person, span_of
from tui.widgets.people import PeoplePane
from tui.widgets.people_lines import Stop, grouped, offices_of

SIZE = (40, 20)


async def test_people_stand_by_what_they_do_with_their_offices_as_worded() -> None:
    pane = PeoplePane()
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article())
        await pilot.pause()
        assert [line for line in drawn(pane) if line] == [
            " CHAIRS",
            "▸Trần Ngọc Lan                      2",
            "   Bí thư Huyện ủy Đồng Mây",
            " ATTENDS · HUYỆN ĐỒNG MÂY",
            " Lê Bá Sơn                          1",
            "   Chủ tịch UBND huyện (former)",
        ]


def test_the_weightier_roles_come_first_and_who_is_only_named_comes_last() -> None:
    people = [
        person("A", None, present=False),
        person("B", Role.ATTENDS, side="trung ương"),
        person("C", Role.ATTENDS, side="địa phương"),
        person("D", Role.ATTENDS, side="trung ương"),
        person("E", Role.LEADS),
        person("F", Role.REPORTS),
        person("G", Role.SPEAKS),
        person("H", Role.CHAIRS),
        person("I", Role.ATTENDS),
        person("J", Role.SPEAKS, present=False),
        person("K", None),
    ]
    assert [(title, [p.name for p in members]) for title, members in grouped(people)] == [
        ("Chairs", ["H"]),
        ("Leads the delegation", ["E"]),
        ("Speaks", ["G"]),
        ("Reports", ["F"]),
        ("Attends · trung ương", ["B", "D"]),
        ("Attends · địa phương", ["C"]),
        ("Attends", ["I", "K"]),
        ("Named, not present", ["A", "J"]),
    ]


def test_an_office_worded_twice_alike_is_shown_once_where_it_stands_first() -> None:
    first = Office("Bí thư Huyện ủy", "Bí thư", span_of(LAN))
    again = Office("Bí thư Huyện ủy", "Bí thư", span_of(LAN, nth=1))
    other = Office("Bí thư", "Bí thư", span_of(SON), Tense.ACTING)
    assert offices_of(person(LAN, Role.CHAIRS, first, other, again)) == [first, other]


async def test_the_cursor_goes_over_people_and_offices_and_says_so() -> None:
    pane = PeoplePane()
    app = OneWidget(pane)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        pane.show(article())
        await pilot.pause()
        lan, son = PEOPLE
        visited = []
        for _ in range(5):
            visited.append(pane.current)
            pane.move(1)
            await pilot.pause()
        ends = Stop(son, son.offices[0])
        assert visited == [Stop(lan, None), Stop(lan, lan.offices[0]), Stop(son, None), ends, ends]
        assert [message.key for message in app.heard(PeoplePane.Moved)] == [lan.key, son.key, son.key]
        pane.first()
        assert pane.current_key == lan.key
        pane.last()
        assert pane.current == ends
        pane.move_to_person(son.key)
        assert pane.current == Stop(son, None)


async def test_choosing_gives_the_words_that_it_rests_on() -> None:
    pane = PeoplePane()
    app = OneWidget(pane)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        pane.show(article())
        await pilot.pause()
        pane.choose()
        pane.move(1)
        pane.choose()
        await pilot.pause()
        lan = PEOPLE[0]
        chosen = [(message.key, message.span) for message in app.heard(PeoplePane.Chosen)]
        assert chosen == [(lan.key, span_of(LAN)), (lan.key, lan.offices[0].span)]
        await pilot.click(pane, offset=(5, 6))
        await pilot.pause()
        assert [message.key for message in app.heard(PeoplePane.Chosen)] == [PEOPLE[1].key]
        await pilot.click(pane, offset=(5, 1))
        await pilot.pause()
        assert app.heard(PeoplePane.Chosen) == []


async def test_the_cursor_is_kept_for_the_same_article_only() -> None:
    pane = PeoplePane()
    async with OneWidget(pane).run_test(size=SIZE) as pilot:
        pane.show(article("a"))
        pane.last()
        pane.show(article("a", marked=True))
        await pilot.pause()
        assert pane.cursor == 3
        pane.show(article("b"))
        assert pane.cursor == 0


async def test_the_cursor_stays_in_sight_of_a_low_and_narrow_pane() -> None:
    pane = PeoplePane()
    many = tuple(
        person(f"Người thứ {n}", Role.ATTENDS, PEOPLE[0].offices[0], side=f"bên {n % 4}") for n in range(30)
    )
    async with OneWidget(pane).run_test(size=(24, 10)) as pilot:
        pane.show(article(people=many))
        for step in (1, 20, 7, -3, 99, -2, -99):
            pane.move(step)
            await pilot.pause()
            assert any(line.startswith("▸") for line in drawn(pane))
        pane.page(1)
        await pilot.pause()
        assert pane.cursor > 1
        assert any(line.startswith("▸") for line in drawn(pane))
        pane.page(-9)
        await pilot.pause()
        assert pane.cursor == 0
        assert drawn(pane)[0] == " ATTENDS · BÊN 0"


async def test_an_article_without_people_says_so() -> None:
    pane = PeoplePane()
    app = OneWidget(pane)
    async with app.run_test(size=SIZE, message_hook=app.hear) as pilot:
        pane.show(article(people=()))
        pane.move(1)
        pane.page(1)
        pane.last()
        pane.choose()
        await pilot.pause()
        assert drawn(pane)[0] == " No people named"
        assert pane.current is None
        assert pane.current_key is None
        assert app.heard(PeoplePane.Chosen) == []
        pane.show(None)
        assert pane.current is None
