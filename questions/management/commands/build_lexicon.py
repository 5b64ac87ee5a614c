"""The folder of WordNet's database in; the tables that reading English needs out, into the tree."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from questions.text.english.lexicon import TABLES
from questions.text.english.wordnet import tables_of


class Command(BaseCommand):
    help = "Builds the tables of words and names from WordNet (Debian: apt-get install wordnet-base)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="where WordNet's files are, for example /usr/share/wordnet")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            tables = tables_of(folder)
        except OSError as error:
            raise CommandError(f"{folder} holds no WordNet database: {error.strerror}. Give another folder.") from error
        for name, content in tables.items():
            (TABLES / name).write_text(content, encoding="utf-8")
            self.stdout.write(f"{name}: {content.count(chr(10)):,} lines, {len(content.encode()) // 1000:,} kB")
