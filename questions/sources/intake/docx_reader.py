"""A Word file in, its blocks out, by way of HTML. The doorway to mammoth; the packing was checked before."""

from __future__ import annotations

import io

import mammoth

from .errors import Refused
from .html_reader import read_html
from .parts import Parts

_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh\ncomment-reference => \n"


def read_docx(content: bytes) -> Parts:
    """The parts of the Word file `content`. Raise `Refused` when it is damaged or holds no text."""
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(content), style_map=_STYLES, convert_image=mammoth.images.img_element(lambda _image: {})
        )
    except MemoryError:
        raise
    except Exception as error:  # mammoth and its XML parser raise many kinds; every one means the same here
        raise Refused("is a damaged Word file. Open it in a word processor and save it again.") from error
    if not made.value.strip():
        raise Refused("holds no text. If it shows pictures of pages, their text must be recognised first (OCR).")
    return read_html(f"<html><body>{made.value}</body></html>")
