"""The whole site as one PDF per language; only mkdocs.with-pdf.yml uses this hook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from sotay.pdf import font_files

LOOK = Path("handbooks") / "with-pdf"


@event_priority(50)
def _speak(config: MkDocsConfig) -> MkDocsConfig:
    """Say everything on the cover in the language that is built now."""
    catalog, i18n = (config.extra["sotay"][name] for name in ("catalog", "i18n"))
    language = i18n.current_language or i18n.default_language
    words = catalog.words[language]
    config.extra["cover"] = {"words": words, "all": catalog.words, "modules": catalog.modules}
    plugin: Any = config.plugins["with-pdf"]
    plugin.config["author"] = plugin.config["cover_title"] = words("site.name")
    plugin.config["cover_subtitle"] = words("site.description")
    plugin.config["copyright"] = words("site.licence")
    plugin.config["toc_title"] = words("handbook.contents")
    plugin.config["custom_template_path"] = str(Path(config.config_file_path).parent / LOOK)
    return config


@event_priority(-110)
def _step_aside(config: MkDocsConfig) -> None:
    """Be passed over: static-i18n, just before, shortens the list of handlers being walked."""


on_config = CombinedEvent(_speak, _step_aside)


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Bring the handbooks' letters, so that no machine's fonts are needed."""
    sheet = Path(config.config_file_path).parent / LOOK / "fonts.css"
    for name, path in {**font_files(), sheet.name: sheet}.items():
        files.append(File.generated(config, f"assets/with-pdf/{name}", abs_src_path=str(path)))
    return files


@event_priority(-50)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave out what only a screen can use, and a title that its section says already."""
    soup = BeautifulSoup(output, "html.parser")
    for element in soup.select('article [data-medium="web"], article .path, article .shortcut'):
        element.decompose()
    if page.parent and page.is_index and (title := soup.select_one("article h1")):
        title.name, title.string = "div", ""
    return str(soup)
