"""What a file given to `check` holds: recognised by its columns, read once, checked, placed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.config import Settings
from dashboard.core.address.named_views import NAMED_VIEW_FIELDS
from dashboard.core.catalogue.catalogue import Accounting, Catalogue
from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import ColumnMatch, Finding
from dashboard.core.fields.tables import INTERVENANT_FIELDS, POLE_FIELDS, PROGRAMME_FIELDS
from dashboard.core.files.grid import RawTable
from dashboard.core.files.table import read_file, read_tables_of
from dashboard.core.geocoding.load import load_places
from dashboard.core.intake.building import CheckedFile, build_catalogue
from dashboard.core.intake.checking import Checked, check_table
from dashboard.core.intake.checking_poles import check_poles
from dashboard.core.intake.columns import match_columns
from dashboard.core.intake.staff_columns import staff_of
from dashboard.core.intake.store import read_staff_columns
from dashboard.errors import UnknownColumnLayout
from dashboard.features.meeting.build import build_programme
from dashboard.features.meeting.load import holds_schedule, read_meeting
from dashboard.features.meeting.programme import Programme

KINDS: Mapping[str, tuple[Field, ...]] = {
    "poles": POLE_FIELDS,
    "programme": PROGRAMME_FIELDS,
    "intervenants": INTERVENANT_FIELDS,
    "vues": NAMED_VIEW_FIELDS,
}
_EVERY_FIELD = tuple(field for fields in KINDS.values() for field in fields)
_SIBLING = {"programme": "intervenants", "intervenants": "programme"}
_POLE_FILES = ("poles.csv", "projets.csv")


@dataclass(frozen=True, eq=False)
class Part:
    """One table of a file (a sheet of a workbook), and all that was found in it; `label`: see `Source`."""

    name: str
    sheet: str
    label: str
    fields: tuple[Field, ...]
    checked: Checked
    findings: tuple[Finding, ...]

    @property
    def columns(self) -> tuple[ColumnMatch, ...]:
        """Which column is which field."""
        return self.checked.columns


@dataclass(frozen=True, eq=False)
class Content:
    """The tables of a file, of one kind (a key of KINDS); the catalogue or the programme that they make, if any."""

    kind: str
    parts: tuple[Part, ...]
    accounting: Accounting
    catalogue: Catalogue | None = None
    programme: Programme | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found, table after table."""
        return tuple(finding for part in self.parts for finding in part.findings)


@dataclass(frozen=True)
class Asked:
    """What else the command line says: the kind of content ("" for what the columns say), the files that go with it."""

    settings: Settings
    kind: str = ""
    programme: Path | None = None
    intervenants: Path | None = None
    poles: tuple[Path, ...] = ()


def read_content_of(path: Path, asked: Asked) -> Content:
    """What the file holds; UnreadableFile or UnknownColumnLayout for what is no such table."""
    if holds_schedule(path):
        return _meeting(path, "programme", asked)
    tables = read_tables_of(path, fields=KINDS[asked.kind] if asked.kind else _EVERY_FIELD)
    kind = asked.kind or recognise(tables[0])
    if kind == "poles":
        return _poles(tables, asked)
    if kind == "vues":
        return _alone(kind, tables[:1], KINDS[kind])
    return _meeting(path, kind, asked)


def recognise(table: RawTable) -> str:
    """What a table describes, by the columns that it has: a key of KINDS; what nothing fits counts as poles."""
    return max(KINDS, key=lambda kind: _count_known(table, KINDS[kind]))


def _count_known(table: RawTable, fields: tuple[Field, ...]) -> int:
    try:
        return len(match_columns(table, fields).fields)
    except UnknownColumnLayout:
        return 0


def _poles(tables: Sequence[RawTable], asked: Asked) -> Content:
    gazetteer, locator = load_places(asked.settings.reference)
    fixed = read_staff_columns(asked.settings.colonnes)
    files = []
    for table in tables:
        checked = check_poles(table, gazetteer=gazetteer, staff=staff_of(fixed, table.name))
        files.append(CheckedFile(table.name, table.sha256, "", checked, table.sheet))
    catalogue = build_catalogue(files, gazetteer, locator, content_hash=tables[0].sha256)
    parts = tuple(
        Part(source.name, source.sheet, source.label, POLE_FIELDS, file.checked, source.findings)
        for source, file in zip(catalogue.sources, files, strict=True)
    )
    return Content("poles", parts, catalogue.accounting, catalogue)


def _alone(kind: str, tables: Sequence[RawTable], fields: tuple[Field, ...]) -> Content:
    return _account(kind, [_part(table, check_table(table, fields), fields) for table in tables])


def _account(kind: str, parts: Sequence[Part], programme: Programme | None = None) -> Content:
    rows_in = sum(part.checked.rows_in for part in parts)
    refused = rows_in - sum(len(part.checked.rows) for part in parts)
    return Content(kind, tuple(parts), Accounting(rows_in, 0, rows_in - refused, refused), programme=programme)


def _part(table: RawTable, checked: Checked, fields: tuple[Field, ...], built: Iterable[Finding] = ()) -> Part:
    findings = tuple(sorted((*checked.findings, *built), key=lambda finding: finding.row or 0))
    return Part(table.name, table.sheet, table.name, fields, checked, findings)


def _meeting(path: Path, kind: str, asked: Asked) -> Content:
    """The file asked for and, where there is one, its sibling: what each says itself, then what both say together."""
    said = {"programme": asked.programme, "intervenants": asked.intervenants}
    paths = {kind: path, _SIBLING[kind]: said[_SIBLING[kind]] or _sibling(path, kind)}
    if paths["programme"] is None:
        return _alone(kind, [read_file(path, fields=INTERVENANT_FIELDS)], INTERVENANT_FIELDS)
    sessions, people = read_meeting(paths["programme"], paths["intervenants"])
    checked = check_table(sessions, PROGRAMME_FIELDS)
    present = check_table(people, INTERVENANT_FIELDS) if people else None
    poles = _pole_ids(path, asked)
    programme, of_sessions = build_programme(checked.to_typed_rows(), (), pole_ids=poles)
    parts = [_part(sessions, checked, PROGRAMME_FIELDS, of_sessions)]
    if people is not None and present is not None:
        programme, found = build_programme(checked.to_typed_rows(), present.to_typed_rows(), pole_ids=poles)
        parts.append(_part(people, present, INTERVENANT_FIELDS, found[len(of_sessions) :]))
    return _account(kind, parts, programme)


def _sibling(path: Path, kind: str) -> Path | None:
    """The other file of the meeting: named like this one, else as ours are, in the same folder."""
    other = _SIBLING[kind]
    names = dict.fromkeys((path.name.replace(kind, other), f"{other}{path.suffix}", f"{other}.csv"))
    found = (path.with_name(name) for name in names)
    return next((one for one in found if one != path and one.is_file()), None)


def _pole_ids(path: Path, asked: Asked) -> frozenset[str]:
    """The ids of the poles that exist, as their files give them: those named, those beside the file, ours."""
    here = [beside for name in _POLE_FILES if (beside := path.with_name(name)).is_file()]
    files = asked.poles or here or asked.settings.poles
    return frozenset(pole_id for file in files for pole_id in check_poles(read_file(file)).rows["id"])
