"""Mistakes in module.yml, and files that are missing or too many."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import pairwise

from mistakes.manuscript import HERE, Kind, Manuscript, Mistake, Spot, every, kind

SESSION = "the session's id"
ENTRY = "the entry of the list"
NEXT = "the changed line or the next, where YAML notices"
WHOLE_FILE = "the file as a whole"
Rewrite = Callable[[str, random.Random], str | list[str] | None]


def _rows(book: Manuscript) -> list[str]:
    return book.text(book.facts).split("\n")


def _session(book: Manuscript, number: int) -> int:
    """Give the line of the id of the session that a line belongs to."""
    rows = _rows(book)
    starts = [n for n, row in enumerate(rows, 1) if re.match(r"  - id: ", row)]
    return max((n for n in starts if n <= number), default=0)


def facts_kind(codes: str, right: str = HERE) -> Callable[[Rewrite], Kind]:
    """Make a kind from a function that rewrites a line of module.yml, or gives None."""

    def made(rewrite: Rewrite) -> Kind:
        def make(book: Manuscript, chance: random.Random) -> Mistake | None:
            rows = list(enumerate(_rows(book), 1))
            for number, row in chance.sample(rows, len(rows)):
                new = rewrite(row, chance)
                if new is not None and new != row:
                    lines = [new] if isinstance(new, str) else new
                    spots = _spots(book, number, lines, right)
                    return book.with_lines(book.facts, number, lines, spots)
            return None

        make.__name__, make.__doc__ = rewrite.__name__, rewrite.__doc__
        return kind(codes, right)(make)

    return made


def _spots(book: Manuscript, number: int, new: list[str], right: str) -> frozenset[Spot]:
    if right == SESSION:
        return frozenset({(book.facts, _session(book, number))})
    last = number + len(new) - (right != NEXT)
    return frozenset({(book.facts, number), (book.facts, last)})


def _more(row: str, chance: random.Random, pattern: str) -> str | None:
    match = re.match(pattern, row)
    if match is None:
        return None
    minutes = int(match[2]) + chance.choice((-5, 5, 10, 15))
    return f"{match[1]}{minutes}{match[3]}" if minutes > 0 else None


@facts_kind("session-time", SESSION)
def wrong_minutes_of_activity(row: str, chance: random.Random) -> str | None:
    """An activity's minutes are wrong in module.yml."""
    return _more(row, chance, r"(        minutes: )(\d+)()$")


@facts_kind("session-time", SESSION)
def wrong_minutes_of_session(row: str, chance: random.Random) -> str | None:
    """A session's minutes are wrong in module.yml."""
    return _more(row, chance, r"(    minutes: )(\d+)()$")


@facts_kind("session-time", SESSION)
def wrong_minutes_of_break(row: str, chance: random.Random) -> str | None:
    """A break's minutes are wrong in module.yml."""
    return _more(row, chance, r"(.*\{after: .*minutes: )(\d+)(\})$")


@facts_kind("wrong-value")
def range_upside_down(row: str, chance: random.Random) -> str | None:
    """The shortest time of an activity is longer than the longest."""
    least = chance.randrange(80, 120)
    return re.sub(r"min: \d+, plan", f"min: {least}, plan", row) if "plan:" in row else None


@kind("break-missing session-time", "the activity or session that has no break")
def removed_break(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A session's break is removed."""
    rows = _rows(book)
    found = [n for n, row in enumerate(rows, 1) if row.startswith("      - {after: ")]
    if not found:
        return None
    number = chance.choice(found)
    session = _session(book, number)
    activities = [n for n in range(session, number) if re.match(r"      - id: ", rows[n - 1])]
    spots = frozenset((book.facts, n) for n in (session, *activities))
    return book.with_lines(book.facts, number - 1, [], spots, 2)


@facts_kind("break-after")
def break_after_nothing(row: str, chance: random.Random) -> str | None:
    """A break follows an activity that does not exist."""
    return re.sub(r"(\{after: [\w-]+)", r"\1s", row) if "{after: " in row else None


@facts_kind("unknown-key missing-key")
def misspelt_key(row: str, chance: random.Random) -> str | None:
    """A key is misspelt."""
    match = re.match(r"(\s*)(order|source|audiences|level|method|objectives)(: .*)$", row)
    return f"{match[1]}{match[2][:-1]}{match[3]}" if match else None


@facts_kind("doubled-key")
def doubled_key(row: str, chance: random.Random) -> list[str] | None:
    """A key stands twice."""
    return [row, row] if re.match(r"(?:order|level|version|        method): ", row) else None


@facts_kind("yaml")
def tab_for_blanks(row: str, chance: random.Random) -> str | None:
    """A line is indented with a tab."""
    return row.replace("        ", "\t", 1) if row.startswith("        method") else None


@facts_kind("yaml", NEXT)
def open_bracket(row: str, chance: random.Random) -> list[str] | None:
    """A bracket is not closed."""
    return [row[:-1]] if re.match(r"          - \{id: .*\}$", row) else None


@facts_kind("material-unknown")
def unknown_material(row: str, chance: random.Random) -> str | None:
    """A material's id is misspelt."""
    return re.sub(r"(- \{id: [\w-]+), q", r"\1z, q", row) if "quantity" in row else None


@facts_kind("wrong-value")
def quantity_in_words(row: str, chance: random.Random) -> str | None:
    """A quantity is no number."""
    new = chance.choice(("two", "-1", "2 tờ"))
    return re.sub(r"quantity: \d+", f"quantity: {new}", row) if "quantity" in row else None


@facts_kind("wrong-value")
def unknown_method(row: str, chance: random.Random) -> str | None:
    """A method is not in the list."""
    return "        method: lecture" if row.startswith("        method: ") else None


@facts_kind("wrong-value")
def impossible_date(row: str, chance: random.Random) -> str | None:
    """A review date does not exist."""
    return "reviewed: 2026-02-30" if row.startswith("reviewed: ") else None


@facts_kind("review-past")
def review_date_past(row: str, chance: random.Random) -> str | None:
    """The date of the next review is past."""
    return "review_by: 2025-05-22" if row.startswith("review_by: ") else None


@facts_kind("objective", ENTRY)
def misspelt_objective(row: str, chance: random.Random) -> str | None:
    """An activity names an objective that was not declared."""
    match = re.match(r"        objectives: \[([\w-]+)", row)
    return row[: match.end()] + "x" + row[match.end() :] if match else None


@facts_kind("handout-unknown", ENTRY)
def undeclared_handout(row: str, chance: random.Random) -> str | None:
    """An activity gives out a handout that was not declared."""
    match = re.match(r"        handouts: \[([\w-]+)", row)
    return row[: match.end()] + "x" + row[match.end() :] if match else None


@facts_kind("reference-unknown", ENTRY)
def misspelt_listed_reference(row: str, chance: random.Random) -> str | None:
    """A reference in the module's list is misspelt."""
    return row + "x" if re.match(r"  - (?:law|decree|guide|stat|source)-", row) else None


@facts_kind("contact-unknown", ENTRY)
def misspelt_listed_contact(row: str, chance: random.Random) -> str | None:
    """A contact in the module's list is misspelt."""
    return row.replace("commune-pc", "commune-cp") if row.startswith("contacts: ") else None


@facts_kind("requires", ENTRY)
def unknown_prerequisite(row: str, chance: random.Random) -> str | None:
    """A module to be taken before does not exist."""
    return "requires: [no-such-module]" if row == "requires: []" else None


@kind("reference-undeclared", "a line that cites it")
def undeclared_by_removal(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A reference that pages cite is removed from the module's list."""
    rows = _rows(book)
    listed = [(n, row[4:]) for n, row in enumerate(rows, 1) if re.match(r"  - [a-z-]+\d*", row)]
    for number, name in chance.sample(listed, len(listed)):
        pattern = re.compile(rf"\[\[ref:{re.escape(name)}[|\]]")
        spots = {(x.path, x.number) for x in book.lines if pattern.search(x.text)}
        if spots:
            return book.with_lines(book.facts, number, [], frozenset(spots))
    return None


def _activities(book: Manuscript) -> list[tuple[int, int, str, str]]:
    """Give (line, line, id, id) of neighbouring activities of a session."""
    found = [
        (n, row[12:]) for n, row in enumerate(_rows(book), 1) if row.startswith("      - id: ")
    ]
    return [
        (one, two, first, second)
        for (one, first), (two, second) in pairwise(found)
        if _session(book, one) == _session(book, two)
    ]


def _heading(book: Manuscript, number: int, activity: str) -> frozenset[Spot]:
    """Give the places of an activity's heading, by a line of its session in module.yml."""
    session = _rows(book)[_session(book, number) - 1][len("  - id: ") :]
    return frozenset(
        (line.path, line.number)
        for line in book.lines
        if line.path.endswith(f"/{session}.md")
        and line.section == activity
        and line.kind == "heading"
    )


@kind("activity-order", "the first activity out of place on the session's page")
def swapped_activity_ids(book: Manuscript, chance: random.Random) -> Mistake | None:
    """Two neighbouring activities have each other's id in module.yml."""
    one, two, first, second = chance.choice(_activities(book))
    rows = _rows(book)
    spots = _heading(book, one, first)
    rows[one - 1], rows[two - 1] = f"      - id: {second}", f"      - id: {first}"
    return Mistake(book.facts, "\n".join(rows).encode(), spots, first, second)


@kind("activity-unknown", "the heading with the old id, in both languages")
def renamed_activity(book: Manuscript, chance: random.Random) -> Mistake | None:
    """An activity has another id in module.yml than on its page."""
    number, _, name, _ = chance.choice(_activities(book))
    spots = _heading(book, number, name)
    return book.with_lines(book.facts, number, [f"      - id: {name}-new"], spots)


@kind("doubled-id", HERE)
def doubled_activity_id(book: Manuscript, chance: random.Random) -> Mistake | None:
    """Two activities of a session have one id."""
    _, two, first, _ = chance.choice(_activities(book))
    spots = frozenset({(book.facts, two)})
    return book.with_lines(book.facts, two, [f"      - id: {first}"], spots)


@kind("objectives", "the heading of the objectives, in both languages")
def swapped_objectives(book: Manuscript, chance: random.Random) -> Mistake | None:
    """Two neighbouring objectives change places in module.yml."""
    rows = _rows(book)
    start = rows.index("objectives:") + 1
    end = next(n for n in range(start, len(rows)) if not rows[n].startswith("  - "))
    place = chance.randrange(start, end - 1)
    spots = {
        (line.path, line.number)
        for line in book.lines
        if line.path.endswith("/index.md") and line.text.endswith("{#objectives}")
    }
    new = [rows[place + 1], rows[place]]
    return book.with_lines(book.facts, place + 1, new, frozenset(spots), 2)


@kind("objective-unused", ENTRY)
def unused_objective(book: Manuscript, chance: random.Random) -> Mistake | None:
    """An objective is added that no activity works on."""
    number = _rows(book).index("objectives:") + 1
    spots = frozenset({(book.facts, number + 1)})
    return book.with_lines(book.facts, number, ["objectives:", "  - do-more"], spots)


@kind("words-missing", WHOLE_FILE)
def deleted_session(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A session's file is deleted in the language that leads."""
    return _deleted(book, chance, lambda path: "/vi/" in path and "/handouts/" not in path)


@kind("words-missing", WHOLE_FILE)
def deleted_handout(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A handout's file is deleted in the language that leads."""
    return _deleted(book, chance, lambda path: "/vi/handouts/" in path)


@kind("missing", "the page, as missing in `sotay status`")
def deleted_translation(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A translated file is deleted: no fault, readers see the original with a notice."""
    return _deleted(book, chance, lambda path: "/en/" in path)


def _deleted(
    book: Manuscript, chance: random.Random, wanted: Callable[[str], bool]
) -> Mistake | None:
    path = chance.choice([p for p in book.pages if wanted(p)])
    return Mistake(path, None, frozenset({(path, 0)}))


@kind("link-dead", "the lines that show it")
def deleted_image(book: Manuscript, chance: random.Random) -> Mistake | None:
    """An image is deleted that pages show."""
    images = [p for p in book.files if "/images/" in p]
    path = chance.choice(images)
    name = re.escape(path.rpartition("/")[2])
    spots = {(x.path, x.number) for x in book.lines if re.search(rf"/{name}\)", x.text)}
    return Mistake(path, None, frozenset(spots)) if spots else None


@kind("no-facts", "the module's folder")
def deleted_facts(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A module's module.yml is deleted."""
    return Mistake(book.facts, None, frozenset({(book.folder, 0)}))


@kind("orphan", WHOLE_FILE)
def unnamed_file(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A words file is added that module.yml does not name."""
    path = f"{book.folder}/{chance.choice(('vi', 'en'))}/new-session.md"
    return Mistake(path, "# Mới {#new-session}\n".encode(), frozenset({(path, 0)}))


@kind("empty", WHOLE_FILE)
def emptied_file(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A words file is empty."""
    path = chance.choice(book.pages)
    return Mistake(path, b"\n", frozenset({(path, 0)}))


@kind("image-unused", WHOLE_FILE)
def unused_image(book: Manuscript, chance: random.Random) -> Mistake | None:
    """An image is added that no page shows."""
    path = f"{book.folder}/images/more.svg"
    return Mistake(path, b"<svg/>\n", frozenset({(path, 0)}))


@kind("photo-consent", WHOLE_FILE)
def photograph_without_consent(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A photograph is added without a note of consent."""
    path = f"{book.folder}/images/children.jpg"
    return Mistake(path, b"\xff\xd8\xff", frozenset({(path, 0)}))


KINDS = every(globals())
