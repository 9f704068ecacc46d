"""The exports while the site runs: where they are, the file of their menu, a selection about to be exported."""

from dataclasses import dataclass
from functools import cached_property

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.selection import Selection
from dashboard.core.files.code_digest import version_of
from dashboard.features.exports.formats import Exporting
from dashboard.features.exports.menu import export_menu_file
from dashboard.web.downloads import EXPORTS

MADE_BY = ("core/address", "features/exports", "frontend", "wording")
"""The rooms whose code an export depends on, beside those of the catalogue, which its hash names."""


@dataclass(frozen=True, eq=False)
class ExportService:
    """The exports, shared by all sessions; `address` and `author` are what the host says of itself, or ""."""

    catalogue: Catalogue
    address: str = ""
    author: str = ""
    base_path: str = ""

    @cached_property
    def version(self) -> str:
        """Names all that an export is made from: the catalogue, what the host says of itself, the code."""
        return version_of(self.catalogue.content_hash, self.address, self.author, rooms=MADE_BY)

    @property
    def downloads(self) -> str:
        """The address of the formats, each by its name."""
        return f"{self.base_path}/{EXPORTS}/{self.version}/"

    def menu(self) -> bytes:
        """The static file of the export menu."""
        return export_menu_file(self.downloads, dictionary=f"{self.base_path}/dictionnaire")

    def of(self, selection: Selection) -> Exporting:
        """A selection about to be exported."""
        return Exporting(self.catalogue, selection, site=self.address, author=self.author)
