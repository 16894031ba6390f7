"""The parts of a page that come from facts: tables of facts, times, materials, downloads.

Each function gives lines of the site's Markdown in the language of its scope.
"""

from __future__ import annotations

from collections.abc import Iterable

from sotay.expand import Scope, amount, blank, contact, page_title, reference_name
from sotay.model import Minutes, Module, Session
from sotay.registry import in_language
from sotay.schema import ContactShape
from sotay.site import module_uri, relative

REFERRAL = ("111", "113", "115", "commune-pc", "commune-police", "trusted-address")
"""Contacts of the box at the foot of every sensitive page."""
UNDATED = ("source", "statistic")
"""Types of reference that cannot be in force: they tell what was counted or reported once."""


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """Give a Markdown table."""
    names = list(head)
    lines = ["| " + " | ".join(names) + " |", "|" + " --- |" * len(names)]
    return [*lines, *("| " + " | ".join(cells) + " |" for cells in rows)]


def box(selector: str, lines: list[str]) -> list[str]:
    """Wrap lines in a generated element such as `div.timetable[data-audience=trainer]`."""
    return ["", f"////// html | {selector}", "", *lines, "", "//////", ""]


def hours(scope: Scope, minutes: int) -> str:
    """Write planned minutes: 90 phút, 9 giờ 30 phút."""
    full, rest = divmod(minutes, 60)
    if minutes < 120:
        return scope.words("format.minutes", n=minutes)
    return scope.words("format.hours_minutes" if rest else "format.hours", h=full, m=rest)


def span(scope: Scope, minutes: Minutes) -> str:
    """Write an activity's minutes, with the range where there is one."""
    if minutes.min == minutes.max:
        return str(minutes.plan)
    return f"{minutes.plan} ({minutes.min}–{minutes.max})"


def warning(scope: Scope) -> list[str]:
    """Give the content warning at the head of a sensitive page."""
    title, text = scope.words("block.content-warning"), scope.words("notice.warning")
    return ["", f"/// content-warning | {title}", text, "///", ""]


def referral(scope: Scope) -> list[str]:
    """Give the box of numbers to call at the foot of a sensitive page."""
    registry = scope.catalog.registry
    lines = [f"/// referral | {scope.words('block.referral')}", scope.words("notice.referral"), ""]
    for name in REFERRAL:
        entry = registry.contacts[name]
        title = in_language(entry.name, scope.text_language)
        if entry.phone:
            lines.append(f"- **{contact(entry, scope)}** – {title}")
        else:
            lines.append(f"- {contact(entry, scope)}")
    return ["", *lines, "", scope.words("notice.sheltered"), "///", ""]


def referral_line(scope: Scope) -> list[str]:
    """Give the same numbers in a few lines, for a handout that must stay on one sheet."""
    registry = scope.catalog.registry
    entries = [registry.contacts[name] for name in REFERRAL]
    calls = " · ".join(f"**{contact(e, scope)}** {_short(scope, e)}" for e in entries if e.phone)
    local = " ".join(contact(e, scope, _short(scope, e)) for e in entries if not e.phone)
    title = scope.words("block.referral")
    return ["", f"/// referral | {title}", f"{calls}<br>{local}", "///", ""]


def _short(scope: Scope, entry: ContactShape) -> str:
    return scope.words(f"short_contact.{entry.id}")


def module_facts(scope: Scope, module: Module) -> list[str]:
    """Give the facts table of a module's page."""
    w = scope.words
    modules = {m.id: m for m in scope.catalog.modules}
    requires = [
        f"[{page_title(scope, modules[r], 'index')}]"
        f"({relative(scope.uri, module_uri(scope.language, modules[r]))})"
        for r in module.requires
    ]
    date = scope.catalog.words[scope.text_language].date
    group = module.group
    rows = [
        (w("fact.track"), w(f"track.{module.track}")),
        (w("fact.audiences"), ", ".join(w(f"audience.{a}") for a in module.audiences)),
        (w("fact.level"), w(f"level.{module.level}")),
        (w("fact.time"), w("fact.sessions_text", n=len(module.sessions),
                           minutes=hours(scope, module.minutes))),
        (w("fact.group"), w("fact.group_text", min=group.min, best=group.best, max=group.max,
                            small=group.small)),
        (w("fact.requires"), ", ".join(requires) or w("fact.none")),
        (w("fact.version"), module.version),
        (w("fact.reviewed"), date(module.reviewed.isoformat())),
        (w("fact.review_by"), date(module.review_by.isoformat())),
    ]  # fmt: skip
    rows_ = [(f"**{name}**", value) for name, value in rows]
    lines = table((w("table.fact"), w("table.value")), rows_)
    return [
        "",
        f"## {w('heading.facts')} {{#facts data-audience=trainer}}",
        *box("div.facts[data-audience=trainer]", lines),
    ]


def sessions_table(scope: Scope, module: Module) -> list[str]:
    """Give the list of sessions with their times."""
    w = scope.words
    rows = []
    for number, session in enumerate(module.sessions, 1):
        target = relative(scope.uri, module_uri(scope.language, module, "session", session.id))
        title = page_title(scope, module, "session", session.id)
        rows.append((f"{number}. [{title}]({target})", variants(scope, session)))
    rows.append((f"**{w('table.total')}**", f"**{hours(scope, module.minutes)}**"))
    lines = table((w("table.session"), w("table.time")), rows)
    return ["", f"## {w('heading.sessions')} {{#sessions}}", *box("div.sessions", lines)]


def variants(scope: Scope, session: Session) -> str:
    """Write a session's planned minutes, with the shortest and longest way to hold it."""
    low, high = session.shortest(), session.longest()
    if low == high:
        return scope.words("format.minutes", n=session.minutes)
    return scope.words("fact.variants", plan=session.minutes, low=low, high=high)


def handouts_list(scope: Scope, module: Module) -> list[str]:
    """Give the list of handouts with copies."""
    w = scope.words
    if not module.handouts:
        return []
    lines = []
    for handout in module.handouts:
        target = relative(scope.uri, module_uri(scope.language, module, "handout", handout.id))
        title = page_title(scope, module, "handout", handout.id)
        lines.append(
            f"- [{title}]({target}) · {amount(scope, 1, 'table.copy')} {w(f'per.{handout.per}')}"
        )
    return ["", f"## {w('heading.handouts-list')} {{#handouts-list}}", "", *lines, ""]


def references_table(scope: Scope, module: Module) -> list[str]:
    """Give the references of a module with status and date."""
    w = scope.words
    if not module.references:
        return []
    registry, date = scope.catalog.registry, scope.catalog.words[scope.text_language].date
    rows = []
    for name in module.references:
        entry = registry.references[name]
        title = reference_name(entry, scope, full=True)
        target = f"{scope.link('references.md')}#{name}"
        issued = date(entry.issued) if entry.issued else "–"
        status = "–" if entry.type in UNDATED else w(f"status.{entry.status}")
        rows.append((f"[{title}]({target}){{.ref}}", issued, status))
    head = (w("table.title"), w("table.issued"), w("table.status"))
    heading = f"## {w('heading.references')} {{#references}}"
    return ["", heading, *box("div.references", table(head, rows))]


def contacts_table(scope: Scope, names: Iterable[str]) -> list[str]:
    """Give numbers to call, with blanks for local ones."""
    w = scope.words
    rows = []
    for name in names:
        entry = scope.catalog.registry.contacts[name]
        when = in_language(entry.hours, scope.text_language) if entry.hours else "–"
        call = contact(entry, scope) if entry.phone else blank(scope, 18)
        rows.append((in_language(entry.name, scope.text_language), call, when))
    return table((w("table.name"), w("table.call"), w("table.hours")), rows)


def contacts_section(scope: Scope, module: Module) -> list[str]:
    """Give the contacts of a module under their heading."""
    if not module.contacts:
        return []
    heading = f"## {scope.words('heading.contacts')} {{#contacts}}"
    return ["", heading, *box("div.contacts", contacts_table(scope, module.contacts))]
