"""Rules that keep people safe: no identity in cases, no personal data, consent for photographs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from sotay.checks.context import Context, WordsPage
from sotay.checks.places import PLACES
from sotay.model import Module
from sotay.problem import Place, Problem, fault

PHOTOGRAPHS = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".tif", ".tiff"}
)
CONSENT = ".consent.txt"
_LABELS = ("block.case", "notice.warning", "notice.referral", "block.content-warning")
"""Interface words that the program adds by itself."""
_NUMBER = r"(?:\d{1,2}|mười(?: \w+)?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
_NUMBER_EN = (
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen)"
)
_AGE = re.compile(
    rf"(?<!dưới )(?<!trên )(?<!từ )(?<!đến )(?<!đủ )\b(?P<vi>{_NUMBER}) tuổi\b"
    rf"|\baged? (?P<aged>{_NUMBER_EN})\b"
    rf"|(?<!under )(?<!over )\b(?P<en>{_NUMBER_EN})[- ]years?[- ]old\b",
    re.I,
)
_PERSONAL = (
    ("",
     re.compile(r"\d{12}(?!\d|[.,]\d)(?<![\d.,]\d{12})|\d{3} \d{3} \d{6}(?!\d)"),
     ("Số căn cước", "An identity number")),
    ("@",
     re.compile(r"[\w.+-]+@(?!example\.)[\w-]+(?:\.[\w-]+)+"),
     ("Địa chỉ thư", "An e-mail address")),
    ("",
     re.compile(
         r"(?:[sS]inh(?: ngày| năm)*|[nN]gày sinh|[bB]orn(?: on)?|[dD]ate of birth|[bB]irthday)"
         r":? *(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} (?:tháng )?\w+ (?:năm )?\d{4})"
     ),
     ("Ngày sinh", "A date of birth")),
    ("",
     re.compile(
         r"[sS]ố(?: nhà)? \d+[A-Za-z]?(?:/\d+)*,? (?:đường|phố|ngõ|ngách|hẻm|thôn|ấp)\b"
         r"|[nN]gõ \d+\b|\d+ (?:[A-Z]\w+ ){1,3}(?:Street|Road|Lane|Alley|Avenue)\b"
     ),
     ("Địa chỉ nhà", "A house address")),
)  # fmt: skip
"""A hint that the page must hold, the pattern (begun with a plain letter, for speed), the name."""


def labels_are_not_retyped(context: Context, words: WordsPage) -> Iterator[Problem]:
    """What the program adds by itself (warning, referral, fictional label) is not typed again."""
    interface = context.catalog.words.get(words.language)
    if words.module is None or interface is None:
        return
    labels = [interface(key).lower().rstrip(".") for key in _LABELS]
    typed = [label for label in labels if label in words.page.lower]
    for paragraph in context.paragraphs(words.page) if typed else ():
        if paragraph.kind not in ("title", "heading", "text") or "say" in paragraph.blocks:
            continue
        text = paragraph.text.lower()
        for label in typed:
            start = text.find(label)
            if start >= 0 and not text[:start].strip(' *_(“"'):
                yield fault(
                    "label-typed",
                    paragraph.place(start),
                    (f"Chương trình tự thêm “{label}”.", f"The program adds “{label}” by itself."),
                    ("Xóa dòng chữ này; tình huống thì đặt trong khối /// case.",
                     "Delete these words; put a case into a /// case block."),
                )  # fmt: skip
                break


def cases_name_no_place(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A fictional case names no real province, city or commune."""
    for paragraph in context.paragraphs(words.page):
        if "case" in paragraph.blocks:
            for match in PLACES.finditer(paragraph.text):
                yield fault(
                    "case-place",
                    paragraph.place(match.start()),
                    (f"Tình huống giả định nêu nơi có thật: “{match.group()}”.",
                     f"The fictional case names a real place: “{match.group()}”."),
                    ("Viết chung: một xã miền núi, một thành phố.",
                     "Say it in general: a commune in the mountains, a city."),
                )  # fmt: skip


def cases_give_no_age(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A fictional case gives a child no exact age."""
    for paragraph in context.paragraphs(words.page):
        if "case" not in paragraph.blocks:
            continue
        for match in _AGE.finditer(paragraph.text):
            number = match["vi"] or match["aged"] or match["en"]
            if not number.isdigit() or int(number) < 18:
                yield fault(
                    "case-age",
                    paragraph.place(match.start()),
                    (f"Tình huống ghi tuổi cụ thể của trẻ: “{match.group()}”.",
                     f"The case gives a child's exact age: “{match.group()}”."),
                    ("Viết theo lứa: một em học tiểu học, một em gái ở cấp hai.",
                     "Give a stage: a child in primary school, a girl in lower secondary."),
                )  # fmt: skip


def no_personal_data(context: Context, words: WordsPage) -> Iterator[Problem]:
    """No identity numbers, e-mail addresses, dates of birth or house addresses."""
    for hint, pattern, (vi, en) in _PERSONAL:
        if hint not in words.page.whole:
            continue
        for match, place in words.page.found(pattern):
            yield fault(
                "personal-data",
                place,
                (f"{vi} “{match.group()}” có thể làm lộ một người.",
                 f"{en} “{match.group()}” may give a person away."),
                ("Xóa; chỗ cần điền thì dùng [[blank:20]].",
                 "Delete it; where people fill it in, use [[blank:20]]."),
            )  # fmt: skip


def photographs_have_consent(context: Context, module: Module) -> Iterator[Problem]:
    """A photograph has a note of consent beside it; drawings need none."""
    folder = context.catalog.root / module.folder / "images"
    for name in module.images:
        picture = PurePosixPath(name)
        note = f"{picture.stem}{CONSENT}"
        if picture.suffix.lower() in PHOTOGRAPHS and not (folder / note).is_file():
            yield fault(
                "photo-consent",
                Place(f"{module.folder}/images/{name}"),
                ("Ảnh chụp chưa có giấy đồng ý.", "The photograph has no note of consent."),
                (f"Dùng hình vẽ, hoặc đặt {note} (ai đồng ý, ngày nào, cho việc gì) cạnh ảnh.",
                 f"Use a drawing, or put {note} (who agreed, when, to what) beside it."),
            )  # fmt: skip
