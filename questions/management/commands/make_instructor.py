"""A user name in; that person may create courses."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from questions.models import User


class Command(BaseCommand):
    help = "Let a person create courses and set quizzes, or with --take-away no longer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--take-away", action="store_true", help="take the right away again")

    def handle(self, *, username: str, take_away: bool, **_options: object) -> None:
        found = User.objects.filter(username=username).update(is_instructor=not take_away)
        if not found:
            raise CommandError(f"Nobody here is called {username}. The person signs up first.")
        self.stdout.write(f"{username} is {'no longer an' if take_away else 'an'} instructor.")
