"""How big a file may be before it is refused, so that no file can exhaust the server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Refused beyond: bytes of the file, bytes once inflated, rows, columns; sheets beyond are left aside."""

    max_bytes: int = 50_000_000
    max_inflated_bytes: int = 300_000_000
    max_rows: int = 250_000
    max_columns: int = 300
    max_sheets: int = 150
