"""What the geocoder answers: one verdict per row, which keeps its doubt, and how often each stage is right."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What may be done with the answer: only `ok` may be drawn as a place without a look from somebody."""

    OK = "ok"
    AMBIGUOUS = "ambiguous"
    CONFLICT = "conflict"
    NONE = "none"
    ERROR = "error"


class Precision(StrEnum):
    """What the point stands for, from the finest to the widest."""

    ADDRESS = "address"
    STREET = "street"
    ARRONDISSEMENT = "arrondissement"
    COMMUNE = "commune"
    EPCI = "epci"
    DEPARTEMENT = "departement"
    REGION = "region"
    NOTHING = "none"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that the writing may stand for.

    `code` is the INSEE code of `name`; `commune_code` is the commune of today that holds it (the same code for a
    commune, Paris for one of its arrondissements). `lon` and `lat` are EPSG:4326 degrees, None when unknown.
    """

    code: str
    commune_code: str
    name: str
    departement_code: str
    precision: Precision
    population: int
    lon: float | None
    lat: float | None

    @property
    def citycode(self) -> str:
        """The code that the national services know: that of the arrondissement, else that of today's commune."""
        return self.commune_code if self.precision is Precision.COMMUNE else self.code

    @property
    def label(self) -> str:
        """The name with its département in brackets, as a French reader tells homonyms apart."""
        return f"{self.name} ({self.departement_code})" if self.departement_code else self.name


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one row.

    `place` is set when, and only when, `status` is ok. `candidates` are most populous first (the place alone when it
    is accepted). `method` is the name of the stage that settled the row. `confidence` is the share of right answers
    of that method on the development set, 0 when nothing was accepted. `note` says why a finer point was not taken from
    the online service, "" when it was taken or not asked.
    """

    status: Status
    method: str
    precision: Precision
    confidence: float
    place: Candidate | None = None
    candidates: tuple[Candidate, ...] = ()
    note: str = ""

    @property
    def code(self) -> str:
        """INSEE code of the accepted place, empty when none was accepted."""
        return self.place.code if self.place else ""

    @property
    def commune_code(self) -> str:
        """INSEE code of today's commune of the accepted place, empty when none was accepted."""
        return self.place.commune_code if self.place else ""


_SHARES = {
    "abbreviated": 0.900,
    "arrondissement": 0.991,
    "article": 0.970,
    "article_in_departement": 0.667,
    "article_in_postcode": 0.800,
    "beginning": 0.875,
    "commune_of_postcode": 0.900,
    "departement_in_words": 0.750,
    "locality": 0.750,
    "locality_in_postcode": 0.970,
    "name": 0.999,
    "name_in_cedex": 0.993,
    "name_in_departement": 0.998,
    "name_in_postcode": 0.999,
    "name_with_remark": 0.983,
    "short_form_in_departement": 0.994,
    "short_form_in_postcode": 0.991,
    "slip": 0.997,
    "slip_in_departement": 0.889,
    "slip_in_postcode": 0.998,
    "slip_of_postcode": 0.833,
    "usual_name": 0.857,
    "usual_name_in_departement": 0.667,
    "usual_name_in_postcode": 0.857,
    "words_in_departement": 0.750,
    "words_in_postcode": 0.985,
}
"""Name of the stage → share of right answers among those that it accepted in both sets of writings, held back when few
were seen (Laplace)."""

_UNMEASURED = 0.5
"""Of a stage that the sets never reach: nothing is known."""


def confidence_of(method: str) -> float:
    """Share of right answers of the stage of that name, between 0 and 1."""
    return _SHARES.get(method, _UNMEASURED)


MEASURED_METHODS = tuple(_SHARES)
"""Names of the stages that the sets reach."""
