"""JSON Schema of every YAML file people write: what an editor completes and underlines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sotay import schema
from sotay.lock import REASONS
from sotay.problem import Message
from sotay.schemawords import FILES, KEYS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schemas"
"""Folder of the written schemas, below the project."""
Node = dict[str, Any]


def names() -> tuple[str, ...]:
    """Name the files that have a schema."""
    return tuple(_MAKERS)


def to_schema(name: str) -> Node:
    """Give the schema of one kind of file, with descriptions in both languages."""
    made = _MAKERS[name]()
    for title, part in [("", made), *made.get("$defs", {}).items()]:
        _describe(title or made.get("title", ""), part)
    head = {"$schema": DIALECT, "title": name, "description": _both(FILES[name])}
    return {**head, **{key: made[key] for key in made if key not in ("title", "description")}}


def to_text(name: str) -> str:
    """Give the schema as it stands in its file."""
    return json.dumps(to_schema(name), ensure_ascii=False, indent=2) + "\n"


def files() -> dict[str, str]:
    """Give all schema files by path below the project."""
    return {f"{FOLDER}/{name}.schema.json": to_text(name) for name in names()}


def undescribed() -> Iterator[str]:
    """Name the keys that nothing describes; there should be none."""
    for name in names():
        made = _MAKERS[name]()
        for part in (made, *made.get("$defs", {}).values()):
            for each in (part, *part.get("anyOf", ())):
                yield from (key for key in each.get("properties", {}) if key not in KEYS)


def stale(root: Path) -> list[str]:
    """Name the files below `root` that are not what the shapes say."""
    return [
        name
        for name, text in files().items()
        if not (root / name).is_file() or (root / name).read_text(encoding="utf-8") != text
    ]


def _describe(title: str, part: Node) -> None:
    """Put the words of each key into one shape, and take pydantic's titles away."""
    for each in (part, *part.get("anyOf", ())):
        for key, node in each.get("properties", {}).items():
            node.pop("title", None)
            own = KEYS.get(f"{title}.{key}") or KEYS.get(key)
            if own:
                node["description"] = _both(own)


def _both(message: Message) -> str:
    return f"{message.vi} / {message.en}"


def _module() -> Node:
    """Let one number stand for min, plan and max, as the shape's validator does."""
    made = schema.ModuleShape.model_json_schema()
    minutes = made["$defs"]["MinutesShape"]
    words = {key: minutes.pop(key) for key in ("title", "description")}
    one = {"type": "integer", "minimum": 1, "maximum": 600}
    made["$defs"]["MinutesShape"] = {**words, "anyOf": [one, minutes]}
    return made


def _list(shape: type[schema.Shape]) -> Callable[[], Node]:
    def made() -> Node:
        entry = shape.model_json_schema()
        parts = entry.pop("$defs", {})
        return {"type": "array", "items": {"$ref": f"#/$defs/{shape.__name__}"},
                "$defs": {**parts, shape.__name__: entry}}  # fmt: skip

    return made


def _lock() -> Node:
    code = "^[a-z]{2,3}([-_][A-Za-z]+)*"
    return {
        "type": "object",
        "additionalProperties": False,
        "patternProperties": {
            rf"{code}/[^\s#]+\.md#[^\s#]+$": {
                "type": "object",
                "properties": {
                    "why": {"enum": list(REASONS)},
                    "date": {"type": "string", "format": "date"},
                },
                "required": ["why", "date"],
                "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
                "minProperties": 4,
                "maxProperties": 4,
            }
        },
    }


def _words() -> Node:
    text_or_group = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Group"}]}
    group = {"type": "object", "additionalProperties": text_or_group}
    return {"$ref": "#/$defs/Group", "$defs": {"Group": group}}


_MAKERS: dict[str, Callable[[], Node]] = {
    "module": _module,
    "references": _list(schema.ReferenceShape),
    "contacts": _list(schema.ContactShape),
    "glossary": _list(schema.TermShape),
    "materials": _list(schema.MaterialShape),
    "handbooks": _list(schema.SelectionShape),
    "lock": _lock,
    "words": _words,
}
