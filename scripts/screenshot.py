"""Take the pictures in README and CONTRIBUTING, from the built site, in a real browser.

Needs the test dependencies and Chromium (on the path, or named by --browser). Build the site
first. The pictures are kept small, because they are stored in the repository.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 150_000
"""Bytes of one picture."""
MODULE = "child-protection/child-safe-organisations/why-a-policy.html"
RING = "outline: 4px solid #c26a00; outline-offset: 6px; border-radius: 4px"
NAMES = ("chromium", "chromium-browser", "google-chrome")


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Keep still."""


@dataclass(frozen=True)
class Shot:
    """A page of the site, its picture, and what on it a ring is drawn around."""

    page: str
    picture: str
    ring: str = ""


SHOTS = (
    Shot("index.html", "home.png"),
    Shot(MODULE, "edit-link.vi.png", ".page-end__edit"),
    Shot(f"en/{MODULE}", "edit-link.en.png", ".page-end__edit"),
)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this machine; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def take(view: Page, address: str, shot: Shot, folder: Path) -> int:
    """Write one picture. Returns its size in bytes."""
    view.goto(f"{address}{shot.page}", wait_until="networkidle")
    if shot.ring:
        link = view.locator(shot.ring).first
        link.evaluate("(element, ring) => { element.style.cssText += ring; }", RING)
        link.evaluate("e => e.scrollIntoView({block: 'center', behavior: 'instant'})")
    picture = folder / shot.picture
    picture.parent.mkdir(parents=True, exist_ok=True)
    view.screenshot(path=picture, animations="disabled")
    return picture.stat().st_size


def main() -> int:
    """Take the pictures. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    parser.add_argument("--folder", type=Path, default=ROOT / "media", help="for the pictures")
    parser.add_argument("--only", help="take only the picture of this name")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    parser.add_argument("--browser", default=found, help="Chromium; else the one of playwright")
    options = parser.parse_args()
    shots = [shot for shot in SHOTS if options.only in (None, shot.picture)]
    missing = [shot.page for shot in shots if not (options.site / shot.page).is_file()]
    if missing:
        print(f"{', '.join(missing)}: missing; run `make site` first.", file=sys.stderr)
        return 1
    with served(options.site) as address, sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=options.browser, args=["--no-sandbox"])
        view = chromium.new_page(viewport={"width": 1280, "height": 600}, color_scheme="light")
        sizes = {shot.picture: take(view, address, shot, options.folder) for shot in shots}
        chromium.close()
    for name, size in sizes.items():
        print(f"{name}: {size:,} bytes{'' if size <= LARGEST else f', more than {LARGEST:,}'}")
    return 0 if max(sizes.values(), default=0) <= LARGEST else 1


if __name__ == "__main__":
    sys.exit(main())
