"""While somebody writes: mistakes are shown on the last good pages until they are mended."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from sotay import project
from sotay.problem import ContentError, Message, Place, Problem, Tongue, errors, fault, in_order
from sotay.whole import write_whole

WATCHED = ("modules", "data", "docs", "handbooks", "mkdocs.yml")
"""What is looked at while the first mistake waits to be mended."""
_BEGIN, _END = "<!-- sotay: mistakes -->", "<!-- sotay: end of mistakes -->"
_SHOWN = re.compile(f"{_BEGIN}.*?{_END}", re.S)
_LANGUAGE = re.compile(r"<html[^>]*\blang=\"?([A-Za-z]+)")
_LOOK = Path(__file__).with_name("preview.css")
_TITLE = Message(
    "Chưa dựng được trang mới ({n} lỗi). Trang phía sau là bản đúng gần nhất.",
    "The new page could not be built ({n} to mend). Behind this is the last good one.",
)
_MEND = Message("Cách sửa", "To mend")
_WAITING = Message(
    "Trang cũ được giữ, kèm lời báo lỗi. Sửa xong, lưu tệp: trang tự hiện lại.",
    "The old page stays, with the mistakes on it. Mend them and save: the page comes back.",
)
_NOT_YET = Message(
    "Chưa mở trang xem thử vì còn lỗi. Sửa xong, lưu tệp: chương trình tự chạy tiếp.",
    "The preview has not opened because of these. Mend them and save: it goes on by itself.",
)
Tell = Callable[[str], None]


def is_preview(site_url: str | None, address: tuple[str, int]) -> bool:
    """Whether the site is built for the live preview: it then has the server's own address."""
    host, port = address
    return (site_url or "").startswith(f"http://{host}:{port}/")


def prepare(
    root: Path, languages: tuple[str, ...], last: Path, tell: Tell, pause: float = 0.5
) -> project.Project:
    """Load, check and stage for the live preview.

    `last` is the folder of the last good site: when there is one, a mistake raises ContentError.
    At the start there is none to show it on; then the mistakes are told, and mending is awaited.
    """
    while True:
        before = _state(root)
        try:
            return project.prepare(root, languages)
        except ContentError as error:
            if (last / "index.html").exists():
                raise
            tell(f"{project.told(error)}\n{_NOT_YET.text(project.tongue())}")
        while _state(root) == before:
            time.sleep(pause)


def problems_of(error: BaseException) -> tuple[Problem, ...]:
    """Find the problems behind an error of the host; one without any is a problem itself."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ContentError):
            return cause.problems
        cause = cause.__cause__ or cause.__context__
    return (_unbuilt(str(error)),)


def show(folder: Path, problems: Iterable[Problem]) -> str:
    """Put the mistakes on every page below `folder`. Returns what to tell in the terminal."""
    found = in_order(problems)
    texts = {tongue: overlay(found, tongue) for tongue in ("vi", "en")}
    for path in folder.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        write_whole(path, covered(page, texts).encode())
    return _WAITING.text(project.tongue())


def covered(page: str, overlays: dict[str, str]) -> str:
    """Give a page with the overlay in its own language, in place of an earlier one."""
    page = _SHOWN.sub("", page)
    language = _LANGUAGE.search(page)
    text = overlays["en" if language and language[1] == "en" else "vi"]
    head, body, tail = page.rpartition("</body>")
    return f"{head}{text}{body}{tail}" if body else f"{page}{text}"


def overlay(problems: Iterable[Problem], tongue: Tongue) -> str:
    """Give the HTML that tells the mistakes: place, what, how to mend it."""
    wrong = errors(problems)
    items = "".join(
        f"<li><code>{escape(str(p.place))}</code> <b>{escape(p.message.text(tongue))}</b>"
        f"<br>{_MEND.text(tongue)}: {escape(p.remedy.text(tongue))}</li>"
        for p in wrong
    )
    title = _TITLE.text(tongue).format(n=len(wrong))
    look = _LOOK.read_text(encoding="utf-8")
    return (
        f'{_BEGIN}<aside class="sotay-mistakes" role="alert" lang="{tongue}"><style>{look}</style>'
        f"<details open><summary>{title}</summary><ol>{items}</ol></details></aside>{_END}"
    )


def _state(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Give what can be seen of the watched files from outside."""
    files = (p for name in WATCHED for p in (root / name, *(root / name).rglob("*")))
    stats = ((p, p.stat()) for p in files if p.is_file())
    return tuple(sorted((str(p), s.st_mtime_ns, s.st_size) for p, s in stats))


def _unbuilt(why: str) -> Problem:
    return fault(
        "unbuilt",
        Place("mkdocs.yml"),
        (f"MkDocs không dựng được trang: {why}", f"MkDocs could not build the site: {why}"),
        (
            "Xem lời báo của MkDocs trong cửa sổ dòng lệnh; thường là một dòng sai của mkdocs.yml.",
            "See what MkDocs says in the terminal; it is mostly a wrong line of mkdocs.yml.",
        ),
    )
