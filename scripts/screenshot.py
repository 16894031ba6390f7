"""Take the picture in README: the home page of the built site, in a real browser.

Needs the test dependencies and Chromium (on the path, or named by --browser). Build the site
first. The picture is kept small, because it is stored in the repository.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 150_000
"""Bytes of the picture."""
NAMES = ("chromium", "chromium-browser", "google-chrome")


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Keep still."""


def take(site: Path, page: str, picture: Path, browser: str | None) -> int:
    """Write the picture of one page of `site`. Returns its size in bytes."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as play:
            chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            view = chromium.new_page(viewport={"width": 1280, "height": 600}, color_scheme="light")
            view.goto(f"http://127.0.0.1:{server.server_port}/{page}", wait_until="networkidle")
            picture.parent.mkdir(parents=True, exist_ok=True)
            view.screenshot(path=picture, animations="disabled")
            chromium.close()
    finally:
        server.shutdown()
        server.server_close()
    return picture.stat().st_size


def main() -> int:
    """Take the picture. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    parser.add_argument("--page", default="index.html", help="the page, from the site's root")
    parser.add_argument("--picture", type=Path, default=ROOT / "media" / "home.png")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    parser.add_argument("--browser", default=found, help="Chromium; else the one of playwright")
    options = parser.parse_args()
    if not (options.site / options.page).is_file():
        print(f"{options.site / options.page} is missing: run `make site` first.", file=sys.stderr)
        return 1
    size = take(options.site, options.page, options.picture, options.browser)
    print(f"{options.picture}: {size:,} bytes")
    if size > LARGEST:
        print(f"The picture may have {LARGEST:,} bytes.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
