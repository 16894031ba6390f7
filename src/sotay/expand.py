"""Author's Markdown → the site's Markdown: forms by id, block titles, links to staged pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sotay.model import Catalog, Language, Module
from sotay.page import FORM, LINK, Block, Page
from sotay.registry import in_language
from sotay.schema import ContactShape, ReferenceShape
from sotay.site import module_uri, relative

WIDTHS = (3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40, 50, 60, 70, 80)
"""Widths of write-in blanks, in letters, for which the site's style has a length."""
RULES = ("law", "code")
_TITLED = ("case", "ask", "trainer", "say", "answer", "key-message", "warning", "avoid", "ticks")


@dataclass(frozen=True)
class Scope:
    """Where a text is put: the page's staged uri, its language, and its module if any.

    `notices` are lines to put in, by the number of the line that they follow.
    """

    catalog: Catalog
    uri: str
    language: Language
    text_language: Language
    module: Module | None = None
    cited: set[str] = field(default_factory=set, compare=False)
    notices: Mapping[int, tuple[str, ...]] = field(default_factory=dict, compare=False)

    def words(self, key: str, **values: object) -> str:
        """Give interface words in the language of the text."""
        return self.catalog.words[self.text_language](key, **values)

    def link(self, path: str) -> str:
        """Give the link to a page named by its path below the language folder."""
        return relative(self.uri, f"{self.language}/{path}")


def expand(page: Page, scope: Scope, start: int = 0, end: int | None = None) -> list[str]:
    """Give the page's lines from `start` to `end` (counted from 0) as the site's Markdown."""
    blocks = {b.place.line: b for b in page.blocks}
    lines: list[str] = []
    last = len(page.lines) if end is None else end
    for index in range(start, last):
        lines += scope.notices.get(index, ())
        if block := blocks.get(index + 1):
            lines += _opening(block, scope)
        else:
            lines.append(_line(page, index, scope))
    return [*lines, *(scope.notices.get(last, ()) if last == len(page.lines) else ())]


def _line(page: Page, index: int, scope: Scope) -> str:
    """Replace forms, then link targets; what is code in `prose` is blank and stays as it is."""
    line, prose = page.lines[index], page.prose[index]
    line, prose = _replace(line, prose, FORM, lambda m: form(m, scope))
    line, _ = _replace(line, prose, LINK, lambda m: _moved(m, page, scope))
    return line


def _replace(
    line: str, prose: str, pattern: re.Pattern[str], give: Callable[[re.Match[str]], str]
) -> tuple[str, str]:
    for match in reversed(list(pattern.finditer(prose))):
        new = give(match)
        # What a form became is finished; it is blanked so that links in it are left alone.
        mask = " " * len(new) if pattern is FORM else new
        line = line[: match.start()] + new + line[match.end() :]
        prose = prose[: match.start()] + mask + prose[match.end() :]
    return line, prose


def _moved(match: re.Match[str], page: Page, scope: Scope) -> str:
    """Point a link at the staged place of what it names."""
    target, mark, anchor = match[3].partition("#")
    if scope.module is None or not target or ":" in target:
        return match.group()
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target))
    below = posixpath.relpath(path, scope.module.folder)
    first, _, rest = below.partition("/")
    name = below if first == "images" else rest
    home = posixpath.dirname(module_uri(scope.language, scope.module))
    new = relative(scope.uri, f"{home}/{name}")
    return match.group().replace(f"({match[3]}", f"({new}{mark}{anchor}", 1)


def _opening(block: Block, scope: Scope) -> list[str]:
    """Write a block's first lines with its label in the reader's language."""
    slashes, label = "/" * block.slashes, scope.words(f"block.{block.type}")
    if block.type == "lines":
        number, _, prompt = (part.strip() for part in block.title.partition("|"))
        head = f"{slashes} lines | {prompt or label}"
        return [head, f'    attrs: {{data-lines: "{number}"}}', ""]
    if block.type == "handout" and scope.module:
        handout = scope.module.handout(block.title)
        target = relative(
            scope.uri, module_uri(scope.language, scope.module, "handout", handout.id)
        )
        title = page_title(scope, scope.module, "handout", handout.id)
        copies = scope.words(f"per.{handout.per}")
        return [
            f"{slashes} handout | {label}", "",
            f"[{title}]({target}){{.handout-link}} · {amount(scope, 1, 'table.copy')} {copies}", "",
        ]  # fmt: skip
    title = f"{label}: {block.title}" if block.title and block.type in _TITLED else label
    return [f"{slashes} {block.type} | {title}"]


def page_title(scope: Scope, module: Module, kind: str, page_id: str = "") -> str:
    """Give a page's title in the text's language, or in the one that has it."""
    page = module.page(scope.text_language, kind, page_id) or module.page(
        module.source, kind, page_id
    )
    return page.title if page else page_id or module.id


def form(match: re.Match[str], scope: Scope) -> str:
    """Give the site's Markdown of one inline form `[[kind:value|shown]]`."""
    kind, value, shown = match[1], (match[2] or "").strip(), (match[3] or "").strip()
    registry = scope.catalog.registry
    if kind == "ref":
        return reference(registry.references[value], scope, shown)
    if kind == "contact":
        return contact(registry.contacts[value], scope, shown)
    if kind == "term":
        term = registry.terms[value]
        meaning = in_language(term.definition, scope.text_language).replace('"', "&quot;")
        text = shown or in_language(term.term, scope.text_language)
        return f'[{text}]({scope.link("glossary.md")}#{value}){{.term title="{meaning}"}}'
    if kind == "blank":
        return blank(scope, int(value))
    if kind == "tick":
        label = scope.words("tick.label")
        return f'<span class="tick" role="img" aria-label="{label}"></span>'
    if kind == "module":
        module = next(m for m in scope.catalog.modules if m.id == value)
        target = relative(scope.uri, module_uri(scope.language, module))
        return f"[{shown or page_title(scope, module, 'index')}]({target})"
    return match.group()


def inline(text: str, scope: Scope) -> str:
    """Expand the forms of a piece of one line, such as an objective's words."""
    return FORM.sub(lambda match: form(match, scope), text)


def plain(text: str, scope: Scope) -> str:
    """Give a line's words without links or emphasis, for cards and descriptions."""
    expanded = inline(text, scope)
    unlinked = re.sub(r"!?\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?", r"\1", expanded)
    return re.sub(r"<[^>]+>|\*+|`", "", unlinked).strip()


def reference(entry: ReferenceShape, scope: Scope, shown: str = "") -> str:
    """Name a reference, linked: with its number at first use on the page, shorter afterwards."""
    text = shown or reference_name(entry, scope, full=entry.id not in scope.cited)
    scope.cited.add(entry.id)
    return f"[{text}]({scope.link('references.md')}#{entry.id}){{.ref}}"


def reference_name(entry: ReferenceShape, scope: Scope, *, full: bool) -> str:
    """Name a reference: laws by title, other rules by kind and number."""
    title = in_language(entry.title, scope.text_language)
    if not entry.number or entry.type in ("treaty", "guide", "statistic", "source"):
        return title
    if entry.type in RULES:
        return scope.words("reference.full", title=title, number=entry.number) if full else title
    kind = scope.words(f"type.{entry.type}")
    if not full:
        return scope.words("reference.short", type=kind, number=entry.number)
    # "Nghị định quy định chi tiết…": the title's own first word takes the number.
    own = title.startswith(f"{kind} ")
    key, rest = ("reference.named", title.removeprefix(f"{kind} ")) if own else (
        "reference.titled", title)  # fmt: skip
    return scope.words(key, type=kind, number=entry.number, title=rest)


def contact(entry: ContactShape, scope: Scope, shown: str = "") -> str:
    """Give a number to tap, or for a local service its name and a blank to fill in."""
    if entry.phone is None:
        name = shown or in_language(entry.name, scope.text_language)
        return f'<span class="local-contact">{name}: {blank(scope, 18)}</span>'
    number = entry.phone.replace(" ", "")
    charge = f" ({scope.words('notice.charged')})" if entry.charge_warning else ""
    return f"[{shown or entry.phone}](tel:{number}){{.tel}}{charge}"


def blank(scope: Scope, width: int) -> str:
    """Give a write-in blank about `width` letters wide."""
    label = scope.words("blank.label")
    width = min(WIDTHS, key=lambda known: abs(known - width))
    return f'<span class="blank" data-width="{width}" role="img" aria-label="{label}"></span>'


def amount(scope: Scope, count: int, unit: str) -> str:
    """Write a quantity with its unit; `unit` is a key of the words, or the unit itself."""
    name = scope.words(unit) if "." in unit else unit
    plain = count == 1 or "." in unit
    return scope.words("format.one" if plain else "format.many", n=count, unit=name)
