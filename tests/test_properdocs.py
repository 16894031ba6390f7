"""The same project builds under ProperDocs, which continues MkDocs 1.x, to the same site."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import builds
import sample

pytestmark = pytest.mark.slow

EXPLAINED = (
    # Each host names itself and its version in the page's generator mark and build remark.
    re.compile(rb'<meta name="generator" content="[^"]*">'),
    re.compile(rb"(mkdocs|properdocs)-[\d.]+"),
)


@pytest.fixture
def hosted(tmp_path: Path) -> Path:
    """Give the sample project with all that a real build needs."""
    return sample.make(tmp_path / "project", host=True)


def plain(content: bytes) -> bytes:
    """Take out what is known to differ."""
    for pattern in EXPLAINED:
        content = pattern.sub(b"", content)
    return content


def test_same_site(hosted: Path, tmp_path: Path) -> None:
    """Every file is there under both, and every page says the same."""
    sites = {}
    for host in ("mkdocs", "properdocs"):
        folder = tmp_path / host
        command = [sys.executable, "-m", host, "build", "--strict", "-d", str(folder)]
        if host == "properdocs":
            command += ["-f", "mkdocs.yml"]
        done = builds.run(command, hosted, SOTAY_LANG="en")
        assert done.returncode == 0, done.stdout
        sites[host] = builds.contents(folder)
    assert list(sites["mkdocs"]) == list(sites["properdocs"])
    pages = [name for name in sites["mkdocs"] if name.endswith((".html", ".xml", ".json"))]
    assert len(pages) > 20
    differing = [
        name for name in pages if plain(sites["mkdocs"][name]) != plain(sites["properdocs"][name])
    ]
    assert differing == []
    books = [name for name in sites["mkdocs"] if name.endswith(".pdf")]
    assert books
    assert [n for n in books if sites["mkdocs"][n] != sites["properdocs"][n]] == []


def test_a_mistake_is_told_the_same_way(hosted: Path) -> None:
    """Under ProperDocs too the build stops with place, message and remedy, without a traceback."""
    page = next(hosted.glob("modules/*/*/vi/index.md"))
    page.write_text(page.read_text("utf-8") + "\n/// traner\nx\n///\n", encoding="utf-8")
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml"]
    done = builds.run(command, hosted, SOTAY_LANG="en")
    assert done.returncode == 1
    assert "There is no block “traner”. [block-unknown]" in done.stdout
    assert "to mend: Did you mean “trainer”?" in done.stdout
    assert "Traceback" not in done.stdout
