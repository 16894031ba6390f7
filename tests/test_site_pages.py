"""The finished HTML of a small site: languages, addresses, words of the interface."""

from __future__ import annotations

import copy
import json
import posixpath
import re
from pathlib import Path
from typing import Any

import material
import pytest
from lxml import etree, html

from sitebuild import SITE_URL, build, build_real

pytestmark = pytest.mark.slow

SESSION = "child-protection/child-safe-organisations/why-a-policy.html"
SOURCE = "child-protection/listening/index.html"
FALLBACK = f"en/{SOURCE}"
SPOKEN = ("aria-label", "title", "placeholder", "alt")
VIETNAMESE = re.compile(
    "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages") / "site"
    build(folder)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Any]:
    """Every page but the one for lost readers, parsed, by address."""
    found = sorted(site.rglob("*.html"))
    paths = {path.relative_to(site).as_posix(): path for path in found if path.name != "404.html"}
    assert len(paths) == 22
    return {uri: html.fromstring(path.read_bytes()) for uri, path in paths.items()}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every page of the real modules, parsed, by address."""
    site = build_real(tmp_path_factory.mktemp("real"))
    found = [path for path in sorted(site.rglob("*.html")) if path.name != "404.html"]
    return {path.relative_to(site).as_posix(): html.fromstring(path.read_bytes()) for path in found}


def spoken(page: Any) -> list[tuple[str, str]]:
    """All a reader sees or hears of a page: (language of the element, text)."""
    said = []
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        language = element.xpath("ancestor-or-self::*[@lang][1]/@lang")[0]
        around = element.xpath("ancestor::*[@lang][1]/@lang") or [language]
        said += [(language, element.get(name)) for name in SPOKEN if element.get(name)]
        said += [(language, element.text or ""), (around[0], element.tail or "")]
    settings = json.loads(page.xpath('string(//script[@id="__config"])'))
    said += [(page.get("lang"), text) for text in settings["translations"].values()]
    return [(language, text.strip()) for language, text in said if text.strip()]


def material_english() -> set[str]:
    path = Path(material.__file__).parent / "templates/partials/languages/en.html"
    words = re.findall(r'"[a-z.]+": "([^"]*)"', path.read_text(encoding="utf-8"))
    return {word for word in words if len(word) > 3} | {"Made with", "Not found", "logo", "Home"}


def english_on_vietnamese(pages: dict[str, Any]) -> list[tuple[str, str]]:
    """What Material says in English, found on Vietnamese pages outside `lang=en`."""
    english = material_english()
    phrases = {word for word in english if " " in word}
    return [
        (uri, text)
        for uri, page in pages.items()
        if not uri.startswith("en/")
        for language, text in spoken(page)
        if language == "vi" and (text in english or any(phrase in text for phrase in phrases))
    ]


def vietnamese_on_english(pages: dict[str, Any]) -> list[tuple[str, str]]:
    """Vietnamese words found on English pages outside `lang=vi`."""
    return [
        (uri, text)
        for uri, page in pages.items()
        if uri.startswith("en/")
        for language, text in spoken(page)
        if language == "en" and VIETNAMESE.search(text)
    ]


def test_no_interface_word_of_the_other_language(pages: dict[str, Any]) -> None:
    """On either side, words of the other language stand only where they are marked."""
    assert english_on_vietnamese(pages) == []
    assert vietnamese_on_english(pages) == []


def test_real_pages_have_no_interface_word_of_the_other_language(real: dict[str, Any]) -> None:
    """The same for the real modules; in their English text Vietnamese names may stand."""
    assert english_on_vietnamese(real) == []
    around = {uri: copy.deepcopy(page) for uri, page in real.items()}
    for page in around.values():
        for part in page.xpath("//article | //*[@data-md-component='toc'] | //title"):
            part.drop_tree()
        for part in page.xpath("//*[contains(@class, 'steps__link') or @class='tree__link']"):
            part.drop_tree()
    assert vietnamese_on_english(around) == []


def test_language_of_every_page(pages: dict[str, Any]) -> None:
    """`html lang` is the reader's language, in the folder of that language."""
    assert {uri: page.get("lang") for uri, page in pages.items()} == {
        uri: "en" if uri.startswith("en/") else "vi" for uri in pages
    }


def head(page: Any) -> dict[str, list[str]]:
    """Canonical address and alternates as a browser reads them (`rel` is a set of words)."""
    links = [link for link in page.iter("link") if "hreflang" in link.attrib]
    assert all(link.get("rel").split() == ["alternate"] for link in links)
    return {
        "canonical": page.xpath('//link[@rel="canonical"]/@href'),
        "alternates": [f"{link.get('hreflang')} {link.get('href')}" for link in links],
    }


@pytest.mark.parametrize("uri", [SESSION, f"en/{SESSION}"])
def test_head_of_a_translated_page(pages: dict[str, Any], uri: str) -> None:
    """Canonical is the page itself; alternates are absolute; x-default is Vietnamese."""
    assert head(pages[uri]) == {
        "canonical": [SITE_URL + uri],
        "alternates": [
            f"vi {SITE_URL}{SESSION}",
            f"en {SITE_URL}en/{SESSION}",
            f"x-default {SITE_URL}{SESSION}",
        ],
    }


@pytest.mark.parametrize("uri", [SOURCE, FALLBACK])
def test_head_of_a_fallback_page_and_its_source(pages: dict[str, Any], uri: str) -> None:
    """Both point at the page whose words they show; the fallback is no alternate."""
    assert head(pages[uri]) == {
        "canonical": [SITE_URL + SOURCE],
        "alternates": [f"vi {SITE_URL}{SOURCE}", f"x-default {SITE_URL}{SOURCE}"],
    }


def test_text_of_a_fallback_page(pages: dict[str, Any]) -> None:
    """The words carry their language; title first, then the notice in the reader's language."""
    page = pages[FALLBACK]
    article = page.xpath("//article")[0]
    heading = article.xpath(".//h1")[0]
    notice = heading.getnext()
    assert (page.get("lang"), heading.get("lang")) == ("en", "vi")
    assert "notice" in notice.get("class").split() and notice.get("lang") is None
    assert notice.xpath(".//a/@href") == [f"../../../{SOURCE}"]
    assert notice.getnext().get("lang") == "vi"
    assert page.xpath("//title/@lang") == ["vi"]


def test_links_to_a_fallback_page_carry_its_language(pages: dict[str, Any]) -> None:
    """Contents, neighbours and the page's own headings are marked where they are Vietnamese."""
    title = '//*[contains(@class, "tree__link")][contains(., "Lắng nghe trẻ")]/@lang'
    assert pages["en/child-protection/index.html"].xpath(title) == ["vi"]
    assert pages["child-protection/index.html"].xpath(title) == []
    step = '//*[@class="steps__title"][contains(., "Lắng nghe trẻ")]/@lang'
    assert pages["en/glossary.html"].xpath(step) == ["vi"]
    assert pages[FALLBACK].xpath('//ul[@data-md-component="toc"]/@lang') == ["vi"]


@pytest.mark.parametrize(
    ("uri", "text", "href"),
    [
        (SOURCE, "English (chưa dịch)", f"../../{FALLBACK}"),
        (FALLBACK, "Tiếng Việt", f"../../../{SOURCE}"),
        (SESSION, "English", f"../../en/{SESSION}"),
        (f"en/{SESSION}", "Tiếng Việt", f"../../../{SESSION}"),
    ],
)
def test_language_switch(pages: dict[str, Any], uri: str, text: str, href: str) -> None:
    """The switch lands on the same page and says when nobody has translated it."""
    link = pages[uri].xpath('//nav[@class="languages"]/a')[0]
    assert (" ".join(link.text_content().split()), link.get("href")) == (text, href)
    assert link.get("lang") == link.get("hreflang") == ("en" if "English" in text else "vi")


def _step(pages: dict[str, Any], uri: str, which: str) -> str:
    """Give the page before or after; "" at either end."""
    found = pages[uri].xpath(f'//a[contains(@class, "steps__link--{which}")]/@href')
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), *found)) if found else ""


@pytest.mark.parametrize("folder", ["", "en/"])
def test_previous_and_next(pages: dict[str, Any], folder: str) -> None:
    """From the home page, "next" leads once through every page, sessions in their order."""
    way, at = [], f"{folder}index.html"
    while at:
        way.append(at)
        before, at = at, _step(pages, at, "next")
        assert not at or _step(pages, at, "previous") == before
    module = f"{folder}child-protection/child-safe-organisations"
    first = way.index(f"{module}/index.html")
    assert way[first + 1] == f"{module}/why-a-policy.html"
    assert way[first + 2].startswith(f"{module}/handouts/")
    assert sorted(way) == sorted(u for u in pages if u.startswith("en/") == bool(folder))


def test_edit_link(pages: dict[str, Any]) -> None:
    """The edit link stands on the page and in its head, once each, in the reader's language."""
    page = pages[SESSION]
    address = f"https://sotay.example/edit/main/modules/vi/{SESSION.replace('.html', '.md')}"
    assert page.xpath('//*[@rel="edit"]/@href') == [address, address]
    assert page.xpath('string(//a[@rel="edit"])') == "Sửa trang này"


def test_sitemap(site: Path, pages: dict[str, Any]) -> None:
    """Every page but the fallback is listed, with absolute alternates and x-default."""
    root = etree.parse(site / "sitemap.xml").getroot()
    names = {"s": root.nsmap[None], "x": root.nsmap["xhtml"]}
    listed = root.xpath("//s:loc/text()", namespaces=names)
    assert sorted(listed) == sorted(SITE_URL + uri for uri in pages if uri != FALLBACK)
    entry = root.xpath(f'//s:url[s:loc="{SITE_URL}en/{SESSION}"]', namespaces=names)[0]
    assert [link.get("hreflang") for link in entry.iterfind("x:link", names)] == [
        "vi",
        "en",
        "x-default",
    ]
    assert all(link.get("href").startswith(SITE_URL) for link in root.iterfind(".//x:link", names))


def test_search_indexes(site: Path) -> None:
    """Each language has its own index; no index holds the fallback page."""
    for folder, language in (("", "vi"), ("en/", "en")):
        index = json.loads((site / folder / "search/search_index.json").read_text("utf-8"))
        assert index["config"]["lang"] == [language]
        found = {doc["location"].partition("#")[0] for doc in index["docs"]}
        assert all((site / folder / location).is_file() for location in found)
        assert (SOURCE in found) == (language == "vi")
        assert not any(location.startswith("en/") for location in found)


def test_page_for_lost_readers(site: Path) -> None:
    """One page speaks both languages and links by the path of the site."""
    page = html.fromstring((site / "404.html").read_bytes())
    assert page.get("lang") == "vi"
    assert [h.text for h in page.xpath("//h1 | //h2")] == [
        "Không tìm thấy trang này",
        "Page not found",
    ]
    assert page.xpath("//section/@lang") == ["en"]
    hrefs = page.xpath("//a[not(starts-with(@href, '#'))]/@href")
    assert set(hrefs) == {"/tap-huan/index.html", "/tap-huan/en/index.html"}
    assert page.xpath("//link[@rel='canonical']") == []
