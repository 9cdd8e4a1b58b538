"""Makes pictures of the reader, of the sizes and in the themes that people have.

An archive of the sample articles is built in a temporary folder, given a tag, a mark and a note, opened in a
terminal that exists only in memory, and drawn as SVG; as PNG too where ``rsvg-convert`` is installed.

usage: pictures.py FOLDER
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from cli import opening
from importers.batch import import_paths
from store import articles, marks, notes, tags
from store.archive import Archive
from store.notes import NoteKind
from store.query import parse
from store.records import Span
from store.search import search
from tui.app import BienbanApp
from tui.config import Settings

SIZES: Final = ((80, 24), (120, 36), (200, 50))
THEMES: Final = ("dark", "light")
OPENED: Final = ("down", "enter")
PAGES: Final = {
    "person": (*OPENED, "3", "p"),
    "help": ("?",),
    "filter": ("/", *"nghi quyet", "enter", "down", "n"),
}
"""Keys that lead to what else there are pictures of, in one size and theme."""
FONT_SIZE: Final = 20.264
"""Pixels that make a letter of DejaVu as wide as `CELL`, since not all programs stretch text."""
CELL: Final = 12.2
"""Pixels that a picture gives a cell."""
FONT: Final = "DejaVu Sans Mono, Menlo, Consolas, monospace"


def build(path: Path) -> None:
    """Build the archive that the pictures show."""
    with Archive.open(path) as archive:
        import_paths(archive, [opening.seeds()])
        keys = search(archive, parse("")).keys()
        tags.add(archive, keys[1:3], "đọc lại")
        tags.set_letter(archive, "đọc lại", "r")
        marks.toggle(archive, keys[:1])
        view = articles.read(archive, articles.find(archive, keys[1]))
        passage = view.blocks[0]
        end = min(passage.end, passage.start + 60)
        notes.add(archive, keys[1], Span(passage.start, end), "So sánh với năm trước?", NoteKind.QUESTION)


async def draw(path: Path, size: tuple[int, int], theme: str, keys: Sequence[str]) -> str:
    """Open the reader on the archive, press keys, and give its picture as SVG."""
    with Archive.open(path) as archive:
        app = BienbanApp(archive, replace(Settings(), theme=theme))
        async with app.run_test(size=size) as pilot:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
                await app.workers.wait_for_complete()
            await pilot.pause()
            return app.export_screenshot(title="Bienban")


_INDENTED: Final = re.compile(r'x="([0-9.]+)" y="([0-9.]+)" textLength="([0-9.]+)"([^>]*)>((?:&#160;)+)(?=[^<])')


def _placed(text: re.Match[str]) -> str:
    """Move a text that begins with blanks, which some programs leave out, to where its letters begin."""
    blanks = CELL * (len(text[5]) // len("&#160;"))
    return f'x="{float(text[1]) + blanks:g}" y="{text[2]}" textLength="{float(text[3]) - blanks:g}"{text[4]}>'


def self_contained(svg: str) -> str:
    """Take the fonts that would be fetched from elsewhere out of a picture, and name those that are there."""
    svg = svg.replace("font-size: 20px", f"font-size: {FONT_SIZE}px")
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = _INDENTED.sub(_placed, svg)
    return re.sub(r"font-family:\s*Fira Code[^;]*;", f"font-family: {FONT};", svg)


def write_png(svg: Path) -> None:
    """Make a PNG beside an SVG, if there is a program for it."""
    program = shutil.which("rsvg-convert")
    if program is not None:
        words = [program, "--output", str(svg.with_suffix(".png")), str(svg)]
        subprocess.run(words, check=True)  # noqa: S603 - no word of it comes from outside


def main() -> int:
    """Write all pictures into the folder that is named."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    with tempfile.TemporaryDirectory() as place:
        archive = Path(place) / "archive.db"
        build(archive)
        wanted = [("reader", size, theme, OPENED) for size in SIZES for theme in THEMES]
        wanted += [(name, SIZES[1], THEMES[0], keys) for name, keys in PAGES.items()]
        for name, size, theme, keys in wanted:
            target = folder / f"{name}-{size[0]}x{size[1]}-{theme}.svg"
            target.write_text(self_contained(asyncio.run(draw(archive, size, theme, keys))), encoding="utf-8")
            write_png(target)
            print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
