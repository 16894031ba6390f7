"""Rules about links and images: every target exists, stays inside, and is described."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from sotay.checks.context import Context, WordsPage
from sotay.model import Module
from sotay.page import LINK, Link, Page
from sotay.problem import Place, Problem, fault, nudge

GENERATED_DOCS = frozenset({"glossary.md", "references.md", "contacts.md", "checks.md"})
"""Pages beside docs/<language>/ that the program writes."""
_DEFINITION = re.compile(r"^\s*\[[^\]]*\]:")
_SCHEMES = ("http://", "https://", "mailto:")


def link_targets_exist(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A link leads to a file and a heading that exist, inside the module or inside docs/."""
    for link in words.page.links:
        target, _, anchor = link.target.partition("#")
        if target.startswith(_SCHEMES):
            if link.is_image:
                yield _remote(link)
            continue
        if ":" in target or target.startswith("/") or "\\" in target:
            yield _not_a_path(link)
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(words.page.path), target))
        path = words.page.path if anchor and not target else path
        if not link.target:
            yield _dead(link)
        elif not path.startswith(_home(words) + "/"):
            yield _leaves(link)
        elif link.is_image or not path.endswith(".md"):
            if path not in _files(words):
                yield _dead(link)
        else:
            page = _page(context, words, path)
            # A file that is there but could not be read was told by the reader already.
            known = (context.catalog.root / path).exists() or _is_generated(words, path)
            if page is None and not known:
                yield _dead(link)
            elif page and anchor and anchor not in _anchors(page):
                yield _dead_anchor(link, anchor, _anchors(page))


def links_are_on_one_line(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A link is written as [words](target) on one line, so that it can be checked and moved."""
    for number, line in enumerate(words.page.prose, 1):
        if "](" not in line and "]:" not in line:
            continue
        rest = LINK.sub(lambda match: match[2], line)
        if "](" in rest or _DEFINITION.match(line):
            yield fault(
                "link-form",
                Place(words.page.path, number, 1),
                ("Liên kết ở dòng này không đọc được.", "The link on this line cannot be read."),
                ("Viết [chữ](đường-dẫn) trọn trên một dòng, không lồng nhau, không dùng [1]: ….",
                 "Write [words](target) wholly on one line, not nested, without [1]: …."),
            )  # fmt: skip


def images_have_alt_text(context: Context, words: WordsPage) -> Iterator[Problem]:
    """Every image says in words what it shows; a link says where it leads."""
    for link in words.page.links:
        if link.is_image and not link.words.strip():
            yield fault(
                "alt-text",
                link.place,
                ("Ảnh chưa có lời mô tả.", "The image has no description."),
                ("Viết ![mô tả ngắn](tệp).", "Write ![what it shows](file)."),
            )
        elif not link.is_image and link.words.strip().lower() in _EMPTY_WORDS:
            yield fault(
                "link-words",
                link.place,
                (f"Chữ của liên kết là “{link.words}”.", f"The link says “{link.words}”."),
                ("Viết tên trang hoặc việc sẽ làm.", "Name the page or what it is for."),
            )


def images_are_used(context: Context, module: Module) -> Iterator[Problem]:
    """Every image of a module stands on one of its pages; each language may have its own."""
    pages = (module.page(code, *page) for code in module.words for page in module.pages())
    used = {posixpath.basename(link.target) for page in pages if page for link in page.links}
    for name in module.images:
        shared = re.sub(r"\.[a-z]{2,3}(?=\.\w+$)", "", name)
        if name not in used and shared not in used:
            yield nudge(
                "image-unused",
                Place(f"{module.folder}/images/{name}"),
                ("Không trang nào dùng ảnh này.", "No page uses this image."),
                ("Đặt ảnh vào một trang, hoặc xóa tệp.", "Put it on a page, or delete the file."),
            )


_EMPTY_WORDS = frozenset({"", "here", "click here", "link", "tại đây", "ở đây", "xem", "đây"})


def _home(words: WordsPage) -> str:
    return words.module.folder if words.module else f"docs/{words.language}"


def _files(words: WordsPage) -> list[str]:
    """Name the files beside the pages that are published: the module's pictures."""
    module = words.module
    return [f"{module.folder}/images/{name}" for name in module.images] if module else []


def _page(context: Context, words: WordsPage, path: str) -> Page | None:
    """Find the words file at `path`; a page that exists only in another language counts."""
    if words.module is None:
        name = PurePosixPath(path).relative_to(f"docs/{words.language}").as_posix()
        docs = context.catalog.docs
        return docs[words.language].get(name) or docs[context.catalog.languages[0]].get(name)
    return _module_page(words.module, path)


def _module_page(module: Module, path: str) -> Page | None:
    language, _, name = PurePosixPath(path).relative_to(module.folder).as_posix().partition("/")
    kind, page_id = "session", name.removesuffix(".md")
    if name == "index.md":
        kind, page_id = "index", ""
    elif name.startswith("handouts/"):
        kind, page_id = "handout", name.removeprefix("handouts/").removesuffix(".md")
    return module.page(language, kind, page_id) or (
        module.page(module.source, kind, page_id) if language in module.words else None
    )


def _is_generated(words: WordsPage, path: str) -> bool:
    return words.module is None and PurePosixPath(path).name in GENERATED_DOCS


def _anchors(page: Page) -> list[str]:
    pinned = [h.id for h in page.headings if h.id]
    return pinned + [item.id for item in page.items("objectives")]


def _dead(link: Link) -> Problem:
    kind = ("Ảnh", "image") if link.is_image else ("Tệp", "file")
    return fault(
        "link-dead",
        link.place,
        (f"{kind[0]} “{link.target}” không có.", f"The {kind[1]} “{link.target}” does not exist."),
        ("Sửa đường dẫn (tính từ thư mục của tệp này).",
         "Correct the path (it starts from this file's folder)."),
    )  # fmt: skip


def _dead_anchor(link: Link, anchor: str, known: list[str]) -> Problem:
    choices = ", ".join(known)
    return fault(
        "anchor-dead",
        link.place,
        (f"Trang đó không có mục “#{anchor}”.", f"That page has no heading “#{anchor}”."),
        (f"Các mã: {choices}.", f"Its ids are: {choices}."),
    )


def _leaves(link: Link) -> Problem:
    return fault(
        "link-leaves",
        link.place,
        (f"“{link.target}” ra ngoài thư mục của học phần.",
         f"“{link.target}” leaves the module's folder."),
        ("Liên kết sang học phần khác bằng [[module:ma-hoc-phan]].",
         "Link to another module with [[module:id]]."),
    )  # fmt: skip


def _remote(link: Link) -> Problem:
    return fault(
        "image-remote",
        link.place,
        ("Ảnh lấy từ máy chủ khác: không hiện khi không có mạng và để lộ người đọc.",
         "The image comes from another host: it fails offline and betrays the reader."),
        ("Chép ảnh vào thư mục images/ của học phần.", "Put the image into the module's images/."),
    )  # fmt: skip


def _not_a_path(link: Link) -> Problem:
    return fault(
        "link-form",
        link.place,
        (f"“{link.target}” không phải đường dẫn được dùng.",
         f"“{link.target}” is not a link that may be used."),
        ("Dùng đường dẫn tương đối, ví dụ handouts/mau.md.",
         "Use a relative path such as handouts/form.md."),
    )  # fmt: skip
