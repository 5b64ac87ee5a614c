"""The folder of shipped banks: all files or none."""

import pytest

from questions.exchange.bank_folder import SHIPPED, bank_files, load_folder, read_bank_path, read_folder
from questions.exchange.bank_load import BankTaken
from questions.models import Bank, Fact
from questions.sources.errors import BankFileErrors
from tests.factories import LOADED, NOON, make_bank
from tests.sources.files import SMALL, changed

VELL = changed(("key: orin\n", "key: vell\n"))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "orin.yaml").write_text(SMALL)
    (tmp_path / "vell.yaml").write_text(VELL)
    (tmp_path / "notes.txt").write_text("no bank")
    return tmp_path


def test_every_bank_file_is_read_by_name(folder):
    assert [path.name for path in bank_files(folder)] == ["orin.yaml", "vell.yaml"]
    assert [bank.key for bank in read_folder(folder)] == ["orin", "vell"]


def test_the_faults_of_all_files_are_said_together(folder):
    (folder / "orin.yaml").write_text(changed(("language: en", "lang: en")))
    (folder / "vell.yaml").write_text("")
    with pytest.raises(BankFileErrors) as broken:
        read_folder(folder)
    assert {(error.file, error.problem) for error in broken.value.errors} == {
        (str(folder / "orin.yaml"), "This field is unknown."),
        (str(folder / "vell.yaml"), "The file is empty."),
    }


def test_a_file_that_is_no_text_or_not_there_is_a_fault(tmp_path):
    (tmp_path / "orin.yaml").write_bytes(b"key: \xff")
    for path, problem in (
        (tmp_path / "orin.yaml", "The file is not UTF-8."),
        (tmp_path / "none.yaml", "The file cannot be read: No such file or directory."),
    ):
        with pytest.raises(BankFileErrors) as broken:
            read_bank_path(path)
        assert [error.problem for error in broken.value.errors] == [problem]


def test_a_file_is_named_as_a_person_here_would_type_it(folder, monkeypatch):
    monkeypatch.chdir(folder.parent)
    assert read_bank_path(folder / "orin.yaml").file == f"{folder.name}/orin.yaml"


@pytest.mark.django_db
def test_one_broken_file_loads_nothing(folder):
    (folder / "vell.yaml").write_text("key: vell")
    with pytest.raises(BankFileErrors):
        load_folder(folder, now=LOADED)
    assert Bank.objects.count() == 0


@pytest.mark.django_db
def test_one_taken_key_loads_nothing(folder):
    make_bank("vell")
    with pytest.raises(BankTaken):
        load_folder(folder, now=LOADED)
    assert (Bank.objects.count(), Fact.objects.count()) == (1, 0)


@pytest.mark.django_db
def test_a_shipped_bank_without_a_file_is_retired_and_no_other_bank(folder):
    make_bank("mine")
    load_folder(folder, now=LOADED)
    (folder / "vell.yaml").unlink()
    reports = load_folder(folder, now=NOON)
    assert [(report.bank, report.facts, report.retired) for report in reports] == [("orin", 6, 0), ("vell", 0, 6)]
    assert Bank.objects.get(key="mine").visibility == "public"
    assert [report.retired for report in load_folder(folder, now=NOON)] == [0, 0]


def test_the_shipped_banks_can_be_read():
    assert {bank.key for bank in read_folder(SHIPPED)} == {"siberian-intervention", "soviet-intervention-in-mongolia"}
