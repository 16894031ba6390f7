"""White space as a browser treats it: runs are one space, the ends of a line have none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sotay.tree import Blank, Break, Phrase, Styled, Text, Tick

NO_BREAK = "\u00a0"
SPACE = re.compile(r"[ \t\n\r\f]+")


def collapsed(text: str) -> str:
    """Make every run of white space one space; a no-break space is not white space."""
    return SPACE.sub(" ", text)


def kept(line: str) -> str:
    """Keep the spaces at the start of a line of code and runs of them, and let the line break."""
    inner = line.lstrip(" ")
    return NO_BREAK * (len(line) - len(inner)) + inner.replace("  ", f"{NO_BREAK} ")


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
    """Keep each gap on the line of the word before it, each tick box on that of the word after.

    A word that touches a tick box ("[[tick]]0") becomes one thing with it: a choice.
    """
    found: list[Phrase] = []
    for part in content:
        last = found[-1] if found else None
        if isinstance(part, Text) and isinstance(last, Tick):
            word, space, rest = part.text.partition(" ")
            if word:
                found[-1] = Styled("choice", (last, Text(word)))
            part = Text(space + rest if word else NO_BREAK + rest)
        elif isinstance(part, Blank) and isinstance(last, Text) and last.text.endswith(" "):
            found[-1] = Text(last.text[:-1] + NO_BREAK)
        if part != Text(""):
            found.append(part)
    return tuple(found)
