"""Proves that `sotay check` tells mistakes: makes them at random in the real modules.

python bench/mutations.py                      writes its section of bench/results.md
python bench/mutations.py --seed 7 --count 300 --quiet

Each mistake changes one file of one module. The module, with the registries, is then loaded and
checked as `sotay check` does it (and as `sotay status` does, when the file was deleted), and the
file is put back. A mistake is caught when a report with one of its kind's codes is new; the file
and the line are right when one of these reports is at a place that the kind names as right. What
follows from a text alone (its parsing, the figures in a paragraph) is kept for texts that did not
change. Every file is read and every rule runs over everything each time.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

from mistakes import KINDS, LIMITS
from mistakes.manuscript import Kind, Manuscript, Mistake, read
from report import table
from section import write_section
from sotay import intake, page, source
from sotay.checks import context, samefacts
from sotay.freshness import survey
from sotay.page import Page
from sotay.problem import ContentError, Message, Place, Problem
from sotay.project import inspect

HERE = Path(__file__).resolve().parent
REAL = HERE.parent
LANGUAGES = ("vi", "en")
TODAY = date(2026, 11, 22)
"""The day of every check: no result changes with the calendar."""
SEED, COUNT, LIMITED = 2026, 222, 30


@dataclass(frozen=True)
class Verdict:
    """What came of one mistake: told at all, in the right file, at the right line."""

    kind: str
    mistake: Mistake
    told: tuple[Problem, ...]
    is_caught: bool
    is_in_file: bool
    is_at_line: bool

    def __str__(self) -> str:
        """Give what was done and what was told, for a person to look at."""
        places = ", ".join(f"{p.place} [{p.code}]" for p in self.told) or "nothing"
        right = ", ".join(f"{path}:{line}" for path, line in sorted(self.mistake.right))
        done = f"{self.mistake.before!r} → {self.mistake.after!r}"
        return f"{self.kind}: {self.mistake.path}: {done}\n  right: {right}\n  told: {places}"


class Proof:
    """The real modules in folders of their own, each with the registries."""

    def __init__(self, folder: Path, root: Path = REAL) -> None:
        names = sorted(p.parent.relative_to(root) for p in root.glob("modules/*/*/module.yml"))
        self.books: dict[Path, Manuscript] = {}
        self.noise: dict[Path, Counter[Problem]] = {}
        for name in names:
            own = folder / name.name
            shutil.copytree(root / "data", own / "data")
            shutil.copy(root / "mkdocs.yml", own)
            shutil.copytree(root / name, own / name)
            for neighbour in _named(root / name, names):
                shutil.copytree(root / neighbour, own / neighbour)
            self.books[own] = read(own, name.as_posix())
            self.noise[own] = Counter(_told(own))

    @property
    def alarms(self) -> tuple[Problem, ...]:
        """What is told of the modules as they are."""
        return tuple(problem for noise in self.noise.values() for problem in noise)

    def judge(self, kinds: Sequence[Kind], count: int, seed: int) -> Iterator[Verdict]:
        """Make `count` mistakes, the kinds in turn, and tell what came of each."""
        made: set[tuple[str, bytes | None]] = set()
        for number in range(count):
            kind = kinds[number % len(kinds)]
            chance = random.Random(f"{seed} {kind.name} {number // len(kinds)}")
            for own in chance.sample(sorted(self.books), len(self.books)):
                mistake = kind.make(self.books[own], chance)
                if mistake and (mistake.path, mistake.content) not in made:
                    made.add((mistake.path, mistake.content))
                    yield self._verdict(own, kind, mistake)
                    break

    def _verdict(self, own: Path, kind: Kind, mistake: Mistake) -> Verdict:
        path = own / mistake.path
        before = path.read_bytes() if path.exists() else None
        _put(path, mistake.content)
        try:
            found = _told(own, with_status=mistake.content is None)
            told = tuple((Counter(found) - self.noise[own]).elements())
        finally:
            _put(path, before)
        known = [p.place for p in told if p.code in kind.codes]
        files = {name for name, _ in mistake.right}
        return Verdict(
            kind.name, mistake, told, bool(known), any(p.path in files for p in known),
            any((p.path, p.line) in mistake.right for p in known),
        )  # fmt: skip


def _named(module: Path, names: Sequence[Path]) -> list[Path]:
    """Find the other modules that a module's words or facts name."""
    text = "".join(p.read_text("utf-8") for p in (*module.rglob("*.md"), module / "module.yml"))
    asked = set(re.findall(r"\[\[module:([a-z0-9-]+)", text))
    asked |= set(re.findall(r"[a-z0-9-]+", "".join(re.findall(r"^requires:(.*)$", text, re.M))))
    return [name for name in names if name.name in asked and name.name != module.name]


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


def _told(root: Path, *, with_status: bool = True) -> list[Problem]:
    """Give what `sotay check` says, and the pages that `sotay status` says are missing."""
    try:
        catalog, _, problems = inspect(root, LANGUAGES, TODAY)
    except ContentError as error:
        return list(error.problems)
    if not with_status:
        return list(problems)
    missing = {
        f"{standing.folder}/{language}/{standing.page}"
        for standing in survey(catalog)
        if standing.state.name == "missing"
        for language in standing.state.languages
    }
    return [*problems, *(_missing(path) for path in sorted(missing))]


def _missing(path: str) -> Problem:
    said = Message("missing", "missing")
    return Problem(Place(path), said, said, "missing", "warning")


@contextmanager
def parsed_once() -> Iterator[None]:
    """Parse each text once; what follows from a text alone is the same every time."""
    cut: dict[int, tuple[Page, tuple[object, ...]]] = {}
    paragraphs = context.paragraphs

    def remembered(one: Page) -> object:
        if id(one) not in cut:
            cut[id(one)] = (one, paragraphs(one))
        return cut[id(one)][1]

    with ExitStack() as stack:
        for owner, name in (
            (page, "parse"), (intake, "load_yaml"), (source, "_text_problems"),
            (samefacts, "figures"), (samefacts, "number_words"),
        ):  # fmt: skip
            once = lru_cache(50_000)(getattr(owner, name))
            stack.enter_context(patch.object(owner, name, once))
        stack.enter_context(patch.object(context, "paragraphs", remembered))
        yield


@dataclass(frozen=True)
class Score:
    """How many mistakes of one kind were tried, told, and told at the right place."""

    kind: Kind
    tried: int
    caught: int
    file: int
    line: int


def scores(kinds: Iterable[Kind], verdicts: Sequence[Verdict]) -> list[Score]:
    """Count the verdicts by kind."""
    return [
        Score(
            kind, len(mine), sum(v.is_caught for v in mine), sum(v.is_in_file for v in mine),
            sum(v.is_at_line for v in mine),
        )
        for kind in kinds
        for mine in [[v for v in verdicts if v.kind == kind.name]]
    ]  # fmt: skip


def results(
    proof: Proof, found: Sequence[Score], limits: Sequence[Score], seed: int, seconds: float
) -> str:
    """Give the section of results.md."""
    sums = [sum(getattr(s, name) for s in found) for name in ("tried", "caught", "file", "line")]
    rows = [(s.kind.name, [str(n) for n in (s.tried, s.caught, s.file, s.line)]) for s in found]
    rows.append(("**all**", [f"**{n}**" for n in sums]))
    beyond = [(s.kind.name, [str(s.tried), str(s.caught)]) for s in limits]
    heads = ("Kind", "tried", "caught", "right file", "right line")
    about = "\n".join(
        f"- **{s.kind.name}**: {s.kind.about} [{', '.join(sorted(s.kind.codes))}]. "
        f"Right line: {s.kind.right}."
        for s in (*found, *limits)
    )
    return f"""## Mistakes told

{sums[0]} single mistakes of {len(found)} kinds in the {len(proof.books)} real modules, seed
{seed}; {sums[1]} caught, {sums[2]} in the right file, {sums[3]} at the right line.
Unchanged modules: {len(proof.alarms)} reports. {seconds / max(sums[0], 1):.2f} s for each mistake.
Written by `make mutations`.

{table(heads, rows)}

### What no rule tells

Mistakes of meaning are for a person who reads both languages. Some are told by luck, because a
figure or a term goes with them; none of these is counted above.

{table(("Kind", "tried", "told"), beyond)}

### What each kind is

{about}"""


def main() -> int:
    """Make the mistakes, print what was missed, write the section. Returns 1 if any was."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=SEED, help=f"{SEED} when left out")
    parser.add_argument("--count", type=int, default=COUNT, help=f"{COUNT} when left out")
    parser.add_argument("--kind", action="append", default=[], help="only this kind")
    parser.add_argument("--quiet", action="store_true", help="print only, write nothing")
    options = parser.parse_args()
    kinds = [k for k in KINDS if not options.kind or k.name in options.kind]
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, parsed_once():
        proof = Proof(Path(folder))
        verdicts = list(proof.judge(kinds, options.count, options.seed))
        seconds = time.perf_counter() - begin
        beyond = list(proof.judge(LIMITS, 0 if options.kind else LIMITED, options.seed))
    found, limits = scores(kinds, verdicts), scores(LIMITS, beyond)
    missed = [v for v in verdicts if not v.is_at_line]
    text = results(proof, found, limits, options.seed, seconds)
    print(text)
    print(*missed, *proof.alarms, sep="\n", file=sys.stderr)
    if not options.quiet and not options.kind:
        write_section("mutations", text)
    return 1 if missed or proof.alarms else 0


if __name__ == "__main__":
    sys.exit(main())
