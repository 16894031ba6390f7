"""Load the content or refuse the build; give MkDocs real pages to build from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from sotay import preview, project
from sotay.problem import ContentError

log = get_plugin_logger("sotay")


@event_priority(100)
def _load(config: MkDocsConfig) -> MkDocsConfig:
    """Stage once per build: the second language finds the work done."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return config
    root = Path(config.config_file_path).parent
    languages = tuple(entry.locale for entry in i18n.config.languages)
    try:
        if preview.is_preview(config.site_url, config.dev_addr):
            made = preview.prepare(root, languages, Path(config.site_dir), log.error)
        else:
            made = project.prepare(root, languages)
    except ContentError as error:
        raise PluginError(project.told(error)) from error
    for line in made.notes:
        log.info(line)
    config.extra["sotay"] = {**made.shared(), "i18n": i18n}
    config.docs_dir = str(made.folder)
    return config


@event_priority(-150)
def _navigate(config: MkDocsConfig) -> MkDocsConfig:
    """Title the sections in the language that is built now; static-i18n has just set it."""
    shared = config.extra["sotay"]
    config.nav = list(shared["site"].nav[shared["i18n"].current_language])
    return config


on_config = CombinedEvent(_load, _navigate)


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Lead "edit this page" to the file in which the words stand."""
    for file in files.documentation_pages():
        file.edit_uri = config.extra["sotay"]["site"].pages[file.src_uri].source
    return files
