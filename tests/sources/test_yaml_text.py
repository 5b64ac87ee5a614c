"""YAML as text: nothing is converted, nothing clever is obeyed, every fault has its line."""

import pytest

from questions.sources.yaml_text import MAX_BYTES, Mapping, Scalar, Sequence, YamlTextError, read_yaml


@pytest.mark.parametrize("said", ["1921", "No", "null", "1:30", "0x10", "1e3", "2019-01-01", "~", ".5"])
def test_every_scalar_stays_what_was_written(said):
    assert read_yaml(f"a: {said}") == Mapping(((Scalar("a", 1), Scalar(said, 1)),), 1)


def test_lines_are_counted_from_one():
    tree = read_yaml("# first\na:\n  - b\n  - c: d\n")
    inner = Mapping(((Scalar("c", 4), Scalar("d", 4)),), 4)
    assert tree == Mapping(((Scalar("a", 2), Sequence((Scalar("b", 3), inner), 3)),), 2)


def test_a_folded_text_is_one_scalar():
    assert read_yaml('a: "one\n  two"') == Mapping(((Scalar("a", 1), Scalar("one two", 1)),), 1)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "The file is empty."),
        ("# nothing but a comment\n", 1, "The file is empty."),
        ("a: 1\n---\nb: 2\n", 2, "A second document begins here."),
        ("a: 1\na: 2\n", 2, "The key a stands here twice."),
        ("a: 1\n<<: {b: 2}\n", 2, "Merge keys are not read."),
        ("a: &x 1\n", 1, "Anchors (&name) are not read."),
        ("a: 1\nb: *x\n", 2, "Aliases (*name) are not read."),
        ("a: !!int 1\n", 1, "Tags (!name) are not read."),
        ("a: !python/name:os.system x\n", 1, "Tags (!name) are not read."),
        ("[a, b]: c\n", 1, "A key must be plain text."),
        ("a: \x00\n", 1, "The file holds characters that YAML forbids."),
        ("a: " + "[" * 14 + "]" * 14, 1, "The nesting is deeper than any bank file needs."),
        ("a: " + "x" * MAX_BYTES, 1, "The file is larger than 2 MB."),
    ],
)
def test_what_is_not_read_is_said_with_its_line(text, line, problem):
    with pytest.raises(YamlTextError) as refused:
        read_yaml(text)
    assert (refused.value.line, refused.value.problem) == (line, problem)
    assert refused.value.mend != ""


@pytest.mark.parametrize(("text", "line"), [("a: b: c\n", 1), ("a: [1, 2\nb: 3\n", 2), ("a: 1\n  b: 2\n", 2)])
def test_broken_yaml_names_the_line_where_it_breaks(text, line):
    with pytest.raises(YamlTextError) as refused:
        read_yaml(text)
    assert refused.value.line == line
    assert refused.value.problem.startswith("This is not YAML:")


def test_an_anchor_cannot_be_multiplied():
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(5))
    with pytest.raises(YamlTextError) as refused:
        read_yaml(bomb)
    assert refused.value.line == 1
