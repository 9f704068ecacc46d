"""Where the communes without a point are, roughly: those of the overseas collectivities, at the seat of each.

The reference geography gives them neither point nor contour. Degrees, EPSG:4326, to a tenth or so of a degree: enough
to say which pole is nearest, ten thousand kilometres away or next door.
"""

_SEATS = {
    "975": (-56.18, 46.78),  # Saint-Pierre
    "977": (-62.85, 17.90),  # Gustavia
    "978": (-63.08, 18.07),  # Marigot
    "98411": (77.55, -37.83),  # Saint-Paul et Nouvelle-Amsterdam: Martin-de-Viviès
    "98412": (70.22, -49.35),  # Kerguelen: Port-aux-Français
    "98413": (51.85, -46.43),  # Crozet: base Alfred-Faure
    "98414": (140.00, -66.66),  # Terre-Adélie: Dumont-d'Urville
    "98415": (54.52, -15.89),  # îles Éparses: Tromelin
    "986": (-176.18, -13.28),  # Mata-Utu
    "987": (-149.57, -17.54),  # Papeete
    "988": (166.44, -22.27),  # Nouméa
    "989": (-109.22, 10.30),  # La Passion-Clipperton
}


def seat_of(insee_code: str) -> tuple[float, float] | None:
    """Longitude and latitude of the seat of this commune's collectivity; None outside the collectivities."""
    return _SEATS.get(insee_code) or _SEATS.get(insee_code[:3])
