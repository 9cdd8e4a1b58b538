"""Exports in a shape of the user's own: a template of Jinja, filled for each article.

The template sees ``article``, with the names of `store.exporters.facts.record`. What it puts into the text is made
safe for the kind of file that it writes: Markdown (``.md``), HTML, or plain text for any other. The filter ``text``
writes a text of several lines as paragraphs. Templates come from anywhere, so they run in Jinja's sandbox.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from store.exporters import Format
from store.exporters.escaping import inline, paragraph
from store.exporters.facts import record
from store.exporters.files import ExportError
from store.records import ArticleView
from store.text import clean, one_line

_TEMPLATE_ENDINGS: Final = (".j2", ".jinja", ".jinja2")
_MARKDOWN: Final = (".md", ".markdown")
_HTML: Final = (".html", ".htm")

Escape = Callable[[str], str]


class _Safe(str):
    """Text that is made safe already."""

    __slots__ = ()


def format_of(name: str, text: str) -> Format:
    """Make a format of a template; ``name`` is its file's, whose ending (``note.md.j2``) is that of what it writes.

    Raises `ExportError` where the template is not one of Jinja, and its format where it asks for what is not there.
    """
    extension = _extension(name)
    word, lines = _escapes(extension)
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: _finished(value, word),
    )
    environment.filters["text"] = lambda value: _Safe(
        "\n\n".join(map(lines, re.split(r"\n\s*\n", str(value or ""))))
    )
    try:
        template = environment.from_string(text)
    except TemplateSyntaxError as error:
        raise _problem(name, error, error.lineno) from error

    def one(view: ArticleView) -> str:
        try:
            return template.render(article=record(view))
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise _problem(name, error, None) from error

    def many(views: Iterable[ArticleView]) -> Iterator[str]:
        for number, view in enumerate(views):
            yield ("\n" if number else "") + one(view)

    return Format(name, extension, "a template of your own", one, many)


def _extension(name: str) -> str:
    path = Path(name)
    if path.suffix.lower() in _TEMPLATE_ENDINGS:
        path = path.with_suffix("")
    return path.suffix.lower() or ".md"


def _escapes(extension: str) -> tuple[Escape, Escape]:
    """Give what makes a value safe in the midst of a line, and what makes a text of several lines safe."""
    if extension in _MARKDOWN:
        return inline, paragraph
    if extension in _HTML:
        return lambda text: _in_html(one_line(text)), lambda text: _in_html(clean(text))
    return one_line, clean


def _in_html(text: str) -> str:
    return str(Markup.escape(text))


def _finished(value: object, word: Escape) -> object:
    if value is None:
        return ""
    return value if isinstance(value, (_Safe, int)) else _Safe(word(str(value)))


def _problem(name: str, error: Exception, line: int | None) -> ExportError:
    where = f", line {line}" if line else ""
    return ExportError(
        f"The template {one_line(name)}{where} cannot be filled: {one_line(str(error), 200)}.",
        "Mend it; docs/exports.md says what a template sees.",
    )
