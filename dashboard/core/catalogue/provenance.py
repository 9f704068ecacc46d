"""What an export says of itself, so that it can be cited and made again."""

from dataclasses import dataclass
from typing import Any

from dashboard.core.catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Origin:
    """One file that the catalogue was made from; `date` is the day of its last update, ISO text, "" if unsaid."""

    name: str
    sha256: str
    rows: int
    date: str
    licence: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """The account of one export: no clock in it, so that the same catalogue and selection give the same bytes.

    `words` and `link` say the selection, `count` rows of `total`; `date` is that of the data, ISO text; `catalogue` is
    the catalogue's content hash; `citation` how to cite it; `lines` the same as (heading, text) for a person to read.
    """

    title: str
    words: str
    link: str
    count: int
    total: int
    date: str
    catalogue: str
    origins: tuple[Origin, ...]
    licence: str
    citation: str
    lines: tuple[tuple[str, str], ...]

    def to_json(self) -> dict[str, Any]:
        """The same, ready for JSON, under stable French keys."""
        return {
            "titre": self.title,
            "filtre": self.words,
            "lien": self.link,
            "nombre": self.count,
            "total": self.total,
            "date": self.date,
            "catalogue_sha256": self.catalogue,
            "sources": [
                {"nom": o.name, "sha256": o.sha256, "lignes": o.rows, "date": o.date, "licence": o.licence}
                for o in self.origins
            ],
            "licence": self.licence,
            "citation": self.citation,
        }


def data_date(catalogue: Catalogue) -> str:
    """The last day on which a row of the catalogue was updated, ISO text; "" if no file says it."""
    return max((source.date for source in catalogue.sources), default="")


def origins_of(catalogue: Catalogue) -> tuple[Origin, ...]:
    """The files of the catalogue."""
    return tuple(Origin(s.name, s.sha256, s.rows, s.date, s.licence) for s in catalogue.sources)
