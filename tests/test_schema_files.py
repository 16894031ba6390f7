"""The JSON Schemas: in step with the shapes, true to the real files, and wired for the editor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

import sample
from sotay import schemas
from sotay.__main__ import main

WIRED = json.loads((sample.REAL / ".vscode" / "settings.json").read_text(encoding="utf-8"))
FILES: dict[str, str] = WIRED["yaml.schemas"]


class Plain(yaml.SafeLoader):
    """Reads YAML as an editor's language server does: a date stays text."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _errors(name: str, data: object) -> list[str]:
    validator = Draft202012Validator(
        schemas.to_schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return [f"{e.json_path}: {e.message[:60]}" for e in validator.iter_errors(data)]


def test_written_files_are_in_step() -> None:
    """`sotay schema --write` would change nothing."""
    assert schemas.stale(sample.REAL) == []
    folder = sample.REAL / "schemas"
    assert sorted(f"schemas/{p.name}" for p in folder.iterdir()) == sorted(schemas.files())


@pytest.mark.parametrize("name", schemas.names())
def test_schema_is_a_schema(name: str) -> None:
    """Each schema is a sound one of the draft that it names."""
    made = schemas.to_schema(name)
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_key_is_described() -> None:
    """A person who writes a key is told in both languages what it means."""
    assert list(schemas.undescribed()) == []


@pytest.mark.parametrize("schema", FILES)
def test_real_files_are_valid(schema: str) -> None:
    """Every file of the project that an editor would check against the schema agrees with it."""
    name = schema.removeprefix("./schemas/").removesuffix(".schema.json")
    paths = [p for p in sorted(sample.REAL.glob(FILES[schema])) if ".venv" not in p.parts]
    assert paths or name == "lock"
    for path in paths:
        data = yaml.load(path.read_text(encoding="utf-8"), Plain)
        assert (path.name, _errors(name, data)) == (path.name, [])


def test_every_schema_is_wired() -> None:
    """The editor's settings name each schema once, and nothing that is not there."""
    assert sorted(FILES) == sorted(f"./{name}" for name in schemas.files())


def _module(**changed: Any) -> dict[str, Any]:
    data = yaml.load(sample.SAFE_FACTS, Plain)
    assert isinstance(data, dict)
    return {**data, **changed}


def _with_minutes(minutes: object) -> dict[str, Any]:
    data = _module()
    data["sessions"][0]["activities"][0]["minutes"] = minutes
    return data


def test_minutes_are_a_number_or_a_range() -> None:
    """Both ways of writing minutes are valid; half a range and text are not."""
    assert _errors("module", _with_minutes(20)) == []
    assert _errors("module", _with_minutes({"min": 10, "plan": 20, "max": 30})) == []
    where = "$.sessions[0].activities[0].minutes"
    for wrong in ({"min": 10}, "20", 0, 601):
        assert [e.partition(": ")[0] for e in _errors("module", _with_minutes(wrong))] == [where]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"level": 4}, ["$.level: 4 is greater than the maximum of 3"]),
        ({"audiences": []}, ["$.audiences: [] should be non-empty"]),
        ({"colour": "red"}, ["$: Additional properties are not allowed ('colour' was unexpect"]),
        ({"reviewed": "soon"}, ["$.reviewed: 'soon' is not a 'date'"]),
    ],
)
def test_mistakes_are_underlined(changed: dict[str, Any], expected: list[str]) -> None:
    """What `sotay check` refuses, the schema refuses too."""
    assert _errors("module", _module(**changed)) == expected


def test_lock_lines() -> None:
    """A line as the program writes it is valid; one without a reason is not."""
    line = {"vi": "0" * 16, "en": "f" * 16, "why": "translated", "date": "2026-11-22"}
    assert _errors("lock", {"en/index.md#summary": line}) == []
    del line["why"]
    assert len(_errors("lock", {"en/index.md#summary": line})) > 0


def test_command_prints_and_writes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --write one schema is printed; with it all are written, once."""
    root = ["--root", str(project), "schema"]
    assert main([*root, "contacts"]) == 0
    assert capsys.readouterr().out == schemas.to_text("contacts")
    assert main([*root, "--write"]) == 0
    assert capsys.readouterr().out == "\n".join(schemas.files()) + "\n"
    assert schemas.stale(project) == []
    for tongue, told in (("vi", "Các lược đồ đã khớp.\n"), ("en", "The schemas are in step.\n")):
        assert main([*root, "--write", "--lang", tongue]) == 0
        assert capsys.readouterr().out == told
