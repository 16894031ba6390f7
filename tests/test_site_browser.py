"""The small site in a real Chromium: requests, width, search, languages, keyboard, paper."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from sitebuild import build, build_real, served

pytestmark = pytest.mark.slow

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}
MODULE = "child-protection/child-safe-organisations/"
KINDS = [
    "index.html",
    "child-protection/index.html",
    f"{MODULE}index.html",
    f"{MODULE}why-a-policy.html",
    f"{MODULE}handouts/code-of-conduct-form.html",
    "child-protection/listening/index.html",
    "glossary.html",
    "references.html",
    "contacts.html",
    "contributing/format.html",
]
EVERY = [f"{folder}{kind}" for folder in ("", "en/") for kind in KINDS] + ["no/such/page.html"]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("browser") / "site"
    build(folder)
    with served(folder) as url:
        yield url


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def phone(chromium: Browser, address: str) -> Iterator[Page]:
    with chromium.new_context(viewport=PHONE, base_url=address) as context:
        yield context.new_page()


@pytest.fixture
def desk(chromium: Browser, address: str) -> Iterator[Page]:
    with chromium.new_context(viewport=DESK, base_url=address) as context:
        yield context.new_page()


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return wide


READY = re.compile("Gõ từ cần tìm|Type to start searching")


def found(page: Page, query: str) -> list[str]:
    """Type a query; give the addresses of the results, best first."""
    field = page.locator(".md-search__input")
    told = page.locator(".md-search-result__meta")
    field.click()
    expect(told).to_have_text(READY)
    field.fill(query)
    field.press("End")
    expect(told).not_to_have_text(READY)
    hrefs = page.locator("a.md-search-result__link").evaluate_all("all => all.map(a => a.href)")
    return [href.partition("/tap-huan/")[2].partition("?")[0] for href in hrefs]


@pytest.mark.parametrize("path", EVERY)
def test_phone(phone: Page, address: str, path: str) -> None:
    """On a phone nothing scrolls sideways, nothing fails, and no other host is asked."""
    asked: list[str] = []
    faults: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.on("pageerror", lambda error: faults.append(str(error)))
    phone.goto(path, wait_until="networkidle")
    assert sideways(phone) <= 0
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert faults == []


SQUEEZED = """() => [...document.querySelectorAll("article td")].filter(cell => {
  const box = cell.getBoundingClientRect();
  return cell.innerText.length > 60 && box.height > 6 * box.width;
}).length"""
"""Cells in which a sentence runs down the page, a word or two on each line."""


def test_every_real_page_on_a_phone(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The real modules: no page is wider than the phone, fails, or asks another host."""
    folder = build_real(tmp_path_factory.mktemp("real"))
    faults: list[str] = []
    asked: set[str] = set()
    with served(folder) as url, chromium.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        page.on("request", lambda request: asked.add(request.url))
        for path in sorted(folder.rglob("*.html")):
            page.goto(url + path.relative_to(folder).as_posix(), wait_until="domcontentloaded")
            if sideways(page) > 0:
                faults.append(f"{path.relative_to(folder)} is {sideways(page)} px too wide")
            if page.evaluate(SQUEEZED):
                faults.append(f"{path.relative_to(folder)} squeezes words in a table")
    assert faults == []
    assert {one for one in asked if not one.startswith((url, "data:"))} == set()


@pytest.mark.parametrize("path", KINDS)
def test_without_scripts(chromium: Browser, address: str, path: str) -> None:
    """Without JavaScript every page is there and keeps to the width of the phone."""
    with chromium.new_context(
        viewport=PHONE, base_url=address, java_script_enabled=False
    ) as context:
        page = context.new_page()
        page.goto(path)
        assert page.locator("h1").is_visible()
        assert sideways(page) <= 0


EQUALITY = "bình đẳng giới"


@pytest.mark.parametrize(
    ("query", "path"),
    [
        (EQUALITY, "index.html"),
        (EQUALITY.upper(), "index.html"),
        (unicodedata.normalize("NFD", EQUALITY), "index.html"),
        ("binh dang gioi", "index.html"),
        ("dao tao", "about.html"),
        ("DAO TAO", "about.html"),
        ("đào tạo", "about.html"),
        ("dang", "index.html"),
        ("102/2016", "references.html"),
        ("sonlam", "child-protection/listening/index.html"),
    ],
)
def test_search_in_vietnamese(desk: Page, query: str, path: str) -> None:
    """With or without marks, in any case and any way of typing, the first result is right."""
    desk.goto(f"{MODULE}why-a-policy.html")
    assert found(desk, query)[0].partition("#")[0] == path


@pytest.mark.parametrize("query", ["toán", "bính", "đẵng"])
def test_search_keeps_to_the_marks_that_were_typed(desk: Page, query: str) -> None:
    """Words typed with marks do not find words with other marks (toàn, bình, đẳng)."""
    desk.goto("index.html")
    assert found(desk, query) == []


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("programme", "en/about.html"),
        ("gender equality", "en/index.html"),
        ("commitment", f"en/{MODULE}handouts/code-of-conduct-form.html"),
    ],
)
def test_search_in_english(desk: Page, query: str, path: str) -> None:
    """English pages find English pages, and the results lead to them."""
    desk.goto(f"en/{MODULE}why-a-policy.html")
    results = found(desk, query)
    assert results[0].partition("#")[0] == path
    assert all(result.startswith("en/") for result in results)


@pytest.mark.parametrize("query", ["binh dang gioi", "sonlam", "sơnlâm"])
def test_english_pages_do_not_find_vietnamese_ones(desk: Page, query: str) -> None:
    """No Vietnamese page, and no fallback page, is found from an English one."""
    desk.goto("en/index.html")
    assert found(desk, query) == []


@pytest.mark.parametrize(
    ("path", "link", "landed"),
    [
        (
            f"{MODULE}why-a-policy.html#case-reading",
            "English",
            f"en/{MODULE}why-a-policy.html#case-reading",
        ),
        (f"en/{MODULE}index.html", "Tiếng Việt", f"{MODULE}index.html"),
        ("index.html", "English", "en/index.html"),
        ("en/index.html", "Tiếng Việt", "index.html"),
        (
            "child-protection/listening/index.html",
            "English (chưa dịch)",
            "en/child-protection/listening/index.html",
        ),
    ],
)
def test_language_switch(phone: Page, address: str, path: str, link: str, landed: str) -> None:
    """The switch opens the same page at the same section."""
    phone.goto(path)
    phone.get_by_role("link", name=link, exact=True).click()
    phone.wait_for_url(address + landed)


def test_lost_readers_find_home(phone: Page, address: str) -> None:
    """From an unknown deep address both home pages are one tap away."""
    answer = phone.goto("en/no/such/page.html")
    assert answer is not None and answer.status == 404
    assert phone.get_by_text("Không tìm thấy trang này").is_visible()
    assert phone.get_by_text("Page not found").is_visible()
    phone.get_by_role("link", name="home page").click()
    phone.wait_for_url(f"{address}en/index.html")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_contents_open_by_keyboard(phone: Page, key: str) -> None:
    """The contents open by Enter and by the space bar, and lead on."""
    phone.goto(f"{MODULE}index.html")
    menu = phone.get_by_role("button", name="Mở danh mục")
    menu.press(key)
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(phone.get_by_role("button", name="Đóng danh mục")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(menu).to_be_focused()
    menu.press(key)
    link = phone.get_by_role("navigation", name="Danh mục").get_by_role("link", name="Thuật ngữ")
    link.press("Enter")
    phone.wait_for_url("**/glossary.html")


def test_search_opens_by_keyboard(phone: Page) -> None:
    """On a phone the search opens by its button, is ready to type in, and closes by Escape."""
    phone.goto("index.html")
    button = phone.get_by_role("button", name="Mở tìm kiếm")
    button.press("Enter")
    expect(phone.locator(".md-search__input")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")


def test_contents_open_without_scripts(chromium: Browser, address: str) -> None:
    """Without JavaScript a phone still opens the contents."""
    with chromium.new_context(
        viewport=PHONE, base_url=address, java_script_enabled=False
    ) as context:
        page = context.new_page()
        page.goto("index.html")
        page.locator("header label[for=__drawer]").click()
        page.get_by_role("link", name="Thuật ngữ").click()
        page.wait_for_url("**/glossary.html")


@pytest.mark.parametrize(
    ("scheme", "name"), [("light", "Chuyển sang nền tối"), ("dark", "Chuyển sang nền sáng")]
)
def test_palette_follows_the_system_and_the_reader(
    chromium: Browser, address: str, scheme: str, name: str
) -> None:
    """The first visit takes the system's palette; the reader's choice stays across pages."""
    given: dict[str, str] = {"light": "default", "dark": "slate"}
    other = {"light": "slate", "dark": "default"}[scheme]
    palette = "document.body.dataset.mdColorScheme"
    with chromium.new_context(
        color_scheme="dark" if scheme == "dark" else "light", base_url=address
    ) as context:
        page = context.new_page()
        page.goto("index.html")
        assert page.evaluate(palette) == given[scheme]
        page.locator(f'label[title="{name}"]').click()
        page.goto("en/index.html")
        assert page.evaluate(palette) == other


def test_tables_scroll_inside_themselves(phone: Page) -> None:
    """A timetable too wide for the phone can be scrolled by finger and by keyboard."""
    phone.goto(f"{MODULE}why-a-policy.html", wait_until="networkidle")
    box = phone.locator(".timetable .md-typeset__scrollwrap")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert box.get_attribute("tabindex") == "0"


def test_paper(desk: Page) -> None:
    """On paper there is no navigation; trainer blocks stay; outside links show their address."""
    desk.goto(f"{MODULE}index.html")
    desk.emulate_media(media="print")
    for gone in ("header.md-header", ".tree", ".path", ".site-end", ".page-end", ".downloads"):
        assert not desk.locator(gone).first.is_visible(), gone
    content = "a => getComputedStyle(a, '::after').content"
    assert "vanban.chinhphu.vn" in desk.locator(".references a").first.evaluate(content)
    desk.goto(f"{MODULE}why-a-policy.html")
    assert desk.locator(".admonition.trainer").first.is_visible()
    assert desk.locator(".timetable").is_visible()


def test_dark_screen_prints_black_on_white(chromium: Browser, address: str) -> None:
    """A reader with a dark screen does not print a dark page."""
    with chromium.new_context(color_scheme="dark", base_url=address) as context:
        page = context.new_page()
        page.goto(f"{MODULE}why-a-policy.html")
        page.emulate_media(media="print")
        style = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor].join()"
        assert page.locator(".admonition.trainer").first.evaluate(style) == (
            "rgb(0, 0, 0),rgb(255, 255, 255)"
        )
