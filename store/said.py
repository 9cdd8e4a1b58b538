"""A sentence for people that can be said in another language: what stands fast in it, and the words put into it."""

from __future__ import annotations

from collections.abc import Mapping


class Said(str):
    """A sentence in English, and what it was made of."""

    __slots__ = ("template", "values")

    template: str
    """The sentence with fields in braces."""
    values: Mapping[str, str]
    """What stands in the fields."""

    def __new__(cls, template: str, values: Mapping[str, str]) -> Said:
        """Put ``values`` into ``template``."""
        said = super().__new__(cls, template.format_map(values))
        said.template, said.values = template, dict(values)
        return said

    def __getnewargs__(self) -> tuple[str, Mapping[str, str]]:  # type: ignore[override]
        """Let it be copied and sent to another process."""
        return self.template, self.values
