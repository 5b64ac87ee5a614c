"""A number of facts in; how well each way of scheduling believes what is true, as JSON and as a table, out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from questions.practice.simulation.compare import compare

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from questions.practice.simulation.compare import Comparison

FEWEST_FACTS = 50


class Command(BaseCommand):
    help = "Simulate a year of practice of learners whose memory is known, by the code that practice itself runs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--facts", type=int, default=2_000, help="how many facts a learner takes up (2000)")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *, facts: int, seed: int, **_: Any) -> None:
        if facts < FEWEST_FACTS:
            raise CommandError(f"--facts must be at least {FEWEST_FACTS}: fewer say nothing.")
        compared = compare(facts, seed=seed)
        self.stderr.write("\n".join(table(compared)))
        self.stdout.write(json.dumps(asdict(compared), ensure_ascii=False, indent=2))


def table(compared: Comparison) -> list[str]:
    """The comparison as lines of text."""
    lines, world = [], ""
    for row in compared.rows:
        if row.world != world:
            world = row.world
            lines += ["", f"{world} (ease learnt: {compared.ease[world]})", HEAD]
        lines.append(
            f"{row.policy:28}{row.bias:+7.2f}{row.true_recall:8.3f}{row.reviews_per_fact:9.2f}{row.reviews_ratio:8.2f}"
            f"{row.minutes_ratio:8.2f}{row.known_at_end:8.3f}{row.believed_at_end:9.3f}"
        )
    lines += ["", "A break of three weeks and a daily limit:"]
    lines += [
        f"{one.order:28}known after the break {one.known_after_break:.3f}, at the end {one.known_at_end:.3f}, "
        f"{one.reviews_per_fact:.2f} reviews a fact"
        for one in compared.backlog
    ]
    return lines


HEAD = f"{'':28}{'bias':>7}{'true R':>8}{'reviews':>9}{'ratio':>8}{'minutes':>8}{'known':>8}{'believed':>9}"
