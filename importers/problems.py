"""What stops one file from being imported, told so that its owner can do something about it."""

from __future__ import annotations


class ImportProblem(Exception):
    """One file cannot be imported.

    ``reason`` says what is wrong with it and ``advice`` what to do, both in words for people, without a final
    stop. The reason follows a path and a colon, the advice is a sentence of its own and begins with a capital. The
    rest of an import goes on.
    """

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice

    def __reduce__(self) -> tuple[type[ImportProblem], tuple[str, str]]:
        """Let a worker process hand the problem to the one that writes."""
        return type(self), (self.reason, self.advice)
