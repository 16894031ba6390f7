"""YAML document → value of a shape, or every fault of it as a Problem at line and column."""

from __future__ import annotations

import difflib
import types
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from sotay.document import Document, KeyPath
from sotay.problem import Message, Problem

S = TypeVar("S", bound=BaseModel)


def decode(shape: type[S], document: Document) -> tuple[S | None, tuple[Problem, ...]]:
    """Give the file's value, or None with every fault at its line and column."""
    try:
        return shape.model_validate(document.data), ()
    except ValidationError as error:
        return None, tuple(_faults(shape, document, error))


def decode_list(shape: type[S], document: Document) -> tuple[tuple[S, ...], tuple[Problem, ...]]:
    """Give the entries of a registry file; a faulty entry is left out and told."""
    if not isinstance(document.data, list):
        return (), (_fault(document, (), "list_type", {}, ""),)
    good: list[S] = []
    problems: list[Problem] = []
    for index, entry in enumerate(document.data):
        try:
            good.append(shape.model_validate(entry))
        except ValidationError as error:
            problems += _faults(shape, document, error, (index,))
    return tuple(good), tuple(problems)


def _faults(
    shape: type[BaseModel], document: Document, error: ValidationError, base: KeyPath = ()
) -> list[Problem]:
    """Turn pydantic's errors into Problems; an unknown key near a missing one is one mistake."""
    found = error.errors(include_url=False)
    missing = {e["loc"] for e in found if e["type"] == "missing"}
    problems = []
    explained: set[tuple[str | int, ...]] = set()
    for e in (e for e in found if e["type"] == "extra_forbidden"):
        known = _fields(shape, e["loc"][:-1])
        near = difflib.get_close_matches(str(e["loc"][-1]), known, 1, 0.6)
        explained |= {(*e["loc"][:-1], name) for name in near} & missing
        problems.append(_unknown_key(document, (*base, *e["loc"]), near, known))
    for e in found:
        if e["type"] != "extra_forbidden" and e["loc"] not in explained:
            shown = e.get("input")
            loc = (*base, *e["loc"])
            problems.append(_fault(document, loc, e["type"], e.get("ctx", {}), shown))
    return problems


def _fields(shape: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Name the keys that the shape knows at `loc`."""
    current: Any = shape
    for step in loc:
        if isinstance(step, str) and isinstance(current, type) and issubclass(current, BaseModel):
            current = current.model_fields[step].annotation
        current = _inner(current)
    if isinstance(current, type) and issubclass(current, BaseModel):
        return list(current.model_fields)
    return []


def _inner(annotation: Any) -> Any:
    """Give the shape inside a list, an Annotated or an optional."""
    while get_origin(annotation) in (list, Annotated, Union, types.UnionType):
        annotation = next(a for a in get_args(annotation) if a is not type(None))
    return annotation


def _unknown_key(document: Document, loc: KeyPath, near: list[str], known: list[str]) -> Problem:
    key = loc[-1]
    choices = ", ".join(known)
    mend = (
        Message(f"Có phải “{near[0]}” không?", f"Did you mean “{near[0]}”?")
        if near
        else Message(f"Các khóa được dùng: {choices}.", f"The keys in use are: {choices}.")
    )
    return Problem(
        document.place(loc),
        Message(f"Khóa “{key}” không có trong mẫu.", f"The key “{key}” is unknown."),
        mend,
        "unknown-key",
    )


def _fault(
    document: Document, loc: KeyPath, kind: str, ctx: dict[str, Any], shown: object
) -> Problem:
    """Word one pydantic error. The value is shown in quotes, the expected form named."""
    if kind != "missing":
        # One value that stands for several (20 for min, plan and max) is one mistake.
        loc = next((loc[:n] for n in range(len(loc), 0, -1) if loc[:n] in document.places), loc)
    key = ".".join(str(step) for step in loc) or "(file)"
    value = f"“{shown}”" if isinstance(shown, str | int | float) and shown != "" else ""
    if kind == "missing":
        message = Message(f"Thiếu “{key}”.", f"“{key}” is missing.")
        remedy = Message("Thêm khóa này; xem trang định dạng.", "Add it; see the format page.")
        return Problem(document.place(loc), message, remedy, "missing-key")
    vi, en = _expected(kind, ctx)
    return Problem(
        document.place(loc),
        Message(f"“{key}” không nhận giá trị {value}.".replace(" .", "."),
                f"“{key}” cannot be {value}.".replace(" .", " this.")),
        Message(f"Cần {vi}.", f"It must be {en}."),
        "wrong-value",
    )  # fmt: skip


def _expected(kind: str, ctx: dict[str, Any]) -> tuple[str, str]:
    """Name the form that was expected, in Vietnamese and English."""
    if kind.startswith(("int", "float")):
        return "một số nguyên, viết không nháy (ví dụ 20)", "a whole number (for example 20)"
    if kind.startswith("bool"):
        return "true hoặc false", "true or false"
    if kind.startswith("date"):
        return "ngày dạng NĂM-THÁNG-NGÀY (2026-11-22)", "a date as YEAR-MONTH-DAY (2026-11-22)"
    if kind == "literal_error":
        expected = str(ctx.get("expected", "")).replace(" or ", ", ").replace("'", "")
        return f"một trong: {expected}", f"one of: {expected}"
    if kind == "string_pattern_mismatch":
        pattern = str(ctx.get("pattern", ""))
        if pattern.startswith(r"^\d{4}("):
            return "năm, năm-tháng hoặc năm-tháng-ngày (2018-03-12)", "a date such as 2018-03-12"
        if pattern.startswith(r"^\d{4}"):
            return "số phiên bản dạng 2026.11", "a version such as 2026.11"
        return "mã chữ thường không dấu, nối bằng gạch ngang", "lower-case letters and hyphens"
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = ctx.get("ge", ctx.get("le"))
        side = ("từ", "at least") if "ge" in ctx else ("tối đa", "at most")
        return f"số {side[0]} {limit}", f"a number of {side[1]} {limit}"
    if kind == "value_error":
        return "nhỏ nhất ≤ dự kiến ≤ lớn nhất", "in order: least ≤ planned ≤ most"
    if kind in ("list_type", "too_short"):
        return "một danh sách (mỗi mục một dòng bắt đầu bằng “- ”)", "a list (one “- ” per item)"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "một nhóm khóa (khóa: giá trị)", "a group of keys (key: value)"
    return "một đoạn chữ", "a piece of text"
