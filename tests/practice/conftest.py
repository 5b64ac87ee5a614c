"""The one who practises."""

import pytest

from tests.factories import make_learner


@pytest.fixture
def learner(db):
    return make_learner()
