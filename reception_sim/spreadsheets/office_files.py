"""What the formats of office programs share: archives that are equal for equal content, and letters they can hold."""

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# XML cannot hold these, however they are written
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FIRST_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_PROPERTIES: Final = "docProps/core.xml"
_MODIFIED: Final = re.compile(rb"(<dcterms:modified [^>]*>)[^<]*")
UNDATED: Final = datetime(2000, 1, 1, tzinfo=UTC)


def writable(text: str) -> str:
    """Return *text* without the control characters that no XML can hold, so no drawing and no office document."""
    return _NOT_IN_XML.sub("", text)


def undated(archive: bytes, made: datetime) -> bytes:
    """Return an archive without the moments of packing, so that equal documents made at one time are equal files."""
    packed = BytesIO()
    with ZipFile(BytesIO(archive)) as found, ZipFile(packed, "w", ZIP_DEFLATED) as written:
        for part in found.namelist():
            entry = ZipInfo(part, _FIRST_MOMENT)
            entry.compress_type = ZIP_DEFLATED
            content = found.read(part)
            written.writestr(entry, _MODIFIED.sub(_moment(made), content) if part == _PROPERTIES else content)
    return packed.getvalue()


def _moment(made: datetime) -> bytes:
    return rb"\g<1>" + f"{made.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
