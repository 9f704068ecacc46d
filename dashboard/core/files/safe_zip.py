"""A zip whose parts are read within bounds: what inflates too much is refused by the sizes that it declares."""

import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers.expat import ExpatError

from dashboard.core.files.limits import Limits
from dashboard.errors import UnreadableFile

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ExpatError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    AssertionError,
    OverflowError,
    ZeroDivisionError,
    MemoryError,
)
"""What openpyxl, zipfile and zlib are known to raise on damaged files. `zlib.error` is none of the others."""

_MAX_ENTRIES = 5000
_CHUNK = 1 << 20


class SafeZip:
    """The parts of an open archive: zipfile gives no more of one than its declared size, which is bounded here."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        entries = archive.infolist()
        if len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > limits.max_inflated_bytes:
            raise UnreadableFile("unsafe_archive")
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnreadableFile("protected_file")
        self.names = [entry.filename for entry in entries]
        self._sizes = {entry.filename: entry.file_size for entry in entries}

    def size(self, name: str) -> int:
        """Bytes of a part once inflated, 0 if it is not there."""
        return self._sizes.get(name, 0)

    def read(self, name: str, most: int) -> bytes:
        """A part, whole; UnreadableFile beyond so many bytes."""
        if self.size(name) > most:
            raise UnreadableFile("unsafe_archive", name[:100])
        return self._archive.read(name)

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part, a megabyte at a time."""
        with self._archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                yield chunk
