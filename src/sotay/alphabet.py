"""The order of words in a Vietnamese dictionary, good for English too."""

from __future__ import annotations

import unicodedata

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of the tones
VOWEL_MARKS = "\u0306\u0302\u031b"  # of ă, of â ê ô, of ơ ư

Key = tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...], str]


def sort_key(text: str) -> Key:
    """Give a key that sorts by letters first, then by tones, then small before capital letters.

    Words are compared one by one, so "an toàn" stands before "anh". A sign that is no letter
    stands before all letters; digits stand in their usual order.
    """
    words = [_word(word) for word in unicodedata.normalize("NFC", text).casefold().split()]
    return (
        tuple(letters for letters, _ in words),
        tuple(tones for _, tones in words),
        text.swapcase(),
    )


def _word(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[int] = []
    tones: list[int] = []
    for character in word:
        base, tone = _split(character)
        place = LETTERS.find(base)
        letters.append(place + 0x110000 if place >= 0 else ord(base))
        tones.append(tone)
    return tuple(letters), tuple(tones)


def _split(character: str) -> tuple[str, int]:
    """Give the letter without its tone, and the tone's place in the order (0: none)."""
    parts = unicodedata.normalize("NFD", character)
    tone = next((TONES.index(mark) + 1 for mark in parts if mark in TONES), 0)
    kept = [mark for mark in parts if mark not in TONES]
    letter = unicodedata.normalize("NFC", "".join(kept))
    if letter in LETTERS:
        return letter, tone
    return (kept[0] if kept else character), tone
