"""The two tables of a meeting, from the files that tell it."""

from pathlib import Path

from dashboard.core.fields.tables import INTERVENANT_FIELDS, PROGRAMME_FIELDS
from dashboard.core.files.grid import RawTable
from dashboard.core.files.table import read_file
from dashboard.errors import UnreadableFile
from dashboard.features.meeting.parse_frab import MAX_BYTES, is_schedule
from dashboard.features.meeting.read_frab import read_schedule
from dashboard.features.meeting.times import DEFAULT_TIMEZONE


def read_meeting(
    programme: Path, intervenants: Path | None, *, timezone: str = DEFAULT_TIMEZONE
) -> tuple[RawTable, RawTable | None]:
    """Sessions and people (None without a file of them). A schedule tells both; `intervenants` is then not read.

    `timezone` is that of a meeting which names none.
    UnreadableFile or UnknownColumnLayout for a file that is no such table.
    """
    if holds_schedule(programme):
        return read_schedule(programme.read_bytes(), name=programme.name, timezone=timezone)
    sessions = read_file(programme, fields=PROGRAMME_FIELDS)
    return sessions, read_file(intervenants, fields=INTERVENANT_FIELDS) if intervenants else None


def holds_schedule(path: Path) -> bool:
    """Whether the file is a schedule, XML or JSON; UnreadableFile if it cannot be opened, or is too big a one."""
    try:
        with path.open("rb") as file:
            is_one = is_schedule(file.read(4000))
            if is_one and path.stat().st_size > MAX_BYTES:
                raise UnreadableFile("file_too_big", str(MAX_BYTES))
    except OSError as error:
        raise UnreadableFile("missing_file", path.name) from error
    return is_one
