"""The glossary's order is that of a Vietnamese dictionary, and of an English one."""

from __future__ import annotations

import random
import unicodedata

import pytest

from sotay.alphabet import sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        # đ is a letter of its own, between d and e
        ["da", "dũng cảm", "dự phòng", "đa dạng", "đồng thuận", "e ngại"],
        # ă and â follow a; ê, ô, ơ, ư follow their plain letters
        ["an", "ăn", "ân", "bạn", "en", "ên", "on", "ôn", "ơn", "un", "ưng"],
        # tones: none, huyền, hỏi, ngã, sắc, nặng
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        # letters of the whole word count before tones
        ["ba", "bà", "bá", "bà con", "bác", "bạc"],
        # word by word: a space ends a word
        ["an ninh", "an toàn", "ang", "anh"],
        # tones of the first word only decide when all letters are equal
        ["bao vây", "bảo vệ", "báo vụ"],
        ["Access", "age", "Zero"],
        ["10 bước", "2 bước", "a"],
    ],
)
def test_order(ordered: list[str]) -> None:
    """Any arrangement of the words is brought into the expected order."""
    mixed = ordered.copy()
    random.Random(7).shuffle(mixed)
    assert sorted(mixed, key=sort_key) == ordered


def test_form_does_not_matter() -> None:
    """Composed and decomposed text sort alike."""
    word = "đồng thuận"
    assert sort_key(word)[:2] == sort_key(unicodedata.normalize("NFD", word))[:2]


def test_capitals_follow_small_letters() -> None:
    """A capital letter decides only between words that are otherwise equal."""
    assert sorted(["An", "an", "ăn"], key=sort_key) == ["an", "An", "ăn"]
