"""Finds the ways around the one door for text, in the sources of the program; a part of ``make lint``.

Text of outside may reach a screen, a terminal, a file name or an export only through `store.text` and what stands
on it: `tui.content` for what Textual draws, `cli.messages` for what the commands print, `store.exporters.files` for
what is written to disk. This reads the syntax trees of the packages and reports each line that goes another way.

It sees names, not values: an argument passes when it is a constant, when it is a call into the door, or when it is
a variable or a function of which the same can be said (functions are trusted when they say that they return
``Content`` or ``SafeText``, which nothing outside the door can make).

usage: check_door.py [ROOT]      exit status 0: none found, 1: some were
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

PACKAGES: Final = ("cli", "importers", "store", "tui")

CONTENT_DOOR: Final = "tui/content.py"
TEXT_DOOR: Final = "store/text.py"
PRINT_DOOR: Final = "cli/messages.py"
FILE_DOOR: Final = "store/exporters/files.py"

ALLOWED: Final[dict[str, frozenset[str]]] = {
    "drawn": frozenset({CONTENT_DOOR, PRINT_DOOR}),
    "safe-text": frozenset({TEXT_DOOR, PRINT_DOOR}),
    "printed": frozenset({PRINT_DOOR}),
    "console": frozenset({PRINT_DOOR, "cli/progress.py"}),
    "written": frozenset({FILE_DOOR, "tui/config.py", "store/backup.py"}),  # files of the program itself
}
"""The modules that may do what a rule forbids, because doing it safely is what they are for."""

DRAWN: Final = ("textual.content.Content", "rich.text.Text", "rich.segment.Segment", "textual.strip.Strip")
"""What Textual and Rich draw without looking at it."""

HARMLESS: Final = frozenset({"textual.strip.Strip.blank", "textual.strip.Strip.join"})

MARKUP_WIDGETS: Final = {
    "Static": ("content",),
    "Label": ("content",),
    "Button": ("label",),
    "Checkbox": ("label",),
    "RadioButton": ("label",),
    "Collapsible": ("title",),
    "Tab": ("label",),
    "TabPane": ("title",),
    "Markdown": ("markdown",),
    "Option": ("prompt",),
    "Selection": ("prompt",),
    "Tree": ("label",),
    "DiscoveryHit": ("display", "help"),
    "Hit": ("match_display", "help"),
}
"""Textual reads markup in these arguments; the first one named may also be given by position."""

SECOND: Final = frozenset({"Hit"})
"""These take that argument in the second position, not the first."""

PLAIN_WIDGETS: Final = {"Input": ("value", "placeholder"), "TextArea": ("text", "placeholder")}
"""Textual reads no markup here, but hands escape sequences on."""

MARKUP_METHODS: Final = frozenset(
    {"add_option", "add_options", "replace_option_prompt", "replace_option_prompt_at_index"}
    | {"add_row", "add_rows", "add_column", "add_columns", "add_leaf", "set_label", "update"}
)
MARKUP_ATTRIBUTES: Final = frozenset({"border_title", "border_subtitle", "tooltip"})
PLAIN_ATTRIBUTES: Final = frozenset({"placeholder", "sub_title"})

PRINTERS: Final = frozenset({"print", "rich.print", "click.echo", "click.secho", "click.echo_via_pager"})
STREAMS: Final = frozenset(
    f"sys.{stream}.{method}"
    for stream in ("stdout", "stderr", "__stdout__", "__stderr__")
    for method in ("write", "writelines")
)
ESCAPES: Final = frozenset({"rich.markup.escape", "textual.markup.escape", "html.escape"})

USE_CONTENT: Final = "make it with tui.content: content(), line(), join()"
USE_TEXT: Final = "pass it through store.text: clean() or one_line()"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One way around the door: where it is, what it is, and what to use instead."""

    path: str
    line: int
    what: str
    instead: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}; {self.instead}"


@dataclass(slots=True)
class Module:
    """One source file, with what its names mean.

    ``bound`` has every value that a name is given anywhere in the file; ``opaque`` are the names that are also
    bound in a way that cannot be followed (parameters, loops, unpacking). Scopes are not told apart, so a name
    passes only if it passes everywhere.
    """

    path: str
    tree: ast.Module
    trusted: frozenset[str]
    names: dict[str, str] = field(default_factory=dict)
    bound: dict[str, list[ast.expr]] = field(default_factory=dict)
    opaque: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        followed: set[int] = set()
        for node in ast.walk(self.tree):  # statements come before the names in them
            if isinstance(node, ast.Import):
                self.names |= {
                    a.asname or a.name.split(".")[0]: a.name if a.asname else a.name.split(".")[0]
                    for a in node.names
                }
            elif isinstance(node, ast.ImportFrom):
                self.names |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
            elif isinstance(node, (ast.Assign, ast.AnnAssign, ast.NamedExpr)) and node.value is not None:
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    if isinstance(target, ast.Name):
                        self.bound.setdefault(target.id, []).append(node.value)
                        followed.add(id(target))
            elif isinstance(node, ast.arg):
                if node.annotation is not None and is_safe_type(node.annotation):
                    self.bound.setdefault(node.arg, [])
                else:
                    self.opaque.add(node.arg)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in followed:
                self.opaque.add(node.id)

    def meaning(self, node: ast.expr) -> str:
        """Give the dotted name that an expression stands for, with import aliases resolved; ``""`` for none."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            base = self.meaning(node.value)
            return f"{base}.{node.attr}" if base else f".{node.attr}"
        return ""

    def may(self, rule: str) -> bool:
        """Tell whether this module is one that the rule leaves alone."""
        return self.path in ALLOWED[rule]

    @property
    def draws(self) -> bool:
        """Tell whether this module belongs to the reader."""
        return self.path.startswith("tui/")


def is_safe_type(annotation: ast.expr) -> bool:
    """Tell whether an annotation promises what only the door can make."""
    words = {word.rsplit(".", 1)[-1] for word in ast.unparse(annotation).strip("'\"").split(" | ")} - {"None"}
    return bool(words) and words <= {"Content", "SafeText"}


def returns_of(tree: ast.Module) -> Iterator[str]:
    """Name the functions of a module that promise to return what only the door can make."""
    for node in ast.walk(tree):
        if (
            isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            and node.returns
            and is_safe_type(node.returns)
        ):
            yield node.name


def passes(module: Module, node: ast.expr, depth: int = 0) -> bool:
    """Tell whether an expression is text that may be shown: a constant of ours, or something out of the door."""
    if depth > 8:
        return False
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.IfExp):
        return passes(module, node.body, depth + 1) and passes(module, node.orelse, depth + 1)
    if isinstance(node, ast.BoolOp):
        return all(passes(module, value, depth + 1) for value in node.values)
    if isinstance(node, (ast.List, ast.Tuple)):
        return all(passes(module, element, depth + 1) for element in node.elts)
    if isinstance(node, (ast.Starred, ast.Await, ast.NamedExpr)):
        return passes(module, node.value, depth + 1)
    if isinstance(node, (ast.ListComp, ast.GeneratorExp)):
        return passes(module, node.elt, depth + 1)
    if isinstance(node, ast.Call):
        name = module.meaning(node.func).rsplit(".", 1)[-1]
        return name in module.trusted or (name in MARKUP_WIDGETS and module.draws)
    if isinstance(node, ast.Name):
        if node.id in module.opaque or node.id not in module.bound:
            return False
        return all(passes(module, value, depth + 1) for value in module.bound[node.id])
    return False


def arguments(call: ast.Call, names: tuple[str, ...], position: int = 0) -> Iterator[ast.expr]:
    """Give the arguments of these names, and the one at a position."""
    yield from call.args[position : position + 1]
    yield from (keyword.value for keyword in call.keywords if keyword.arg in names)


def check_drawn(module: Module, call: ast.Call) -> Iterator[tuple[str, str]]:
    """What is drawn is made in `tui.content`."""
    name = module.meaning(call.func)
    if name.endswith(".from_markup"):
        yield f"{name}() reads markup", USE_CONTENT
    elif name.startswith(DRAWN) and name not in HARMLESS and not module.may("drawn"):
        if name in DRAWN and call.args and all(isinstance(argument, ast.Constant) for argument in call.args):
            return  # words of our own
        yield f"{name}() draws text that nobody has cleaned", USE_CONTENT


def check_widgets(module: Module, call: ast.Call) -> Iterator[tuple[str, str]]:
    """Widgets are handed content, or text that was cleaned where they read no markup."""
    if not module.draws:
        return
    name = module.meaning(call.func).rsplit(".", 1)[-1]
    for widgets, instead in ((MARKUP_WIDGETS, USE_CONTENT), (PLAIN_WIDGETS, USE_TEXT)):
        given = arguments(call, widgets[name], int(name in SECOND)) if name in widgets else ()
        if not all(passes(module, argument) for argument in given):
            yield f"{name}() with text of outside", instead
    if isinstance(call.func, ast.Attribute) and call.func.attr in MARKUP_METHODS:
        texts = [a for a in call.args if not isinstance(a, (ast.Dict, ast.DictComp, ast.Set, ast.SetComp))]
        if any(not passes(module, argument) for argument in texts):
            yield f".{call.func.attr}() with text of outside", USE_CONTENT


def check_notify(module: Module, call: ast.Call) -> Iterator[tuple[str, str]]:
    """Toasts read markup unless told not to."""
    if not (isinstance(call.func, ast.Attribute) and call.func.attr == "notify" and module.draws):
        return
    plain = any(
        k.arg == "markup" and isinstance(k.value, ast.Constant) and k.value.value is False for k in call.keywords
    )
    texts = list(arguments(call, ("message", "title")))
    if not all(isinstance(text, ast.Constant) or (plain and passes(module, text)) for text in texts):
        yield "notify() with text of outside", f"{USE_TEXT}, with markup=False"


def check_markup(module: Module, call: ast.Call) -> Iterator[tuple[str, str]]:
    """Nobody asks for markup."""
    for keyword in call.keywords:
        if keyword.arg == "markup" and not (
            isinstance(keyword.value, ast.Constant) and keyword.value.value is False
        ):
            yield "markup= that is not False", USE_CONTENT


def check_printed(module: Module, call: ast.Call) -> Iterator[tuple[str, str]]:
    """Commands speak through `cli.messages`."""
    name = module.meaning(call.func)
    if (name in PRINTERS or name in STREAMS) and not module.may("printed"):
        yield f"{name}() prints past the door", "use cli.messages"
    if name == "rich.console.Console" and not module.may("console"):
        yield "Console() prints past the door", "use cli.messages"


def check_safe_text(module: Module, call: ast.Call) -> Iterator[tuple[str, str]]:
    """Only the door says that text is safe."""
    name = module.meaning(call.func)
    if name == "store.text.SafeText" and not module.may("safe-text"):
        yield "SafeText() claims what was not checked", USE_TEXT
    if name in ("cast", "typing.cast") and call.args and "SafeText" in ast.unparse(call.args[0]):
        yield "cast to SafeText claims what was not checked", USE_TEXT


def check_written(module: Module, call: ast.Call) -> Iterator[tuple[str, str]]:
    """Files of the user are written in one place, which never overwrites unasked."""
    if module.may("written") or not isinstance(call.func, (ast.Name, ast.Attribute)):
        return
    name = module.meaning(call.func).rsplit(".", 1)[-1]
    if name in ("write_text", "write_bytes"):
        yield f"{name}() writes a file past the door", "use store.exporters.files"
    if name == "open":
        position = 0 if isinstance(call.func, ast.Attribute) else 1
        modes = [k.value for k in call.keywords if k.arg == "mode"] + call.args[position : position + 1]
        if any(
            isinstance(m, ast.Constant) and isinstance(m.value, str) and set(m.value) & set("wax+") for m in modes
        ):
            yield "open() for writing past the door", "use store.exporters.files"


CALL_RULES: Final[tuple[Callable[[Module, ast.Call], Iterator[tuple[str, str]]], ...]] = (
    check_drawn,
    check_widgets,
    check_notify,
    check_markup,
    check_printed,
    check_safe_text,
    check_written,
)


def check_assignment(module: Module, node: ast.Assign | ast.AnnAssign) -> Iterator[tuple[str, str]]:
    """Titles and tooltips read markup too."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    if not module.draws or node.value is None or passes(module, node.value):
        return
    for target in targets:
        if isinstance(target, ast.Attribute) and target.attr in MARKUP_ATTRIBUTES:
            yield f".{target.attr} with text of outside", USE_CONTENT
        elif isinstance(target, ast.Attribute) and target.attr in PLAIN_ATTRIBUTES:
            yield f".{target.attr} with text of outside", USE_TEXT


def check_import(node: ast.ImportFrom) -> Iterator[tuple[str, str]]:
    """Escaping is no barrier: what is never parsed needs none."""
    for alias in node.names:
        if f"{node.module}.{alias.name}" in ESCAPES:
            yield f"{alias.name} from {node.module} can be walked around", USE_CONTENT


def check_module(module: Module) -> Iterator[Problem]:
    """Report every way around the door in one module, in the order of its lines."""
    for node in ast.walk(module.tree):
        found: list[tuple[str, str]] = []
        if isinstance(node, ast.Call):
            found = [problem for rule in CALL_RULES for problem in rule(module, node)]
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            found = list(check_assignment(module, node))
        elif isinstance(node, ast.ImportFrom):
            found = list(check_import(node))
        for what, instead in found:
            yield Problem(module.path, getattr(node, "lineno", 0), what, instead)


def check(sources: dict[str, str]) -> list[Problem]:
    """Report every way around the door in these sources, given by their paths from the root of the project."""
    trees = {path: ast.parse(source, path) for path, source in sources.items()}
    trusted = frozenset(name for tree in trees.values() for name in returns_of(tree))
    return sorted(problem for path, tree in trees.items() for problem in check_module(Module(path, tree, trusted)))


def main() -> int:
    """Check the packages under the root that is named, or under that of this file."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    files = sorted(file for package in PACKAGES for file in (root / package).rglob("*.py"))
    problems = check({file.relative_to(root).as_posix(): file.read_text("utf-8") for file in files})
    for problem in problems:
        print(problem)
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
