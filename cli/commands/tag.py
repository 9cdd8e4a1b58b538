"""``bienban tag``: puts tags on articles, takes them off, lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from cli import messages
from cli.messages import Column
from cli.options import archive_in_use, archive_option, format_option
from store.text import one_line

if TYPE_CHECKING:
    from store.archive import Archive
    from store.tags import Change


@click.group(epilog="Example: bienban tag add 'đọc lại' 'trương thị mai'")
@archive_option
def command() -> None:
    """Tag articles: those that a QUERY finds, or those that --key names."""


def _choosing(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the tag and the articles that it is for."""
    for decorate in (
        click.argument("query", nargs=-1),
        click.argument("name"),
        click.option(
            "--key", "keys", multiple=True, metavar="KEY", help="An article by its key or path; repeatable."
        ),
        archive_option,
    ):
        function = decorate(function)
    return function


@command.command("add", epilog="Example: bienban tag add 'đọc lại' --key 3f2a91")
@_choosing
def add(name: str, query: tuple[str, ...], keys: tuple[str, ...]) -> int:
    """Put the tag NAME on every article that QUERY finds, or on those of --key."""
    from store import tags

    with archive_in_use(writing=True) as archive:
        chosen = _chosen(archive, query, keys)
        if not chosen:
            messages.say("No article is meant, so none was tagged.")
            return 0
        change = tags.add(archive, chosen, name)
    messages.data(f"{change.articles} tagged “{one_line(change.name)}”{_rest(chosen, change, 'had it')}")
    return 0


@command.command("remove", epilog="Example: bienban tag remove 'đọc lại' 'tag:\"đọc lại\" is:read'")
@_choosing
def remove(name: str, query: tuple[str, ...], keys: tuple[str, ...]) -> int:
    """Take the tag NAME off every article that QUERY finds, or off those of --key."""
    from store import tags

    with archive_in_use(writing=True) as archive:
        chosen = _chosen(archive, query, keys)
        change = tags.remove(archive, chosen, name)
    messages.data(
        f"“{one_line(change.name)}” taken off {change.articles}{_rest(chosen, change, 'did not have it')}"
    )
    return 0


@command.command("list", epilog="Example: bienban tag list --format jsonl")
@archive_option
@format_option
def list_tags(form: messages.Format) -> int:
    """List the tags, with their letters and how many articles have them."""
    from store import tags

    with archive_in_use() as archive:
        known = tags.all_tags(archive)
    if form == "jsonl":
        for tag in known:
            messages.json_line({"name": tag.name, "letter": tag.letter, "colour": tag.colour, "count": tag.count})
    else:
        columns = (Column("articles"), Column("letter"), Column("tag", wide=True))
        messages.table(columns, ((str(tag.count), tag.letter or "", tag.name) for tag in known))
    return 0


def _rest(chosen: list[str], change: Change, words: str) -> str:
    others = len(chosen) - change.articles
    return f" ({others} {words})" if others else ""


def _chosen(archive: Archive, query: tuple[str, ...], references: tuple[str, ...]) -> list[str]:
    """Give the keys of the articles that are meant."""
    from cli.choosing import keys_found, keys_named

    if bool(query) == bool(references):
        raise click.UsageError("Say which articles: by a QUERY or by --key, one of the two")
    return keys_named(archive, references) if references else keys_found(archive, " ".join(query))
