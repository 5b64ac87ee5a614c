"""One statement of a bank file, as a YAML node, in; its record out, every fault noted on the way."""

from __future__ import annotations

from questions.vocabulary import LONGEST_TYPED_ANSWER, PROSE_TYPES, AnswerType

from .reading import Faults, Fields
from .records import BlankRecord, StatementRecord
from .statement_text import BlankPiece, StatementTextError, read_statement
from .yaml_text import Mapping, Node, Scalar

STATEMENT_FIELDS = "key cite text explanation claim_of blanks note"
BLANK_FIELDS = "prompt accept options also_true unit hint basis distinct note"
BASES = ("stated", "computed", "paraphrased")
TYPES = tuple(str(answer_type) for answer_type in AnswerType if answer_type is not AnswerType.UNKNOWN)
LEAST_OPTIONS = 2


def read_statement_record(node: Node, faults: Faults, passages: set[str]) -> StatementRecord:
    """The record of the statement at `node`; `passages` are the keys it may cite."""
    fields = Fields.of(node, faults, known=STATEMENT_FIELDS)
    fields = fields.of_statement(fields.key())
    text = fields.text("text", required=True)
    pieces = _pieces(fields, text)
    return StatementRecord(
        key=fields.statement,
        cite=_cited(fields, passages),
        text=text,
        blanks=_blanks(fields, pieces),
        explanation=fields.text("explanation"),
        claim_of=fields.text("claim_of", longest=200),
        note=fields.text("note"),
        line=fields.line,
    )


def _pieces(fields: Fields, text: str) -> tuple[BlankPiece, ...]:
    try:
        pieces = tuple(piece for piece in read_statement(text) if isinstance(piece, BlankPiece))
    except StatementTextError as error:
        fields.fault(
            "text", f"In this text {error}.", "Write each blank as [answer](type:key), nothing else in brackets."
        )
        return ()
    if text and not pieces:
        fields.fault("text", "The statement has no blank.", "Mark at least one answer as [answer](type:key).")
    for piece in pieces:
        if piece.answer_type not in TYPES:
            fields.fault("text", f"“{piece.answer_type}” is not an answer type.", f"Use one of: {', '.join(TYPES)}.")
    return pieces


def _cited(fields: Fields, passages: set[str]) -> tuple[str, ...]:
    cited = fields.texts("cite", or_one=True)
    if not cited:
        fields.fault("cite", "The statement cites nothing.", "Name the passage it is taken from.")
    for key in cited:
        if key not in passages:
            fields.fault("cite", f"There is no passage {key}.", "Add it under passages, or cite one that is there.")
    return cited


def _blanks(fields: Fields, pieces: tuple[BlankPiece, ...]) -> tuple[BlankRecord, ...]:
    if not pieces:
        return ()  # the text's own fault is noted; that it has none of these blanks would be said once for each
    written: dict[str, tuple[Scalar, Node]] = {key.text: (key, node) for key, node in fields.entries("blanks")}
    for named, (scalar, _) in written.items():
        if named not in {piece.key for piece in pieces}:
            fields.fault(
                "blanks",
                f"The text has no blank {named}.",
                f"Mark it as [answer](type:{named}), or remove it.",
                line=scalar.line,
            )
    blanks = []
    for piece in pieces:
        if piece.key not in written:
            fields.fault("blanks", f"The blank {piece.key} is not listed.", f"Write “{piece.key}: {{}}” under blanks.")
        key, node = written.get(piece.key, (Scalar(piece.key, fields.line), Mapping((), fields.line)))
        blanks.append(_blank(fields, piece, node, key.line))
    return tuple(blanks)


def _blank(statement: Fields, piece: BlankPiece, node: Node, line: int) -> BlankRecord:
    fields = Fields.of(
        node, statement.faults, known=BLANK_FIELDS, statement=statement.statement, prefix=f"{piece.key}."
    )
    answer_type = AnswerType(piece.answer_type) if piece.answer_type in TYPES else AnswerType.UNKNOWN
    blank = BlankRecord(
        key=piece.key,
        answer=" ".join(piece.answer.split()),
        answer_type=answer_type,
        prompts=fields.texts("prompt", or_one=True),
        accept=fields.texts("accept", or_one=True),
        options=fields.texts("options"),
        also_true=fields.texts("also_true", or_one=True),
        unit=fields.text("unit", longest=60),
        hint=fields.text("hint", longest=300),
        basis=fields.one_of("basis", BASES),
        is_distinct=fields.one_of("distinct", ("false", "true")) == "true",
        note=fields.text("note"),
        line=line,
    )
    _require(fields, blank)
    return blank


def _require(fields: Fields, blank: BlankRecord) -> None:
    """What the format demands of a blank beyond its single fields."""
    is_long = len(blank.answer.split()) > LONGEST_TYPED_ANSWER
    if is_long and not blank.prompts:
        fields.fault("prompt", "An answer of more than four words needs a prompt.", "Write a question that it answers.")
    if (is_long or blank.answer_type in PROSE_TYPES) and len(blank.options) < LEAST_OPTIONS:
        fields.fault(
            "options",
            f"{blank.answer_type.capitalize()} answers and answers of more than four words need wrong options.",
            "Write at least two, better four, of the same form and length as the answer.",
        )
    if len(blank.prompts) > 2:
        fields.fault("prompt", "There are more than two wordings.", "Keep the best two.")
    if len(blank.key) > 100:
        fields.fault("", "The blank's key is longer than 100 characters.", "Shorten it.")
