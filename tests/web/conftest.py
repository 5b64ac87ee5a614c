"""What the tests of practice share: a clock that stands at noon, and a learner with a bank of three places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine

from tests.factories import NOON, make_facts, make_learner, make_study

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from questions.models import User


@pytest.fixture
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def ada(client: Client, noon: time_machine.Traveller) -> User:
    """A learner who has taken up a bank of three places, logged in at noon."""
    learner = make_learner()
    make_study(learner, make_facts(3)[0].bank)
    client.force_login(learner)
    return learner
