"""The only door through which text comes in: UTF-8, NFC, LF.

Vietnamese letters can be stored composed (NFC) or decomposed (NFD). They look the same and
compare different, so hash, search and print would disagree; everything inside is NFC.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from sotay.problem import Message, Place, Problem

LARGEST = 1_000_000
"""Bytes of one words or facts file; the longest session written so far has 40,000."""

_CONFLICT = re.compile(r"^(<{7} |>{7} )", re.M)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_WORD = re.compile(r"\S+")
# Letters of TCVN3 (.VnTime) and VNI text that was read as Latin, in pairs that no living language
# has often: a capital or a sign inside a word, a vowel with a second vowel as its mark. A few may
# be foreign names; more are a passage pasted from an old document.
_LEGACY = re.compile(
    r"[a-z][µ¶¸ªÀ-ÖØ-Þ]|®[a-zµ-ÿ]|[a-z]\u00ad[a-zµ-ÿ]"
    r"|[aeiouyâêôö][ûøïåä]|aë|öô|ö[ùõ]|(?<![^\W\d_])ñ[a-zöô]"
)
_FEW = 2


@dataclass(frozen=True)
class Text:
    """One text file, decoded: path relative to the project, content in NFC with LF."""

    path: str
    content: str


def read(path: Path, root: Path) -> tuple[Text | None, tuple[Problem, ...]]:
    """Read one file: its text, or None with the reason; problems may also come with a text.

    Args:
        path: the file.
        root: the project folder; problems name the path relative to it.
    """
    name = path.relative_to(root).as_posix()
    if problems := outside(path, root):
        return None, problems
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, (_unreadable(name, error),)
    if len(raw) > LARGEST:
        return None, (_too_large(name, len(raw)),)
    try:
        content = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(name, raw, error),)
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    if not content.strip():
        return None, (_empty(name),)
    problems = tuple(_text_problems(name, content))
    return Text(name, unicodedata.normalize("NFC", content)), problems


def outside(path: Path, root: Path) -> tuple[Problem, ...]:
    """Tell when a file, its links followed, does not stand below `root`."""
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        inside = False
    return () if inside else (_outside(path.relative_to(root).as_posix()),)


def _text_problems(name: str, content: str) -> list[Problem]:
    """Find what is wrong with the letters themselves."""
    found = []
    if not unicodedata.is_normalized("NFC", content):
        found.append(_decomposed(name, content))
    marks = list(_CONFLICT.finditer(content))
    for match in [m for m in marks if m.group().startswith("<")] or marks[:1]:
        found.append(_conflict(_at(name, content, match.start())))
    for match in list(_CONTROL.finditer(content))[:1]:
        found.append(_control(_at(name, content, match.start()), match.group()))
    composed = unicodedata.normalize("NFC", content)
    suspect = _LEGACY.search(composed)
    legacy = [m for m in _WORD.finditer(composed) if suspect and _LEGACY.search(m.group())]
    if len(legacy) > _FEW:
        found.append(_legacy(_at(name, composed, legacy[0].start()), legacy[0].group()))
    return found


def _at(name: str, content: str, offset: int) -> Place:
    line_start = content.rfind("\n", 0, offset) + 1
    return Place(name, content.count("\n", 0, offset) + 1, offset - line_start + 1)


def _outside(name: str) -> Problem:
    return Problem(
        Place(name),
        Message("Đường dẫn ra ngoài thư mục dự án.", "The path leads out of the project."),
        Message("Chép tệp vào dự án, không dùng liên kết.", "Copy the file in; do not link to it."),
        "outside",
    )


def _unreadable(name: str, error: OSError) -> Problem:
    why = error.strerror or type(error).__name__
    return Problem(
        Place(name),
        Message(
            f"Không đọc được tệp ({_REASONS.get(type(error), why)}).",
            f"The file cannot be read ({why}).",
        ),
        Message(
            "Kiểm tra tên tệp và quyền đọc; nếu thiếu tệp thì tạo tệp đó.",
            "Check the name and the permission; create the file if it is missing.",
        ),
        "unreadable",
    )


_REASONS = {
    FileNotFoundError: "không có tệp này",
    IsADirectoryError: "đây là thư mục",
    PermissionError: "không có quyền đọc",
}


def _too_large(name: str, size: int) -> Problem:
    return Problem(
        Place(name),
        Message(
            f"Tệp quá lớn: {size:,} byte.".replace(",", "."),
            f"The file is too large: {size:,} bytes.",
        ),
        Message(
            "Một tệp lời tối đa 1 MB. Chia thành nhiều buổi; kiểm tra có dán nhầm ảnh không.",
            "A text file may have 1 MB. Split it into sessions; check that no image was pasted in.",
        ),
        "too-large",
    )


def _not_utf8(name: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    line = raw.count(b"\n", 0, error.start) + 1
    wide = raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw[:400].count(0) > 20
    guess_vi = "UTF-16" if wide else "một bảng mã cũ (TCVN3, VNI hoặc Windows-1258)"
    guess_en = "UTF-16" if wide else "an old encoding (TCVN3, VNI or Windows-1258)"
    return Problem(
        Place(name, 1 if wide else line),
        Message(
            f"Tệp không phải UTF-8; có vẻ là {guess_vi}.",
            f"The file is not UTF-8; it looks like {guess_en}.",
        ),
        Message(
            "Lưu lại: Save as → Encoding: UTF-8. Chữ .VnTime/VNI thì đổi sang Unicode trước.",
            "Save again: Save as → Encoding: UTF-8. Convert .VnTime or VNI letters first.",
        ),
        "encoding",
    )


def _empty(name: str) -> Problem:
    return Problem(
        Place(name),
        Message("Tệp rỗng.", "The file is empty."),
        Message(
            "Viết nội dung, hoặc xóa tệp để trang hiện bản ngôn ngữ kia.",
            "Write its content, or delete it so that the page shows the other language.",
        ),
        "empty",
    )


def _decomposed(name: str, content: str) -> Problem:
    line = next(
        (
            n
            for n, row in enumerate(content.split("\n"), 1)
            if not unicodedata.is_normalized("NFC", row)
        ),
        1,
    )
    return Problem(
        Place(name, line),
        Message(
            "Chữ có dấu đang ở dạng tách rời (NFD); đã đọc như dạng dựng sẵn (NFC).",
            "Accented letters are decomposed (NFD); they were read as composed (NFC).",
        ),
        Message(
            "Chạy `sotay check --fix` để lưu lại dạng NFC.", "Run `sotay check --fix` to store NFC."
        ),
        "nfd",
        "warning",
    )


def _conflict(place: Place) -> Problem:
    return Problem(
        place,
        Message("Còn dấu xung đột của Git.", "A Git conflict marker is left in the text."),
        Message(
            "Chọn một trong hai đoạn rồi xóa ba dòng <<<<<<<, =======, >>>>>>>.",
            "Keep one of the two passages and delete the three lines <<<<<<<, =======, >>>>>>>.",
        ),
        "conflict",
    )


def _control(place: Place, sign: str) -> Problem:
    code = f"U+{ord(sign):04X}"
    return Problem(
        place,
        Message(f"Có ký tự điều khiển ẩn {code}.", f"There is a hidden control character {code}."),
        Message("Xóa ký tự đó rồi gõ lại chữ.", "Delete it and type the word again."),
        "control",
    )


def _legacy(place: Place, word: str) -> Problem:
    return Problem(
        place,
        Message(
            f"“{word}” giống chữ TCVN3/VNI bị đọc sai.",
            f"“{word}” looks like misread TCVN3/VNI text.",
        ),
        Message(
            "Đổi đoạn văn sang Unicode (ví dụ bằng UniKey) rồi dán lại.",
            "Convert the passage to Unicode (for example with UniKey) and paste it again.",
        ),
        "legacy-text",
    )
