"""The page that tells editors what each message means, with an example of wrong and right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sotay.expand import Scope
from sotay.finish import finished
from sotay.model import Catalog, Language
from sotay.registry import in_language
from sotay.schema import ExplanationShape, Pair
from sotay.site import StagedPage

NAME = "contributing/checks.md"
"""Path of the page below its language folder."""


def checks_page(catalog: Catalog, language: Language) -> Iterator[StagedPage]:
    """Give the page in one language, or nothing when the project explains no code."""
    if not catalog.explanations:
        return
    scope = Scope(catalog, f"{language}/{NAME}", language, language)
    title = scope.words("checks_page.page")
    lines = [f"# {title} {{#checks}}", "", scope.words("checks_page.intro"), ""]
    for group, entries in groupby(catalog.explanations, lambda entry: entry.group):
        lines += [f"## {scope.words(f'checks_page.{group}')} {{#group-{group}}}", ""]
        for entry in entries:
            lines += _entry(entry, scope)
    source = "data/checks.yml"
    yield finished(scope, source, title, "\n".join(lines), kind="library", page_id="checks")


def _entry(entry: ExplanationShape, scope: Scope) -> list[str]:
    title, why = in_language(entry.title, scope.language), in_language(entry.why, scope.language)
    reminder = f" *({scope.words('checks_page.reminder')})*" if entry.warning else ""
    return [
        f"### `{entry.id}` {{#{entry.id}}}", "",
        f"**{title[0].upper()}{title[1:]}.**{reminder} {why}", "",
        scope.words("checks_page.wrong"), "", *_example(entry.wrong, scope),
        scope.words("checks_page.right"), "", *_example(entry.right, scope),
    ]  # fmt: skip


def _example(words: Pair, scope: Scope) -> list[str]:
    return ["````text", *in_language(words, scope.language).split("\n"), "````", ""]
