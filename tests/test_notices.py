"""What readers are told: notices under headings, the status page, the imprint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import sample
from shelving import DAY
from sotay.bindery import Bindery, ordered
from sotay.catalog import load_catalog
from sotay.confirming import confirm_first
from sotay.dialect import load_dialect
from sotay.freshness import shelves
from sotay.imprint import not_in_step
from sotay.lock import Lock, save
from sotay.site import Site
from sotay.stage import stage

GOLDEN = Path(__file__).resolve().parent / "golden" / "freshness"
HENS = "livelihoods/keeping-hens"
SAFE = "child-protection/listening-first"


@pytest.fixture
def confirmed(project: Path) -> Path:
    """Give the small project with everything confirmed."""
    catalog, _ = load_catalog(project, sample.LANGUAGES)
    for shelf in shelves(catalog):
        save(confirm_first(Lock(), shelf, "en", "translated", DAY), project / shelf.folder)
    return project


def _site(root: Path) -> Site:
    catalog, problems = load_catalog(root, sample.LANGUAGES)
    assert problems == []
    return stage(catalog)


def _notices(site: Site) -> dict[str, list[str]]:
    """Give the heading above each notice, by page."""
    found: dict[str, list[str]] = {}
    for uri, page in site.pages.items():
        lines = page.text.split("\n")
        for number, line in enumerate(lines):
            if line.startswith("/// notice"):
                above = [x for x in lines[:number] if x.startswith("#")]
                found.setdefault(uri, []).append(above[-1])
    return found


def test_nothing_is_said_while_all_is_in_step(confirmed: Path) -> None:
    """Nor when nothing was ever confirmed."""
    assert _notices(_site(confirmed)) == {}
    for path in confirmed.rglob("translations.lock.yml"):
        path.unlink()
    assert _notices(_site(confirmed)) == {}


def test_notice_stands_on_the_page_that_is_behind(confirmed: Path) -> None:
    """Under the heading, with a link to the same section in the other language."""
    sample.edit(confirmed, f"{sample.HENS}/vi/index.md", "ở sân nhà", "ở vườn")
    site = _site(confirmed)
    assert _notices(site) == {f"en/{HENS}/index.md": ["## Summary {#summary}"]}
    assert (
        """\
## Summary {#summary}

/// notice | About this section
    attrs: {data-medium: web}

This section was changed in another language; the English has not followed yet. \
Read the newer text: <a href="../../../livelihoods/keeping-hens/index.html#summary" \
lang="vi">Tiếng Việt</a>
///


Hens in the yard.
"""
        in site.pages[f"en/{HENS}/index.md"].text
    )


def test_the_other_direction(confirmed: Path) -> None:
    """The translation leads now and then; the notice is in Vietnamese."""
    sample.edit(confirmed, f"{sample.HENS}/en/index.md", "in the yard", "in the garden")
    site = _site(confirmed)
    assert _notices(site) == {f"vi/{HENS}/index.md": ["## Tóm tắt {#summary}"]}
    link = '<a href="../../en/livelihoods/keeping-hens/index.html#summary" lang="en">English</a>'
    assert f"Đọc bản mới hơn: {link}" in site.pages[f"vi/{HENS}/index.md"].text


def test_both_directions_when_diverged(confirmed: Path) -> None:
    """Each reader is led to the other text."""
    for code, old in (("vi", "ở sân nhà"), ("en", "in the yard")):
        sample.edit(confirmed, f"{sample.HENS}/{code}/index.md", old, "10 m")
    assert _notices(_site(confirmed)) == {
        f"vi/{HENS}/index.md": ["## Tóm tắt {#summary}"],
        f"en/{HENS}/index.md": ["## Summary {#summary}"],
    }


def test_notices_of_a_session_leave_warning_and_facts_where_they_are(confirmed: Path) -> None:
    """Title, content warning, notice; activity, its facts, notice."""
    path = f"{sample.SAFE}/vi/first-signs.md"
    sample.edit(confirmed, path, "Buổi này tập nhìn.", "Buổi này tập nhìn kỹ.")
    sample.edit(confirmed, path, "Mọi người ngồi", "Cả lớp ngồi")
    text = _site(confirmed).pages[f"en/{SAFE}/first-signs.md"].text
    marks = ("# First signs", "/// content-warning", "/// notice", "This session trains",
             "## Opening", "{: .activity-facts", "/// notice", "Everyone sits")  # fmt: skip
    at = 0
    for mark in marks:
        at = text.index(mark, at) + 1
    assert text.count("/// notice") == 2


def test_notice_of_a_heading_that_ends_the_file(confirmed: Path) -> None:
    """The last heading may have no words yet."""
    for code in sample.LANGUAGES:
        text = (confirmed / f"docs/{code}/index.md").read_text("utf-8")
        sample.write(confirmed, f"docs/{code}/index.md", f"{text}\n## Cuối {{#last}}\n")
    catalog, _ = load_catalog(confirmed, sample.LANGUAGES)
    docs = shelves(catalog)[-1]
    save(confirm_first(Lock(), docs, "en", "checked", DAY), confirmed / "docs")
    sample.edit(confirmed, "docs/vi/index.md", "## Cuối", "## Cuối cùng")
    assert _notices(_site(confirmed)) == {"en/index.md": ["## Cuối {#last}"]}


def test_fallback_page_has_its_own_notice_only(confirmed: Path) -> None:
    """Where the whole page is in the other language, nothing else is to be said."""
    (confirmed / sample.HENS / "en/the-coop.md").unlink()
    sample.edit(confirmed, f"{sample.HENS}/vi/the-coop.md", "Xem chuồng", "Ngắm chuồng")
    assert _notices(_site(confirmed)) == {f"en/{HENS}/the-coop.md": ["# Dựng chuồng {lang=vi #"
                                                                      "the-coop}"]}  # fmt: skip


def test_notice_is_a_block_of_the_site(confirmed: Path) -> None:
    """The dialect renders it, for the web only."""
    sample.edit(confirmed, f"{sample.HENS}/vi/index.md", "ở sân nhà", "ở vườn")
    text = _site(confirmed).pages[f"en/{HENS}/index.md"].text.partition("\n---\n")[2]
    html = load_dialect(confirmed).html(text)
    assert '<div class="admonition notice" data-medium="web">' in html
    assert "///" not in html


@pytest.mark.parametrize("language", sample.LANGUAGES)
def test_status_page(
    confirmed: Path, language: str, same_text: Callable[[Path, str], None]
) -> None:
    """Counts by module and language, then every section to look at, with its link."""
    sample.edit(confirmed, f"{sample.HENS}/vi/index.md", "ở sân nhà", "ở vườn")
    sample.edit(confirmed, f"{sample.SAFE}/en/first-signs.md", "sits in a circle", "sits down")
    for code, old in (("vi", "Tin và báo ngay"), ("en", "Believe, and report")):
        sample.edit(confirmed, f"{sample.SAFE}/{code}/index.md", old, "111")
    (confirmed / sample.SAFE / "en/listening.md").unlink()
    (confirmed / "docs/translations.lock.yml").unlink()
    page = _site(confirmed).pages[f"{language}/contributing/status.md"]
    same_text(GOLDEN / f"status-{language}.md", page.text)


def test_status_page_is_in_the_navigation(confirmed: Path) -> None:
    """Among the pages for those who contribute."""
    nav = _site(confirmed).nav["en"]
    assert {"Contributing": ["contributing/status.md"]} in nav


def _imprint(root: Path, language: str, track: str = "livelihoods") -> tuple[str, ...]:
    catalog, _ = load_catalog(root, sample.LANGUAGES)
    modules = [m for m in catalog.modules if m.track == track]
    return not_in_step(stage(catalog).standings, modules, language, catalog.words[language])


def test_imprint_names_what_is_behind(confirmed: Path) -> None:
    """Page and sections; the title's own section is the page itself."""
    sample.edit(confirmed, f"{sample.HENS}/vi/index.md", "ở sân nhà", "ở vườn")
    sample.edit(confirmed, f"{sample.HENS}/vi/index.md", "Chuồng khô", "Chuồng sạch")
    sample.edit(confirmed, f"{sample.HENS}/vi/the-coop.md", "đi thăm", "đi xem")
    assert _imprint(confirmed, "vi") == ()
    assert _imprint(confirmed, "en") == ("Keeping hens: Summary, Key messages", "The coop")
    assert _imprint(confirmed, "en", "child-protection") == ()


def test_imprint_names_pages_that_are_not_translated(confirmed: Path) -> None:
    """By the title that the reader will meet."""
    (confirmed / sample.HENS / "en/the-coop.md").unlink()
    assert _imprint(confirmed, "en") == ("Dựng chuồng",)


def test_long_imprint_counts(confirmed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than fits on the imprint is told by page."""
    monkeypatch.setattr("sotay.imprint.MOST", 1)
    sample.edit(confirmed, f"{sample.HENS}/vi/index.md", "ở sân nhà", "ở vườn")
    sample.edit(confirmed, f"{sample.HENS}/vi/index.md", "Chuồng khô", "Chuồng sạch")
    assert _imprint(confirmed, "en") == ("Keeping hens (2 sections)",)


def test_book_carries_it(confirmed: Path) -> None:
    """From the state to the imprint of the PDF."""
    row = "- {id: t, scope: module, audience: trainer, modules: [keeping-hens]}\n"
    sample.write(confirmed, "handbooks/handbooks.yml", row)
    sample.edit(confirmed, f"{sample.HENS}/vi/index.md", "ở sân nhà", "ở vườn")
    catalog, _ = load_catalog(confirmed, sample.LANGUAGES)
    site = stage(catalog)
    html = {uri: f'<h1 id="x">{page.title}</h1>' for uri, page in site.pages.items()}
    bindery = Bindery(catalog, site, html, "https://sotay.example/")
    books = {c.language: bindery.book(c) for c in ordered(catalog)}
    assert {code: (book.words.behind, book.behind) for code, book in books.items()} == {
        "vi": ("Mục chưa khớp bản kia", ()),
        "en": ("Sections not in step", ("Keeping hens: Summary",)),
    }
