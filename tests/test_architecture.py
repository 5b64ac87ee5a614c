"""The tree as it is in, a promise of CONTRIBUTING kept or broken out: layers, sizes, doorways, completeness."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from importlinter.cli import lint_imports

from questions.vocabulary import AnswerType, Kind

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [
    path
    for folder in ("questions", "quizsite", "tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
] + [ROOT / "manage.py"]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
VIEWS = sorted((ROOT / "questions/web/views").rglob("*.py"))

AGREED_TOP_LEVEL = {
    *(".ci", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "docs", "manage.py"),
    *("pyproject.toml", "questions", "quizsite", "requirements-dev.txt", "requirements.txt"),
    *("static", "templates", "tests"),
}
KEPT_ASIDE = {".git"} | {line.strip("/") for line in (ROOT / ".gitignore").read_text().split()}
STARTERS = (
    *("manage.py", "quizsite/bootstrap", "questions/practice/fitting.py"),
    "questions/sources/intake/child.py",
)
"""What may import inside a function: it runs before anything is installed or limited, or guards an optional library."""

MAY_ASK_THE_CLOCK = ("questions/web/", "questions/admin", "questions/management/", "quizsite/", "tests/", "manage.py")
CLOCKS = {"now", "today", "utcnow", "localdate", "localtime", "time"}
CLOCK_OWNERS = {"datetime", "date", "timezone", "time", "dt"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def body_lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines without the signature, which grows with types and not with what is done."""
    return (node.end_lineno or node.lineno) - node.body[0].lineno + 1


def matches(paths: list[Path], pattern: str) -> list[str]:
    """`file: what was found` for each place that fits."""
    sought = re.compile(pattern, re.IGNORECASE)
    return [f"{name_of(path)}: {found.group()}" for path in paths for found in sought.finditer(path.read_text("utf-8"))]


def test_imports_point_down_and_each_library_has_one_doorway(capsys):
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert code == 0, capsys.readouterr().out


@pytest.mark.django_db
def test_models_and_migrations_agree(capsys):
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)


def test_python_files_have_at_most_300_lines():
    long = {name_of(path): count for path in SOURCES if (count := len(path.read_text("utf-8").splitlines())) > 300}
    assert long == {}


def test_functions_have_at_most_40_lines():
    assert [f"{name_of(p)}: {f.name}" for p in SOURCES for f in functions_of(p) if lines_of(f) > 40] == []


def test_views_have_at_most_15_lines():
    views = [(path, view) for path in VIEWS for view in functions_of(path) if takes_a_request(view)]
    assert [f"{name_of(path)}: {view.name}" for path, view in views if body_lines_of(view) > 15] == []


def takes_a_request(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return bool(function.args.args) and function.args.args[0].arg == "request"


def test_templates_have_at_most_120_lines():
    assert [name_of(path) for path in TEMPLATES if len(path.read_text("utf-8").splitlines()) > 120] == []


def test_nothing_is_imported_inside_a_function():
    inside = [
        f"{name_of(path)}: {function.name}"
        for path in SOURCES
        if not name_of(path).startswith(STARTERS)
        for function in functions_of(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_every_module_says_in_its_first_line_what_it_is():
    modules = [path for path in SOURCES if "tests" not in path.parts and path.read_text("utf-8").strip()]
    assert [name_of(path) for path in modules if not ast.get_docstring(tree_of(path))] == []


def test_time_and_chance_are_arguments_below_the_pages():
    asked = [
        f"{name_of(path)}:{call.lineno}"
        for path in SOURCES
        if not name_of(path).startswith(MAY_ASK_THE_CLOCK)
        for call in ast.walk(tree_of(path))
        if isinstance(call, ast.Call) and fetches_time_or_chance(call)
    ]
    assert asked == []


def fetches_time_or_chance(call: ast.Call) -> bool:
    """Whether a call reads the clock, or draws from the generator that all share."""
    if not isinstance(call.func, ast.Attribute) or not isinstance(call.func.value, ast.Name):
        return False
    owner, verb = call.func.value.id, call.func.attr
    return (owner in CLOCK_OWNERS and verb in CLOCKS) or (owner == "random" and verb != "Random")


def test_only_one_module_asks_whether_htmx_is_calling():
    asking = {place.split(":")[0] for place in matches(SOURCES, r"request\.htmx\b") if not place.startswith("tests/")}
    assert asking == {"questions/web/htmx.py", "questions/web/middleware.py"}


def test_models_override_no_save_and_send_no_signals():
    models = sorted((ROOT / "questions/models").rglob("*.py"))
    assert matches(models, r"def (save|delete)\(|@receiver|\.connect\(") == []


def test_pages_carry_nothing_that_the_content_security_policy_forbids():
    style = r"<[^>%]*\sstyle\s*="
    handler = r"<[^>%]*\son[a-z]+\s*="
    inline = r"<script(?![^>]*\b(src|type=\"application/json\"))[^>]*>|<style\b"
    assert matches(TEMPLATES, f"{style}|{handler}|{inline}|hx-on|javascript:") == []


def test_python_writes_no_style_attribute_either():
    assert matches([path for path in SOURCES if "tests" not in path.parts], r"\bstyle=[\"'\\{]") == []


def test_pages_fetch_nothing_from_elsewhere():
    assert matches(TEMPLATES, r"<(script|link|img|iframe)\b[^>]*(src|href)=\"(https?:)?//") == []
    assert matches(sorted((ROOT / "static").rglob("*.css")), r"@import|url\(\s*['\"]?(https?:)?//") == []


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_of_question_is_complete(kind):
    parts = [
        f"questions/generation/{kind}.py",
        f"templates/questions/kinds/{kind}.html",
        f"tests/generation/test_{kind}.py",
    ]
    assert [part for part in parts if not (ROOT / part).is_file()] == []


@pytest.mark.parametrize("answer_type", AnswerType)
def test_an_answer_type_is_complete(answer_type):
    parts = [f"questions/grading/{answer_type}.py", f"tests/grading/test_{answer_type}.py"]
    assert [part for part in parts if not (ROOT / part).is_file()] == []


def test_the_top_level_holds_what_is_agreed():
    assert top_level() - AGREED_TOP_LEVEL == set()


def top_level() -> set[str]:
    """Names at the top of the tree: what git knows, or where there is no git, everything that is not kept aside."""
    if not (ROOT / ".git").exists():
        return {path.name for path in ROOT.iterdir()} - KEPT_ASIDE
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return {line.split("/")[0] for line in listed.stdout.splitlines()}


def test_every_package_is_pinned_and_locked_with_hashes():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert unlocked(project["project"]["dependencies"], "requirements.txt") == []
    assert unlocked(project["dependency-groups"]["dev"], "requirements-dev.txt") == []


def unlocked(wanted: list[str], lock: str) -> list[str]:
    """What `lock` does not hold in exactly the wanted version."""
    locked = set(re.findall(r"^([\w.-]+==[\w.]+)[^\n]*\\\n\s+--hash=", (ROOT / lock).read_text("utf-8"), re.MULTILINE))
    return [pin for pin in wanted if re.sub(r"\[.*?\]", "", pin) not in locked]


def test_the_bootstrap_needs_nothing_but_the_standard_library():
    starters = [ROOT / "manage.py", *sorted((ROOT / "quizsite").glob("bootstrap*.py"))]
    foreign = {
        f"{name_of(path)}: {module}"
        for path in starters
        for node in tree_of(path).body
        for module in imported_by(node)
        if module not in sys.stdlib_module_names and module != "quizsite"
    }
    assert foreign == set()


def imported_by(node: ast.stmt) -> list[str]:
    """The top-level names that a statement imports; relative imports are our own."""
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [(node.module or "").split(".")[0]]
    return []
