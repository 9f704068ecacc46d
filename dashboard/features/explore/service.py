"""The map's page while the site runs: the sheets of poles, the texts of rows, the rows that hold words."""

from dataclasses import dataclass
from functools import cached_property

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.files.code_digest import version_of
from dashboard.features.explore.point_files import RowTexts
from dashboard.features.explore.sheet import pole_sheet
from dashboard.features.meeting.service import MeetingService
from dashboard.frontend.browser import to_json
from dashboard.frontend.masks import decode_words, encode_rows

SHEETS, PLACES, WORDS, TEXTS = "app/fiches", "app/lieux", "app/mots", "app/textes"
"""Where the answers are, from the site's root: sheets, suggestions of « Aller à… », rows of words, texts of rows."""

MADE_BY = ("core/address", "features/explore", "features/meeting", "frontend", "wording")
"""The rooms whose code an answer depends on, beside those of the catalogue, which its hash names."""

_LONGEST_RANK = 9


@dataclass(frozen=True, eq=False)
class ExploreService:
    """The answers, shared by all sessions."""

    catalogue: Catalogue
    meeting: MeetingService

    @cached_property
    def version(self) -> str:
        """Names all that an answer is made from: the catalogue, the programme, the code that writes it."""
        return version_of(self.catalogue.content_hash, self.meeting.digest, rooms=MADE_BY)

    def sheet(self, pole_id: str) -> bytes | None:
        """A pole's sheet as JSON; None for an unknown pole."""
        sheet = pole_sheet(self.catalogue, pole_id, self.meeting.programme)
        return None if sheet is None else to_json(sheet)

    def rows_with(self, coded: str) -> bytes | None:
        """The rows that hold the words coded in a command, as JSON; None for what is no code."""
        try:
            query = decode_words(coded)
        except ValueError:
            return None
        return to_json(encode_rows(self.catalogue.facets.find(query).to_bool()))

    def row_texts(self, rank: str) -> bytes | None:
        """A chunk of the rows' texts as JSON; None beyond the last."""
        return self._texts.chunk(int(rank)) if rank.isdecimal() and len(rank) <= _LONGEST_RANK else None

    @cached_property
    def _texts(self) -> RowTexts:
        return RowTexts(self.catalogue)
