"""Builds a small site once and serves it on this machine, for the tests that look at pages."""

from __future__ import annotations

import contextlib
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
PREFIX = "/tap-huan/"
SITE_URL = f"https://sotay.example{PREFIX}"


def build(folder: Path, config: Path = ROOT / "tests/site/mkdocs.yml") -> str:
    """Build a site strictly into a folder; give what MkDocs said."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", folder],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "SOTAY_URL": SITE_URL,
            "NO_MKDOCS_2_WARNING": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def build_real(folder: Path) -> Path:
    """Build the pages of the real modules, without handbooks, from a copy; give the site."""
    copy = folder / "project"
    for name in ("data", "docs", "handbooks", "hooks", "modules", "overrides"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (copy / "mkdocs.yml").write_text(
        config.replace("  - hooks/publish.py\n", ""), encoding="utf-8", newline="\n"
    )
    build(folder / "site", copy / "mkdocs.yml")
    return folder / "site"


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a site below a path, as on a shared host; unknown addresses give its 404 page."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return str(folder / urlsplit(path).path.removeprefix(PREFIX))

        def send_error(
            self, code: int, message: str | None = None, explain: str | None = None
        ) -> None:
            body = (folder / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            return

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            if not isinstance(sys.exc_info()[1], ConnectionError):  # the browser went on
                super().handle_error(request, client_address)  # type: ignore[arg-type]

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
