"""Why a document cannot be read: the sentence a person is shown, with what to do about it."""


class IntakeError(Exception):
    """The document cannot be read; the message is a whole sentence about that file."""


class Refused(Exception):
    """The same within the child: the sentence without its subject, such as “is locked with a password. Remove it.”"""
