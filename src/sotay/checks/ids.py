"""Rules about things named by id: laws, numbers to call, terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from sotay.checks.blocks import is_count
from sotay.checks.context import Context, WordsPage
from sotay.dialect import FORMS
from sotay.problem import Place, Problem, fault

_LAW = re.compile(
    r"\b\d{1,5}/(?:\d{4}/)?(?:QH\d{1,2}|NĐ-CP|QĐ-[A-ZĐ]+g?|TT-[A-ZĐ]+|NQ-[A-Z]+|KH-[A-ZĐ]+)"
)
_PHONE = re.compile(
    r"(?<![\d.,/:%-])(?:(?:1800|1900)[ .]?\d{2,4}(?:[ .]?\d{2,3})?"
    r"|0\d{2,3}[ .-]\d{3,4}[ .-]\d{3,4}|0\d{9,10}|\+84(?:[ .-]?\d){8,10})(?![\d/])"
)
_MAYBE_LAW = re.compile(r"/(?:QH|NĐ-|QĐ-|TT-|NQ-|KH-)")
_MAYBE_PHONE = re.compile(r"1[89]00[ .]?\d\d|0\d{2,3}[ .-]\d{3}|0\d{9}|\+84")
_MAYBE_HOTLINE = re.compile(r"11[1-5]")
_HOTLINE = re.compile(
    r"(?:gọi|(?<!tổng )(?<!trong )số|call|dial|phone)\s+(?:\*\*)?(11[1-5])\b", re.I
)


def forms_are_known(context: Context, words: WordsPage) -> Iterator[Problem]:
    """An inline form has a known kind, and names an entry that exists and may be printed."""
    registry = context.catalog.registry
    shelves: dict[str, Mapping[str, object]] = {
        "ref": registry.references,
        "contact": registry.contacts,
        "term": registry.terms,
        "module": dict.fromkeys(
            [*(m.id for m in context.catalog.modules), *context.catalog.unread]
        ),
    }
    for form in words.page.forms:
        if form.kind not in FORMS:
            yield _unknown(form.place, "form-unknown", form.kind, sorted(FORMS))
        elif form.kind in shelves and form.value not in shelves[form.kind]:
            yield _unknown(form.place, f"{form.kind}-unknown", form.value,
                           list(shelves[form.kind]))  # fmt: skip
        elif form.kind == "blank" and not is_count(form.value, 80):
            yield fault(
                "blank-width",
                form.place,
                ("Chỗ điền chưa có độ rộng.", "The blank has no width."),
                ("Viết [[blank:20]] (1–80 chữ).", "Write [[blank:20]] (1–80 letters)."),
            )
        elif form.kind == "contact" and not registry.contacts[form.value].print_ok:
            yield fault(
                "contact-not-printed",
                form.place,
                (f"“{form.value}” chưa được phép in.", f"“{form.value}” may not be printed."),
                ("Dùng 111, 113 hoặc số địa phương.", "Use 111, 113 or the local number."),
            )


def references_are_declared(context: Context, words: WordsPage) -> Iterator[Problem]:
    """What a page cites stands in the module's list, so that it is printed at the end."""
    if words.module is None:
        return
    for form in words.page.forms:
        if (
            form.kind == "ref"
            and form.value in context.catalog.registry.references
            and form.value not in words.module.references
        ):
            yield fault(
                "reference-undeclared",
                form.place,
                (f"module.yml chưa kê căn cứ “{form.value}”.",
                 f"module.yml does not list the reference “{form.value}”."),
                ("Thêm mã vào references của module.yml.",
                 "Add it to references in module.yml."),
            )  # fmt: skip


def no_typed_numbers(context: Context, words: WordsPage) -> Iterator[Problem]:
    """Numbers of laws and telephones are not typed: they stand once, in data/."""
    page = words.page
    clean = re.sub(r"\[\[[^\[\]]*\]\]", lambda m: " " * len(m.group()), page.whole)
    # Plain searches first: most pages hold none, and they are much faster.
    for match in _LAW.finditer(clean) if _MAYBE_LAW.search(clean) else ():
        yield fault(
            "law-typed",
            page.place(match.start()),
            (f"Số văn bản “{match.group()}” được gõ tay.",
             f"The law's number “{match.group()}” is typed by hand."),
            ("Dùng [[ref:ma-can-cu]] lấy từ data/references.yml.",
             "Use [[ref:id]] with an id of data/references.yml."),
        )  # fmt: skip
    phones = _PHONE.finditer(clean) if _MAYBE_PHONE.search(clean) else ()
    hotlines = _HOTLINE.finditer(clean) if _MAYBE_HOTLINE.search(clean) else ()
    for match in [*phones, *hotlines]:
        yield fault(
            "phone-typed",
            page.place(match.start()),
            (f"Số điện thoại “{match.group()}” được gõ tay.",
             f"The phone number “{match.group()}” is typed by hand."),
            ("Dùng [[contact:ma]] lấy từ data/contacts.yml.",
             "Use [[contact:id]] with an id of data/contacts.yml."),
        )  # fmt: skip


def _unknown(place: Place, code: str, name: str, known: list[str]) -> Problem:
    near = get_close_matches(name, known, 1, 0.6)
    few = ", ".join(known[:8])
    remedy = (
        (f"Có phải “{near[0]}” không?", f"Did you mean “{near[0]}”?")
        if near
        else (f"Xem tệp trong data/; ví dụ: {few}.", f"See the files in data/; for example: {few}.")
    )
    return fault(code, place, (f"Không có mã “{name}”.", f"There is no id “{name}”."), remedy)
