"""Writing a file whole or not at all: an interruption leaves the former one as it was, a refusal says why."""

import errno
import os
import tempfile
from pathlib import Path

from dashboard.errors import UnwritableFile

_CODES = {
    errno.EISDIR: "output_is_folder",
    errno.ENOENT: "output_folder_missing",
    errno.ENOTDIR: "output_folder_missing",
    errno.EACCES: "output_refused",
    errno.EPERM: "output_refused",
    errno.EROFS: "output_refused",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
}


def check_writable(path: Path) -> None:
    """UnwritableFile if the folder of the file is not there or refuses new files: better said before a long work."""
    for number, is_so in (
        (errno.EISDIR, path.is_dir()),
        (errno.ENOENT, not path.parent.is_dir()),
        (errno.EACCES, not os.access(path.parent, os.W_OK | os.X_OK)),
    ):
        if is_so:
            raise UnwritableFile(_CODES[number], str(path))


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file by these bytes; UnwritableFile says why it cannot be."""
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a pipe or a terminal, which nothing may replace; a folder refuses
        else:
            _replace(path, content)
    except OSError as error:
        raise UnwritableFile(_CODES.get(error.errno or 0, "unwritable_file"), str(path)) from error


def _replace(path: Path, content: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
