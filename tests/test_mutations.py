"""Random mistakes in the real modules: each is told, in the right file and at the right line.

The whole proof with its figures is `make mutations`; here each kind is made once.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import sample

BENCH = str(sample.REAL / "bench")
SEED = 7
FEWEST = 25
"""Kinds that the proof must have at least."""


@pytest.fixture(scope="module")
def mutations() -> Iterator[ModuleType]:
    """Give the script, whose modules stand beside it."""
    sys.path.insert(0, BENCH)
    try:
        import mutations

        yield mutations
    finally:
        sys.path.remove(BENCH)


@pytest.fixture(scope="module")
def proof(mutations: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Give the real modules, ready for mistakes."""
    with mutations.parsed_once():
        yield mutations.Proof(tmp_path_factory.mktemp("mutations"))


@pytest.mark.xdist_group("mutations")
def test_unchanged_modules_give_no_alarm(proof: Any) -> None:
    """Nothing is told of the modules as they are."""
    assert [problem.text("en") for problem in proof.alarms] == []


@pytest.mark.xdist_group("mutations")
def test_there_are_many_kinds(mutations: ModuleType) -> None:
    """There are at least 25 kinds of mistakes, each with its own name and its own words."""
    names = {kind.name for kind in mutations.KINDS}
    assert not names & {kind.name for kind in mutations.LIMITS}
    assert len(names) == len(mutations.KINDS) >= FEWEST
    assert len({kind.about for kind in mutations.KINDS}) == len(names)


@pytest.mark.slow
@pytest.mark.xdist_group("mutations")
def test_each_kind_is_told_at_its_place(mutations: ModuleType, proof: Any) -> None:
    """One mistake of every kind: told, in the right file, at the right line."""
    verdicts = list(proof.judge(mutations.KINDS, len(mutations.KINDS), SEED))
    assert {v.kind for v in verdicts} == {kind.name for kind in mutations.KINDS}
    assert [str(v) for v in verdicts if not v.is_at_line] == []


@pytest.mark.xdist_group("mutations")
def test_what_no_rule_can_tell_is_reported_as_missed(mutations: ModuleType, proof: Any) -> None:
    """A planted change that is no mistake in form is missed: the proof can fail."""
    from mistakes.manuscript import line_kind

    @line_kind("fact-parity block-parity")
    def planted(line: Any, chance: random.Random) -> str | None:
        """A sentence that nobody can check is added."""
        return line.said("Trời xanh.", "The sky is blue.") if line.is_running else None

    verdicts = list(proof.judge([planted], 2, SEED))
    assert [(v.is_caught, v.is_in_file, v.is_at_line) for v in verdicts] == [(False,) * 3] * 2
    (score,) = mutations.scores([planted], verdicts)
    assert (score.tried, score.caught, score.file, score.line) == (2, 0, 0, 0)


@pytest.mark.xdist_group("mutations")
def test_a_report_at_another_place_does_not_count_as_right(proof: Any) -> None:
    """A kind that names another line as right is caught, but not at the right line."""
    from mistakes.manuscript import Manuscript, Mistake, kind

    @kind("phone-typed", "the first line")
    def elsewhere(book: Manuscript, chance: random.Random) -> Mistake | None:
        """A number is typed at the end, and the first line is named as right."""
        path = chance.choice(book.pages)
        text = book.text(path) + "\n\n0912 345 678\n"
        return Mistake(path, text.encode(), frozenset({(path, 1)}))

    (verdict,) = proof.judge([elsewhere], 1, SEED)
    assert (verdict.is_caught, verdict.is_in_file, verdict.is_at_line) == (True, True, False)


@pytest.mark.xdist_group("mutations")
def test_every_file_is_put_back(proof: Any) -> None:
    """After the mistakes, the modules are as they were."""
    for own, book in proof.books.items():
        now = {p.relative_to(own).as_posix(): p.read_bytes()
               for p in (own / book.folder).rglob("*") if p.is_file()}  # fmt: skip
        assert now == book.files


def test_only_its_own_section_of_the_results_is_replaced(
    mutations: ModuleType, tmp_path: Path
) -> None:
    """The section is added, then replaced; what stands around it is kept."""
    import section

    path = tmp_path / "results.md"
    path.write_text("# Measured\n\nSpeed.\n", encoding="utf-8")
    for content in ("First.", "Second."):
        section.write_section("mutations", content, path)
    text = path.read_text(encoding="utf-8")
    begin, end = "<!-- mutations: begin -->", "<!-- mutations: end -->"
    assert text == f"# Measured\n\nSpeed.\n\n{begin}\n\nSecond.\n\n{end}\n"
    again = section.kept("mutations", "# Measured anew\n", text)
    assert again == f"# Measured anew\n\n{begin}\n\nSecond.\n\n{end}\n"
