"""Author's Markdown → the site's Markdown: forms, block titles, links."""

from __future__ import annotations

from pathlib import Path

import pytest

import sample
from sotay.expand import Scope, expand
from sotay.model import Catalog
from sotay.page import parse
from sotay.project import inspect
from sotay.source import Text

HOME = "child-protection/listening-first"


@pytest.fixture
def catalog(project: Path) -> Catalog:
    """Give the sample's catalog."""
    return inspect(project, sample.LANGUAGES)[0]


def _expanded(catalog: Catalog, text: str, language: str = "vi", page: str = "listening.md") -> str:
    module = catalog.modules[0]
    scope = Scope(catalog, f"{language}/{HOME}/{page}", language, language, module)
    source = Text(f"{module.folder}/{language}/{page}", text)
    return "\n".join(expand(parse(source), scope))


BLANK = '<span class="blank" data-width="5" role="img" aria-label="chỗ điền"></span>'


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("[[blank:5]]", BLANK),
        ("[[contact:111]]", "[111](tel:111){.tel}"),
        (
            "[[ref:law-children-2016|Điều 1]]",
            "[Điều 1](../../references.md#law-children-2016){.ref}",
        ),
        ("[[ref:guide-kcs]]", "[Tiêu chuẩn an toàn](../../references.md#guide-kcs){.ref}"),
        (
            "[[ref:decree-56-2017]]",
            "[Nghị định 56/2017/NĐ-CP (hướng dẫn Luật Trẻ em)]"
            "(../../references.md#decree-56-2017){.ref}",
        ),
        (
            "[[term:tre-em|các em]]",
            '[các em](../../glossary.md#tre-em){.term title="Người dưới 16 tuổi."}',
        ),
        ("[[module:keeping-hens]]", "[Nuôi gà](../../livelihoods/keeping-hens/index.md)"),
        ("[[tick]]", '<span class="tick" role="img" aria-label="ô đánh dấu"></span>'),
        ("`[[tick]]`", "`[[tick]]`"),
    ],
)
def test_form(form: str, shown: str, catalog: Catalog) -> None:
    """A form becomes a link, a number, a blank or a box; in code it stays as it is."""
    assert _expanded(catalog, form) == shown


def test_law_is_named_in_full_once(catalog: Catalog) -> None:
    """The number stands at the first use on a page, and not afterwards."""
    text = _expanded(
        catalog, "[[ref:law-children-2016]]; [[ref:law-children-2016]]".replace("; ", "\n")
    )
    link = "(../../references.md#law-children-2016){.ref}"
    assert text == f"[Luật Trẻ em số 102/2016/QH13]{link}\n[Luật Trẻ em]{link}"


@pytest.mark.parametrize(
    ("link", "page", "moved"),
    [
        ("[a](handouts/five-steps.md)", "listening.md", "[a](handouts/five-steps.md)"),
        ("![a](../images/room.svg)", "listening.md", "![a](images/room.svg)"),
        ("![a](../../images/room.svg)", "handouts/five-steps.md", "![a](../images/room.svg)"),
        ("[a](../index.md#summary)", "handouts/five-steps.md", "[a](../index.md#summary)"),
        ("[a](#x)", "listening.md", "[a](#x)"),
        ("[a](https://b.c)", "listening.md", "[a](https://b.c)"),
        ("`[a](../images/room.svg)`", "listening.md", "`[a](../images/room.svg)`"),
    ],
)
def test_link_is_moved_to_the_staged_tree(
    link: str, page: str, moved: str, catalog: Catalog
) -> None:
    """A link written from the words file's folder leads to the same thing from the staged page."""
    assert _expanded(catalog, link, page=page) == moved


@pytest.mark.parametrize(
    ("block", "language", "opening"),
    [
        ("/// case | Em bé\n///", "vi", "/// case | Tình huống giả định: Em bé\n///"),
        ("/// case\n///", "en", "/// case | Fictional case\n///"),
        ("//// trainer | x\n////", "vi", "//// trainer | Ghi chú cho tập huấn viên: x\n////"),
        (
            "/// lines | 4\n///",
            "vi",
            '/// lines | Ghi vào đây\n    attrs: {data-lines: "4"}\n\n///',
        ),
    ],
)
def test_block_has_its_label(block: str, language: str, opening: str, catalog: Catalog) -> None:
    """A block opens with its label in the reader's language, then the author's own title."""
    assert _expanded(catalog, block, language) == opening


def test_handout_block_gives_link_and_copies(catalog: Catalog) -> None:
    """A handout is named by id; its title, link and copies are printed."""
    assert _expanded(catalog, "/// handout | five-steps\n///", "en") == (
        "/// handout | Handout\n\n"
        "[Five steps](handouts/five-steps.md){.handout-link} · 1 copy per person\n\n///"
    )
