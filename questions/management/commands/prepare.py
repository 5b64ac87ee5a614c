"""The tree and the database as they are in; a site ready to be served out: tables, files, banks, memories, people."""

import hashlib
import io
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Make everything ready to serve: migrate, collect static files, load the shipped banks and the demo course."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-demo", action="store_true", help="without the demo course and its people")

    def handle(self, *, no_demo: bool, **_options: object) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        collect_changed_files()
        quiet = {"stdout": io.StringIO()}  # their counts are for who runs them by hand
        call_command("load_banks", **quiet)
        call_command("replay_memories", outdated=True, **quiet)
        if not no_demo:
            call_command("load_demo")


def collect_changed_files() -> None:
    """Collect the static files unless the last collection was of these very files."""
    stamp = settings.VAR_DIR / "static.stamp"
    wanted = fingerprint(settings.BASE_DIR)
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(wanted)


def fingerprint(root: Path) -> str:
    """A hash of our own static files, and of the lock, which stands for those of the packages."""
    seen = hashlib.sha256((root / "requirements.txt").read_bytes())
    for path in sorted(path for path in (root / "static").rglob("*") if path.is_file()):
        content = path.read_bytes()
        seen.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode())
        seen.update(content)
    return seen.hexdigest()
