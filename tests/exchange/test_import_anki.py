"""The command that reads a package into a bank."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from questions.exchange.anki_export import export_bank
from questions.models import Bank
from tests.exchange.samples import NOW, ashby
from tests.factories import make_learner

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "ashby.apkg"
    path.write_bytes(export_bank(ashby(), now=NOW).content)
    return path


def run(*words: object) -> dict[str, object]:
    out = StringIO()
    call_command("import_anki", *map(str, words), stdout=out)
    return json.loads(out.getvalue())


def test_it_makes_a_bank_and_says_what_is_in_it(path):
    owner = make_learner("ada")

    said = run(path, "--bank", "  My   Ashby ", "--owner", "ada")

    bank = Bank.objects.get(owner=owner)
    assert said == {
        "bank": bank.key,
        "title": "My Ashby",
        "notes": 6,
        "statements": 3,
        "facts": 6,
        "questions": {"cloze": 5, "recall": 1, "typed": 5},
        "added": 6,
        "changed": 0,
        "retired": 0,
        "unused": [],
    }


def test_only_its_owner_sees_it(path):
    ada, eve = make_learner("ada"), make_learner("eve")

    key = run(path, "--bank", "Mine", "--owner", "ada")["bank"]

    assert Bank.objects.visible_to(ada).filter(key=key).exists()
    assert not Bank.objects.visible_to(eve).filter(key=key).exists()


@pytest.mark.parametrize(
    ("title", "owner", "said"),
    [("Mine", "bob", "There is no user bob."), (" ", "ada", "A title has 1 to 200 characters."),
     ("x" * 201, "ada", "A title has 1 to 200 characters.")],
)  # fmt: skip
def test_what_cannot_be_is_said(path, title, owner, said):
    make_learner("ada")

    with pytest.raises(CommandError, match=f"^{said}$"):
        run(path, "--bank", title, "--owner", owner)


def test_a_file_that_is_no_package_is_said(tmp_path):
    make_learner("ada")
    file = tmp_path / "a.apkg"
    file.write_text("no zip")

    with pytest.raises(CommandError, match=r"a\.apkg is not a package that can be read\. It is damaged"):
        run(file, "--bank", "Mine", "--owner", "ada")
