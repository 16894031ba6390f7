"""A small handbook with every kind of element, from HTML as the site has it."""

from __future__ import annotations

import datetime
from pathlib import Path

from sotay.book import Book, BookWords, Page, Part, Picture, Term
from sotay.edition import Audience

FOLDER = Path(__file__).parent / "golden" / "handbook"
TEMPLATES = Path(__file__).parents[1] / "handbooks"
BASE = "https://sotay.example/"

WORDS = {
    "vi": BookWords(
        contents="Mục lục",
        handouts="Danh sách tài liệu phát tay",
        page="tr.",
        overview="Giới thiệu học phần",
        module_number="Học phần {n}",
        session_number="Buổi {n}",
        glossary="Giải thích từ ngữ",
        notes="Điều tôi muốn nhớ",
        version="Phiên bản",
        date="Ngày",
        licence="Giấy phép",
        reviewed="Rà soát ngày",
        review_by="Rà soát lại trước",
        online="Bản trên mạng, có thể mới hơn",
        qr_alt="Mã QR dẫn tới {address}",
    ),
    "en": BookWords(
        contents="Contents",
        handouts="List of handouts",
        page="p.",
        overview="About this module",
        module_number="Module {n}",
        session_number="Session {n}",
        glossary="Glossary",
        notes="What I want to remember",
        version="Version",
        date="Date",
        licence="Licence",
        reviewed="Reviewed",
        review_by="Review by",
        online="Online edition, perhaps newer",
        qr_alt="QR code leading to {address}",
    ),
}
EDITIONS = {
    ("vi", "trainer"): "Sổ tay dành cho tập huấn viên",
    ("vi", "participant"): "Sổ tay dành cho học viên",
    ("en", "trainer"): "Trainer’s handbook",
    ("en", "participant"): "Participant’s workbook",
}


def page(name: str, module: str = "child-safe", folder: str = "") -> Page:
    """Give one of the sample's pages as a page of `module`."""
    url = f"child-protection/{module}/{folder}{name}.html"
    html = (FOLDER / f"{name}.html").read_text("utf-8")
    return Page(url, html, f"modules/child-protection/{module}/vi/{name}.md")


def part(module: str = "child-safe") -> Part:
    """Give the sample as a module: its page, one session, one handout."""
    handout = page("form", module, "handouts/")
    return Part(page("index", module), (page("why", module),), (handout,))


def book(
    audience: Audience = "trainer", language: str = "vi", modules: tuple[str, ...] = ("child-safe",)
) -> Book:
    """Give the sample as a handbook; several modules make a track's."""
    scope = "module" if len(modules) == 1 else "track"
    return Book(
        id=f"{modules[0]}-{scope}-{audience}-{language}",
        scope=scope,
        audience=audience,
        language=language,
        region={"vi": "VN", "en": "GB"}[language],
        language_name={"vi": "Tiếng Việt", "en": "English"}[language],
        title="Tổ chức an toàn với trẻ em",
        subtitle="Bảo vệ trẻ em",
        edition_label=EDITIONS[language, audience],
        version="2026.11",
        date=datetime.date(2026, 11, 22),
        date_label="22/11/2026",
        licence="CC BY-SA 4.0",
        reviewed="22/11/2026",
        review_by="22/5/2027",
        base=BASE,
        address=f"{BASE}child-protection/child-safe/index.html",
        notice="Bản nháp, chưa được chuyên gia rà soát.",
        publisher="Sổ tay tập huấn",
        words=WORDS[language],
        parts=tuple(part(module) for module in modules),
        glossary=(
            Term("an-toan", "an toàn", "Không bị đe dọa."),
            Term("dong-thuan", "đồng thuận", "Tự nguyện, hiểu rõ và rút lại được."),
            Term("khong-dung", "không dùng", "CANARY-UNUSED-TERM"),
        ),
        pictures=tuple(
            Picture(f"child-protection/{m}/images/flow.svg", (FOLDER / "flow.svg").read_bytes())
            for m in modules
        ),
    )
