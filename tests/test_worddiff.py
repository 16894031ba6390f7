"""Two texts compared word by word, in plain marks and in colour; what passes for a typo."""

from __future__ import annotations

import pytest

from sotay.worddiff import Run, is_typo, shown, word_runs

OLD = "Nuôi gà ở sân nhà.\n\n- Một việc.\n    - Việc nhỏ."
NEW = "Nuôi mười con gà ở vườn nhà.\n\n- Một việc.\n    - Việc rất nhỏ.\n- Thêm."


def test_runs_give_both_texts_back() -> None:
    """Without the new words the old text stands there, and the other way round."""
    runs = word_runs(OLD, NEW)
    for kind, text in (("new", OLD), ("old", NEW)):
        words = [word for run in runs if run.kind != kind for word in run.words]
        assert "".join(words).replace(" ", "") == text.replace(" ", "")


def test_plain_marks() -> None:
    """What a log or a pull request shows."""
    assert shown(word_runs(OLD, NEW), colour=False) == (
        "Nuôi {+mười con+} gà ở [-sân-]{+vườn+} nhà.\n\n"
        "- Một việc.\n    - Việc {+rất+} nhỏ.\n{+- Thêm.+}"
    )


def test_colours_end_on_every_line() -> None:
    """What a terminal shows."""
    assert shown(word_runs("a b", "a c\nd"), colour=True) == (
        "a \x1b[31;9mb\x1b[0m\x1b[32;1mc\x1b[0m\n\x1b[32;1md\x1b[0m"
    )


def test_equal_texts_are_one_run() -> None:
    """Nothing is marked."""
    assert word_runs("a b", "a b") == (Run("same", ("a", "b")),)
    assert shown(word_runs(OLD, OLD), colour=False) == OLD


TYPOS = {
    "tone mark": ("bảo vệ trẽ em", "bảo vệ trẻ em"),
    "full stop": ("Gọi ngay", "Gọi ngay."),
    "doubled word": ("của của trẻ", "của trẻ"),
    "two words joined": ("một cánbộ xã", "một cán bộ xã"),
    "capital": ("việt Nam", "Việt Nam"),
    "nothing": ("a b", "a b"),
}
CHANGES = {
    "one word put in": ("được đánh trẻ", "không được đánh trẻ"),
    "one word left out": ("không được đánh trẻ", "được đánh trẻ"),
    "another word": ("ở sân nhà", "ở vườn nhà"),
    "figure": ("trong 30 phút", "trong 20 phút"),
    "sentence": ("Gọi ngay.", "Gọi ngay. Đừng chờ."),
}


@pytest.mark.parametrize("old, new", TYPOS.values(), ids=TYPOS)
def test_typo(old: str, new: str) -> None:
    """Spelling changed, and nothing else."""
    assert is_typo(word_runs(old, new))


@pytest.mark.parametrize("old, new", CHANGES.values(), ids=CHANGES)
def test_change(old: str, new: str) -> None:
    """Another thing is said."""
    assert not is_typo(word_runs(old, new))
