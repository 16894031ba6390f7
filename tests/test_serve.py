"""The live preview: a real server, a real browser, and a person who makes mistakes."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

import builds
import sample
from sotay import preview
from sotay.problem import ContentError, Place, fault
from sotay.shelf import Entry, Shelf

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
SOON = 20_000
"""Milliseconds after which the tests no longer wait; the time that is needed is printed."""
COOP = f"{sample.HENS}/vi/the-coop.md"
FACTS = f"{sample.HENS}/module.yml"
PAGE = "livelihoods/keeping-hens/the-coop.html"
MISTAKES = ".sotay-mistakes"


class Server:
    """`mkdocs serve` in a project, and all that it says."""

    def __init__(self, root: Path, tongue: str = "vi") -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=root, env=builds.environment(SOTAY_LANG=tongue, SOTAY_URL="https://x.example/"),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    @property
    def text(self) -> str:
        """All that was said."""
        return "\n".join(self.lines)

    def await_text(self, wanted: str, times: int = 1) -> None:
        """Wait until something was said as often as that."""
        end = time.monotonic() + SOON / 1000
        while self.text.count(wanted) < times:
            assert time.monotonic() < end and self.process.poll() is None, self.text
            time.sleep(0.05)

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a small project that a real MkDocs can build."""
    return sample.make(tmp_path / "project", host=True)


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    started = Server(root)
    try:
        started.await_text("Serving on")
        yield started
    finally:
        started.stop()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context() as context:
        yield context.new_page()


@pytest.mark.slow
def test_saving_shows_on_the_open_page(root: Path, server: Server, page: Page) -> None:
    """What is saved is seen without a touch; one save is one build, and then there is rest."""
    page.goto(f"{server.address}{PAGE}")
    before = server.text.count("Building documentation")
    begin = time.perf_counter()
    sample.edit(root, COOP, "\n## ", "\nBa con gà mái mới về.\n\n## ")
    expect(page.get_by_text("Ba con gà mái mới về.")).to_be_visible(timeout=SOON)
    print(f"edit to seen: {time.perf_counter() - begin:.1f} s")
    time.sleep(3)
    assert server.text.count("Building documentation") == before + 1


@pytest.mark.slow
def test_a_mistake_is_shown_and_mended(root: Path, server: Server, page: Page) -> None:
    """Place, what and how stand over the last good page, in its language; mending it recovers."""
    page.goto(f"{server.address}{PAGE}")
    title = page.locator("h1").inner_text()
    colour = "getComputedStyle(document.querySelector('.md-header')).backgroundColor"
    look = page.evaluate(colour)
    sample.edit(root, FACTS, "method: walk", "method: run")
    expect(page.locator(MISTAKES)).to_be_visible(timeout=SOON)
    told = page.locator(f"{MISTAKES} li").all_inner_texts()
    assert [t.split("\n")[0] for t in told] == [
        f"{FACTS}:19:9 “sessions.0.activities.0.method” không nhận giá trị “run”."
    ]
    assert told[0].split("\n")[1].startswith("Cách sửa: Cần một trong: plenary, discussion, ")
    assert page.locator("h1").inner_text() == title
    assert page.evaluate(colour) == look
    assert "Chưa dựng được trang mới (1 lỗi)" in page.locator(f"{MISTAKES} summary").inner_text()

    page.goto(f"{server.address}en/{PAGE}")
    summary = page.locator(f"{MISTAKES} summary")
    expect(summary).to_have_text(
        "The new page could not be built (1 to mend). Behind this is the last good one."
    )
    assert "To mend: It must be one of: plenary" in page.locator(f"{MISTAKES} li").inner_text()

    sample.edit(root, FACTS, "method: run", "method: swim")
    expect(page.locator(f"{MISTAKES} b")).to_contain_text("swim", timeout=SOON)
    assert page.locator(MISTAKES).count() == 1
    begin = time.perf_counter()
    sample.edit(root, FACTS, "method: swim", "method: walk")
    expect(page.locator(MISTAKES)).to_have_count(0, timeout=SOON)
    print(f"mended to seen: {time.perf_counter() - begin:.1f} s")
    assert page.locator("h1").is_visible()


@pytest.mark.slow
def test_terminal_tells_clearly(root: Path, server: Server) -> None:
    """The terminal says the same as `sotay check`, without a traceback, and what happens next."""
    sample.edit(root, FACTS, "method: walk", "method: run")
    server.await_text("Trang cũ được giữ, kèm lời báo lỗi.")
    assert f"\n{FACTS}:19:9: lỗi: “sessions.0.activities.0.method” không nhận" in server.text
    assert "1 lỗi, 0 lời nhắc.\n" in server.text
    assert "Traceback" not in server.text and "appear stuck" not in server.text


@pytest.mark.slow
def test_a_broken_configuration_is_told_too(root: Path, server: Server, page: Page) -> None:
    """Even a mistake in mkdocs.yml leaves the last good page, with a word about it."""
    page.goto(f"{server.address}{PAGE}")
    sample.edit(root, "mkdocs.yml", "use_directory_urls: false", "use_directory_urls: perhaps")
    expect(page.locator(f"{MISTAKES} code")).to_have_text("mkdocs.yml", timeout=SOON)
    sample.edit(root, "mkdocs.yml", "use_directory_urls: perhaps", "use_directory_urls: false")
    expect(page.locator(MISTAKES)).to_have_count(0, timeout=SOON)


@pytest.mark.slow
def test_handbooks_are_not_printed(root: Path, server: Server, page: Page) -> None:
    """Nothing is printed; a handbook that is not there is named without a link."""
    assert "sổ tay không in lại, 0 tệp là bản in lần trước." in server.text
    page.goto(f"{server.address}livelihoods/keeping-hens/index.html")
    rows = page.locator(".downloads tbody tr")
    assert rows.count() > 0
    assert page.locator(".downloads a").count() == 0
    assert not (root / "build" / "press").exists()


@pytest.mark.slow
def test_earlier_handbooks_are_offered(root: Path, page: Page) -> None:
    """What was printed before can be taken away from the preview, with its pages."""
    book = "keeping-hens-trainer-vi"
    Shelf(root / "build" / "press").put(book, b"%PDF-1.7 as it was", Entry("a", "b", 7, "c"))
    started = Server(root)
    try:
        started.await_text("Serving on")
        page.goto(f"{started.address}livelihoods/keeping-hens/index.html")
        links = page.locator(".downloads a")
        assert [link.get_attribute("href") for link in links.all()] == [
            f"../../downloads/{book}.pdf"
        ]
        assert (
            page.locator(".downloads tr", has=page.locator("a")).locator("td").nth(1).inner_text()
            == "7"
        )
        got = page.request.get(f"{started.address}downloads/{book}.pdf")
        assert got.body() == b"%PDF-1.7 as it was"
    finally:
        started.stop()


@pytest.mark.slow
def test_a_mistake_at_the_start_is_waited_for(root: Path, page: Page) -> None:
    """Started on a project with a mistake, the preview tells it and opens once it is mended."""
    sample.edit(root, FACTS, "method: walk", "method: run")
    started = Server(root, "en")
    try:
        started.await_text("The preview has not opened because of these.")
        assert f"\n{FACTS}:19:9: error: “sessions.0.activities.0.method” cannot" in started.text
        sample.edit(root, FACTS, "method: run", "method: walk")
        started.await_text("Serving on")
        page.goto(f"{started.address}{PAGE}")
        assert page.locator("h1").is_visible()
    finally:
        started.stop()


PROBLEM = fault("x", Place("a.md", 1, 2), ("Sai <b>", "Wrong <b>"), ("Sửa & lưu", "Mend & save"))


def test_overlay_is_put_once_and_escaped() -> None:
    """An earlier overlay is replaced; what a file holds is shown as text."""
    overlays = {tongue: preview.overlay([PROBLEM], tongue) for tongue in ("vi", "en")}
    html = '<html lang="en"><body><p>Good</p></body></html>'
    once = preview.covered(html, overlays)
    assert preview.covered(once, overlays) == once
    assert "<code>a.md:1:2</code> <b>Wrong &lt;b&gt;</b><br>To mend: Mend &amp; save</li>" in once
    assert "<b>Sai &lt;b&gt;</b><br>Cách sửa: Sửa &amp; lưu" in preview.covered(
        html.replace("en", "tyz"), overlays
    )
    assert once.startswith('<html lang="en"><body><p>Good</p>') and once.endswith("</body></html>")


@pytest.mark.parametrize(
    ("url", "expected"),
    [("http://127.0.0.1:8000/sotay/", True), ("https://sotay.example/", False), (None, False)],
)
def test_preview_is_known_by_its_address(url: str | None, expected: bool) -> None:
    """Only a site with the server's own address is a preview."""
    assert preview.is_preview(url, ("127.0.0.1", 8000)) is expected


def test_problems_behind_an_error() -> None:
    """The host's error leads back to our problems; one without any is told as one."""
    try:
        try:
            raise ContentError([PROBLEM])
        except ContentError as inner:
            raise RuntimeError("stopped") from inner
    except RuntimeError as error:
        assert preview.problems_of(error) == (PROBLEM,)
    told = preview.problems_of(RuntimeError("no such theme"))
    assert [p.text("vi") for p in told] == [
        "mkdocs.yml: lỗi: MkDocs không dựng được trang: no such theme [unbuilt]\n    cách sửa: "
        "Xem lời báo của MkDocs trong cửa sổ dòng lệnh; thường là một dòng sai của mkdocs.yml."
    ]
    assert [p.text("en") for p in told] == [
        "mkdocs.yml: error: MkDocs could not build the site: no such theme [unbuilt]\n    to mend: "
        "See what MkDocs says in the terminal; it is mostly a wrong line of mkdocs.yml."
    ]


def test_make_serve_watches_what_people_write() -> None:
    """mkdocs.yml lists the folders, and the Makefile starts the preview."""
    config = (sample.REAL / "mkdocs.yml").read_text(encoding="utf-8")
    watched = re.search(r"^watch: \[(.*)\]$", config, re.M)
    assert watched and watched[1].split(", ") == [
        "docs", "modules", "data", "handbooks", "overrides"
    ]  # fmt: skip
    assert "mkdocs serve" in (sample.REAL / "Makefile").read_text(encoding="utf-8")
