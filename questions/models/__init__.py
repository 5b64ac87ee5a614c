"""The tables, and what one can ask of a table. Rows in, rows out; no rule of practice or grading lives here."""

from . import sqlite_days  # noqa: F401 - reads the days of all tables from here on
from .authoring import Draft, Import, LeftOut, Upload
from .courses import Assignment, Attempt, Course, Extension, Item, Membership, Response
from .days_off import DayOff
from .desk import DeskAct, Editor
from .fitted import KindEase, ParameterFit
from .guesses import WrongCodes
from .library import Bank, Document, Fact, Passage, Question, Statement, Unit
from .moves import DueMove
from .people import User
from .practice import Correction, Memory, Report, Review, Study
from .tallies import BandTally, DayTally, FactTally
from .versions import Difference, DocumentVersion, FactChange

__all__ = [
    "Assignment",
    "Attempt",
    "BandTally",
    "Bank",
    "Correction",
    "Course",
    "DayOff",
    "DayTally",
    "DeskAct",
    "Difference",
    "Document",
    "DocumentVersion",
    "Draft",
    "DueMove",
    "Editor",
    "Extension",
    "Fact",
    "FactChange",
    "FactTally",
    "Import",
    "Item",
    "KindEase",
    "LeftOut",
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
    "WrongCodes",
]
