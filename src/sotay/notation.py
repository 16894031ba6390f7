"""Typst code from values: calls, strings, arrays. Strings are the only way in for words."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import indent

WIDTH = 96  # of a line of generated code, so that a person can read it


def call(name: str, *arguments: str, **named: str) -> str:
    """Give a call on one line, or on several when it is long."""
    parts = [*(f"{key}: {value}" for key, value in named.items()), *arguments]
    line = f"{name}({', '.join(parts)})"
    if len(line) <= WIDTH and "\n" not in line:
        return line
    lines = indent(",\n".join(parts), "  ")
    return f"{name}(\n{lines},\n)"


def string(text: str) -> str:
    """Give a string literal."""
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(plain, escaped)
    return f'"{text}"'


def array(parts: Iterable[str]) -> str:
    """Give an array; one element keeps its comma."""
    items = list(parts)
    if len(items) == 1:
        return f"({items[0]},)"
    return call("", *items)
