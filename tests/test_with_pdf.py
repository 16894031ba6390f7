"""The whole site as one PDF per language, by mkdocs-with-pdf, read back from a small site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml
from lxml import html

import sample

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("with-pdf")]
LANGUAGES = ("vi", "en")
OTHER = {"vi": "en", "en": "vi"}
FOLDER = {"vi": "", "en": "en/"}
BODY = ("-x", "0", "-y", "56", "-W", "596", "-H", "724")
"""What of a page is neither running head nor foot, in points."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the export of the sample; it was made strictly, without a warning."""
    root = sample.make(tmp_path_factory.mktemp("with-pdf") / "project", host=True)
    shutil.copy(sample.REAL / "mkdocs.with-pdf.yml", root)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "mkdocs.with-pdf.yml"],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOTAY_URL": "https://sotay.example/"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root / "build" / "with-pdf"


def read(path: Path, *options: str) -> str:
    """Give the text of a PDF."""
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def text(path: Path, *options: str) -> str:
    """Give the words of a PDF in the order of reading, with single spaces."""
    return " ".join(read(path, "-raw", *options).split())


def words(language: str) -> dict[str, dict[str, str]]:
    """Give the interface words of a language."""
    path = sample.REAL / "data" / "words" / f"{language}.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


DATES = {
    "vi": {"reviewed": "22/11/2026", "review_by": "22/5/2027"},
    "en": {"reviewed": "22 November 2026", "review_by": "22 May 2027"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_cover(site: Path, language: str) -> None:
    """The cover speaks the language of its PDF; only the other one's title is in the other."""
    own, other = words(language), words(OTHER[language])
    assert text(site / FOLDER[language] / "sotay.pdf", "-l", "1") == " ".join(
        [
            own["site"]["name"],
            own["site"]["description"],
            own["language"]["name"],
            other["site"]["name"],
            own["site"]["draft"].format(**DATES[language]),
            own["handbook"]["version"] + ": 2026.11",
            own["site"]["licence"],
            "https://sotay.example/",
        ]
    )


CONTENTS = {
    "vi": ["1. Sổ tay mẫu", "2. Bảo vệ trẻ em", "2.1 Lắng nghe trước", "Dấu hiệu đầu tiên"],
    "en": ["1. Sample", "2. Child protection", "2.1 Listening first", "First signs"],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_contents(site: Path, language: str) -> None:
    """Sections stand in the order of the navigation, in the language, with their pages."""
    path = site / FOLDER[language] / "sotay.pdf"
    lines = read(path, "-layout", *BODY, "-f", "2", "-l", "2").splitlines()
    title, *rows = [line.strip() for line in lines if line.strip()]
    assert title == words(language)["handbook"]["contents"]
    titles, pages = zip(*(row.rsplit(None, 1) for row in rows), strict=True)
    assert list(titles[:4]) == CONTENTS[language]
    numbers = [int(page) for page in pages]
    assert numbers[0] == 3
    assert numbers == sorted(numbers)


def pieces(path: Path) -> list[str]:
    """Give the text of each heading, paragraph, list item and cell of a page's article."""
    article = html.parse(str(path)).find(".//article")
    tags = ("h1", "h2", "h3", "p", "li", "th", "td")
    found = [e for e in article.iter(*tags) if e.get("class") != "page-end"]
    return ["".join(e.text_content().split()) for e in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_lost(site: Path, language: str) -> None:
    """Every piece of every page is in the PDF, letter by letter, and nothing says None."""
    printed = text(site / FOLDER[language] / "sotay.pdf", *BODY)
    assert normalize("NFC", printed) == printed
    assert "None" not in printed
    squeezed = printed.replace(" ", "")
    pages = [p for p in (site / FOLDER[language]).rglob("*.html") if p.name != "404.html"]
    own = [p for p in pages if language == "en" or site / "en" not in p.parents]
    staged = site.parent / "stage" / language
    assert len(own) == len(list(staged.rglob("*.md"))) > 10
    assert [piece for p in own for piece in pieces(p) if piece not in squeezed] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_are_ours(site: Path, language: str) -> None:
    """Only letters of the handbooks' font are in the PDF, whatever the machine has."""
    path = site / FOLDER[language] / "sotay.pdf"
    listed = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True)
    names = [line.split()[0].partition("+")[2] for line in listed.stdout.splitlines()[2:]]
    assert {name[:15] for name in names} == {"Source-Sans-Pro"}
