"""Keys one after the other, however fast they come.

Textual hands a key to the widget that has the focus at that moment, and only later, when the key has bubbled up,
does its binding run. Of `/no` typed in one breath (or sent over a slow line) the letters would go to the timeline,
and be acts there, before the box of the filter has the focus. Here a key waits until the one before is done with.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeAlias

from textual import events

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump

LONGEST: Final = 1.0
"""Seconds after which a key is handed on though the one before seems not to be done with."""

Typed: TypeAlias = events.Key | events.Paste


class KeyFeed:
    """Hands typed events on, each when what the one before did is done."""

    def __init__(self, app: App[None], hand_on: Callable[[Typed], Awaitable[None]]) -> None:
        self._app = app
        self._hand_on = hand_on
        self._waiting: deque[Typed] = deque()
        self._feeding: asyncio.Task[None] | None = None

    def add(self, event: Typed) -> None:
        """Take an event that was just typed."""
        self._waiting.append(event)
        if not self.busy:
            self._feeding = asyncio.create_task(self._feed())

    @property
    def busy(self) -> bool:
        """Whether something that was typed is not done with."""
        return self._feeding is not None and not self._feeding.done()

    def close(self) -> None:
        """Forget what is still waiting."""
        self._waiting.clear()
        if self._feeding is not None:
            self._feeding.cancel()

    async def _feed(self) -> None:
        while self._waiting:
            chain = self._chain()
            await self._hand_on(self._waiting.popleft())
            await _passed(chain)
            await _passed(self._chain())  # a screen may have been opened, or the focus have moved

    def _chain(self) -> list[MessagePump]:
        """Give the way that a key takes: from the widget that has the focus up to the app."""
        return list((self._app.focused or self._app.screen).ancestors_with_self)


async def _passed(chain: list[MessagePump]) -> None:
    """Wait until each in turn has done what it was told before; one hands on to the next, which costs no task."""
    passed = asyncio.get_running_loop().create_future()
    waiting = iter(chain)

    def hand_on() -> None:
        if not any(pump.call_later(hand_on) for pump in waiting) and not passed.done():
            passed.set_result(None)

    hand_on()
    with suppress(TimeoutError):
        await asyncio.wait_for(passed, LONGEST)
