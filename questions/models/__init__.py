"""The tables, and what one can ask of a table. Rows in, rows out; no rule of practice or grading lives here."""

from .authoring import Draft, Import, Upload
from .courses import Assignment, Attempt, Course, Extension, Item, Membership, Response
from .desk import DeskAct
from .fitted import KindEase, ParameterFit
from .library import Bank, Document, Fact, Passage, Question, Statement, Unit
from .moves import DueMove
from .people import User
from .practice import Correction, Memory, Report, Review, Study

__all__ = [
    "Assignment",
    "Attempt",
    "Bank",
    "Correction",
    "Course",
    "DeskAct",
    "Document",
    "Draft",
    "DueMove",
    "Extension",
    "Fact",
    "Import",
    "Item",
    "KindEase",
    "Membership",
    "Memory",
    "ParameterFit",
    "Passage",
    "Question",
    "Report",
    "Response",
    "Review",
    "Statement",
    "Study",
    "Unit",
    "Upload",
    "User",
]
