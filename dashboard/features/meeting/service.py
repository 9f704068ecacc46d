"""The meeting while the site runs: its programme, who takes part, the papers made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dashboard.config import Settings
from dashboard.core.address.parcours import Parcours
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.tables import INTERVENANT_FIELDS, PROGRAMME_FIELDS
from dashboard.core.files.code_digest import files_digest
from dashboard.core.geography.load import load_outlines
from dashboard.core.intake.checking import check_table
from dashboard.features.meeting.build import build_programme
from dashboard.features.meeting.directory import Directory
from dashboard.features.meeting.load import read_meeting
from dashboard.features.meeting.papers.booklet import booklet_code, make_booklet
from dashboard.features.meeting.papers.visits import make_visits, visited_poles
from dashboard.features.meeting.programme import Programme
from dashboard.frontend.browser import read_source


@dataclass(frozen=True, eq=False)
class MeetingService:
    """The meeting, shared by all sessions; `programme` is None where there is none. `digest` names its files."""

    catalogue: Catalogue
    programme: Programme | None
    reference: Path
    digest: str = ""

    @cached_property
    def directory(self) -> Directory | None:
        """Its people and organisations, None without a programme."""
        return Directory(self.programme) if self.programme else None

    def booklet(self, parcours: Parcours, *, address: str) -> bytes:
        """The carnet, as one HTML file; `address`: where the site is, "" where it is nowhere."""
        outlines = load_outlines(self.reference)
        return make_booklet(self.catalogue, self.programme, outlines, booklet_code(), parcours=parcours, site=address)

    def visits(self, poles: Sequence[str], *, address: str) -> bytes:
        """Sheets and signs of these poles, as one HTML file; without any, of those that the programme names."""
        chosen = poles or (visited_poles(self.programme) if self.programme else ())
        return make_visits(self.catalogue, self.programme, chosen, style=read_source("visites.css"), site=address)


def open_meeting(settings: Settings, catalogue: Catalogue) -> MeetingService:
    """The meeting of the files that the settings name; UnreadableFile or UnknownColumnLayout for what is no table."""
    if settings.programme is None:
        return MeetingService(catalogue, None, settings.reference)
    sessions, people = read_meeting(settings.programme, settings.intervenants, timezone=settings.fuseau)
    checked = check_table(sessions, PROGRAMME_FIELDS)
    present = check_table(people, INTERVENANT_FIELDS).to_typed_rows() if people else ()
    programme, _ = build_programme(
        checked.to_typed_rows(), present, pole_ids=catalogue.rows.index, timezone=settings.fuseau
    )
    files = (settings.programme, *([settings.intervenants] if people and settings.intervenants else []))
    return MeetingService(catalogue, programme, settings.reference, files_digest(*files))
