"""Any bytes: the loaders and the rules give a result or Problems, never a traceback, and soon.

And what the rules let pass, the renderer renders as the rules understood it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sample
from sotay import page, schema
from sotay.checks import PAGE_RULES
from sotay.checks.context import Context, WordsPage
from sotay.decode import decode, decode_list
from sotay.document import Document, load_yaml
from sotay.freshness import survey
from sotay.mending import mend_files, mended
from sotay.problem import ContentError, Problem
from sotay.project import inspect
from sotay.source import Text, read

FEW = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
SOON = 2.0
"""Seconds that one example may take on a loaded machine; most take a thousandth of it."""
_INK = [
    "/// ", "//// ", "///", "////", "trainer", "ask | a", "lines | 5", "handout | x", "\n", "\n\n",
    "```", "~~~", "`", "``", "\\", "# A {#a}", "## B {#b}", "{: #c }", "{", "}", "[[", "]]", "[",
    "](", ")", "(", "!", "|", "||\n", "ref:", "term:x|y", "blank:²", "<b>", "<script", ">", "<!--",
    "-->", "- ", "    ", "1. ", "a", "ệ", "\u0300", "102/2016/QH13", "0912 345 678", "---", "===",
    "javascript:", "http://x", "../", "#", "\t", "\x00", "\ufeff", "\u2028",
]  # fmt: skip
_SCRAPS = st.lists(st.sampled_from(_INK), max_size=40).map("".join)
_YAML = [
    "a: ", "- ", "\n", "  ", "{", "}", "[", "]", ",", "&x ", "*x", "!!python/object:os.system ",
    "? ", ": ", "'", '"', "|", ">", "#", "1:30", "no", "~", "id: x\n", "sessions:\n", "%", "ệ",
    "---\n", "...\n", "<<: ", "\t", "order: 9999999999999999999999\n", "group: {min: 1}\n",
    "minutes: 1\n",
]  # fmt: skip
_KEYS = [*schema.ModuleShape.model_fields, "x"]
_PLAIN = st.recursive(
    st.none() | st.text(max_size=6) | st.sampled_from(["1", "2026-01-01", "vi", "9" * 5000]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4)
    ),
    max_leaves=8,
)


@contextmanager
def _soon() -> Iterator[None]:
    begin = time.process_time()
    yield
    assert time.process_time() - begin < SOON


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """Give the sound sample, against which any page is checked."""
    root = sample.make(tmp_path_factory.mktemp("fuzz") / "project")
    catalog, dialect, _ = inspect(root, sample.LANGUAGES)
    return Context(catalog, dialect)


def _pages(context: Context, text: str) -> Iterator[WordsPage]:
    """Give the text as a page of docs/, as an overview and as a session."""
    module = context.catalog.modules[0]
    yield WordsPage(page.parse(Text("docs/vi/x.md", text)), "vi", "doc", "x.md")
    parsed = page.parse(Text(f"{module.folder}/vi/first-signs.md", text))
    yield WordsPage(parsed, "vi", "index", "", module)
    yield WordsPage(parsed, "vi", "session", "first-signs", module, module.sessions[0])


def _check(context: Context, text: str) -> list[Problem]:
    return [
        p for words in _pages(context, text) for rule in PAGE_RULES for p in rule(context, words)
    ]


@FEW
@given(raw=st.binary(max_size=400) | _SCRAPS.map(str.encode))
def test_any_bytes_as_words(raw: bytes, context: Context) -> None:
    """A words file of any bytes gives a text or a reason, and Problems with a remedy."""
    path = context.catalog.root / "any.md"
    path.write_bytes(raw)
    with _soon():
        text, told = read(path, context.catalog.root)
        problems = [*told, *(_check(context, text.content) if text else [])]
    assert text is not None or problems
    assert all(p.place.path and p.message.vi and p.message.en and p.remedy.vi for p in problems)


@FEW
@given(text=st.binary(max_size=300).map(lambda b: b.decode("utf-8", "replace")) | _SCRAPS
       | st.lists(st.sampled_from(_YAML), max_size=40).map("".join))  # fmt: skip
def test_any_text_as_yaml(text: str) -> None:
    """A facts file of any text gives a value or Problems at a place in it."""
    with _soon():
        document, problems = load_yaml(Text("any.yml", text))
        if document:
            module, told = decode(schema.ModuleShape, document)
            _, more = decode_list(schema.ContactShape, document)
            assert (module is None) == bool(told)
            problems = (*told, *more)
    assert document is not None or problems
    assert all(p.place.path == "any.yml" for p in problems)


@FEW
@given(data=_PLAIN)
def test_any_plain_data_as_facts(data: object) -> None:
    """Facts of any structure decode or are told, key by key."""
    with _soon():
        value, problems = decode(schema.ModuleShape, Document("any.yml", data))
    assert (value is None) == bool(problems)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000, "[[" * 20_000, "<" * 20_000, "<!--" * 5_000, "`" * 20_000, "{" * 20_000,
        "/// a\n" * 5_000, "# a {#a}\n" * 5_000, "![" * 10_000, "`a" * 10_001, "[[ref:" * 5_000,
        "- a\n" * 5_000, "```\n" * 5_001, "a|" * 10_000, "0912 345 678 " * 2_000, "\\`" * 10_000,
    ],
    ids=lambda text: text[:6].strip(),
)  # fmt: skip
def test_long_repetition_is_read_soon(text: str, context: Context) -> None:
    """Thousands of the same sign do not hold up the rules."""
    with _soon():
        _check(context, text)


@pytest.mark.parametrize("text", ["[" * 5_000, "{a: " * 5_000, "- " * 5_000, "&a [*a]", "? [\n"])
def test_deep_yaml_is_told(text: str) -> None:
    """YAML nested thousands deep is told, not a crash."""
    with _soon():
        document, problems = load_yaml(Text("any.yml", text))
    assert document is None
    assert problems


_LINES = [
    "/// trainer", "/// ask | A", "///", "//// say", "////", "", "", "chữ", "- mục", "    thụt",
    "```", "`mã`", "## B {#b}", "| a | b |", "|---|---|", "/////", "///// case",
]  # fmt: skip


@settings(FEW, max_examples=400)
@given(lines=st.lists(st.sampled_from(_LINES), max_size=25))
def test_what_the_rules_let_pass_is_rendered_as_blocks(lines: list[str], context: Context) -> None:
    """When no rule objects to a page, each of its blocks is one box and no slash is left over."""
    text = "\n".join(["# A {#a}", "", *lines])
    words = WordsPage(page.parse(Text("docs/vi/x.md", text)), "vi", "doc", "x.md")
    if any(True for rule in PAGE_RULES for _ in rule(context, words)):
        return
    html = context.dialect.html(text)
    shown = re.sub(r"<code>.*?</code>", "", html, flags=re.S)
    boxes = re.findall(r'<div class="admonition ([\w-]+)">', html)
    assert (boxes, "///" in shown) == ([b.type for b in words.page.blocks], False)


_MARKUP = [
    "`", "``", "\\", "<b>", "<script>", "</script>", "<img src=x onerror=y>", "<!--", "-->", "\n",
    "\n\n", "```\n", "\n```\n", "~~~\n", "- ", "    ", "a", " ", "*", "**", "[", "](x.md)", "{",
    "}", "{: onclick=y }", "{onclick=y}", "# ", "|", "<", ">", "&lt;", '"', "'", "(", ")",
    "[1]: x\n",
]  # fmt: skip


@settings(FEW, max_examples=600)
@given(text=st.lists(st.sampled_from(_MARKUP), max_size=25).map("".join))
def test_what_the_rules_let_pass_holds_no_script(text: str, context: Context) -> None:
    """When no rule objects to a page, its HTML has no tag and no attribute that an author wrote."""
    text = f"# A {{#a}}\n\n{text}\n"
    words = WordsPage(page.parse(Text("docs/vi/x.md", text)), "vi", "doc", "x.md")
    if any(True for rule in PAGE_RULES for _ in rule(context, words)):
        return
    html = context.dialect.html("\n".join(words.page.lines))
    code = re.sub(r"<code>.*?</code>", "", html, flags=re.S)
    assert re.findall(r"<(?:b|script|img)\b|\bonclick=|\bonerror=[^<]*>", code) == []


_LOCK = "{}/translations.lock.yml"
_HASHES = '{vi: "0123456789abcdef", en: "0123456789abcdef", why: typo, date: 2026-11-22}'
_FILES = (
    "data/references.yml", "data/contacts.yml", "data/glossary.yml", "data/materials.yml",
    "data/words/vi.yml", "data/words/en.yml", "data/checks.yml", "handbooks/handbooks.yml",
    _LOCK.format(sample.HENS), _LOCK.format("docs"), f"{sample.HENS}/module.yml",
    f"{sample.HENS}/vi/the-coop.md", f"{sample.HENS}/en/index.md",
    f"{sample.SAFE}/en/handouts/five-steps.md", "docs/vi/index.md", "docs/en/more/page.md",
)  # fmt: skip
_JUNK = st.binary(max_size=60) | _SCRAPS.map(str.encode) | st.sampled_from(_YAML).map(str.encode)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a sound project that has every kind of file."""
    root = sample.make(tmp_path_factory.mktemp("whole") / "project")
    for name in ("data/checks.yml", "handbooks/handbooks.yml"):
        if (sample.REAL / name).exists() and not (root / name).exists():
            sample.write(root, name, (sample.REAL / name).read_bytes())
    for folder, key in ((sample.HENS, "en/the-coop.md#walk-round"), ("docs", "en/index.md#home")):
        sample.write(root, _LOCK.format(folder), f'"{key}": {_HASHES}\n')
    sample.write(root, "docs/en/more/page.md", "# More {#more}\n\nText.\n")
    sample.write(root, "docs/vi/more/page.md", "# Thêm {#more}\n\nChữ.\n")
    return root


def _damaged(raw: bytes, junk: bytes, cut: tuple[float, float]) -> bytes:
    """Put junk into a file, in the place of a part of it."""
    start = int(cut[0] * len(raw))
    return raw[:start] + junk + raw[start + int(cut[1] * (len(raw) - start)) :]


_CUT = st.tuples(
    st.floats(0, 1), st.sampled_from([0.0, 0.01, 0.1, 0.5, 1.0]) | st.floats(0, 0.02)
)  # fmt: skip


@pytest.mark.parametrize("name", _FILES)
@settings(FEW, max_examples=6)
@given(junk=_JUNK, cut=_CUT)
def test_any_bytes_in_any_file(
    name: str, junk: bytes, cut: tuple[float, float], whole: Path
) -> None:
    """Whichever file is damaged, the whole project gives a catalog or Problems with a remedy."""
    path = whole / name
    raw = path.read_bytes()
    path.write_bytes(_damaged(raw, junk, cut))
    try:
        with _soon():
            problems = _inspected(whole)
    finally:
        path.write_bytes(raw)
    assert all(p.place.path and p.message.vi and p.message.en and p.remedy.vi for p in problems)


def _inspected(root: Path) -> tuple[Problem, ...]:
    """Load and check everything; what could be loaded is also compared with its lock."""
    try:
        catalog, _, problems = inspect(root, sample.LANGUAGES)
    except ContentError as error:
        return error.problems
    assert survey(catalog)
    return problems


@FEW
@given(raw=st.binary(max_size=300) | _SCRAPS.map(str.encode), name=st.sampled_from(_FILES))
def test_any_bytes_are_mended_once(raw: bytes, name: str) -> None:
    """Mending takes any bytes, and mending again changes nothing more."""
    with _soon():
        once, kinds = mended(name, raw)
        assert mended(name, once) == (once, ())
    assert bool(kinds) == (once != raw)


@settings(FEW, max_examples=12)
@given(junk=_JUNK, cut=_CUT, name=st.sampled_from(_FILES))
def test_check_with_fix_takes_any_file(
    junk: bytes, cut: tuple[float, float], name: str, whole: Path
) -> None:
    """`sotay check --fix` mends only the damaged file, and then reads the project as usual."""
    path = whole / name
    raw = path.read_bytes()
    path.write_bytes(_damaged(raw, junk, cut))
    try:
        with _soon():
            changed = mend_files(whole)
            _inspected(whole)
    finally:
        path.write_bytes(raw)
    assert set(changed) <= {name}
