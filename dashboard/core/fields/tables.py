"""The one declaration of every column: files, frames, checks, exports and the data package follow it."""

from dashboard.core.fields.activity import ACCOUNT, ACTIVITY, MEANS
from dashboard.core.fields.field import Field, fold_header, index_headers
from dashboard.core.fields.identity import IDENTITY, PLACE
from dashboard.core.fields.people import INTERVENANT_FIELDS
from dashboard.core.fields.sessions import PROGRAMME_FIELDS

__all__ = [
    "DERIVED_COLUMNS",
    "INTERVENANT_FIELDS",
    "POLE_FIELDS",
    "PROGRAMME_FIELDS",
    "Field",
    "fold_header",
    "index_headers",
]

POLE_FIELDS: tuple[Field, ...] = IDENTITY + PLACE + ACTIVITY + MEANS + ACCOUNT
"""The columns of `poles.csv` and `projets.csv`, in their order; a project is a pole whose `types` say so."""

DERIVED_COLUMNS = (
    *("nature", "precision", "origine_position", "position_methode", "position_confiance"),
    *("position_presumee", "commune_insee", "commune_label", "epci_code", "epci_label", "fichier", "ligne"),
)
"""The columns that the catalogue adds to those of the file (see `Catalogue`)."""
