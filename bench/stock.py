"""The same pages for the stock stack: MkDocs, Material and static-i18n as they document it.

What our core staged becomes ordinary Markdown: blocks turn into `!!!` admonitions, generated
wrappers fall away, links to our handbooks go. Text, tables, headings and page names stay.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from sotay.project import prepare

_OPENING = re.compile(r"^(/{3,}) ([a-z-]+)(?: \| (.*))?$")
_CLOSING = re.compile(r"^(/{3,})$")
_WEB = "data-medium=web"
STYLE = "article, section + section { min-height: 0; }\n"
"""Without it WeasyPrint 70 leaves out whatever follows the first handout."""


def make(ours: Path, root: Path) -> Path:
    """Write the stock project of the same pages as `ours` into `root`, emptied first."""
    if root.exists():
        shutil.rmtree(root)
    site = prepare(ours, ("vi", "en")).site
    for uri, page in site.pages.items():
        path = root / "docs" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(plain(page.text), encoding="utf-8", newline="\n")
    for uri, source in site.files.items():
        path = root / "docs" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ours / source, path)
    languages = [
        {"locale": "vi", "name": "Tiếng Việt", "default": True, "build": True},
        {"locale": "en", "name": "English", "build": True},
    ]
    settings = {
        "site_name": "Sổ tay",
        "site_url": "https://sotay.example/",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "vi"},
        "nav": list(site.nav["vi"]),
        "markdown_extensions": ["admonition", "attr_list", "tables"],
        "plugins": {
            "search": {},
            "i18n": {"docs_structure": "folder", "languages": languages},
        },
    }
    _dump(root / "mkdocs.yml", settings)
    # Both printers are asked for the same: cover, contents, numbers; nothing else is set.
    with_pdf = {"output_path": "pdf/document.pdf", "custom_template_path": str(root / "pdf")}
    _dump(root / "with-pdf.yml", {"INHERIT": "mkdocs.yml", "plugins": {"with-pdf": with_pdf}})
    (root / "pdf").mkdir()
    (root / "pdf" / "styles.scss").write_text(STYLE, encoding="utf-8")
    return root


def plain(text: str) -> str:
    """Give a staged page as ordinary Markdown."""
    return "\n".join(_plain(text.split("\n")))


def _plain(lines: list[str]) -> Iterator[str]:
    stack: list[tuple[str, str]] = []
    for line in lines:
        opening, closing = _OPENING.match(line), _CLOSING.match(line)
        dropped = any(kind == "drop" for _, kind in stack)
        if opening:
            slashes, kind, title = opening.groups()
            if kind == "html":
                stack.append((slashes, "drop" if _WEB in title else "wrapper"))
                continue
            if not dropped:
                yield from ("", f'{_indent(stack)}!!! {kind} "{title}"', "")
            stack.append((slashes, "block"))
        elif closing and stack and stack[-1][0] == closing[1]:
            stack.pop()
            yield ""
        elif not dropped and not line.startswith("    attrs: ") and _WEB not in line:
            yield f"{_indent(stack)}{line}" if line else ""


def _indent(stack: list[tuple[str, str]]) -> str:
    return "    " * sum(kind == "block" for _, kind in stack)


def _dump(path: Path, settings: dict[str, object]) -> None:
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8", newline="\n")
