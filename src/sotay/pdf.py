"""Typst code to PDF bytes. The only door to Typst, to the QR maker and to the font package."""

from __future__ import annotations

import io
import re
import shutil
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Literal

import segno
import typst

from sotay import streams
from sotay.glyphs import characters
from sotay.problem import ContentError, Message, Place, Problem
from sotay.streams import packed
from sotay.streams import page_count as page_count

STANDARDS: tuple[Literal["ua-1"], Literal["a-2a"]] = ("ua-1", "a-2a")
FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
PAGE_MARK = "// page: "


def font_files() -> dict[str, Path]:
    """Give the font files that books are set in, by name.

    The package holds each face twice (.otf and .ttf) under one name. Only one of the two may be
    seen by Typst, or the order of the folder's listing would decide which one is used.
    """
    folder = Path(str(files("font_source_sans_pro"))) / "files"
    return {f"SourceSansPro-{face}.ttf": folder / f"SourceSansPro-{face}.ttf" for face in FACES}


def letters() -> frozenset[str]:
    """Give the characters that every face of the books' font can print."""
    faces = [characters(path.read_bytes()) for path in font_files().values()]
    return frozenset.intersection(*faces)


def made_with() -> tuple[str, ...]:
    """Name the versions of all that shapes a PDF besides its source and the templates."""
    names = ("typst", "font-source-sans-pro", "segno")
    own = (sha256(Path(path).read_bytes()).hexdigest() for path in (__file__, streams.__file__))
    return (*(f"{name} {version(name)}" for name in names), *own)


def lay_out_fonts(folder: Path) -> None:
    """Put the font files into `folder`, where `compile_pdf` finds them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in font_files().items():
        if not (folder / name).exists():
            shutil.copyfile(path, folder / name)


def qr(address: str) -> bytes:
    """Give the QR code of an address as SVG. Same address, same bytes."""
    stream = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        stream, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None
    )
    return stream.getvalue()


def compile_pdf(
    main: Path,
    fonts: Path,
    timestamp: int,
    places: dict[str, str],
) -> bytes:
    """Give the PDF of the Typst file `main`, as PDF/UA-1 and PDF/A-2a.

    `fonts` is the folder of `lay_out_fonts`; `timestamp` (seconds) becomes the file's date, so
    that the same input gives the same bytes; `places` names the words file of each page.
    Raises ContentError when Typst refuses the document.
    """
    seen = typst.Fonts(include_system_fonts=False, font_paths=[str(fonts)])
    try:
        made = typst.compile(
            str(main),
            root=str(main.parent),
            font_paths=seen,
            pdf_standards=list(STANDARDS),
            timestamp=timestamp,
        )
    except typst.TypstError as error:
        raise ContentError([_problem(error, main, places)]) from error
    assert isinstance(made, bytes), "Typst gives one file when it writes a PDF"
    return packed(made)


def _problem(error: typst.TypstError, main: Path, places: dict[str, str]) -> Problem:
    """Turn a refusal into a Problem at the words file of the page where it happened."""
    said = error.message.strip()
    hints = " ".join(hint.strip() for hint in error.hints)
    page = _page(error.diagnostic, main)
    return Problem(
        Place(places.get(page, page or main.name)),
        Message(vi=f"Không dàn trang được: {said}", en=f"The page cannot be typeset: {said}"),
        Message(
            vi=f"Xem lại phần này của trang. {hints}".strip(),
            en=f"Look at this part of the page again. {hints}".strip(),
        ),
        "typeset",
    )


def _page(diagnostic: str, main: Path) -> str:
    """Find the page whose code holds the line, or names the picture, that Typst complains of."""
    lines = main.read_text("utf-8").split("\n")
    line = re.search(rf"{re.escape(main.name)}:(\d+):", diagnostic)
    picture = re.search(r"pictures/[0-9a-f]+\.\w+", diagnostic)
    if line:
        end = int(line[1])
    elif picture:
        end = next((n for n, text in enumerate(lines) if picture[0] in text), 0)
    else:
        end = 0
    marks = (text for text in reversed(lines[:end]) if text.startswith(PAGE_MARK))
    return next(marks, PAGE_MARK).removeprefix(PAGE_MARK).strip()
