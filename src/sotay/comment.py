"""Changes → the comment on a pull request: Markdown that is safe to show, in two languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sotay.changes import Changes, Owed, Page, Size
from sotay.problem import Message, Tongue, errors, report

MARK = "<!-- sotay: changes -->"
"""First line of the comment, by which it is found again and replaced."""
MOST = 40
"""Lines of one list; a comment has an end."""
LONGEST = 20_000
"""Letters of the report of problems in one language; GitHub takes 65,536 in all."""

_TITLE = Message("Đề nghị này thay đổi những gì", "What this proposal changes")
_HEADS = {
    "problems": Message("Lỗi và lời nhắc", "Mistakes and warnings"),
    "owed": Message("Mục cần dịch theo", "Sections to bring in step"),
    "minutes": Message("Số phút", "Minutes"),
    "pages": Message("Trang", "Pages"),
    "sizes": Message("Dung lượng", "Sizes"),
}
_SOUND = Message("Không có lỗi, không có lời nhắc.", "No mistakes, no warnings.")
_NONE = {
    "owed": Message("Không có mục nào.", "None."),
    "minutes": Message("Không đổi.", "No change."),
    "pages": Message("Không trang nào đổi.", "No page changed."),
}
_STATES = {
    "new": Message("mới", "new"),
    "gone": Message("bỏ", "removed"),
    "changed": Message("sửa", "changed"),
}
_OWES = Message("cần cập nhật: {languages}", "to be updated: {languages}")
_MORE = Message("… và {n} mục nữa.", "… and {n} more.")
_CUT = Message("… còn nữa: chạy sotay check.", "… there is more: run sotay check.")
_UNBUILT = Message("Chưa dựng để so sánh.", "Not built, so not compared.")
_TABLE = {
    "minutes": Message("| Ở đâu | Trước | Sau |", "| Where | Before | After |"),
    "sizes": Message("| Loại | Trước | Sau |", "| Kind | Before | After |"),
}
_KINDS = {
    "pages": Message("Trang web", "Pages"),
    "handbooks": Message("Sổ tay PDF", "PDF handbooks"),
    "all": Message("Tất cả", "Everything"),
}
_FILES = Message("{n} tệp, {size}", "{n} files, {size}")


def comment(changes: Changes, tongues: Iterable[Tongue]) -> str:
    """Give the whole comment, one part per language."""
    parts = ("\n".join(_part(changes, tongue)) for tongue in tongues)
    return f"{MARK}\n" + "\n---\n\n".join(parts)


def _part(changes: Changes, tongue: Tongue) -> Iterator[str]:
    yield f"## {_TITLE.text(tongue)}\n"
    yield from _head("problems", len(errors(changes.problems)), tongue)
    yield from _problems(changes, tongue)
    yield from _head("owed", len(changes.owed), tongue)
    yield from _list("owed", [_owed(owed, tongue) for owed in changes.owed], tongue)
    yield from _head("minutes", len(changes.minutes), tongue)
    rows = [f"| {_code(m.what)} | {m.before or '–'} | {m.after or '–'} |" for m in changes.minutes]
    yield from _table("minutes", rows, tongue)
    yield from _head("pages", len(changes.pages), tongue)
    yield from _list("pages", [_page(page, tongue) for page in changes.pages], tongue)
    yield f"### {_HEADS['sizes'].text(tongue)}\n"
    yield from _sizes(changes, tongue)


def _head(name: str, count: int, tongue: Tongue) -> Iterator[str]:
    yield f"### {_HEADS[name].text(tongue)} ({count})\n"


def _problems(changes: Changes, tongue: Tongue) -> Iterator[str]:
    """Give the report as it stands in a terminal: in a fence nothing in it can act."""
    if not changes.problems:
        yield f"{_SOUND.text(tongue)}\n"
        return
    text = report(changes.problems, tongue).replace("```", "'''")
    if len(text) > LONGEST:
        text = f"{text[:LONGEST].rsplit(chr(10), 1)[0]}\n{_CUT.text(tongue)}"
    yield f"```text\n{text}\n```\n"


def _owed(owed: Owed, tongue: Tongue) -> str:
    owes = _OWES.text(tongue).format(languages=", ".join(owed.languages))
    return f"- {_code(f'{owed.path}#{owed.section}')}: {owes}"


def _page(page: Page, tongue: Tongue) -> str:
    sections = ", ".join(_code(f"#{name}") for name in page.sections[:8])
    more = " …" if len(page.sections) > 8 else ""
    tail = f": {sections}{more}" if sections else ""
    return f"- {_code(page.path)} ({_STATES[page.state].text(tongue)}){tail}"


def _list(name: str, lines: list[str], tongue: Tongue) -> Iterator[str]:
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield f"- {_MORE.text(tongue).format(n=len(lines) - MOST)}"
    if not lines:
        yield _NONE[name].text(tongue)
    yield ""


def _table(name: str, rows: list[str], tongue: Tongue) -> Iterator[str]:
    if rows:
        yield _TABLE[name].text(tongue)
        yield "|---|---:|---:|"
    yield from _list(name, rows, tongue)


def _sizes(changes: Changes, tongue: Tongue) -> Iterator[str]:
    if not changes.sizes:
        yield f"{_UNBUILT.text(tongue)}\n"
        return
    rows = [
        f"| {_KINDS[kind].text(tongue)} | {_size(before, tongue)} | {_size(after, tongue)} |"
        for kind, (before, after) in changes.sizes.items()
    ]
    yield from _table("sizes", rows, tongue)


def _size(size: Size, tongue: Tongue) -> str:
    weight = f"{size.bytes / 1_000_000:.2f} MB"
    weight = weight if tongue == "en" else weight.replace(".", ",")
    return _FILES.text(tongue).format(n=size.files, size=weight) if size.files else "–"


def _code(text: str) -> str:
    """Give what came from files as code: no link, no name and no HTML in it takes effect."""
    return f"`{' '.join(text.split()).replace('`', chr(39)).replace('|', '/')}`"
