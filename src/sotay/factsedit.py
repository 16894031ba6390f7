"""Additions to a `module.yml` as text: comments, order and spacing stay as people wrote them."""

from __future__ import annotations

from collections.abc import Iterable

from sotay.document import Document, KeyPath
from sotay.problem import ContentError, Place, fault


def with_session(text: str, facts: Document, session: str, objective: str) -> str:
    """Add a session of one activity at the end of `sessions`. Raises ContentError."""
    item = (
        f"- id: {session}",
        "  minutes: 30",
        f"  objectives: [{objective}]",
        "  activities:",
        "    - id: opening",
        "      minutes: 30",
        "      method: discussion",
        f"      objectives: [{objective}]",
    )
    return _with_item(text, facts, ("sessions",), item)


def with_handout(text: str, facts: Document, handout: str, activity: KeyPath) -> str:
    """Add a handout to the module, and to the activity that gives it out. Raises ContentError."""
    if facts.place(("handouts",)).line > facts.place(activity).line:
        # From the end to the beginning, so that every place stays true.
        return _in_activity(_in_module(text, facts, handout), facts, activity, handout)
    return _in_module(_in_activity(text, facts, activity, handout), facts, handout)


def _in_module(text: str, facts: Document, handout: str) -> str:
    item = f"- {{id: {handout}, per: person}}"
    if ("handouts", 0) in facts.places:
        return _with_item(text, facts, ("handouts",), (item,))
    lines = text.split("\n")
    if ("handouts",) not in facts.places:
        before = _above_comments(lines, facts.place(("sessions",)).line - 1)
        lines[before:before] = ["handouts:", f"  {item}"]
        return "\n".join(lines)
    at = facts.place(("handouts",)).line - 1
    if not lines[at].startswith("handouts: []"):
        raise _by_hand(facts, ("handouts",), item)
    lines[at] = lines[at].replace("handouts: []", "handouts:", 1)
    lines.insert(at + 1, f"  {item}")
    return "\n".join(lines)


def _with_item(text: str, facts: Document, key: KeyPath, item: Iterable[str]) -> str:
    """Add lines as the last entry of a list whose entries stand on lines of their own."""
    lines = text.split("\n")
    first = facts.place((*key, 0)).line - 1
    if not lines[first].lstrip().startswith("- "):
        raise _by_hand(facts, key, next(iter(item)))
    dash = lines[first].index("-")
    last = first
    for number in range(first, len(lines)):
        line = lines[number].rstrip()
        indent = len(line) - len(line.lstrip())
        if not line or line.lstrip().startswith("#"):
            continue
        if number > first and not (indent > dash or line.startswith("-", dash)):
            break
        last = number
    lines[last + 1 : last + 1] = [" " * dash + line for line in item]
    return "\n".join(lines)


def _in_activity(text: str, facts: Document, activity: KeyPath, handout: str) -> str:
    """Add the id to the handouts of one activity."""
    lines = text.split("\n")
    key = (*activity, "handouts")
    if key not in facts.places:
        method = facts.place((*activity, "method"))
        if not lines[method.line - 1].lstrip(" -").startswith("method:"):
            raise _by_hand(facts, activity, f"handouts: [{handout}]")
        lines.insert(method.line, " " * (method.column - 1) + f"handouts: [{handout}]")
        return "\n".join(lines)
    at = facts.place(key).line - 1
    head, bracket, tail = lines[at].rpartition("]")
    start = head.rfind("handouts: [")
    if not bracket or start < 0 or "]" in head[start:]:
        raise _by_hand(facts, key, handout)
    comma = "" if head.endswith("[") else ", "
    lines[at] = f"{head}{comma}{handout}{bracket}{tail}"
    return "\n".join(lines)


def _above_comments(lines: list[str], at: int) -> int:
    """Give the line above the comments that belong to line `at`."""
    while at > 0 and lines[at - 1].startswith("#"):
        at -= 1
    return at


def _by_hand(facts: Document, key: KeyPath, what: str) -> ContentError:
    place: Place = facts.place(key)
    problem = fault(
        "usage",
        place,
        ("Chỗ này viết theo cách chương trình không tự thêm được; chưa ghi gì.",
         "The program cannot add to what is written this way; nothing was written."),
        (f"Viết mỗi mục một dòng bắt đầu bằng “- ” rồi chạy lại, hoặc tự thêm: {what}",
         f"Put each entry on a line that starts with “- ” and try again, or add: {what}"),
    )  # fmt: skip
    return ContentError([problem])
