"""The one declaration of every column: files, frames, checks, exports and the data package follow it."""

from dashboard.core.fields.activity import ACCOUNT, ACTIVITY, MEANS
from dashboard.core.fields.contact import CONTACT
from dashboard.core.fields.field import Field, index_headers
from dashboard.core.fields.headings import fold_header
from dashboard.core.fields.identity import IDENTITY, PLACE
from dashboard.core.fields.people import INTERVENANT_FIELDS
from dashboard.core.fields.sessions import PROGRAMME_FIELDS

__all__ = [
    "CONTACT_COLUMNS",
    "DERIVED_COLUMNS",
    "FIRST_POLE_FIELDS",
    "INTERVENANT_FIELDS",
    "LATER_KEYS",
    "POLE_FIELDS",
    "PROGRAMME_FIELDS",
    "Field",
    "fold_header",
    "index_headers",
]

FIRST_POLE_FIELDS: tuple[Field, ...] = IDENTITY + PLACE + ACTIVITY + MEANS + ACCOUNT
"""The columns of our own `poles.csv` and `projets.csv`, which every export has."""

POLE_FIELDS: tuple[Field, ...] = FIRST_POLE_FIELDS + CONTACT
"""The columns of `poles.csv` and `projets.csv`, in their order; a project is a pole whose `types` say so."""

CONTACT_COLUMNS = tuple(field.key for field in POLE_FIELDS if field.is_contact)
"""How to reach a person: shown only where the host says so (CNIL, on directories)."""

LATER_KEYS = frozenset(field.key for field in CONTACT)
"""The columns that an export has only if one of its rows fills them."""

DERIVED_COLUMNS = (
    *("nature", "precision", "origine_position", "position_methode", "position_confiance"),
    *("position_presumee", "commune_insee", "commune_label", "epci_code", "epci_label", "fichier", "ligne"),
)
"""The columns that the catalogue adds to those of the file (see `Catalogue`)."""
