"""The state of every section, in both directions, before and after a change."""

from __future__ import annotations

import pytest

from shelving import DAY, PAGE, shelf, states
from sotay.confirming import confirm_first, confirm_pair, confirm_side, tidied
from sotay.freshness import IN_STEP, UNCONFIRMED, Shelf, State, Tally, standings, tallies
from sotay.lock import Key, Lock

VI, EN = {"a": "Một con gà."}, {"a": "One hen."}
VI_NEW, EN_NEW = {"a": "Hai con gà."}, {"a": "Two hens."}
BEFORE = shelf(vi=VI, en=EN)
CONFIRMED = confirm_first(Lock(), BEFORE, "en", "translated", DAY)
AFTER: dict[str, tuple[Shelf, Lock, State]] = {
    "in step": (shelf(vi=VI, en=EN), CONFIRMED, IN_STEP),
    "en behind": (shelf(vi=VI_NEW, en=EN), CONFIRMED, State("behind", ("en",))),
    "vi behind": (shelf(vi=VI, en=EN_NEW), CONFIRMED, State("behind", ("vi",))),
    "diverged": (shelf(vi=VI_NEW, en=EN_NEW), CONFIRMED, State("diverged", ("vi", "en"))),
    "en missing": (shelf(vi=VI, en={}), CONFIRMED, State("missing", ("en",))),
    "vi missing": (shelf(vi={}, en=EN), CONFIRMED, State("missing", ("vi",))),
    "unconfirmed": (shelf(vi=VI, en=EN), Lock(), UNCONFIRMED),
}


@pytest.mark.parametrize("on, lock, expected", AFTER.values(), ids=AFTER)
def test_state(on: Shelf, lock: Lock, expected: State) -> None:
    """Whoever moved on, the other owes."""
    assert states(on, lock) == {("en", "a"): expected}


@pytest.mark.parametrize("on, lock, expected", AFTER.values(), ids=AFTER)
def test_state_does_not_depend_on_who_leads(on: Shelf, lock: Lock, expected: State) -> None:
    """The same with English leading, and with a lock written while Vietnamese led."""
    turned = Shelf(on.id, on.folder, "en", on.texts)
    (found,) = standings(turned, lock)
    owing = tuple(sorted(found.state.languages))
    assert (found.state.name, owing) == (expected.name, tuple(sorted(expected.languages)))


def test_changing_back_is_in_step_again() -> None:
    """A change that is undone owes nothing."""
    assert states(shelf(vi=VI_NEW, en=EN), CONFIRMED)["en", "a"] != IN_STEP
    assert states(shelf(vi=VI, en=EN), CONFIRMED)["en", "a"] == IN_STEP


def test_renamed_section_is_unconfirmed_and_its_old_entry_goes_on_the_next_confirm() -> None:
    """A new id is a new section."""
    after = shelf(vi={"b": "Một con gà."}, en={"b": "One hen."})
    assert states(after, CONFIRMED) == {("en", "b"): UNCONFIRMED}
    lock = tidied(confirm_pair(CONFIRMED, after, "en", (PAGE, "b"), "checked", DAY), after)
    assert list(lock.entries) == [Key("en", PAGE, "b")]


def test_moved_section_stays_in_step() -> None:
    """The order on the page does not matter."""
    both = {"a": "Một.", "b": "Hai."}
    lock = confirm_first(Lock(), shelf(vi=both, en=both), "en", "translated", DAY)
    turned = dict(reversed(both.items()))
    assert set(states(shelf(vi=turned, en=both), lock).values()) == {IN_STEP}


def test_confirming_a_pair_clears_the_flag() -> None:
    """`translated` and `checked` speak of both sides."""
    after = shelf(vi=VI_NEW, en=EN_NEW)
    lock = confirm_pair(CONFIRMED, after, "en", (PAGE, "a"), "checked", DAY)
    assert states(after, lock) == {("en", "a"): IN_STEP}
    assert [entry.why for entry in lock.entries.values()] == ["checked"]


def test_typo_leaves_what_the_other_owes() -> None:
    """A typo in one language is settled; a change of the other before it still stands."""
    typo = {"a": "Một con gà!"}
    alone = shelf(vi=typo, en=EN)
    lock = confirm_side(CONFIRMED, alone, "vi", (PAGE, "a"), "typo", DAY)
    assert states(alone, lock) == {("en", "a"): IN_STEP}
    both = shelf(vi=typo, en=EN_NEW)
    assert states(both, CONFIRMED) == {("en", "a"): State("diverged", ("vi", "en"))}
    lock = confirm_side(CONFIRMED, both, "vi", (PAGE, "a"), "typo", DAY)
    assert states(both, lock) == {("en", "a"): State("behind", ("vi",))}


def test_typo_in_the_translation_leaves_it_behind() -> None:
    """The source moved on, the translation only mended a word: it is still behind."""
    after = shelf(vi=VI_NEW, en={"a": "One hen!"})
    lock = confirm_side(CONFIRMED, after, "en", (PAGE, "a"), "typo", DAY)
    assert states(after, lock) == {("en", "a"): State("behind", ("en",))}


def test_three_languages_are_two_pairs() -> None:
    """Confirming one translation never settles another."""
    km = {"a": "ក"}
    before = shelf(vi=VI, en=EN, km=km)
    lock = confirm_first(CONFIRMED, before, "km", "translated", DAY)
    after = shelf(vi=VI_NEW, en=EN_NEW, km=km)
    lock = confirm_pair(lock, after, "en", (PAGE, "a"), "translated", DAY)
    assert states(after, lock) == {("en", "a"): IN_STEP, ("km", "a"): State("behind", ("km",))}


def test_typo_of_the_leading_language_settles_all_its_pairs() -> None:
    """The Vietnamese side changes in the pair with English and in that with Khmer."""
    before = shelf(vi=VI, en=EN, km={"a": "ក"})
    lock = confirm_first(CONFIRMED, before, "km", "translated", DAY)
    after = shelf(vi={"a": "Một con gà!"}, en=EN, km={"a": "ក"})
    lock = confirm_side(lock, after, "vi", (PAGE, "a"), "typo", DAY)
    assert set(states(after, lock).values()) == {IN_STEP}


def test_moved_on_names_the_newer_language() -> None:
    """A reader of what is behind is led to what is newer; the other reader is told nothing."""
    told = {
        name: tuple(standings(on, lock)[0].moved_on(code) for code in ("vi", "en"))
        for name, (on, lock, _) in AFTER.items()
    }
    assert told == {
        "in step": (None, None),
        "en behind": (None, "vi"),
        "vi behind": ("en", None),
        "diverged": ("en", "vi"),
        "en missing": (None, None),
        "vi missing": (None, None),
        "unconfirmed": (None, None),
    }


def test_tallies_count_each_language_by_what_it_owes() -> None:
    """One section of each kind; percent is rounded down."""
    old = dict.fromkeys(("a", "b", "c", "d", "e"), "cũ")
    before = shelf(vi=old, en=old)
    lock = confirm_first(Lock(), before, "en", "translated", DAY)
    vi = {**old, "b": "mới", "d": "mới", "f": "mới"}
    en = {**old, "c": "mới", "d": "mới", "f": "mới"}
    del en["e"]
    found = tallies(standings(shelf(vi=vi, en=en), lock), ("vi", "en"))
    names = ("in-step", "behind", "diverged", "missing", "unconfirmed")
    assert found == (
        Tally("hens", "vi", dict(zip(names, (3, 1, 1, 0, 1), strict=True))),
        Tally("hens", "en", dict(zip(names, (2, 1, 1, 1, 1), strict=True))),
    )
    assert [(t.total, t.percent) for t in found] == [(6, 50), (6, 33)]


def test_nothing_is_wholly_in_step() -> None:
    """An empty shelf divides by nothing."""
    assert Tally("x", "vi", {"in-step": 0}).percent == 100
