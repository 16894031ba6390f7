"""Handbooks after the pages; then the whole new site takes the place of the old one."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger

from sotay import preview, project, publishing
from sotay.problem import ContentError
from sotay.release import exchange, fresh_folder, unwritten

log = get_plugin_logger("sotay")


@event_priority(90)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build beside the last good site, not over it."""
    if not config.extra["sotay"]["i18n"].building:
        goal = Path(config.site_dir)
        config.extra["sotay"]["goal"] = goal
        config.site_dir = str(fresh_folder(goal))
        config.extra["sotay"]["fresh"] = Path(config.site_dir)
    return config


@event_priority(-250)
def on_post_build(config: MkDocsConfig) -> None:
    """Print the handbooks, tell what was made, and exchange old and new."""
    if config.extra["sotay"]["i18n"].building:
        return
    shared = config.extra["sotay"]
    try:
        summary = _made(config)
    except ContentError as error:
        raise PluginError(project.told(error)) from error
    # MkDocs counts warnings here when strict, and aborts only after this event.
    handlers = logging.getLogger("mkdocs").handlers
    if any(h.get_counts() for h in handlers if hasattr(h, "get_counts")):
        log.info(summary.kept())
        return
    exchange(shared["fresh"], shared["goal"])
    config.site_dir = str(shared["goal"])
    log.info(summary.text())


def _made(config: MkDocsConfig) -> publishing.Summary | publishing.Previewed:
    if preview.is_preview(config.site_url, config.dev_addr):
        return publishing.preview(config.extra["sotay"])
    return publishing.publish(config.extra["sotay"], config.site_url or "", log.info)


def on_build_error(error: Exception, **_: Any) -> None:
    """Tell of a full disk as of any other mistake: place, what, how to mend."""
    if isinstance(error, OSError):
        raise PluginError(project.told(ContentError([unwritten(error)]))) from error
