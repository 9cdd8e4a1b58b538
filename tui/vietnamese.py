"""The strings of the program in Vietnamese; the key is the English string as it stands in the code."""

from __future__ import annotations

from typing import Final

TABLE: Final[dict[str, str]] = {}
