"""A third language: one entry in mkdocs.yml, one words file, and no line of code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree, html

import sample
from sotay.bindery import Bindery, ordered
from sotay.languages import load_languages
from sotay.problem import ContentError, errors
from sotay.project import inspect
from sotay.stage import stage

pytestmark = pytest.mark.slow

LANGUAGES = ("vi", "en", "km")
NAME = "ភាសាខ្មែរ"
SITE = "https://sotay.example/tap-huan/"
COOP = "# Truồng gà {#the-coop}\n\nMột câu.\n\n## Đi {#walk-round}\n\nNgắm chuồng.\n"
HENS = "livelihoods/keeping-hens"
HOME = f"{SITE}{HENS}"


def with_language(root: Path, code: str, name: str, term: str) -> Path:
    """Add a language to a copy of the small project.

    One session is translated; of the glossary one term, and of the theme one word.
    """
    sample.make(root, host=True)
    entry = f"\n      - locale: {code}\n        name: {name}\n        build: true\n"
    sample.edit(root, "mkdocs.yml", "\nmarkdown_extensions:", f"{entry}\nmarkdown_extensions:")
    words = (root / "data/words/vi.yml").read_text("utf-8")
    words = words.replace("name: Tiếng Việt", f"name: {name}", 1)
    sample.write(root, f"data/words/{code}.yml", f"{words}theme:\n  home: ទំព័រដើម\n")
    sample.edit(root, "data/glossary.yml", "term: {vi: trẻ em, en: child}",
                f"term: {{vi: trẻ em, en: child, {code}: {term}}}")  # fmt: skip
    sample.write(root, f"{sample.HENS}/{code}/the-coop.md", COOP)
    return root


def with_khmer(root: Path) -> Path:
    """Add Khmer, which neither Material nor lunr knows."""
    return with_language(root, "km", NAME, "កុមារ")


def build(root: Path, rows: str) -> Path:
    """Build strictly, as a person would, with these handbooks; give the site."""
    sample.write(root, "handbooks/handbooks.yml", rows)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        env={**os.environ, "PYTHONPATH": str(sample.REAL / "src"), "SOTAY_URL": SITE,
             "NO_MKDOCS_2_WARNING": "1"},
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, "WARNING" in done.stderr) == (0, False), done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in three languages. The handbooks' letters are Latin: Khmer is left out there."""
    root = with_khmer(tmp_path_factory.mktemp("khmer") / "project")
    rows = "- {id: t, scope: module, audience: trainer, languages: [vi, en], modules: [none]}\n"
    return build(root, rows)


def _page(site: Path, name: str) -> Any:
    return html.fromstring((site / name).read_bytes())


def _all(site: Path, name: str, path: str) -> list[str]:
    return [" ".join(str(found).split()) for found in _page(site, name).xpath(path)]


def test_the_configuration_says_which_languages_there_are(tmp_path: Path) -> None:
    """For the command line as for the site; the checks have nothing against it."""
    root = with_khmer(tmp_path / "project")
    assert load_languages(root) == LANGUAGES
    assert errors(inspect(root, LANGUAGES)[2]) == ()


def test_language_of_no_project_is_a_problem(project: Path) -> None:
    """A misspelt language in data/ is told at its place."""
    sample.edit(project, "data/glossary.yml", "en: child}", "en: child, vn: trẻ}")
    with pytest.raises(ContentError) as caught:
        inspect(project, sample.LANGUAGES)
    found = [(str(p.place), p.code) for p in caught.value.problems]
    assert found == [("data/glossary.yml:2:33", "unknown-key")]


def test_every_page_exists_in_it(site: Path) -> None:
    """Translated or not."""
    found = {
        code: {p.relative_to(site / folder).as_posix() for p in (site / folder).rglob("*.html")}
        for code, folder in (("en", "en"), ("km", "km"))
    }
    assert found["km"] == found["en"]
    assert f"{HENS}/the-coop.html" in found["km"]


def test_translated_page(site: Path) -> None:
    """Its own language, its own address, three alternates."""
    page = f"km/{HENS}/the-coop.html"
    assert _all(site, page, "/html/@lang") == ["km"]
    assert _all(site, page, "//h1//text()") == ["Truồng gà"]
    assert _all(site, page, "//link[@rel='canonical']/@href") == [f"{SITE}km/{HENS}/the-coop.html"]
    assert _all(site, page, "//link[@hreflang]/@hreflang") == ["vi", "en", "km", "x-default"]


def test_fallback_page(site: Path) -> None:
    """Source words marked as such, a notice with the way to them, canonical at the source."""
    page = f"km/{HENS}/index.html"
    assert _all(site, page, "/html/@lang | //h1/@lang") == ["km", "vi"]
    assert _all(site, page, "//div[@class='fallback']/@lang") == ["vi"]
    assert _all(site, page, "//div[contains(@class, 'notice')]//a/@href") == [
        "../../../livelihoods/keeping-hens/index.html"
    ]
    assert _all(site, page, "//link[@rel='canonical']/@href") == [f"{HOME}/index.html"]
    assert _all(site, page, "//link[@hreflang]/@hreflang") == ["vi", "en", "x-default"]


def test_switcher_names_each_language_and_says_what_is_not_translated(site: Path) -> None:
    """By its own name, with its own `lang`."""
    links = "//nav[@class='languages']/a"
    assert _all(site, f"{HENS}/the-coop.html", f"{links}/@lang") == ["en", "km"]
    assert _all(site, f"{HENS}/the-coop.html", f"{links}//text()[normalize-space()]") == [
        "English", NAME
    ]  # fmt: skip
    assert _all(site, f"en/{HENS}/index.html", f"{links}//text()[normalize-space()]") == [
        "Tiếng Việt", NAME, "(not yet translated)"
    ]  # fmt: skip
    assert _all(site, "404.html", f"{links}/@href") == [
        "/tap-huan/index.html", "/tap-huan/en/index.html", "/tap-huan/km/index.html"
    ]  # fmt: skip


def test_theme_speaks_its_words_then_those_of_the_default_language(site: Path) -> None:
    """One word is given in the words file; the others are Vietnamese, none is a bare key."""
    page = f"km/{HENS}/the-coop.html"
    assert _all(site, page, "//nav[@class='path']//li[1]//text()[normalize-space()]") == ["ទំព័រដើម"]
    assert _all(site, page, "//nav[@class='tree']/@aria-label") == ["Danh mục"]
    labels = _all(site, page, "//@aria-label | //@title")
    assert [label for label in labels if "." in label and " " not in label] == []


def test_glossary_has_what_there_is(site: Path) -> None:
    """A term in Khmer; another in Vietnamese and marked so; the meanings likewise."""
    terms = "//p[@id='tre-em']"
    assert _all(site, "km/glossary.html", f"{terms}//text()[normalize-space()]") == [
        "កុមារ", "·", "trẻ em", "·", "child", "Người dưới 16 tuổi."
    ]  # fmt: skip
    assert _all(site, "km/glossary.html", f"{terms}/span/@lang") == ["vi", "en", "vi"]
    assert _all(site, "km/glossary.html", "//p[@id='xam-hai']/span/@lang") == ["vi", "en", "vi"]
    assert _all(site, "glossary.html", f"{terms}//text()[normalize-space()]") == [
        "trẻ em", "·", "child", "·", "កុមារ", "Người dưới 16 tuổi."
    ]  # fmt: skip


def test_sitemap_lists_real_translations_only(site: Path) -> None:
    """The translated session, and not the module's page that shows Vietnamese."""
    tree = etree.parse(str(site / "sitemap.xml"))
    places = tree.xpath("//*[local-name()='loc']/text()")
    assert f"{SITE}km/{HENS}/the-coop.html" in places
    assert f"{SITE}km/{HENS}/index.html" not in places


def test_search_has_an_index_that_the_browser_can_fold(site: Path) -> None:
    """No module of lunr exists for Khmer: that of the default language serves."""
    index = json.loads((site / "km/search/search_index.json").read_text("utf-8"))
    assert index["config"]["lang"] == ["vi"]
    pages = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert f"{HENS}/the-coop.html" in pages
    assert f"{HENS}/index.html" not in pages


def test_handbooks_are_made_where_there_are_words(tmp_path: Path) -> None:
    """One module has a page in Khmer, the other none."""
    root = with_khmer(tmp_path / "project")
    sample.write(root, "handbooks/handbooks.yml", "- {id: t, scope: module, audience: trainer}\n")
    books = {c.id for c in ordered(inspect(root, LANGUAGES)[0]) if c.language == "km"}
    assert books == {"keeping-hens-trainer-km"}


def test_handbook_in_a_third_language(tmp_path: Path) -> None:
    """Latin letters are printed at once; what lacks a translation stands on the imprint."""
    root = with_language(tmp_path / "project", "ty", "Tày", "lục")
    folder = build(root, "- {id: t, scope: module, audience: trainer, languages: [ty]}\n")
    with pikepdf.open(folder / "downloads" / "keeping-hens-trainer-ty.pdf") as pdf:
        assert str(pdf.Root.Lang) == "ty"
    catalog = inspect(root, ("vi", "en", "ty"))[0]
    (book,) = (c for c in ordered(catalog) if c.language == "ty")
    bindery = Bindery(catalog, stage(catalog), defaultdict(str), SITE)
    assert bindery.book(book).behind == ("Nuôi gà",)


def test_status_counts_all_three(site: Path) -> None:
    """A row per module and language."""
    rows = "//div[@class='freshness']//tbody/tr/td[2]//text()"
    named = _all(site, "km/contributing/status.html", rows)
    assert named == ["Tiếng Việt", "English", NAME] * 3
