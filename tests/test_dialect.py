"""The dialect: read from mkdocs.yml, and rendered as the site renders it."""

from __future__ import annotations

from pathlib import Path

import pytest

import sample
from sotay.dialect import GENERATED, TRAINER_ONLY, load_dialect
from sotay.problem import ContentError


def test_dialect_is_what_mkdocs_yml_says(real_root: Path) -> None:
    """Extensions, their settings and the block types come from the site's own settings."""
    dialect = load_dialect(real_root)
    assert dialect.extensions == (
        "attr_list", "tables", "fenced_code", "sane_lists", "toc",
        "pymdownx.blocks.admonition", "pymdownx.blocks.html",
    )  # fmt: skip
    assert dialect.settings["toc"] == {"toc_depth": 3}
    assert sorted(dialect.author_types) == [
        "answer", "ask", "avoid", "case", "handout", "key-message", "lines", "say", "ticks",
        "trainer", "warning",
    ]  # fmt: skip
    assert dialect.types - dialect.author_types == GENERATED
    assert dialect.author_types > TRAINER_ONLY


def test_block_type_that_mkdocs_yml_adds_is_known(project: Path) -> None:
    """A new type is added in mkdocs.yml and nowhere else."""
    sample.edit(project, "mkdocs.yml", "        - trainer\n", "        - trainer\n        - song\n")
    assert "song" in load_dialect(project).author_types


def test_block_is_rendered(real_root: Path) -> None:
    """A block becomes a box with its title."""
    assert load_dialect(real_root).html("/// ask | Hỏi\nVì sao?\n///") == (
        '<div class="admonition ask">\n<p class="admonition-title">Hỏi</p>\n<p>Vì sao?</p>\n</div>'
    )


@pytest.mark.parametrize("content", ["a: [\n", "- a\n", ""])
def test_settings_that_cannot_be_read_are_told(content: str, project: Path) -> None:
    """Without its settings the dialect is unknown, and a problem says so."""
    sample.write(project, "mkdocs.yml", content)
    with pytest.raises(ContentError) as caught:
        load_dialect(project)
    assert [p.place.path for p in caught.value.problems] == ["mkdocs.yml"]
