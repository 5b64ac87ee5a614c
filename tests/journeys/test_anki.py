"""A bank goes to Anki from its page: the real Anki takes it whole, and a second time adds nothing."""

import pytest

from questions.models import Fact, User
from tests.exchange.anki_judge import Judge
from tests.factories import make_facts

from .people import PASSWORD, log_in

pytestmark = [pytest.mark.browser, pytest.mark.anki, pytest.mark.django_db(transaction=True)]


def test_a_bank_downloaded_from_its_page_imports_into_anki(page, live_server, tmp_path):
    make_facts(12)
    User.objects.create_user("ada", password=PASSWORD)
    page.goto(f"{live_server.url}/banks/orin/")
    log_in(page, "ada")
    page.get_by_role("link", name="Anki package").click()
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Download the Anki package").click()
    content = downloaded.value.path().read_bytes()
    assert downloaded.value.suggested_filename.endswith(".apkg")

    judge = Judge(tmp_path)
    assert judge.imports(content) == {"new": 12}
    assert judge.imports(content) == {"duplicate": 12}
    assert judge.objections() == []
    assert {note["Key"] for note in judge.notes()} == set(Fact.objects.values_list("key", flat=True))
