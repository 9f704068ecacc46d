"""The embedded geocoder: from what people write to a commune, with its doubt kept."""

from dashboard.core.geocoding.geocoder import Geocoder, Row
from dashboard.core.geocoding.verdict import Candidate, Precision, Status, Verdict

__all__ = ["Candidate", "Geocoder", "Precision", "Row", "Status", "Verdict"]
