"""The parts of a session's page that come from facts: times, materials, what is under a heading.

Each function gives lines of the site's Markdown in the language of its scope.
"""

from __future__ import annotations

from sotay.expand import Scope, amount, inline, page_title
from sotay.model import Activity, MaterialNeed, Module, Session
from sotay.parts import box, span, table, variants
from sotay.registry import in_language
from sotay.site import module_uri, relative


def session_facts(scope: Scope, module: Module, session: Session) -> list[str]:
    """Give the facts of a session for its trainer."""
    w = scope.words
    index = module.page(scope.text_language, "index") or module.page(module.source, "index")
    texts = {item.id: item.words for item in index.items("objectives")} if index else {}
    goals = "<br>".join(f"• {inline(texts.get(o, o), scope)}" for o in session.objectives)
    rows = [
        (f"**{w('fact.module')}**", page_title(scope, module, "index")),
        (f"**{w('fact.minutes')}**", variants(scope, session)),
        (f"**{w('fact.group')}**", w("fact.group_text", **vars(module.group))),
        (f"**{w('fact.objectives')}**", goals),
    ]
    lines = table((w("table.fact"), w("table.value")), rows)
    return box("div.session-facts[data-audience=trainer]", lines)


def timetable(scope: Scope, module: Module, session: Session) -> list[str]:
    """Give the running times of a session, with a column for the clock on the day."""
    w = scope.words
    page = module.page(scope.text_language, "session", session.id)
    titles = {h.id: h.title for h in page.headings} if page else {}
    pauses = {b.after: b for b in session.breaks}
    rows, at = [], 0
    for activity in session.activities:
        method = w(f"method.{activity.method}")
        method += f" ({w('table.optional')})" if activity.optional else ""
        title = f"[{titles.get(activity.id, activity.id)}](#{activity.id})"
        rows.append((clock(at), "", span(scope, activity.minutes), title, method))
        at += activity.minutes.plan
        if pause := pauses.get(activity.id):
            rows.append((clock(at), "", str(pause.minutes), f"*{w('table.break')}*", "–"))
            at += pause.minutes
    rows.append((clock(at), "", f"**{at}**", f"**{w('table.end')}**", "–"))
    keys = ("running", "clock", "duration", "activity", "method")
    lines = table((w(f"table.{key}") for key in keys), rows)
    heading = f"## {w('heading.session-plan')} {{#session-plan data-audience=trainer}}"
    return ["", heading, *box("div.timetable[data-audience=trainer]", lines)]


def clock(minutes: int) -> str:
    """Write minutes from the start as hours and minutes: 95 → 1:35."""
    return f"{minutes // 60}:{minutes % 60:02}"


def materials(scope: Scope, module: Module, session: Session) -> list[str]:
    """Give what to prepare, with totals for the best and the largest group."""
    w, group = scope.words, module.group
    rows: list[tuple[str, ...]] = []
    for name, named in _by_material(session).items():
        entry = scope.catalog.registry.materials[name]
        needs = merged(named, entry.reusable)
        unit = in_language(entry.unit, scope.text_language)
        each = ", ".join(f"{amount(scope, n.quantity, unit)} {w(f'per.{n.per}')}" for n in needs)
        best, most = (
            _total([n.total(people, group.small) for n in needs], entry.reusable)
            for people in (group.best, group.max)
        )
        title = in_language(entry.name, scope.text_language)
        rows.append((title, each, amount(scope, best, unit), amount(scope, most, unit)))
    for name in dict.fromkeys(h for a in session.activities for h in a.handouts):
        rows.append(_copies(scope, module, name))
    if not rows:
        return []
    head = (w("table.material"), w("table.quantity"), w("table.for_best", n=group.best),
            w("table.for_max", n=group.max))  # fmt: skip
    heading = f"## {w('heading.materials')} {{#materials data-audience=trainer}}"
    return ["", heading, *box("div.materials[data-audience=trainer]", table(head, rows))]


def _by_material(session: Session) -> dict[str, list[MaterialNeed]]:
    """Group a session's needs by material."""
    found: dict[str, list[MaterialNeed]] = {}
    for activity in session.activities:
        for need in activity.materials:
            found.setdefault(need.id, []).append(need)
    return found


def merged(needs: list[MaterialNeed], reusable: bool) -> list[MaterialNeed]:
    """Say once what several activities need per person, per group or for the room."""
    named: dict[str, list[int]] = {}
    for need in needs:
        named.setdefault(need.per, []).append(need.quantity)
    return [MaterialNeed(needs[0].id, _total(q, reusable), per) for per, q in named.items()]


def _total(quantities: list[int], reusable: bool) -> int:
    """Add up what is used up; of what is used again the largest need is enough."""
    return max(quantities) if reusable else sum(quantities)


def _copies(scope: Scope, module: Module, name: str) -> tuple[str, ...]:
    handout, group = module.handout(name), module.group
    title = page_title(scope, module, "handout", name)
    target = relative(scope.uri, module_uri(scope.language, module, "handout", name))
    need = MaterialNeed(name, 1, handout.per)
    best, most = need.total(group.best, group.small), need.total(group.max, group.small)
    each = f"{amount(scope, 1, 'table.copy')} {scope.words(f'per.{handout.per}')}"
    counts = (amount(scope, n, "table.copy" if n == 1 else "table.copies") for n in (best, most))
    return (f"[{title}]({target})", each, *counts)


def activity_facts(scope: Scope, module: Module, activity: Activity) -> list[str]:
    """Give the line under an activity's heading: minutes, method, materials, handouts."""
    w = scope.words
    registry = scope.catalog.registry
    parts = [f"**{w('format.minutes', n=span(scope, activity.minutes))}**"]
    parts.append(w(f"method.{activity.method}"))
    if activity.optional:
        parts.append(w("table.optional"))
    needs = ", ".join(
        f"{in_language(m.name, scope.text_language)} "
        f"({amount(scope, n.quantity, in_language(m.unit, scope.text_language))} "
        f"{w(f'per.{n.per}')})"
        for n in activity.materials
        if (m := registry.materials[n.id])
    )
    if needs:
        parts.append(w("activity.materials", items=needs))
    given = ", ".join(page_title(scope, module, "handout", h) for h in activity.handouts)
    if given:
        parts.append(w("activity.handouts", items=given))
    return ["", " · ".join(parts), "{: .activity-facts data-audience=trainer }", ""]


def pause(scope: Scope, minutes: int) -> list[str]:
    """Give the line of a break between two activities."""
    text = f"{scope.words('table.break')} · {scope.words('format.minutes', n=minutes)}"
    return box("div.break[data-audience=trainer]", [text])
