"""Rules about `module.yml`: times, ids, and that what is named exists."""

from __future__ import annotations

import os
from collections.abc import Iterator

from sotay.checks.context import Context
from sotay.model import Activity, Module, Session
from sotay.parts import REFERRAL
from sotay.problem import Place, Problem, fault, nudge

LONGEST_SITTING = 120
"""Minutes that people sit without a break; our rule for adult sessions."""


def session_time_adds_up(context: Context, module: Module) -> Iterator[Problem]:
    """The planned minutes of activities and breaks fill exactly the session's minutes."""
    for session in module.sessions:
        activities = sum(a.minutes.plan for a in session.activities)
        breaks = sum(b.minutes for b in session.breaks)
        total = activities + breaks
        if total != session.minutes:
            yield fault(
                "session-time",
                session.place,
                (
                    f"Buổi “{session.id}” ghi {session.minutes} phút, cộng lại được {total} phút "
                    f"({activities} hoạt động + {breaks} nghỉ).",
                    f"Session “{session.id}” says {session.minutes} minutes, its parts add up to "
                    f"{total} ({activities} activities + {breaks} breaks).",
                ),
                (
                    f"Ghi minutes: {total}, hoặc sửa phút của một hoạt động.",
                    f"Write minutes: {total}, or change the minutes of an activity.",
                ),
            )


def breaks_follow_an_activity(context: Context, module: Module) -> Iterator[Problem]:
    """Each break names the activity it follows, and that activity is in the session."""
    for session in module.sessions:
        known = [a.id for a in session.activities]
        for pause in session.breaks:
            if pause.after not in known:
                yield fault(
                    "break-after",
                    pause.place,
                    (f"Không có hoạt động “{pause.after}” trong buổi này.",
                     f"There is no activity “{pause.after}” in this session."),
                    (f"Dùng một trong: {', '.join(known)}.", f"Use one of: {', '.join(known)}."),
                )  # fmt: skip


def break_every_two_hours(context: Context, module: Module) -> Iterator[Problem]:
    """Nobody sits longer than 120 minutes without a break."""
    for session in module.sessions:
        pauses = {b.after for b in session.breaks}
        stretch = 0
        for activity in session.activities:
            stretch += activity.minutes.plan
            if stretch > LONGEST_SITTING:
                yield fault(
                    "break-missing",
                    activity.place,
                    (f"Đến “{activity.id}” đã ngồi {stretch} phút không nghỉ.",
                     f"At “{activity.id}” people have sat {stretch} minutes without a break."),
                    ("Thêm một mục breaks ở trước.", "Add an entry to breaks before it."),
                )  # fmt: skip
                break
            if activity.id in pauses:
                stretch = 0


def talk_leaves_room(context: Context, module: Module) -> Iterator[Problem]:
    """Talk before the whole room takes at most a third of a session's minutes."""
    for session in module.sessions:
        talk = sum(a.minutes.plan for a in session.activities if a.method == "plenary")
        total = sum(a.minutes.plan for a in session.activities)
        if talk * 3 > total:
            share = round(100 * talk / total)
            yield nudge(
                "talk-share",
                session.place,
                (f"Buổi “{session.id}” có {talk} trên {total} phút ({share}%) là nói trước cả lớp.",
                 f"In “{session.id}” {talk} of {total} minutes ({share}%) are plenary talk."),
                ("Đổi một phần thành việc nhóm, cặp, trò chơi; tối đa một phần ba là nói.",
                 "Turn a part into group work, pairs or a game; at most a third should be talk."),
            )  # fmt: skip


def objectives_are_declared(context: Context, module: Module) -> Iterator[Problem]:
    """Sessions and activities name only objectives of the module."""
    for keys, owner in _owners(module):
        for n, name in enumerate(owner.objectives):
            if name not in module.objectives:
                place = module.at(*keys, "objectives", n)
                yield _unknown(place, "objective", ("mục tiêu", "objective"), name,
                               list(module.objectives))  # fmt: skip


def every_objective_has_an_activity(context: Context, module: Module) -> Iterator[Problem]:
    """Each objective of the module is worked on by at least one activity."""
    worked = {o for s in module.sessions for a in s.activities for o in a.objectives}
    # A session whose activities name no objective works on the session's own.
    for session in module.sessions:
        if not any(a.objectives for a in session.activities):
            worked |= set(session.objectives)
    for n, name in enumerate(module.objectives):
        if name not in worked:
            yield fault(
                "objective-unused",
                module.at("objectives", n),
                (f"Không hoạt động nào phục vụ mục tiêu “{name}”.",
                 f"No activity works on the objective “{name}”."),
                ("Thêm mã này vào objectives của một hoạt động, hoặc bỏ mục tiêu.",
                 "Add it to the objectives of an activity, or drop the objective."),
            )  # fmt: skip


def handouts_are_declared(context: Context, module: Module) -> Iterator[Problem]:
    """Activities name only handouts of the module."""
    known = [h.id for h in module.handouts]
    for keys, owner in _owners(module):
        for n, name in enumerate(owner.handouts if isinstance(owner, Activity) else ()):
            if name not in known:
                yield _unknown(module.at(*keys, "handouts", n), "handout-unknown",
                               ("tài liệu phát tay", "handout"), name, known)  # fmt: skip


def every_handout_is_used(context: Context, module: Module) -> Iterator[Problem]:
    """Each handout is given out in at least one activity."""
    used = {h for s in module.sessions for a in s.activities for h in a.handouts}
    for handout in module.handouts:
        if handout.id not in used:
            yield fault(
                "handout-unused",
                handout.place,
                (f"Tài liệu “{handout.id}” không được phát trong hoạt động nào.",
                 f"The handout “{handout.id}” is given out in no activity."),
                ("Thêm mã vào handouts của hoạt động phát nó.",
                 "Add it to the handouts of the activity that uses it."),
            )  # fmt: skip


def prerequisites_exist(context: Context, module: Module) -> Iterator[Problem]:
    """Modules to be taken before exist, and the chain makes no circle."""
    modules = {m.id: m for m in context.catalog.modules}
    for n, name in enumerate(module.requires):
        if name not in modules and name not in context.catalog.unread:
            yield _unknown(module.at("requires", n), "requires", ("học phần", "module"), name,
                           list(modules))  # fmt: skip
    reached, waiting = set[str](), list(module.requires)
    while waiting:
        name = waiting.pop()
        if name == module.id:
            yield fault(
                "requires-circle",
                module.at("requires"),
                ("Học phần này đòi chính nó phải học trước.", "The module requires itself."),
                ("Bỏ một mắt xích trong requires.", "Remove one link of the chain in requires."),
            )
            return
        if name in modules and name not in reached:
            reached.add(name)
            waiting += modules[name].requires


def registry_ids_exist(context: Context, module: Module) -> Iterator[Problem]:
    """References, contacts and materials are entries of data/."""
    registry = context.catalog.registry
    for n, name in enumerate(module.references):
        if name not in registry.references:
            yield _unknown(module.at("references", n), "reference-unknown",
                           ("căn cứ", "reference"), name, list(registry.references))  # fmt: skip
    places = {name: module.at("contacts", n) for n, name in enumerate(module.contacts)}
    for name in dict.fromkeys((*module.contacts, *(REFERRAL if module.sensitive else ()))):
        place = places.get(name, module.at("contacts"))
        if name not in registry.contacts:
            yield _unknown(place, "contact-unknown", ("số liên hệ", "contact"), name,
                           list(registry.contacts))  # fmt: skip
        elif not registry.contacts[name].print_ok:
            yield fault(
                "contact-not-printed",
                place,
                (f"“{name}” chưa được phép in.", f"“{name}” may not be printed."),
                ("Bỏ khỏi contacts; dùng 111, 113 hoặc số địa phương.",
                 "Remove it from contacts; use 111, 113 or the local number."),
            )  # fmt: skip
    for session in module.sessions:
        for need in (need for a in session.activities for need in a.materials):
            if need.id not in registry.materials:
                yield _unknown(need.place, "material-unknown", ("vật liệu", "material"), need.id,
                               list(registry.materials))  # fmt: skip


def source_words_exist(context: Context, module: Module) -> Iterator[Problem]:
    """Every page has its words in the language that leads; others may be missing."""
    names = {"index": "index.md", "session": "{}.md", "handout": "handouts/{}.md"}
    for kind, page_id in module.pages():
        if module.page(module.source, kind, page_id) is None:
            path = f"{module.folder}/{module.source}/{names[kind].format(page_id)}"
            # An unreadable file was told by the reader already; only absence is told here.
            if not os.path.lexists(context.catalog.root / path):
                yield fault(
                    "words-missing",
                    Place(path),
                    ("Thiếu tệp lời mà module.yml nhắc đến.",
                     "The words file that module.yml names is missing."),
                    ("Tạo tệp này, hoặc bỏ mã của nó khỏi module.yml.",
                     "Create the file, or remove its id from module.yml."),
                )  # fmt: skip


def _owners(module: Module) -> Iterator[tuple[tuple[str | int, ...], Session | Activity]]:
    """Give each session and activity with its keys in module.yml."""
    for i, session in enumerate(module.sessions):
        yield ("sessions", i), session
        for n, activity in enumerate(session.activities):
            yield ("sessions", i, "activities", n), activity


def _unknown(
    place: Place, code: str, kind: tuple[str, str], name: str, known: list[str]
) -> Problem:
    """Tell of an id that does not exist, with the nearest one that does."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1, 0.6)
    remedy = (
        (f"Có phải “{near[0]}” không?", f"Did you mean “{near[0]}”?")
        if near
        else ("Khai báo mã đó, hoặc dùng mã đã có.", "Declare it, or use one that exists.")
    )
    message = (f"Không có {kind[0]} “{name}”.", f"There is no {kind[1]} “{name}”.")
    return fault(code, place, message, remedy)
