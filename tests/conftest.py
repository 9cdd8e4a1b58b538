"""What holds for all tests: none of them asserts a time."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("bienban", deadline=None)
settings.load_profile("bienban")
