"""The interface words: the same keys and marks in both files, none missing, none unused."""

from __future__ import annotations

import ast
import re
from typing import get_args

import pytest

import sample
from sotay import catalog, dialect, freshness, library, project, schema, source
from sotay.document import load_yaml
from sotay.words import Words, load_words, same_keys

LANGUAGES = sample.LANGUAGES
CODE = [*sorted((sample.REAL / "src/sotay").rglob("*.py")), *(sample.REAL / "hooks").glob("*.py")]
CHOICES: dict[str, tuple[str, ...]] = {
    "track.*": catalog.TRACKS,
    "track_summary.*": catalog.TRACKS,
    "audience.*": get_args(schema.Audience),
    "method.*": get_args(schema.Method),
    "per.*": get_args(schema.Per),
    "level.*": ("1", "2", "3"),
    "status.*": get_args(schema.Status),
    "type.*": get_args(schema.ReferenceType),
    "reference.group-*": tuple(library.GROUPS),
    "block.*": tuple(sorted(dialect.load_dialect(sample.REAL).types)),
    "contacts_page.*": ("hotline", "local"),
    "edition.*": ("trainer", "participant", "track-trainer", "track-participant"),
    "site.*": ("glossary", "references", "contacts"),
    "short_contact.*": ("111", "113", "115", "commune-pc", "commune-police", "trusted-address"),
    "table.*": ("running", "clock", "duration", "activity", "method"),
    "freshness.*": freshness.NAMES,
    "freshness.*_notice": ("behind", "diverged"),
    "checks_page.*": (
        "letters",
        "files",
        "facts",
        "headings",
        "blocks",
        "forms",
        "links",
        "languages",
        "words",
        "safety",
    ),
    "months.*": tuple(str(n) for n in range(1, 13)),
}
"""Key that the code puts together → what stands in it for the star."""


def _words(language: str) -> Words:
    text, _ = source.read(sample.REAL / f"data/words/{language}.yml", sample.REAL)
    assert text
    document, _ = load_yaml(text)
    assert document
    words, problems = load_words(document, language)
    assert words, problems
    return words


def _keys(language: str) -> set[str]:
    return {f"{g}.{k}" for g, entries in _words(language).groups.items() for k in entries}


def _used() -> tuple[set[str], set[str]]:
    """Read from the code the whole keys, and those that it puts together, with a star."""
    groups = set(_words("vi").groups)
    whole: set[str] = set()
    starred: set[str] = set()
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                key = "".join(str(getattr(part, "value", "*")) if isinstance(part, ast.Constant)
                              else "*" for part in node.values)  # fmt: skip
                if re.fullmatch(r"[a-z_]+\.[a-z-]*\*[a-z_]*", key) and key.split(".")[0] in groups:
                    starred.add(key)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                group, dot, name = node.value.partition(".")
                if dot and group in groups and re.fullmatch(r"[a-z0-9_-]+", name):
                    whole.add(node.value)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                whole |= _whole_group(node)
    begun = {key.partition("*")[0] for key in starred}
    return whole - begun, starred | {"months.*"}


def _whole_group(call: ast.Call) -> set[str]:
    """Give the keys of a group that the code takes as a whole: words.group("book")."""
    name = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
    if not isinstance(call.func, ast.Attribute) or call.func.attr != "group":
        return set()
    return {key for key in _keys("vi") if key.startswith(f"{name}.")}


def test_both_languages_have_the_same_keys_and_marks() -> None:
    """vi.yml and en.yml have the same keys, in the same order, with the same {marks}."""
    vi, en = _words("vi"), _words("en")
    assert same_keys(vi, en, "data/words/en.yml") == ()
    assert [(g, list(e)) for g, e in vi.groups.items()] == [
        (g, list(e)) for g, e in en.groups.items()
    ]


def test_every_key_in_the_code_exists() -> None:
    """No word that the code asks for is missing."""
    whole, _ = _used()
    assert sorted(whole - _keys("vi")) == []


def test_every_key_put_together_is_known_here() -> None:
    """Where the code puts a key together, the table above says from what."""
    _, starred = _used()
    assert sorted(starred ^ set(CHOICES)) == []


@pytest.mark.parametrize("starred", CHOICES)
def test_every_choice_has_words(starred: str) -> None:
    """Each value of a closed list has its words."""
    wanted = {starred.replace("*", choice) for choice in CHOICES[starred]}
    assert sorted(wanted - _keys("vi")) == []


def test_no_key_is_unused() -> None:
    """Every key is asked for by the code."""
    whole, starred = _used()
    completed = {key.replace("*", choice) for key in starred for choice in CHOICES[key]}
    assert sorted(_keys("vi") - whole - completed) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_filled_in(language: str) -> None:
    """No text has a brace that filling in would stumble over."""
    for entries in _words(language).groups.values():
        for text in entries.values():
            marks = dict.fromkeys(re.findall(r"\{([a-z_]+)\}", text), "x")
            assert "{" not in text.format(**marks)


@pytest.mark.parametrize(
    ("iso", "vi", "en"),
    [
        ("2018-03-12", "12/3/2018", "12 March 2018"),
        ("2025-07", "7/2025", "7/2025"),
        ("2014", "2014", "2014"),
    ],
)
def test_date_is_written_as_people_write_it(iso: str, vi: str, en: str) -> None:
    """A date, a month or a year is written in the language's form."""
    assert (_words("vi").date(iso), _words("en").date(iso)) == (vi, en)


def test_number_has_the_thousands_mark_of_the_language() -> None:
    """A million is 1.000.000 in Vietnamese and 1,000,000 in English."""
    assert (_words("vi").number(1_000_000), _words("en").number(1_000_000)) == (
        "1.000.000",
        "1,000,000",
    )


def test_unknown_words_raise() -> None:
    """A key that is in no file is a mistake of the program and is not hidden."""
    with pytest.raises(KeyError):
        _words("vi")("site.nowhere")


def test_messages_have_their_language_by_default() -> None:
    """Without any setting the program speaks Vietnamese to the people who mend things."""
    assert project.tongue("vi") == "vi"
    assert project.tongue("en") == "en"
