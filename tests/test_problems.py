"""Every rule and every code has a broken example, and its whole report is written down."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import cases
import sample
from sotay import project
from sotay.checks import MODULE_RULES, PAGE_RULES, PAIR_RULES
from sotay.checks.context import Context, words_pages, words_pairs
from sotay.problem import ContentError, Problem

RULES = [rule.__name__ for rule in (*MODULE_RULES, *PAIR_RULES, *PAGE_RULES)]
_RULE_FILES = {
    rule.__module__.rpartition(".")[2] for rule in (*MODULE_RULES, *PAIR_RULES, *PAGE_RULES)
}
CASES = cases.names(cases.BROKEN)
_SHELVES = ("ref", "contact", "term", "module")
_MAKERS = {"fault": 0, "nudge": 0, "Problem": 3, "_unknown": 1}


@pytest.mark.parametrize("name", CASES)
def test_broken_example_is_told_exactly(
    name: str, project: Path, same_text: Callable[[Path, str], None]
) -> None:
    """A broken project gives exactly this report, in Vietnamese and in English."""
    cases.break_project(project, cases.BROKEN / name / "edits.yml")
    same_text(cases.BROKEN / name / "expected.txt", cases.told(project))


@pytest.mark.parametrize("name", cases.names(cases.SOUND))
def test_nearly_broken_example_is_sound(name: str, project: Path) -> None:
    """What only looks wrong is not told."""
    case = cases.SOUND / f"{name}.yml"
    cases.break_project(project, case)
    only = cases.forbidden(case)
    told = [p.text("en") for p in cases.found(project) if not only or p.code in only]
    assert told == []


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_broken_example(name: str, project: Path) -> None:
    """The example that is named after a rule breaks that rule."""
    assert name in CASES, f"write tests/problems/{name}/edits.yml"
    cases.break_project(project, cases.BROKEN / name / "edits.yml")
    assert list(_rule_finds(name, project))


def _rule_finds(name: str, root: Path) -> Iterator[Problem]:
    try:
        catalog, dialect, _ = project.inspect(root, sample.LANGUAGES)
    except ContentError as error:
        pytest.fail(f"not loaded: {error}")
    context = Context(catalog, dialect, cases.TODAY)
    for rule in MODULE_RULES:
        if rule.__name__ == name:
            for module in catalog.modules:
                yield from rule(context, module)
    for pair_rule in PAIR_RULES:
        if pair_rule.__name__ == name:
            for first, second in words_pairs(catalog):
                yield from pair_rule(context, first, second)
    for page_rule in PAGE_RULES:
        if page_rule.__name__ == name:
            for page in words_pages(catalog):
                yield from page_rule(context, page)


def test_every_code_has_a_broken_example() -> None:
    """Every code that the core can give stands in the expected report of an example."""
    shown = set()
    for name in CASES:
        report = (cases.BROKEN / name / "expected.txt").read_text(encoding="utf-8")
        shown |= set(re.findall(r" \[([a-z0-9-]+)\]$", report, re.M))
    assert sorted(_codes() - shown) == []


def test_expected_reports_belong_to_an_example() -> None:
    """No expected report is left over from an example that is gone."""
    lonely = [p.parent.name for p in cases.BROKEN.glob("*/expected.txt")
              if not (p.parent / "edits.yml").exists()]  # fmt: skip
    assert lonely == []


def _codes() -> set[str]:
    """Read from the core's source the codes it gives."""
    core = sample.REAL / "src" / "sotay"
    names = ("source", "document", "decode", "catalog", "words", "intake", "modulefolder")
    files = [core / f"{name}.py" for name in names]
    found: set[str] = set()
    files += [core / "checks" / f"{name}.py" for name in sorted(_RULE_FILES)]
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                found |= _code(node, _MAKERS.get(node.func.id))
    return found


def _code(call: ast.Call, position: int | None) -> set[str]:
    if position is None or len(call.args) <= position:
        return set()
    code = call.args[position]
    if isinstance(code, ast.JoinedStr):
        return {f"{shelf}-unknown" for shelf in _SHELVES}
    return {code.value} if isinstance(code, ast.Constant) and isinstance(code.value, str) else set()
