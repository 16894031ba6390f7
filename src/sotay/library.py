"""Pages made from the registries: glossary, references, contacts."""

from __future__ import annotations

from collections.abc import Iterator

from sotay import parts
from sotay.alphabet import sort_key
from sotay.expand import Scope, reference_name
from sotay.finish import finished
from sotay.model import Catalog, Language
from sotay.registry import by_language, in_language, listed
from sotay.schema import ReferenceShape, TermShape
from sotay.site import StagedPage

GROUPS = {
    "law": ("law", "code"),
    "rule": (
        "na-resolution", "nasc-resolution", "government-resolution", "decree", "pm-decision",
        "ministerial-decision", "circular", "official-letter", "local-plan",
        "organisational-plan",
    ),
    "treaty": ("treaty",),
    "guide": ("guide",),
    "statistic": ("statistic",),
    "source": ("source",),
}  # fmt: skip
"""Groups of the references page, with the types in each."""


def library_pages(catalog: Catalog, language: Language) -> Iterator[StagedPage]:
    """Give the three pages in one language."""
    for name, lines, source in (
        ("glossary", glossary, "data/glossary.yml"),
        ("references", references, "data/references.yml"),
        ("contacts", contacts, "data/contacts.yml"),
    ):
        scope = Scope(catalog, f"{language}/{name}.md", language, language)
        title = scope.words(f"site.{name}")
        body = "\n".join([f"# {title} {{#{name}}}", "", *lines(scope)])
        yield finished(scope, source, title, body, kind="library", page_id=name)


def glossary(scope: Scope) -> list[str]:
    """Give all terms in alphabetical order of the language, the other language beside."""
    terms = sorted(
        scope.catalog.registry.terms.values(),
        key=lambda t: sort_key(in_language(t.term, scope.language)),
    )
    lines, letter = [scope.words("glossary_page.intro"), ""], ""
    for term in terms:
        first = _letter(in_language(term.term, scope.language))
        if first != letter:
            letter = first
            lines += [f"## {letter} {{#letter-{_ascii(letter)}}}", ""]
        lines += _term(term, scope)
    return lines


def _term(term: TermShape, scope: Scope) -> list[str]:
    said, default = by_language(term.term), scope.catalog.languages[0]
    own = scope.language if scope.language in said else default
    others = [code for code in scope.catalog.languages if code in said and code != own]
    names = [_marked(said[code], code, scope) for code in others]
    avoid = listed(term.avoid, scope.language)
    meanings = by_language(term.definition)
    spoken = scope.language if scope.language in meanings else default
    meaning = _marked(meanings[spoken], spoken, scope)
    line = f"{' · '.join([_marked(f'**{said[own]}**', own, scope), *names])}<br>{meaning}"
    if avoid:
        words = "; ".join(f"“{word}”" for word in avoid)
        line += f"<br>*{scope.words('glossary_page.avoid', words=words)}*"
    return [line, f"{{: #{term.id} .entry }}", ""]


def _marked(text: str, language: Language, scope: Scope) -> str:
    """Say in which language some words are, when it is not the page's own."""
    return text if language == scope.language else f'<span lang="{language}">{text}</span>'


def _letter(term: str) -> str:
    """Give the letter a term stands under: Vietnamese keeps Ă, Â, Đ, Ê, Ô, Ơ, Ư apart."""
    from unicodedata import normalize

    base = normalize("NFD", term[0].upper())
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    return normalize("NFC", "".join(c for c in base if c not in tones))


def _ascii(letter: str) -> str:
    names = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}
    return names.get(letter, letter.lower())


def references(scope: Scope) -> list[str]:
    """Give all references by group, with number, dates, status and successor."""
    lines = [scope.words("reference.intro"), ""]
    for group, kinds in GROUPS.items():
        entries = [r for r in scope.catalog.registry.references.values() if r.type in kinds]
        if entries:
            lines += [f"## {scope.words(f'reference.group-{group}')} {{#group-{group}}}", ""]
        for entry in entries:
            lines += [_reference(entry, scope), f"{{: #{entry.id} .entry }}", ""]
    return lines


def _reference(entry: ReferenceShape, scope: Scope) -> str:
    w, date = scope.words, scope.catalog.words[scope.language].date
    parts_ = [f"**{reference_name(entry, scope, full=True)}**"]
    if entry.issued:
        parts_.append(f"{w('table.issued')}: {date(entry.issued)}")
    if entry.effective and entry.type not in ("source", "statistic", "guide"):
        parts_.append(f"{w('table.effective')}: {date(entry.effective)}")
    if entry.type not in parts.UNDATED:
        parts_.append(f"{w('table.status')}: {w(f'status.{entry.status}')}")
    successor = scope.catalog.registry.references.get(entry.replaced_by or "")
    if successor:
        name = f"[{reference_name(successor, scope, full=False)}](#{successor.id})"
        parts_.append(w("status.replaced_by", name=name))
    text = "<br>".join((parts_[0], " · ".join(parts_[1:]))) if parts_[1:] else parts_[0]
    note = f"<br>{in_language(entry.status_note, scope.language)}" if entry.status_note else ""
    return text + note


def contacts(scope: Scope) -> list[str]:
    """Give the numbers that may be printed, then blanks for the local ones."""
    printable = [c for c in scope.catalog.registry.contacts.values() if c.print_ok]
    lines = [scope.words("contacts_page.intro"), ""]
    for kind in ("hotline", "local"):
        names = [c.id for c in printable if c.kind == kind]
        heading = f"## {scope.words(f'contacts_page.{kind}')} {{#{kind}}}"
        lines += [heading, *parts.box("div.contacts", parts.contacts_table(scope, names))]
    return lines
