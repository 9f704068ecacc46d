"""Towns of the post that are no commune: business districts, airports and new towns that have their own CEDEX."""

from dashboard.domain.geocoding.keys import key_of, words

# Name on the last line of the address → INSEE codes of the communes that it covers. Sources: EPA Paris La Défense
# (Courbevoie, Nanterre, Puteaux), Syndicat mixte de Sophia Antipolis (Antibes, Biot, Mougins, Valbonne, Vallauris),
# EPT Plaine Commune, Groupe ADP, and the perimeters of the new towns (loi n° 70-610).
_POST_TOWNS = {
    "Paris La Défense": ("92026", "92050", "92062"),
    "La Défense": ("92026", "92050", "92062"),
    "Sophia Antipolis": ("06004", "06018", "06085", "06152", "06155"),
    "La Plaine Saint-Denis": ("93001", "93066"),
    "Saint-Denis La Plaine": ("93001", "93066"),
    "Roissy CDG": ("95527",),
    "Roissy Charles de Gaulle": ("95527",),
    "Orly Aérogare": ("94054",),
    "Cergy-Pontoise": ("95127", "95500"),
    "Marne-la-Vallée": ("77083", "77118", "77258", "77449", "77468", "93051"),
    "Saint-Quentin-en-Yvelines": ("78423", "78621", "78297", "78383"),
    "Futuroscope": ("86062", "86115"),
    "Futuroscope Chasseneuil": ("86062",),
    "Rungis MIN": ("94065", "94021"),
}

POST_TOWNS = {key_of(words(name)): codes for name, codes in _POST_TOWNS.items()}
"""The same by look-up key."""
