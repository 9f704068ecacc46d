"""The geodesic between two points, one pair at a time."""

import numpy as np

from dashboard.core.geography.distance import geodesic_km


def distance_km(*, lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Kilometres between two points of EPSG:4326 degrees, on the WGS 84 ellipsoid."""
    return float(geodesic_km(lon=lon1, lat=lat1, lons=np.array(lon2), lats=np.array(lat2)))
