"""The format page tells the truth: its examples are a real module, its messages are real."""

from __future__ import annotations

import ast
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from sotay import schema
from sotay.catalog import TRACKS, load_catalog
from sotay.checks import blocks, hygiene, ids, links
from sotay.checks.context import Context, WordsPage
from sotay.checks.headings import INDEX_SECTIONS, RESERVED
from sotay.decode import decode_list
from sotay.dialect import FORMS, load_dialect
from sotay.document import load_yaml
from sotay.expand import Scope, expand
from sotay.page import Page, parse
from sotay.problem import ContentError, Problem, Tongue, report
from sotay.project import inspect
from sotay.source import Text
from sotay.stage import stage

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES: tuple[Tongue, ...] = ("vi", "en")
MODULE = "modules/child-protection/safe-way-to-school"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n'
REGISTRIES = {
    "references": schema.ReferenceShape,
    "contacts": schema.ContactShape,
    "glossary": schema.TermShape,
    "materials": schema.MaterialShape,
}
FORM_HTML = {
    "ref": r'<a class="ref" href="[^"]*references\.md#{value}"',
    "contact": r'<a class="tel" href="tel:{value}"|<span class="local-contact">',
    "term": r'<a class="term" href="[^"]*glossary\.md#{value}" title="[^"]+"',
    "module": r'<a href="(?:[^"]*/)?index\.md"',
    "blank": r'<span class="blank" data-width="{value}"',
    "tick": r'<span class="tick" role="img"',
    "tracks": r'<div class="cards[ "]',
}
"""What each inline form becomes."""
MISTAKES = {
    "session-time": (f"{MODULE}/module.yml", "minutes: 75", "minutes: 80"),
    "unknown-key": (f"{MODULE}/module.yml", "method: mapping", "metod: mapping"),
    "block-open": (MODULE + "/{}/walk-the-way.md", "\n///\n\n## {look-back}", "\n\n## {look-back}"),
    "block-unknown": (MODULE + "/{}/walk-the-way.md", "/// trainer", "/// trainner"),
    "ref-unknown": (MODULE + "/{}/walk-the-way.md", "law-children-2016", "law-child-2016"),
    "heading-id": (MODULE + "/{}/walk-the-way.md", " {#look-back}", ""),
    "phone-typed": (MODULE + "/{}/index.md", "[[contact:commune-pc]]", "0900 000 000"),
    "heading-parity": (MODULE + "/en/index.md", "## For whom {#for-whom}",
                       "## Notes {#notes}\n\n## For whom {#for-whom}"),
}  # fmt: skip
"""The mistake behind each message that the page shows: file, right, wrong."""


@dataclass(frozen=True)
class Example:
    """A fenced example: language of the fence, text, the line before it, its line number."""

    kind: str
    text: str
    before: str
    line: int

    @property
    def file(self) -> str:
        """The file that the line before the fence names, or nothing."""
        match = re.search(r"`((?:modules|docs|data)/[^`]+\.(?:md|yml))`", self.before)
        return match[1] if match else ""


def _page(language: str) -> str:
    return (ROOT / "docs" / language / "contributing" / "format.md").read_text(encoding="utf-8")


def _examples(language: str) -> list[Example]:
    page = _page(language)
    found = []
    for match in re.finditer(r"^```(\w+)\n(.*?)^```$", page, re.M | re.S):
        above = page[: match.start()].rstrip("\n")
        before = above.rpartition("\n")[2]
        found.append(Example(match[1], match[2], before, above.count("\n") + 1))
    return found


def _files(language: str) -> dict[str, str]:
    """Give the examples that are whole files of the example project."""
    return {e.file: e.text for e in _examples(language) if e.file and not _is_registry(e)}


def _is_registry(example: Example) -> bool:
    return example.file.startswith("data/")


def _snippets(language: str) -> list[Example]:
    return [e for e in _examples(language) if e.kind == "markdown" and not e.file]


@pytest.fixture
def example_project(tmp_path: Path) -> Path:
    """A project that holds the module of the format page, in both languages, and nothing else."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    for language in LANGUAGES:
        for name, text in _files(language).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    images = tmp_path / MODULE / "images"
    images.mkdir()
    (images / "route.svg").write_text(SVG, encoding="utf-8")
    return tmp_path


def _problems(root: Path) -> tuple[Problem, ...]:
    try:
        return inspect(root, LANGUAGES)[2]
    except ContentError as error:
        return error.problems


def test_example_module_is_sound(example_project: Path) -> None:
    """The whole-file examples of both pages together are one bilingual module without a fault."""
    # The drawing is there for the examples that are no whole files.
    told = [p for p in _problems(example_project) if p.code != "image-unused"]
    assert report(told, "en") == "0 errors, 0 warnings."


def test_example_facts_are_the_same_on_both_pages() -> None:
    """Facts stand once: both pages show the same module.yml and the same registry entries."""
    facts = [[e.text for e in _examples(lang) if e.kind == "yaml"] for lang in LANGUAGES]
    assert facts[0] == facts[1]


def test_example_pages_are_rendered(example_project: Path) -> None:
    """Each example page becomes HTML with the element of every block and form in it."""
    loaded, dialect, _ = inspect(example_project, LANGUAGES)
    site = stage(loaded)
    by_source = {(p.language, p.source): p for p in site.pages.values()}
    for language in LANGUAGES:
        for name, text in _files(language).items():
            if name.endswith(".md"):
                staged = by_source[language, name].text.partition("\n---\n")[2]
                _assert_rendered(parse(Text(name, text)), dialect.html(staged))


@pytest.mark.parametrize("language", LANGUAGES)
def test_snippets_are_sound_and_rendered(example_project: Path, language: Tongue) -> None:
    """Each short example passes the rules about a page's inside, and is rendered as promised."""
    loaded, dialect, _ = inspect(example_project, LANGUAGES)
    context, module = Context(loaded, dialect), loaded.modules[0]
    rules = (
        blocks.blocks_are_known, blocks.blocks_are_closed, blocks.lines_have_a_number,
        blocks.handout_blocks_match, blocks.raw_html_is_allowed, ids.forms_are_known,
        ids.references_are_declared, ids.no_typed_numbers, links.link_targets_exist,
        links.images_have_alt_text, hygiene.lists_are_lists,
    )  # fmt: skip
    for example in _snippets(language):
        page = parse(Text(f"{MODULE}/{language}/walk-the-way.md", example.text))
        words = WordsPage(page, language, "session", "walk-the-way", module, module.sessions[0])
        found = [problem for rule in rules for problem in rule(context, words)]
        assert not found, f"line {example.line}: {report(found, language)}"
        uri = f"{language}/child-protection/safe-way-to-school/walk-the-way.md"
        scope = Scope(loaded, uri, language, language, module)
        _assert_rendered(page, dialect.html("\n".join(expand(page, scope))))


def _assert_rendered(page: Page, html: str) -> None:
    for block in page.blocks:
        assert re.search(rf'<div class="admonition {block.type}"', html), block
        if block.type == "lines":
            assert f'data-lines="{block.title}"' in html
        if block.type == "handout":
            assert 'class="handout-link"' in html
    for form in page.forms:
        wanted = FORM_HTML[form.kind].format(value=re.escape(form.value))
        assert re.search(wanted, html), form
    for heading in page.headings:
        assert f'id="{heading.id}"' in html, heading
    for link in page.links:
        assert ('<img alt="' if link.is_image else "<a href=") in html
    assert "[[" not in html
    assert "///" not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_registry_examples_decode(language: str) -> None:
    """Each registry example has every key of its shape, and its id is really in the registry."""
    shown = [e for e in _examples(language) if _is_registry(e)]
    assert [Path(e.file).stem for e in shown] == list(REGISTRIES)
    for example in shown:
        shape = REGISTRIES[Path(example.file).stem]
        document, problems = load_yaml(Text(example.file, example.text))
        assert document is not None, report(problems, "en")
        entries, problems = decode_list(shape, document)
        assert not problems, report(problems, "en")
        assert entries[0].model_fields_set == set(shape.model_fields)
        assert f"- id: {entries[0].id}\n" in (ROOT / example.file).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_documented(language: Tongue) -> None:
    """Every block, form, key, choice and reserved id stands on the page, and is shown at work."""
    page = _page(language)
    parsed = [parse(Text("x.md", e.text)) for e in _examples(language) if e.kind == "markdown"]
    types = load_dialect(ROOT).author_types
    assert {b.type for p in parsed for b in p.blocks} == types
    assert {f.kind for p in parsed for f in p.forms} == FORMS
    in_code = set(re.findall(r"`([^`\n]+)`", page))
    wanted = types | _keys(schema.ModuleShape) | RESERVED | set(INDEX_SECTIONS)
    wanted |= {v for kind in (schema.Method, schema.Audience, schema.Per) for v in get_args(kind)}
    wanted |= {"core", "optional", *TRACKS}
    assert sorted(wanted - in_code) == []
    for kind in FORMS:
        assert re.search(rf"^\| `\[\[{kind}[:\]]", page, re.M), kind


def _keys(shape: type[BaseModel]) -> set[str]:
    """Name every key of a shape and of the shapes inside it."""
    found = set(shape.model_fields)
    for field in shape.model_fields.values():
        for inside in (field.annotation, *get_args(field.annotation)):
            if isinstance(inside, type) and issubclass(inside, BaseModel):
                found |= _keys(inside)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_are_worded_as_on_the_site(language: str) -> None:
    """Audiences and methods are explained with the words that readers see."""
    document, _ = load_yaml(
        Text("words", (ROOT / f"data/words/{language}.yml").read_text(encoding="utf-8"))
    )
    assert document is not None
    words: Any = document.data
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", _page(language), re.M)
    for kind, group in ((schema.Audience, "audience"), (schema.Method, "method")):
        for value in get_args(kind):
            assert (value, words[group][value]) in rows


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", MISTAKES)
def test_messages_are_real(example_project: Path, code: str, language: Tongue) -> None:
    """Making the mistake gives the message that the page shows, word for word."""
    name, right, wrong = MISTAKES[code]
    path = example_project / name.format(language)
    text = path.read_text(encoding="utf-8")
    heading = next((h for h in text.split("\n") if h.endswith("{#look-back}")), "")
    right, wrong = (t.replace("## {look-back}", heading) for t in (right, wrong))
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8", newline="\n")
    shown = [e.text for e in _examples(language) if e.kind == "text" and f"[{code}]" in e.text]
    assert len(shown) == 1, report(_problems(example_project), language)
    assert shown[0] in report(_problems(example_project), language)


def test_every_code_is_explained() -> None:
    """Each code that a message can end with is explained in data/checks.yml."""
    told = {entry.id for entry in load_catalog(ROOT, LANGUAGES)[0].explanations}
    assert sorted(_codes() - told) == []


def _codes() -> set[str]:
    """Read from the program the codes of the faults in what people write."""
    place = {"fault": 0, "nudge": 0, "_unknown": 1, "_same_counts": 2, "Problem": 3}
    found = {f"{kind}-unknown" for kind in ("ref", "contact", "term", "module")}
    files = [*(ROOT / "src/sotay/checks").glob("*.py")]
    files += [ROOT / "src/sotay" / f"{n}.py" for n in ("source", "document", "decode", "catalog")]
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                at = place.get(node.func.id, 99)
                code = node.args[at] if at < len(node.args) else None
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    found.add(code.value)
    return found


def test_home_pages_tell_the_review_dates() -> None:
    """The home pages name the earliest review date and the earliest date of the next review."""
    loaded, _ = load_catalog(ROOT, LANGUAGES)
    for language in LANGUAGES:
        page = (ROOT / "docs" / language / "index.md").read_text(encoding="utf-8")
        for when in (min(m.reviewed for m in loaded.modules),
                     min(m.review_by for m in loaded.modules)):  # fmt: skip
            assert loaded.words[language].date(when.isoformat()) in page
