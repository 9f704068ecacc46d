"""The protocol of what finds a commune by its name (`Locator`): what is asked about a row's place, what is answered."""

from collections.abc import Sequence
from typing import Protocol

from dashboard.core.geocoding import Row


class Candidate(Protocol):
    """A place that a name may stand for."""

    @property
    def label(self) -> str:
        """Its name, with its département."""

    @property
    def commune_code(self) -> str:
        """INSEE code of the commune of today that holds it."""


class Answer(Protocol):
    """What a locator says of one question; `code` is an INSEE code when, and only when, `status` is "ok"."""

    @property
    def status(self) -> str:
        """`ok`, `ambiguous`, `conflict`, `none` or `error`."""

    @property
    def code(self) -> str:
        """INSEE code of the place, a commune, an arrondissement or a former commune; "" if there is none."""

    @property
    def method(self) -> str:
        """What settled the question."""

    @property
    def confidence(self) -> float:
        """Share of right answers of that method where it was measured, between 0 and 1."""

    @property
    def candidates(self) -> Sequence[Candidate]:
        """The places between which it hesitates."""


class Locator(Protocol):
    """What finds a commune by its name."""

    def locate_many(self, rows: Sequence[Row], /) -> Sequence[Answer]:
        """One answer per question: a name or an address, with a postcode and a département or "" when unknown."""
