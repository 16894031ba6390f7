"""Links to other sites: asked for only when told to, and only a bounded number of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http.client import HTTPException
from pathlib import Path
from urllib import request
from urllib.error import HTTPError

from sotay.checks.context import words_pages
from sotay.model import Catalog
from sotay.problem import Place, Problem, nudge
from sotay.whole import write_whole

MOST = 200
"""Addresses asked for in one run."""
PATIENCE = 10.0
"""Seconds that one host has to answer."""
FRESH = 7
"""Days for which a good answer is believed."""
CACHE = Path("build") / "external.json"
_SCHEMES = ("http://", "https://")
_HANDLERS = (
    request.ProxyHandler, request.HTTPHandler, request.HTTPSHandler, request.HTTPRedirectHandler,
    request.HTTPDefaultErrorHandler, request.HTTPErrorProcessor,
)  # fmt: skip

Answer = str
"""Empty when the address answered well, else what went wrong."""


def addresses(catalog: Catalog) -> dict[str, list[Place]]:
    """Give each outside address that a words file links to, with the places of the links."""
    found: dict[str, list[Place]] = {}
    for words in words_pages(catalog):
        for link in words.page.links:
            if link.target.startswith(_SCHEMES) and not link.is_image:
                found.setdefault(link.target.partition("#")[0], []).append(link.place)
    return found


def dead_links(
    found: Mapping[str, list[Place]], known: Mapping[str, str], ask: Callable[[str], Answer]
) -> tuple[list[Problem], dict[str, Answer]]:
    """Ask for the addresses that are not known to answer, at most MOST of them.

    In: addresses with their places; the good answers still believed; how to ask for one.
    Out: a warning for each dead link, and the new answers.
    """
    unknown = [address for address in found if address not in known]
    asked = unknown[:MOST]
    with ThreadPoolExecutor(max_workers=8) as pool:
        answers = dict(zip(asked, pool.map(ask, asked), strict=True))
    problems = [
        _dead(place, address, answer)
        for address, answer in answers.items()
        if answer
        for place in found[address]
    ]
    if unknown[MOST:]:
        problems.append(_too_many(found[unknown[MOST]][0], len(unknown) - MOST))
    return problems, answers


def check_external(root: Path, catalog: Catalog, today: date) -> list[Problem]:
    """Ask for every outside link of the project; good answers are kept in build/ for a week."""
    kept = _kept(root / CACHE, today)
    problems, answers = dead_links(addresses(catalog), kept, fetch)
    kept |= {address: today.isoformat() for address, answer in answers.items() if not answer}
    write_whole(root / CACHE, json.dumps(kept, indent=1, sort_keys=True).encode())
    return problems


def fetch(address: str, patience: float = PATIENCE) -> Answer:
    """Ask for an address: HEAD first, GET when the host refuses HEAD. Raises nothing."""
    if not address.startswith(_SCHEMES):
        return "not http"
    answer = _asked(address, "HEAD", patience)
    return (
        _asked(address, "GET", patience)
        if answer[:3] in ("400", "403", "404", "405", "501")
        else answer
    )


def _asked(address: str, method: str, patience: float) -> Answer:
    opener = request.OpenerDirector()
    for handler in _HANDLERS:
        opener.add_handler(handler())
    question = request.Request(address, method=method, headers={"User-Agent": "sotay-check"})
    try:
        with opener.open(question, timeout=patience) as answer:
            answer.read(1)
            return ""
    except HTTPError as error:
        error.close()
        return f"{error.code} {error.reason}"
    except (OSError, HTTPException, ValueError) as error:
        return str(getattr(error, "reason", error)) or type(error).__name__


def _kept(path: Path, today: date) -> dict[str, str]:
    """Read the good answers that are young enough; a cache that cannot be read is empty."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        return {
            address: day
            for address, day in known.items()
            if 0 <= (today - date.fromisoformat(day)).days < FRESH
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _dead(place: Place, address: str, answer: Answer) -> Problem:
    return nudge(
        "external-dead",
        place,
        (f"{address} không mở được ({answer}).", f"{address} cannot be opened ({answer})."),
        ("Mở bằng trình duyệt; sửa địa chỉ hoặc bỏ liên kết.",
         "Open it in a browser; correct the address or drop the link."),
    )  # fmt: skip


def _too_many(place: Place, left: int) -> Problem:
    return nudge(
        "external-many",
        place,
        (f"Còn {left} địa chỉ chưa hỏi.", f"{left} addresses were not asked for."),
        ("Chạy lại: địa chỉ tốt đã được nhớ.", "Run it again: good addresses are remembered."),
    )
