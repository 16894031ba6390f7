"""The real content, built once: the site self-contained, every handbook whole and sound."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pikepdf
import pytest
from lxml import html as parser

import reading
import realproject
from sotay.edition import cut
from sotay.handbook import printed
from sotay.tree import Heading, walk
from sotay.tree import words as tree_words
from test_pdf import PAGE, body, front

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("real")]

MODULES = sorted(path.parent for path in realproject.ROOT.glob("modules/*/*/module.yml"))
NAMES = [
    f"{module.name}-{audience}-{language}"
    for module in MODULES
    for audience in ("trainer", "participant")
    for language in ("vi", "en")
]
TRACKS = [
    f"{track}-trainer-{language}"
    for track in sorted({module.parent.name for module in MODULES})
    for language in ("vi", "en")
]
NOT_FETCHED = ("canonical", "alternate", "edit", "prev", "next")
"""Kinds of link in a page's head that a browser only notes."""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> realproject.Built:
    """Build the real project once."""
    return realproject.built(tmp_path_factory.mktemp("real"))


def test_handbooks_are_those_ordered(real: realproject.Built) -> None:
    """Each module has two editions, each track one, in both languages; no other file."""
    made = sorted(path.name for path in (real.site / "downloads").iterdir())
    assert made == sorted(f"{name}.pdf" for name in [*NAMES, *TRACKS])


@pytest.mark.parametrize("name", [*NAMES, *TRACKS])
def test_handbook_is_whole_and_sound(real: realproject.Built, name: str) -> None:
    """Every word in order and no other; PDF/UA-1 and PDF/A-2a; fonts embedded; right language."""
    data = (real.site / "downloads" / f"{name}.pdf").read_bytes()
    book = next(book for book in real.books() if book.id == name)
    assert PAGE.sub("", reading.read(data).text).split() == front(book) + body(book)
    assert reading.broken_rules(data) == []
    assert all(reading.fonts(data).values())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang)[:2] == name[-2:]


@pytest.mark.parametrize("name", [*NAMES, *TRACKS])
def test_no_heading_and_no_box_is_left_alone(real: realproject.Built, name: str) -> None:
    """No page ends with a heading, and none holds only the numbers to call."""
    book = next(book for book in real.books() if book.id == name)
    headings = {
        " ".join(tree_words(node.content))
        for chapter in printed(book)
        for node in walk(chapter.content)
        if isinstance(node, Heading)
    } | {book.words.handouts}
    label = real.shared["catalog"].words[book.language]("block.referral")
    left = []
    for number, lines in enumerate(_pages(real.site / "downloads" / f"{name}.pdf"), 1):
        if lines[1:-1] and (lines[-2] in headings or label in lines[:2]):
            left.append((number, lines[1], lines[-2]))
    assert left == []


def _pages(path: Path) -> list[list[str]]:
    """Give the lines of each page; the first is the running head, the last the foot."""
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")[:-1]
    return [[" ".join(s.split()) for s in page.splitlines() if s.strip()] for page in pages]


@pytest.mark.parametrize("name", [n for n in NAMES if "participant" in n])
def test_nothing_leaks(real: realproject.Built, name: str) -> None:
    """No trainer-only sentence is anywhere in a participant's handbook."""
    book = next(book for book in real.books() if book.id == name)
    open_words = _flat(
        "".join(w for p in book.pages for w in tree_words(cut(p.tree, "participant")))
    )
    lines = {line for p in book.pages for line in _sentences(p.tree)}
    # What participants read too, such as an objective, is no secret in the trainer's table.
    secret = {line for line in lines if _flat(line) not in open_words}
    seen = _flat(reading.visible((real.site / "downloads" / f"{name}.pdf").read_bytes()))
    assert len(secret) > 100
    assert [line for line in secret if _flat(line) in seen] == []


def _sentences(tree: object) -> set[str]:
    """Give the words of every paragraph, item and cell that is long enough to be told apart."""
    lines = {" ".join(tree_words([node])) for node in walk(tree)}  # type: ignore[arg-type]
    return {line for line in lines if len(line) > 30}


def _flat(text: str) -> str:
    return "".join(text.replace("•", "").split())


def test_pages_ask_no_other_host(real: realproject.Built) -> None:
    """No script, style, picture, font or frame comes from elsewhere; styles name no address."""
    asked = []
    for path in real.site.rglob("*.html"):
        page = parser.fromstring(path.read_text(encoding="utf-8"))
        for node in page.xpath("//*[@src] | //link[@href] | //*[@srcset] | //form[@action]"):
            if node.tag == "link" and node.get("rel").split()[0] in NOT_FETCHED:
                continue
            for value in (node.get(name, "") for name in ("src", "href", "srcset", "action")):
                if urlsplit(value).netloc:
                    asked.append((path.name, value))
    for path in real.site.rglob("*.css"):
        addresses = re.findall(r"(?:url\(|@import)\s*['\"]?(https?:)?//", path.read_text("utf-8"))
        asked += [(path.name, address) for address in addresses]
    assert asked == []


def test_internal_links_and_anchors_exist(real: realproject.Built) -> None:
    """Every relative link of every page leads to a file and an id that are there."""
    pages = {p: parser.fromstring(p.read_text("utf-8")) for p in real.site.rglob("*.html")}
    ids = {p: set(page.xpath("//@id")) for p, page in pages.items()}
    dead = []
    for path, page in pages.items():
        if path.name == "404.html":
            continue
        for href in page.xpath("//a/@href"):
            parts = urlsplit(href)
            if parts.scheme or parts.netloc:
                continue
            goal = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not goal.is_file() or (parts.fragment and goal in ids
                                      and unquote(parts.fragment) not in ids[goal]):  # fmt: skip
                dead.append((path.relative_to(real.site).as_posix(), href))
    assert dead == []


def test_edit_links_lead_to_sources(real: realproject.Built) -> None:
    """Each page's edit link names a file of the project."""
    missing = [
        page.source
        for page in real.shared["site"].pages.values()
        if not (realproject.ROOT / page.source).is_file()
    ]
    assert missing == []
    page = parser.fromstring(
        (real.site / "livelihoods/livelihood-reintegration/follow-up.html").read_text("utf-8")
    )
    assert (
        "https://sotay.example/edit/main/modules/livelihoods/livelihood-reintegration/vi/follow-up.md"
        in page.xpath("//a/@href")
    )


def test_pages_tell_pages_and_sizes_of_downloads(real: realproject.Built) -> None:
    """The figures on the module's page are those of the files."""
    path = real.site / "child-protection/child-safe-organisations/index.html"
    page = parser.fromstring(path.read_text("utf-8"))
    rows = {
        row.xpath(".//a/@href")[0].rpartition("/")[2]: [c.text_content() for c in row.xpath("td")]
        for row in page.xpath("//div[contains(@class, 'downloads')]//tbody/tr")
    }
    expected = {}
    for audience, label in (
        ("trainer", "Sổ tay tập huấn viên"),
        ("participant", "Sổ tay người tham gia"),
    ):
        file = real.site / f"downloads/child-safe-organisations-{audience}-vi.pdf"
        with pikepdf.open(file) as pdf:
            pages = str(len(pdf.pages))
        size = f"{round(file.stat().st_size / 1000)} kB"
        expected[file.name] = [f"{label} (PDF)", pages, size]
    assert rows == expected


def test_sensitive_pages_warn_and_refer(real: realproject.Built) -> None:
    """Each page of a sensitive module opens with the warning and ends with numbers to call."""
    modules = {m.id: m for m in real.shared["catalog"].modules}
    faults = []
    for uri, page in real.shared["site"].pages.items():
        if not page.module or not modules[page.module].sensitive:
            continue
        article = parser.fromstring(f"<article>{real.shared['html'][uri]}</article>")
        blocks = article.xpath("//div[contains(@class, 'admonition')]/@class")
        numbers = article.xpath("(//div[contains(@class, 'referral')])[last()]//a/text()")
        if "content-warning" not in blocks[0] or "referral" not in blocks[-1]:
            faults.append((uri, blocks[0], blocks[-1]))
        if numbers[:3] != ["111", "113", "115"]:
            faults.append((uri, *numbers))
    assert faults == []


def test_no_form_is_left(real: realproject.Built) -> None:
    """No page of a module shows `[[…]]`, `///` or a list of attributes to its readers."""
    left = [
        (uri, mark)
        for uri, html in real.shared["html"].items()
        for mark in ("[[", "]]", "///", "{:", "{#", "{.")
        if not uri.partition("/")[2].startswith("contributing/")
        and mark in parser.fromstring(f"<article>{html}</article>").text_content()
    ]
    assert left == []


def test_handbook_sizes(real: realproject.Built) -> None:
    """No handbook is heavier than a slow network bears: 1.5 MB."""
    heavy = {p.name: p.stat().st_size for p in (real.site / "downloads").iterdir()}
    assert {name: size for name, size in heavy.items() if size > 1_500_000} == {}
