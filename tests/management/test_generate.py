"""The command that drafts questions: files in, a JSON list out, without a database."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from questions.management.commands.generate import listed
from tests.sources.extraction.passages import HARBOUR, MESSY

KEYS = [
    *("document", "passage", "sentence", "start", "end", "type", "kind", "question", "answer", "accepted"),
    *("distractors", "score"),
]


def generated(*files: Path) -> list[dict]:
    out = StringIO()
    call_command("generate", *map(str, files), stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.md"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


def test_each_question_carries_its_place_and_a_rewritten_one_its_span(harbour):
    found = generated(harbour)
    assert [one["document"] for one in found] == ["harbour.md"] * len(found)
    assert {tuple(one) for one in found if one["kind"] != "true_false"} == {tuple(KEYS)}
    assert {tuple(one) for one in found if one["kind"] == "true_false"} == {(*KEYS, "span")}
    assert {one["kind"] for one in found} == {"typed", "cloze", "choice", "true_false"}
    assert [one for one in found if one["kind"] == "choice" and len(one["distractors"]) < 3] == []


def test_the_same_files_give_the_same_questions_and_messy_ones_the_same_as_clean(harbour, tmp_path):
    messy = tmp_path / "messy.md"
    messy.write_text(MESSY, encoding="utf-8")
    assert generated(harbour) == generated(harbour)
    assert [(one["kind"], one["question"]) for one in generated(messy)] == [
        (one["kind"], one["question"]) for one in generated(harbour)
    ]


@pytest.mark.parametrize("rows", [[], [{"a": [1, "é"]}], [{"a": []}, {"b": {"c": 2}}]])
def test_a_list_that_is_written_row_by_row_is_the_list_written_at_once(rows):
    assert "".join(listed(rows)) == json.dumps(rows, ensure_ascii=False, indent=1)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere.md cannot be read: No such file"):
        generated(tmp_path / "nowhere.md")


def test_the_other_files_are_drafted_all_the_same_and_the_list_is_whole(harbour, tmp_path):
    out = StringIO()
    with pytest.raises(CommandError, match=r"nowhere.md cannot be read: No such file[^\n]*\n[^\n]*Is a directory"):
        call_command("generate", str(tmp_path / "nowhere.md"), str(harbour), str(tmp_path), stdout=out)
    assert json.loads(out.getvalue()) == generated(harbour)
