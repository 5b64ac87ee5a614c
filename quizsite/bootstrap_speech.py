"""Sentences in, lines on the terminal out: on standard error, so that standard output is the commands' own."""

import sys


class Refused(Exception):
    """The command cannot go on; the message is one sentence for the person who typed it."""


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
