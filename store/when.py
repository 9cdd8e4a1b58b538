"""Days as people type them in a query."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from store.edtf import days

_NUMBERS: Final = re.compile(r"[0-9]{1,4}(?:([-/.])[0-9]{1,4}(?:\1[0-9]{1,4})?)?")


def days_of_value(value: str) -> tuple[date, date] | None:
    """Give the first and last day of what was typed; ``None`` for no date.

    The year may come first or last: ``2021``, ``2021-12``, ``2021-12-01``, ``12/2021``, ``1/12/2021``.
    """
    if _NUMBERS.fullmatch(value) is None:
        return None
    numbers = re.split(r"[-/.]", value)
    if len(numbers[0]) < 4:
        numbers.reverse()
    if len(numbers[0]) != 4 or any(len(number) > 2 for number in numbers[1:]):
        return None
    return days("-".join([numbers[0], *(number.zfill(2) for number in numbers[1:])]))
