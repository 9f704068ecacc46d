"""The one declaration of every column: files, frames, checks, exports and the data package follow it."""

from dashboard.domain.field import Field, fold_header, index_headers
from dashboard.domain.fields_activity import ACCOUNT, ACTIVITY, MEANS
from dashboard.domain.fields_identity import IDENTITY, PLACE
from dashboard.domain.fields_intervenants import INTERVENANT_FIELDS
from dashboard.domain.fields_programme import PROGRAMME_FIELDS

__all__ = ["INTERVENANT_FIELDS", "POLE_FIELDS", "PROGRAMME_FIELDS", "Field", "fold_header", "index_headers"]

POLE_FIELDS: tuple[Field, ...] = IDENTITY + PLACE + ACTIVITY + MEANS + ACCOUNT
"""The columns of `poles.csv` and `projets.csv`, in their order; a project is a pole whose `types` say so."""
