"""Words that must not stand as they do: laws, offices, numbers, terms, people."""

from __future__ import annotations

import random
import re

from mistakes.manuscript import (
    HERE,
    PAIRED,
    Line,
    Manuscript,
    Mistake,
    every,
    here,
    kind,
    line_kind,
    paired,
    shuffled,
)
from mistakes.pairs import sites

OLD_LAWS = ("law-dv-2007", "law-trafficking-2011", "decree-144-2021", "dec-939-2017")
"""Replaced or expired entries of data/references.yml."""
_YEAR = re.compile(r"\d{4}")
_HISTORY = re.compile(r"trước đây|cũ\b|nay là|không còn|former|old\b|no longer|used to", re.I)


def _cite(line: Line) -> bool:
    return line.is_running and not _YEAR.search(line.text) and not _HISTORY.search(line.text)


@line_kind("law-ended")
def old_law(line: Line, chance: random.Random) -> str | None:
    """A law that was replaced or has expired is cited as if it applied."""
    form = f"[[ref:{chance.choice(OLD_LAWS)}]]"
    return line.said(f"Xem {form}.", f"See {form}.") if _cite(line) else None


@line_kind("law-typed")
def typed_law(line: Line, chance: random.Random) -> str | None:
    """A law's number is typed instead of its id."""
    number = chance.choice(("102/2016/QH13", "56/2017/NĐ-CP", "28/NQ-CP", "13/2022/QH15"))
    return line.said(f"Xem văn bản số {number}.", f"See {number}.") if line.is_running else None


@line_kind("ref-unknown")
def misspelt_reference(line: Line, chance: random.Random) -> str | None:
    """A reference's id is misspelt."""
    return _first_form(line, "ref", lambda name: name[:-1])


@line_kind("term-unknown")
def misspelt_term(line: Line, chance: random.Random) -> str | None:
    """A glossary term's id is misspelt."""
    return _first_form(line, "term", lambda name: name.replace("-", "_", 1) + "x")


@line_kind("contact-unknown")
def misspelt_contact(line: Line, chance: random.Random) -> str | None:
    """A contact's id is misspelt."""
    return _first_form(line, "contact", lambda name: name + "0")


@line_kind("form-unknown")
def unknown_form(line: Line, chance: random.Random) -> str | None:
    """The kind of an inline form is misspelt."""
    return line.text.replace("[[ref:", "[[reff:", 1) if "[[ref:" in line.text else None


def _first_form(line: Line, kind_name: str, change: object) -> str | None:
    match = re.search(rf"\[\[{kind_name}:([^\]|]+)", line.text)
    assert callable(change)
    if match is None:
        return None
    return line.text[: match.start(1)] + str(change(match[1])) + line.text[match.end(1) :]


@kind("reference-undeclared", HERE)
def undeclared_reference(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A page cites a reference that module.yml does not list."""
    listed = set(re.findall(r"[a-z]+(?:-[a-z0-9]+)+", book.text(book.facts)))
    known = sorted({"crc-1989", "decree-56-2017", "guide-kcs", "law-trafficking-2024"} - listed)
    for line in shuffled(book.lines, chance):
        match = re.search(r"\[\[ref:([a-z0-9-]+)", line.text)
        if match and known:
            name = chance.choice(known)
            new = line.text[: match.start(1)] + name + line.text[match.end(1) :]
            return book.with_line(line, new, here(line))
    return None


@kind("form-parity", PAIRED)
def exchanged_reference(book: Manuscript, chance: random.Random) -> Mistake | None:
    """One language cites another of the module's references."""
    cited = sorted({n for x in book.lines for n in re.findall(r"\[\[ref:([a-z0-9-]+)", x.text)})
    for line in shuffled(book.lines, chance):
        match = re.search(r"\[\[ref:([a-z0-9-]+)", line.text)
        if match:
            name = chance.choice([n for n in cited if n != match[1]])
            new = line.text[: match.start(1)] + name + line.text[match.end(1) :]
            return book.with_line(line, new, paired(book, line))
    return None


@line_kind("phone-typed")
def typed_phone(line: Line, chance: random.Random) -> str | None:
    """A telephone number is typed instead of its id."""
    number = chance.choice(("0912 345 678", "024 3943 1234", "+84 912 345 678", "1800 1567"))
    return line.said(f"Gọi {number}.", f"Call {number}.") if line.is_running else None


@line_kind("phone-typed form-parity", PAIRED)
def typed_hotline(line: Line, chance: random.Random) -> str | None:
    """A hotline's number is typed where its form stood."""
    match = re.search(r"\[\[contact:(11[1-5])\]\]", line.text)
    return line.text.replace(match[0], match[1], 1) if match else None


@line_kind("contact-not-printed")
def unchecked_contact(line: Line, chance: random.Random) -> str | None:
    """A contact that may not be printed is named."""
    form = f"[[contact:{chance.choice(('csaga', 'hagar', 'old-18001567'))}]]"
    return line.said(f"Gọi {form}.", f"Call {form}.") if line.is_running else None


@line_kind("word-avoided")
def avoided_word(line: Line, chance: random.Random) -> str | None:
    """A stigmatising word stands in running text."""
    vi = chance.choice(("con nít", "trẻ hư hỏng", "gái bán dâm", "kẻ vũ phu", "ăn bám"))
    en = chance.choice(("handicapped", "sex slave", "street urchin", "battered wife"))
    return (
        line.said(f"Có người gọi họ là {vi}.", f"They are {en} people.")
        if line.is_running
        else None
    )


@line_kind("word-doubtful")
def doubtful_word(line: Line, chance: random.Random) -> str | None:
    """A word stands that is wrong in one sense."""
    return line.said("Việc này là của trẻ con.", "Every kid knows it.") if line.is_running else None


@line_kind("institution")
def former_office(line: Line, chance: random.Random) -> str | None:
    """An office is named that has ended."""
    vi = chance.choice(("Sở LĐ-TB&XH", "UBND huyện", "Phòng Lao động - Thương binh và Xã hội"))
    en = chance.choice(("the district People's Committee", "DOLISA", "the district police"))
    return line.said(f"Hãy báo {vi}.", f"Report it to {en}.") if _cite(line) else None


_LEFT = {
    "vi": "Whoever hears of harm tells the commune on the same day and writes down what was said.",
    "en": "Ai nghe nói có người bị hại thì báo ngay cho xã trong ngày và ghi lại lời đã nghe.",
}


@line_kind("untranslated")
def paragraph_left(line: Line, chance: random.Random) -> str | None:
    """A paragraph is left in the other language."""
    return _LEFT[line.language] if line.kind == "text" and line.is_running else None


@kind("term-pair", "the Vietnamese term")
def mistranslated_term(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A section's only English word for a glossary term is replaced by another word."""
    found = [s for path in book.pages if "/en/" in path for s in sites(book, path)]
    if not found:
        return None
    line, start, end, spots = chance.choice(found)
    new = f"{line.text[:start]}this subject{line.text[end:]}"
    return book.with_line(line, new, frozenset(spots))


@line_kind("personal-data")
def identity_number(line: Line, chance: random.Random) -> str | None:
    """A citizen's identity number stands in the text."""
    number = f"0{chance.randrange(10**10, 10**11)}"
    return (
        line.said(f"Số của chị là {number}.", f"Her number is {number}.")
        if line.is_running
        else None
    )


@line_kind("personal-data")
def e_mail_address(line: Line, chance: random.Random) -> str | None:
    """Somebody's e-mail address stands in the text."""
    who = chance.choice(("lan.nguyen", "minh84", "hoa_tran"))
    address = f"{who}@mail.vn"
    return line.said(f"Viết cho {address}.", f"Write to {address}.") if line.is_running else None


@line_kind("personal-data")
def date_of_birth(line: Line, chance: random.Random) -> str | None:
    """Somebody's date of birth stands in the text."""
    day, month, year = (
        chance.randrange(1, 29),
        chance.randrange(1, 13),
        chance.randrange(1980, 2015),
    )
    birth = f"{day}/{month}/{year}"
    return (
        line.said(f"Em sinh ngày {birth}.", f"She was born on {birth}.")
        if line.is_running
        else None
    )


@line_kind("personal-data")
def house_address(line: Line, chance: random.Random) -> str | None:
    """Somebody's address stands in the text."""
    number = chance.randrange(2, 200)
    vi, en = f"Chị ở số nhà {number} đường Lê Lợi.", f"She lives at {number} Le Loi Street."
    return line.said(vi, en) if line.is_running else None


@line_kind("case-place")
def real_place_in_case(line: Line, chance: random.Random) -> str | None:
    """A fictional case names a real province."""
    if not line.is_running or "case" not in line.blocks:
        return None
    place = chance.choice(("Cao Bằng", "Hà Nội", "Lạng Sơn"))
    return line.said(f"Chuyện xảy ra ở {place}.", f"This happened in {place}.")


@line_kind("case-age")
def exact_age_in_case(line: Line, chance: random.Random) -> str | None:
    """A fictional case gives a child's age."""
    if not line.is_running or "case" not in line.blocks:
        return None
    age = chance.randrange(5, 16)
    return line.said(f"Em ấy {age} tuổi.", f"The child is {age} years old.")


@line_kind("label-typed")
def typed_label(line: Line, chance: random.Random) -> str | None:
    """The label that the program adds to a case is typed by hand."""
    if not line.is_running or line.kind != "text" or "say" in line.blocks:
        return None
    return ("Tình huống giả định: " if line.language == "vi" else "Fictional case: ") + line.text


KINDS = every(globals())
