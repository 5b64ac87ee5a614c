"""Packages on their way in: made by the real Anki, and by ourselves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from questions.exchange.anki_export import export_bank
from questions.exchange.anki_import import Unused, import_package
from questions.exchange.apkg_read import PackageError
from questions.models import Bank, Fact, Question
from tests.exchange.real_anki import FORMATS, Profile
from tests.exchange.samples import NOW, ashby, large_bank
from tests.factories import add_statement, make_bank, make_learner, make_unit

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.django_db, pytest.mark.anki]
BOTH_FORMATS = pytest.mark.parametrize("form", FORMATS)


def packed(content: bytes, folder: Path) -> Path:
    path = folder / "package.apkg"
    path.write_bytes(content)
    return path


@BOTH_FORMATS
def test_notes_of_the_real_anki_become_facts(tmp_path, form):
    profile = Profile(tmp_path)
    profile.add("Basic", "History::Lakes", "Who reached <b>Lake Orin</b>?", "Ashby &amp; Co<br>")
    profile.add("Basic (and reversed card)", "History", "hund", "dog [sound:x.mp3]")
    profile.add("Basic (type in the answer)", "History", "katt", "cat")
    profile.add("Cloze", "History", "In {{c1::1871::year}} the {{c2::Ashby}} expedition left.", "more")
    profile.add("Basic", "History", "Which dog?", '<img src="dog.jpg">')
    owner = make_learner()

    report = import_package(profile.export(form), title="My history", owner=owner, now=NOW)

    bank = Bank.objects.get(key=report.bank)
    assert (bank.title, bank.owner, bank.visibility, bank.is_shipped) == ("My history", owner, "private", False)
    assert bank.description == "Imported from the Anki deck “History”."
    assert (report.notes, report.statements, report.facts, report.added) == (5, 4, 5, 5)
    assert report.questions == {"cloze": 5, "typed": 3}
    assert report.unused == (Unused("Which dog?", "Its answer is a picture, a formula or a sound."),)
    assert [(fact.answer, fact.answer_type, fact.hint) for fact in bank.facts.all()] == [
        ("Ashby & Co", "term", ""),
        ("dog", "term", ""),
        ("cat", "term", ""),
        ("1871", "date", "year"),
        ("Ashby", "term", ""),
    ]
    assert [unit.title for unit in bank.units.all()] == ["History › Lakes", "History"]
    assert bank.facts.first().statement.citation == "History › Lakes, paragraph 1"
    assert Question.objects.get(fact=bank.facts.first(), kind="typed").prompt == "Who reached Lake Orin?"


@BOTH_FORMATS
def test_imported_again_after_an_edit_nothing_doubles(tmp_path, form):
    profile, owner = Profile(tmp_path), make_learner()
    kept = profile.add("Basic", "Words", "hund", "dog")
    gone = profile.add("Basic", "Words", "katt", "cat")
    first = import_package(profile.export(form), title="Words", owner=owner, now=NOW)
    profile.col.remove_notes([gone.id])
    kept["Back"] = "the dog"
    profile.col.update_note(kept)
    profile.add("Basic", "Words", "mus", "mouse")

    second = import_package(profile.export(form), title="Words", owner=owner, now=NOW + timedelta(days=1))

    assert (second.bank, second.added, second.changed, second.retired) == (first.bank, 1, 1, 1)
    assert [fact.answer for fact in Fact.objects.current()] == ["the dog", "mouse"]


@pytest.mark.parametrize("style", ["basic", "cloze", "typed"])
@pytest.mark.parametrize("way", ["straight", *FORMATS])
def test_our_own_package_comes_back_as_the_facts_it_was(tmp_path, style, way):
    """Straight from us, or out of the real Anki into which somebody had imported it."""
    bank = ashby()
    Fact.objects.filter(key="ashby/lake/who").update(accepted=["Ashby's men", "the Ashbys"])
    Fact.objects.filter(key="ashby/names/boats").update(basis="computed")
    content = export_bank(bank, style=style, now=NOW).content
    path = packed(content, tmp_path) if way == "straight" else out_of_anki(content, tmp_path, way)

    report = import_package(path, title="My Ashby", owner=make_learner(), now=NOW)

    copy = Bank.objects.get(key=report.bank)
    assert report.unused == ()
    assert facts(copy) == facts(bank)
    assert statements(copy) == statements(bank)
    assert [unit.title for unit in copy.units.all()] == ["The journey", "Who paid"]
    assert copy.document.link == "https://example.org/orin"
    assert copy.document.title == "M. Field: A Short History of The Ashby expedition, 1990"


def out_of_anki(content: bytes, folder: Path, form: str) -> Path:
    profile = Profile(folder)
    assert profile.imports(content) == {"new": 6}
    return profile.export(form)


def facts(bank: Bank) -> set[tuple[object, ...]]:
    """All that a fact is, but its bank."""
    return {
        (fact.key.partition("/")[2], fact.blank, fact.answer, fact.answer_type, tuple(fact.accepted), fact.basis)
        for fact in bank.facts.all()
    }


def statements(bank: Bank) -> set[tuple[object, ...]]:
    return {
        (statement.key, statement.text, statement.explanation, statement.citation, statement.unit.key)
        for statement in bank.statements.prefetch_related("passages").select_related("unit")
    }


def test_a_word_that_stands_twice_keeps_its_place(tmp_path):
    bank = make_bank()
    add_statement(make_unit(bank), "After Ashby, [Ashby](person:second) led the Ashby [camp](place:camp).", "twice")

    report = import_package(
        packed(export_bank(bank, now=NOW).content, tmp_path), title="Copy", owner=make_learner(), now=NOW
    )

    assert statements(Bank.objects.get(key=report.bank)) == statements(bank)


def test_two_banks_of_ours_in_one_package_are_told_apart(tmp_path):
    profile = Profile(tmp_path)
    for key, blank in (("one", "where"), ("two", "place")):
        bank = make_bank(key, key.title())
        add_statement(make_unit(bank), f"In its year {key} camp stood at [{key}dell](place:{blank}).", "camp")
        profile.imports(export_bank(bank, now=NOW).content)

    report = import_package(profile.export("new"), title="Both", owner=make_learner(), now=NOW)

    copy = Bank.objects.get(key=report.bank)
    assert {fact.answer for fact in copy.facts.all()} == {"onedell", "twodell"}
    assert copy.units.count() == 2


def test_an_answer_edited_away_is_listed(tmp_path):
    profile = Profile(tmp_path)
    profile.imports(export_bank(ashby(), now=NOW).content)
    (note_id,) = profile.col.find_notes("Answer:Ashby")
    note = profile.col.get_note(note_id)
    note["Answer"] = "Smith"
    profile.col.update_note(note)

    report = import_package(profile.export("new"), title="Mine", owner=make_learner(), now=NOW)

    assert report.facts == 5
    assert [one.reason for one in report.unused] == ["Its answer stands no more in its statement."]


def test_two_notes_that_ask_the_same_with_two_answers_are_not_asked(tmp_path):
    profile = Profile(tmp_path)
    profile.add("Basic", "Words", "Which lake?", "Orin")
    profile.add("Basic", "Words", "Which lake?", "Tarn")
    profile.add("Basic", "Words", "Which river?", "Esk")

    report = import_package(profile.export("new"), title="Mine", owner=make_learner(), now=NOW)

    assert report.facts == 1
    assert [one.note for one in report.unused] == ["Which lake? Orin", "Which lake? Tarn"]


def test_a_package_with_nothing_to_ask_writes_nothing(tmp_path):
    profile = Profile(tmp_path)
    profile.add("Basic", "Words", "Which dog?", '<img src="dog.jpg">')

    with pytest.raises(
        PackageError, match=r"The first of its 1 notes: Its answer is a picture, a formula or a sound\.$"
    ):
        import_package(profile.export("new"), title="Mine", owner=make_learner(), now=NOW)

    assert not Bank.objects.exists()


def test_two_owners_have_two_banks(tmp_path):
    path = packed(export_bank(ashby(), now=NOW).content, tmp_path)

    keys = {import_package(path, title="Mine", owner=make_learner(name), now=NOW).bank for name in ("ada", "eve")}

    assert len(keys) == 2
    assert {bank.owner.username for bank in Bank.objects.filter(key__in=keys)} == {"ada", "eve"}


def test_a_title_in_any_script_has_a_key(tmp_path):
    path = packed(export_bank(ashby(), now=NOW).content, tmp_path)

    assert import_package(path, title="歴史", owner=make_learner(), now=NOW).bank.startswith("deck-")


@pytest.mark.parametrize("count", [30, 600])
def test_an_import_costs_the_same_number_of_queries(tmp_path, count, django_assert_max_num_queries):
    path = packed(export_bank(large_bank(count), now=NOW).content, tmp_path)
    owner = make_learner()

    with django_assert_max_num_queries(45):
        import_package(path, title="Large", owner=owner, now=NOW)
