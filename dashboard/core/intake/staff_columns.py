"""What the staff says of the columns of a source, in `colonnes.csv`: heading → key of a field, « - » for none."""

from collections.abc import Mapping

from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Severity
from dashboard.core.fields.reads import NAME
from dashboard.core.files.grid import RawTable
from dashboard.core.intake.checking import check_table

StaffColumns = Mapping[str, Mapping[str, str]]
"""Source (a file's name, "" for all of them) → heading → key, "" for a column of its own."""

STAFF_FIELDS = (
    Field("source", "Source", "Nom du fichier ; vide pour tous.", ("fichier",), valid=("liste.csv",)),
    Field(
        "colonne", "Colonne", "En-tête, tel que le fichier l’écrit.", ("en-tête",), NAME, ("Libellé usuel",), (), True,
        Severity.ERROR,
    ),
    Field("champ", "Champ", "Clé du champ ; « - » pour une colonne à garder telle quelle.", ("clé",), valid=("nom",)),
)  # fmt: skip
"""The columns of `colonnes.csv`."""


def staff_columns(table: RawTable) -> StaffColumns:
    """What the table fixes; raises as `check_table` does."""
    fixed: dict[str, dict[str, str]] = {}
    for _, row in check_table(table, STAFF_FIELDS).to_typed_rows():
        fixed.setdefault(row["source"] or "", {})[row["colonne"]] = row["champ"] or ""
    return fixed


def staff_of(fixed: StaffColumns, name: str) -> dict[str, str]:
    """What is fixed for one file: what is said of all of them, then of itself."""
    return {**fixed.get("", {}), **fixed.get(name, {})}
