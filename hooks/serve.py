"""Live preview: a mistake shows on the last good page, and the server goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from sotay import preview

log = get_plugin_logger("sotay")


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None], **_: Any
) -> LiveReloadServer:
    """Watch what people write, not what is staged from it; outlive their mistakes."""
    server.unwatch(config.docs_dir)
    server.builder = partial(_rebuild, builder, Path(server.root))
    return server


def _rebuild(build: Callable[[], None], folder: Path) -> None:
    """Build; when that is refused, MkDocs has told why and the browser is to show it too."""
    try:
        build()
    except MkDocsException as error:
        log.info(preview.show(folder, preview.problems_of(error)))
