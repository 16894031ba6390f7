"""Names of real places that a fictional case must not hold, with and without tone marks."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

_NAMES = """
An Giang|Bà Rịa|Vũng Tàu|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|
Bình Phước|Bình Thuận|Cà Mau|Cần Thơ|Cao Bằng|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|
Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|
Hồ Chí Minh|Sài Gòn|Huế|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|
Lào Cai|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|
Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|
Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái|Hà Quảng|Thông Nông|Đồng Phú|
Vị Quang|Cần Nông|Cần Yên|Lương Thông|Đa Thông|Ngọc Động|Lương Can|Thanh Long|Bình Lãng|Yên Sơn|
Hanoi|Saigon
"""


def _plain(name: str) -> str:
    bare = "".join(c for c in normalize("NFD", name) if not combining(c))
    return bare.replace("Đ", "D").replace("đ", "d")


def _pattern() -> re.Pattern[str]:
    names = [part.strip() for part in _NAMES.replace("\n", "").split("|")]
    both = sorted({*names, *map(_plain, names)} - {"Hue"}, key=lambda n: (-len(n), n))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, both))})(?!\w)")


PLACES = _pattern()
"""Finds a name written with capitals, as names are."""
