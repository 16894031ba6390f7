"""White space as a browser treats it: runs are one space, the ends of a line have none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from sotay.tree import Blank, Break, Phrase, Text, Tick

NO_BREAK = "\u00a0"
SPACE = re.compile(r"[ \t\n\r\f]+")


def collapsed(text: str) -> str:
    """Make every run of white space one space; a no-break space is not white space."""
    return SPACE.sub(" ", text)


def trimmed(content: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Drop the space at both ends and beside line breaks, as a browser does."""
    found: list[Phrase] = []
    for index, phrase in enumerate(content):
        if not isinstance(phrase, Text):
            found.append(phrase)
            continue
        text = phrase.text
        if index == 0 or isinstance(content[index - 1], Break):
            text = text.lstrip(" ")
        if index == len(content) - 1 or isinstance(content[index + 1], Break):
            text = text.rstrip(" ")
        if text:
            found.append(Text(text))
    return tuple(found)


def glued(content: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Keep each gap on the line of the word before it, each tick box on that of the word after."""
    parts = tuple(content)
    return tuple(
        _glued(before, part, after)
        for before, part, after in zip_longest((None, *parts[:-1]), parts, parts[1:])
    )


def _glued(before: Phrase | None, part: Phrase, after: Phrase | None) -> Phrase:
    if not isinstance(part, Text):
        return part
    text = part.text
    if isinstance(before, Tick):
        text = NO_BREAK + text.removeprefix(" ")
    if isinstance(after, Blank) and text.endswith(" "):
        text = text[:-1] + NO_BREAK
    return Text(text)
