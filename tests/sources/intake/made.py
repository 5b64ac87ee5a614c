"""Files for the tests of intake, made when they are needed: Word files, PDFs, and such as mean harm."""

from __future__ import annotations

import io
import zipfile
import zlib

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(*paragraphs: tuple[str, str], prolog: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A Word file of (style, text) paragraphs; `prolog` stands above its document, `more` are further members."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    document = f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Heading1", "heading 1"), ("Heading2", "heading 2"))
    )
    members = {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": RELS.encode(),
        "word/document.xml": document.encode(),
        "word/styles.xml": f'<?xml version="1.0"?><w:styles xmlns:w="{WORD}">{styles}</w:styles>'.encode(),
        "word/_rels/document.xml.rels": RELS.replace("word/document.xml", "styles.xml")
        .replace("officeDocument/2006/relationships/officeDocument", "officeDocument/2006/relationships/styles")
        .encode(),
        **(more or {}),
    }
    return packed(members)


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def pdf(pages: list[str], *, filters: str = "", trailer: str = "", raw: bytes | None = None) -> bytes:
    """A PDF whose pages hold these content streams; `raw` stands in the place of each, packed by `filters`."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = 3 + 2 * len(pages)
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"
    streams: list[bytes] = [one.encode() for one in objects]
    for at, page in enumerate(pages):
        streams.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * at} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>".encode()
        )
        content = raw if raw is not None else page.encode("latin-1")
        streams.append(f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream")
    streams.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    out, places = b"%PDF-1.4\n", []
    for number, stream in enumerate(streams, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + stream + b"\nendobj\n"
    start = len(out)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(streams) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer\n<< /Size {len(streams) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return out + (head + tail).encode()


def page_of(*lines: tuple[int, int, str]) -> str:
    """A content stream of (size, distance from the foot, text) lines."""
    return "\n".join(f"BT /F1 {size} Tf 72 {height} Td ({text}) Tj ET" for size, height, text in lines)


def pdf_bomb() -> bytes:
    """A few kilobytes that unpack, twice, to a gigabyte."""
    once = zlib.compressobj(9)
    first = b"".join([*(once.compress(b"\0" * (1 << 20)) for _ in range(1024)), once.flush()])
    return pdf([""], raw=zlib.compress(first, 9), filters="/Filter [/FlateDecode /FlateDecode]")
