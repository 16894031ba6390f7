"""The house rules that a machine can guard: doors, sizes, thin hooks, no look in Python."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sample

SRC = sample.REAL / "src" / "sotay"
CORE = sorted(SRC.rglob("*.py"))
HOOKS = sorted((sample.REAL / "hooks").glob("*.py"))
DOORS = {
    "yaml": {"document"},
    "pydantic": {"schema", "decode"},
    "pydantic_core": set[str](),
    "markdown": {"dialect"},
    "pymdownx": set[str](),
    "lxml": {"elements"},
    "typst": {"pdf"},
    "segno": {"pdf"},
    "zipfile": {"bundle"},
    "ebooklib": {"epub"},
}
"""Library → the modules of the core that may import it."""
HOSTS = {"mkdocs", "material", "properdocs", "jinja2", "mkdocs_static_i18n"}
"""What the core must outlive, and so never imports."""
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_HOOK = 250, 40, 60
LARGER = {
    "markup.py": (260, "one function per kind of element"),
    "page.py": (270, "one property per kind of thing on a page"),
    "schema.py": (280, "one class per shape of a YAML file"),
    "tree.py": (270, "one class per kind of element"),
}
"""Files that may be longer, how long, and why. A larger number is a commit of its own."""
_LOOK = re.compile(
    r"(?<![\w#])#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![\w-])|\brgba?\(|\bhsla?\("
    r"|(?<![\w.])\d+(?:\.\d+)?(?:px|pt|mm|cm|em|rem|vw|vh)\b"
)


def _name(path: Path) -> str:
    return path.relative_to(sample.REAL).as_posix()


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(path: Path) -> set[str]:
    """Name the top-level packages that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _is_stub(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Whether the body is only `...`, as in a protocol."""
    last = node.body[-1]
    return isinstance(last, ast.Expr) and ast.unparse(last) == "..."


def test_one_library_has_one_door() -> None:
    """Each library is imported by its own module and by no other."""
    wrong = [
        (_name(path), library)
        for path in CORE
        for library in _imports(path) & set(DOORS)
        if path.stem not in DOORS[library]
    ]
    assert wrong == []


def test_core_imports_only_what_it_declares() -> None:
    """The core imports Python itself, its own modules, and the libraries with a door."""
    known = set(sys.stdlib_module_names) | {"sotay"} | set(DOORS)
    assert [(_name(p), sorted(_imports(p) - known)) for p in CORE if _imports(p) - known] == []


@pytest.mark.parametrize("path", CORE, ids=_name)
def test_core_names_no_host(path: Path) -> None:
    """No module of the core imports MkDocs, its theme or its template language."""
    assert _imports(path) & HOSTS == set()


def test_core_can_be_imported_without_the_host() -> None:
    """Every module of the core is imported where MkDocs and the others cannot be."""
    modules = [".".join(("sotay", *path.relative_to(SRC).with_suffix("").parts)) for path in CORE]
    names = [m.removesuffix(".__init__") for m in modules]
    code = (
        f"import importlib, sys\nfor name in {sorted(HOSTS)!r}: sys.modules[name] = None\n"
        f"for name in {names!r}: importlib.import_module(name)\nprint('all')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("all\n", "")


@pytest.mark.parametrize("path", CORE, ids=_name)
def test_file_is_short(path: Path) -> None:
    """A file of the core has at most 250 lines, or a reason."""
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LARGER.get(path.name, (LONGEST_FILE, ""))[0]


def test_reasons_are_still_needed() -> None:
    """A file that became short again loses its exception."""
    lines = {p.name: p.read_text(encoding="utf-8").count("\n") for p in CORE}
    assert [name for name in LARGER if lines.get(name, 0) <= LONGEST_FILE] == []


@pytest.mark.parametrize("path", [*CORE, *HOOKS], ids=_name)
def test_functions_are_short(path: Path) -> None:
    """A function has at most 40 lines."""
    long = [
        (node.name, lines)
        for node in _functions(path)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize("path", [*CORE, *HOOKS], ids=_name)
def test_public_things_are_explained(path: Path) -> None:
    """Every module, public class and public function has a docstring."""
    tree = _tree(path)
    bare = [] if ast.get_docstring(tree) or not tree.body else ["module"]
    scopes: list[ast.Module | ast.ClassDef] = [tree]
    while scopes:
        for node in scopes.pop().body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_":
                bare += [] if ast.get_docstring(node) or _is_stub(node) else [node.name]
                scopes += [node] if isinstance(node, ast.ClassDef) else []
    assert bare == []


@pytest.mark.parametrize("path", CORE, ids=_name)
def test_look_is_not_in_python(path: Path) -> None:
    """No string of the core holds a length or a colour: those are the stylesheets'."""
    tree = _tree(path)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body and isinstance(node.body[0], ast.Expr)
    }  # fmt: skip
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]
    assert [text for text in texts if _LOOK.search(text)] == []


@pytest.mark.parametrize("path", HOOKS, ids=_name)
def test_hook_is_thin(path: Path) -> None:
    """A hook has at most 60 lines, no class, no regular expression and no loop in a loop."""
    tree = _tree(path)
    loops = ast.For | ast.While | ast.AsyncFor
    nested = [
        inner.lineno
        for outer in ast.walk(tree) if isinstance(outer, loops)
        for inner in ast.walk(outer) if isinstance(inner, loops) and inner is not outer
    ]  # fmt: skip
    classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert (classes, nested, "re" in _imports(path)) == ([], [], False)
    assert path.read_text(encoding="utf-8").count("\n") <= LONGEST_HOOK


@pytest.mark.parametrize("path", HOOKS, ids=_name)
def test_hook_keeps_no_state(path: Path) -> None:
    """A hook has no list, dict, set or global at its top level that a build could change."""
    mutable = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
    top = [
        node.lineno
        for node in _tree(path).body
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, mutable)
    ]
    shared = [n.lineno for n in ast.walk(_tree(path)) if isinstance(n, ast.Global | ast.Nonlocal)]
    assert (top, shared) == ([], [])


@pytest.mark.parametrize("path", HOOKS, ids=_name)
def test_hook_does_not_bend_the_host(path: Path) -> None:
    """No hook assigns to an attribute of a module or class that it imported."""
    tree = _tree(path)
    imported = {
        alias.asname or alias.name.partition(".")[0]
        for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }  # fmt: skip
    bent = []
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in targets:
            root: ast.expr = target
            while isinstance(root, ast.Attribute | ast.Subscript):
                root = root.value
            if root is not target and isinstance(root, ast.Name) and root.id in imported:
                bent.append(node.lineno)
    assert bent == []


def test_core_keeps_no_state() -> None:
    """No module of the core uses `global`."""
    assert [_name(p) for p in CORE for n in ast.walk(_tree(p)) if isinstance(n, ast.Global)] == []
