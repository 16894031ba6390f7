"""Why a person says that two languages of a section are in step."""

from __future__ import annotations

from typing import Literal

Reason = Literal["translated", "checked", "typo", "format", "local"]
"""translated: the change was carried over. checked: looked at, no change needed. typo, format,
local: one side changed in spelling, in form, or in what concerns its own readers only."""

ONE_SIDED: tuple[Reason, ...] = ("typo", "format", "local")
"""Reasons that speak of one language alone; whatever the other owes stays owed."""
