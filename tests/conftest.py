"""What every test stands on: a fast, plain site; Chromium, Anki and PostgreSQL where they are found, loud where not."""

import importlib.util
import os
import shutil
from collections.abc import Iterator

import pytest
from _pytest.runner import runtestprotocol
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection
from django.test import override_settings
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from xdist.scheduler import LoadScopeScheduling

CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
NOTHING_MAY_BE_SKIPPED = os.environ.get("NOTHING_SKIPPED") == "1"
IS_POSTGRES = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
NO_BROWSER = "no Chromium: sudo apt install chromium, or name one in the variable CHROMIUM"
NO_ANKI = "no anki package: python3 manage.py test installs it where its wheels exist"
TOGETHER = ("tests/management/test_load_demo.py", "tests/practice/simulation/test_compare.py")
"""Modules whose tests share something dear to make: one worker takes such a module whole."""
QUIET_BROWSER = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Beside other workers an example takes as long as the machine lets it: time is measured where a test says so.
hypothesis_settings.register_profile(
    "unhurried", hypothesis_settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def plain_site() -> Iterator[None]:
    """Static files under their own names, passwords that cost nothing to check, and tasks done where they are begun."""
    storages = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    tasks = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    with override_settings(STORAGES=storages, PASSWORD_HASHERS=hashers, WHITENOISE_AUTOREFRESH=True, TASKS=tasks):
        yield


@pytest.fixture(autouse=True)
def numbers_from_one(request: pytest.FixtureRequest) -> None:
    """On PostgreSQL too each test's people and facts are numbered from one: cards are drawn by these numbers.

    A rollback puts SQLite's numbers back, but leaves PostgreSQL's sequences where they are.
    """
    if not (IS_POSTGRES and uses_rows(request.node)):
        return
    request.getfixturevalue("db")
    tables = [{"table": name, "column": "id"} for name in ("questions_user", "questions_fact")]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_by_name_sql(no_style(), tables):
            cursor.execute(statement)


def uses_rows(item: pytest.Item) -> bool:
    """True where a test asks for the database."""
    return item.get_closest_marker("django_db") is not None or "db" in getattr(item, "fixturenames", ())


def belongs_here(item: pytest.Item) -> bool:
    """True where this database makes a difference: what asks for none does on PostgreSQL what it does on SQLite."""
    return uses_rows(item) if IS_POSTGRES else item.get_closest_marker("postgres") is None


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """The system's own Chromium, without a sandbox where we are root."""
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": [*QUIET_BROWSER, *as_root]}


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Playwright runs an event loop in the test's thread, where Django refuses its database unless told.

    A browser's test may have a second go: the server's threads share the one connection of an in-memory database with
    the test, and two requests of a page at the same moment can meet on it. No site of ours runs that way.
    """
    if "browser" not in item.keywords:
        return None
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        reports = runtestprotocol(item, log=False, nextitem=nextitem)
        if any(report.failed for report in reports):
            item._initrequest()
            reports = runtestprotocol(item, log=False, nextitem=nextitem)
        for report in reports:
            item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
    return True


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """Browser tests go last, for their event loop stays; what cannot run here is skipped with the way to get it.

    A module that one worker takes whole goes first: the others must not wait for that one at the end.
    """
    if elsewhere := [item for item in items if not belongs_here(item)]:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = filter(belongs_here, items)
    for item in items:
        if "playwright" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if item.get_closest_marker("browser") and not CHROMIUM:
            item.add_marker(pytest.mark.skip(reason=NO_BROWSER))
        if item.get_closest_marker("anki") and importlib.util.find_spec("anki") is None:
            item.add_marker(pytest.mark.skip(reason=NO_ANKI))
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    yield
    items.sort(key=lambda item: module_of(item.nodeid) not in TOGETHER)


def module_of(nodeid: str) -> str:
    return nodeid.partition("::")[0]


class InTurn(LoadScopeScheduling):
    """Each test goes, in the order of the suite, to whichever worker is free; a module of `TOGETHER` goes whole."""

    def _split_scope(self, nodeid: str) -> str:
        module = module_of(nodeid)
        return module if module in TOGETHER else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> InTurn:
    config.option.loadscopereorder = False
    return InTurn(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the very end what was not run, why, and how many tests that is."""
    reasons = [str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", ())]
    for reason in sorted(set(reasons)):
        count = reasons.count(reason)
        terminalreporter.write_line(f"NOT RUN, {count}: {reason.removeprefix('Skipped: ')}", yellow=True, bold=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where nothing may be skipped, a skipped test is a failed run. Workers do not report: what started them does."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if NOTHING_MAY_BE_SKIPPED and reporter and reporter.stats.get("skipped") and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
