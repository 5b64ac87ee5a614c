"""The command: JSON on one stream, people on the other, and a failure that loads nothing."""

import json

import pytest
from django.core.management import CommandError, call_command

from questions.models import Bank, Fact
from tests.factories import make_bank
from tests.sources.files import SMALL, changed

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path, capsys):
    """Load a folder with this one bank file; (standard output, standard error)."""

    def run(text=SMALL):
        (tmp_path / "orin.yaml").write_text(text)
        call_command("load_banks", folder=tmp_path)
        return capsys.readouterr()

    return run


def test_what_was_loaded_is_told_as_json(load):
    out, err = load()
    assert json.loads(out) == [
        {
            "bank": "orin",
            "statements": 3,
            "facts": 6,
            "questions": {"choice": 6, "cloze": 5, "recall": 1, "typed": 5},
            "added": 6,
            "changed": 0,
            "retired": 0,
            "returned": 0,
        }
    ]
    assert err == ""


def test_a_second_time_nothing_has_changed(load):
    load()
    (report,) = json.loads(load().out)
    assert (report["added"], report["changed"], report["retired"]) == (0, 0, 0)


def test_a_broken_file_says_where_and_what_to_do_and_loads_nothing(load, capsys, tmp_path):
    load()
    with pytest.raises(CommandError, match=r"2 faults; nothing was loaded\.") as failed:
        load(changed(("accept: [Lord Ashby]", "except: [Lord Ashby]"), ("basis: paraphrased", "basis: guessed")))
    out, err = capsys.readouterr()
    assert (out, failed.value.returncode) == ("", 1)
    assert err == (
        f"{tmp_path}/orin.yaml:28: statement arrival, field who.except: This field is unknown. "
        "Mend: Use one of: prompt, accept, options, also_true, unit, hint, basis, distinct, note.\n"
        f"{tmp_path}/orin.yaml:41: statement lateness, field why.basis: “guessed” is not allowed here. "
        "Mend: Write one of: stated, computed, paraphrased.\n"
    )
    assert Fact.objects.current().count() == 6


def test_one_fault_is_counted_as_one(load):
    with pytest.raises(CommandError, match=r"1 fault; nothing was loaded\."):
        load(changed(("language: en", "lang: en")))


def test_a_key_that_somebody_took_is_a_clear_failure(load):
    make_bank("orin")
    with pytest.raises(CommandError, match="The key orin belongs to a bank that somebody made here"):
        load()


def test_the_shipped_banks_load():
    call_command("load_banks")
    assert set(Bank.objects.filter(is_shipped=True).values_list("key", flat=True)) == {
        "siberian-intervention",
        "soviet-intervention-in-mongolia",
    }
    assert Fact.objects.filter(questions=None).count() == 0
