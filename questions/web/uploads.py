"""Files on their way in: chunks in, a file that is too large left unread and unwritten out.

Django would write the whole of it to a temporary file before any form sees its size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload

from questions.sources.intake.read import MOST_BYTES

if TYPE_CHECKING:
    from django.http import HttpRequest

BESIDE = 1_000_000
"""Bytes of a body that may be something other than its file."""
HOPELESS = 10 * MOST_BYTES
"""A body larger than this is not even read to its end, whatever the browser makes of that."""


class SizeLimit(FileUploadHandler):
    """Passes every chunk on, up to `MOST_BYTES` of a file; to stand before the handlers that keep them."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.names: list[str] = []
        self.body = self.received = 0

    def handle_raw_input(self, input_data: Any, meta: Any, content_length: int, *_: Any, **__: Any) -> None:
        self.body = content_length

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        super().new_file(field_name, file_name, *args, **kwargs)
        self.received = 0
        if self.body > HOPELESS:
            self.names.append(file_name)
            raise StopUpload(connection_reset=True)
        if self.body > MOST_BYTES + BESIDE:
            self._refuse()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received = start + len(raw_data)
        if self.received > MOST_BYTES:
            self._refuse()
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """None: the next handler keeps it."""

    def _refuse(self) -> None:
        self.names.append(self.file_name)
        raise SkipFile


def too_large(request: HttpRequest) -> str:
    """The name of the file that was left out because it is too large; empty when none was."""
    names = [name for one in request.upload_handlers if isinstance(one, SizeLimit) for name in one.names]
    return names[0] if names else ""
