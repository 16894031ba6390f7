"""YAML with places: plain data whose scalars are still text, and where each key stands.

YAML 1.1 would read `no` as False and `1:30` as 90, and would keep the last of two equal keys.
Stopping at the node tree avoids all three: pydantic decides types, and a doubled key is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import yaml

from sotay.problem import Message, Place, Problem
from sotay.source import Text

KeyPath = tuple[str | int, ...]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """One YAML file: plain data whose scalars are still text, and the place of every key path."""

    path: str
    data: object
    places: Mapping[KeyPath, Place] = field(default_factory=dict, repr=False)

    def place(self, keys: KeyPath) -> Place:
        """Give the place of `keys`, or of the nearest key above it."""
        for end in range(len(keys), -1, -1):
            if keys[:end] in self.places:
                return self.places[keys[:end]]
        return Place(self.path)


def load_yaml(text: Text) -> tuple[Document | None, tuple[Problem, ...]]:
    """Give the file's data with places, or None with what is wrong; never raises."""
    try:
        node = yaml.compose(text.content, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return None, (_bad_yaml(text.path, error),)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None, (_odd_yaml(Place(text.path)),)
    if node is None:
        return None, (_no_data(text.path),)
    builder = _Builder(text.path)
    try:
        data = builder.build(node, ())
    except RecursionError:
        return None, (_odd_yaml(Place(text.path)),)
    document = Document(text.path, data, MappingProxyType(builder.places))
    return (None if builder.problems else document), tuple(builder.problems)


class _Builder:
    """Walks a YAML node tree once, collecting data, places and doubled keys."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.places: dict[KeyPath, Place] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, keys: KeyPath) -> object:
        """Give the node's data; scalars as text, an empty or null scalar as None."""
        mark = node.start_mark
        self.places.setdefault(keys, Place(self.path, mark.line + 1, mark.column + 1))
        if id(node) in self.seen:
            # An alias: a few lines can stand for millions of values, and editors do not need it.
            self.problems.append(_odd_yaml(self.places[keys]))
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, keys)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*keys, i)) for i, child in enumerate(node.value)]
        if node.tag == "tag:yaml.org,2002:null":
            return None
        return str(node.value)

    def _mapping(self, node: yaml.MappingNode, keys: KeyPath) -> dict[str, object]:
        data: dict[str, object] = {}
        for key_node, value_node in node.value:
            mark = key_node.start_mark
            place = Place(self.path, mark.line + 1, mark.column + 1)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(_odd_yaml(place))
                continue
            key = str(key_node.value)
            if key in data:
                self.problems.append(_doubled(place, key, self.places[(*keys, key)]))
                continue
            self.places[(*keys, key)] = place
            data[key] = self.build(value_node, (*keys, key))
        return data


def _bad_yaml(path: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    why = " ".join(str(part) for part in (error.context, error.problem) if part)
    return Problem(
        place,
        Message("YAML không đọc được từ chỗ này.", f"The YAML cannot be read ({why})."),
        Message(
            "Xem dòng này và dòng ngay trên: thụt lề bằng dấu cách, có dấu cách sau “:”, "
            "đóng đủ ngoặc và nháy; đặt nháy quanh câu có dấu “:”.",
            "Look at this line and the one above: indent with spaces, put a space after “:”, "
            "close brackets and quotes; quote a sentence that holds “:”.",
        ),
        "yaml",
    )


def _odd_yaml(place: Place) -> Problem:
    return Problem(
        place,
        Message(
            "YAML dùng cách viết không được phép (bí danh, khóa phức, lồng quá sâu, ký tự lạ).",
            "The YAML uses a form that is not allowed (alias, complex key, deep nesting).",
        ),
        Message("Viết thẳng giá trị ra, không dùng & và *.", "Write the value out; no & or *."),
        "yaml",
    )


def _doubled(place: Place, key: str, first: Place) -> Problem:
    return Problem(
        place,
        Message(
            f"Khóa “{key}” viết hai lần; lần đầu ở dòng {first.line}.",
            f"The key “{key}” stands twice; first on line {first.line}.",
        ),
        Message("Giữ một, xóa một.", "Keep one and delete the other."),
        "doubled-key",
    )


def _no_data(path: str) -> Problem:
    return Problem(
        Place(path),
        Message("Tệp không có dữ liệu.", "The file holds no data."),
        Message("Viết nội dung theo trang định dạng.", "Write it as the format page shows."),
        "empty",
    )
