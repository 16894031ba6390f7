"""Links to other sites: bounded, with a timeout, remembered; asked of a server of our own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

import sample
from sotay.__main__ import main
from sotay.catalog import load_catalog
from sotay.external import CACHE, MOST, check_external, dead_links, fetch
from sotay.problem import Place

TODAY = date(2026, 11, 22)


class _Host(BaseHTTPRequestHandler):
    """Answers by path; remembers what was asked."""

    asked: ClassVar[list[str]] = []

    def do_HEAD(self) -> None:
        """Refuse HEAD where the path says so."""
        self._answer(405 if self.path == "/get-only" else 200)

    def do_GET(self) -> None:
        """Answer everything."""
        self._answer(200)

    def _answer(self, status: int) -> None:
        self.asked.append(f"{self.command} {self.path}")
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
        else:
            self.send_response(404 if self.path == "/gone" else status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    """Give the address of a server on this machine."""
    _Host.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_head_first_then_get(host: str) -> None:
    """GET is asked only when HEAD is refused."""
    assert fetch(f"{host}/fine") == ""
    assert fetch(f"{host}/get-only") == ""
    assert _Host.asked == ["HEAD /fine", "HEAD /get-only", "GET /get-only"]


def test_dead_pages_and_other_schemes_are_told(host: str) -> None:
    """A page that is gone, a closed door, a way to a file: each gives its reason."""
    assert fetch(f"{host}/gone").startswith("404")
    assert fetch("http://127.0.0.1:9/", patience=2) != ""
    assert fetch("file:///etc/hostname") == "not http"
    assert fetch(f"{host}/away") != ""


def test_a_run_is_bounded() -> None:
    """No more than MOST addresses are asked for; the rest is told."""
    found = {f"https://example.org/{n}": [Place("a.md", n + 1, 1)] for n in range(MOST + 3)}
    problems, answers = dead_links(found, {}, lambda _: "")
    assert len(answers) == MOST
    assert [p.code for p in problems] == ["external-many"]


def test_good_answers_are_remembered_for_a_week(host: str, tmp_path: Path) -> None:
    """A good address is asked for once a week, a dead one every time."""
    root = sample.make(tmp_path / "project")
    sample.edit(root, "docs/vi/index.md", "Xem", f"[Tốt]({host}/fine) [Hỏng]({host}/gone) Xem")
    catalog, _ = load_catalog(root, sample.LANGUAGES)
    problems = check_external(root, catalog, TODAY)
    assert [(p.code, p.place) for p in problems] == [
        ("external-dead", Place("docs/vi/index.md", 3, 1 + len(f"[Tốt]({host}/fine) ")))
    ]
    assert list(json.loads((root / CACHE).read_text(encoding="utf-8"))) == [f"{host}/fine"]
    _Host.asked.clear()
    check_external(root, catalog, date(2026, 11, 28))
    assert "HEAD /fine" not in _Host.asked
    check_external(root, catalog, date(2026, 11, 29))
    assert "HEAD /fine" in _Host.asked


def test_the_command_asks_only_when_told_to(
    host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --external nothing is asked; with it a dead link is a warning."""
    root = sample.make(tmp_path / "project")
    sample.edit(root, "docs/vi/index.md", "Xem", f"[Hỏng]({host}/gone) Xem")
    sample.edit(root, "docs/en/index.md", "See", f"[Broken]({host}/gone) See")
    words = ["--root", str(root), "check", "--lang", "en", "--today", "2026-11-22"]
    assert main(words) == 0
    assert _Host.asked == []
    assert main([*words, "--external"]) == 0
    assert "[external-dead]" in capsys.readouterr().out
