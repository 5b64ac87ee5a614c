"""The command that writes a package to a file."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.exchange.anki_judge import Judge
from tests.exchange.samples import ashby
from tests.factories import make_learner, make_memory

pytestmark = pytest.mark.django_db


def run(*words: str) -> dict[str, object]:
    out = StringIO()
    call_command("export_anki", *words, stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.anki
def test_it_writes_a_package_and_says_what_is_in_it(tmp_path):
    bank, learner = ashby(), make_learner("ada")
    make_memory(learner, bank.facts.first())
    file = tmp_path / "ashby.apkg"

    said = run("ashby", "--output", str(file), "--style", "cloze", "--learner", "ada")

    assert said == {
        "deck": "The Ashby expedition",
        "notes": 6,
        "left_out": 0,
        "with_schedule": 1,
        "styles": {"basic": 1, "cloze": 5},
        "bytes": file.stat().st_size,
        "file": str(file),
    }
    assert Judge(tmp_path).imports(file.read_bytes()) == {"new": 6}


def test_units_are_named_by_key(tmp_path):
    ashby()

    assert run("ashby", "--output", str(tmp_path / "a.apkg"), "--unit", "money")["notes"] == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "There is no bank nowhere. Known banks: ashby."),
        (["ashby", "--unit", "moon"], "ashby has no unit moon. Its units: journey, money."),
        (["ashby", "--learner", "bob"], "There is no user bob."),
    ],
)
def test_what_does_not_exist_is_named(tmp_path, words, said):
    ashby()

    with pytest.raises(CommandError, match=f"^{said}$"):
        run(*words, "--output", str(tmp_path / "a.apkg"))


def test_a_file_that_cannot_be_written_is_said(tmp_path):
    ashby()

    with pytest.raises(CommandError, match=r"cannot be written: No such file or directory\.$"):
        run("ashby", "--output", str(tmp_path / "nowhere" / "a.apkg"))


def test_an_empty_site_says_what_to_do_first(tmp_path):
    with pytest.raises(CommandError, match=r"Known banks: none; run load_banks first\.$"):
        run("ashby", "--output", str(tmp_path / "a.apkg"))
