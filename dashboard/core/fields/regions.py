"""The eighteen régions as a closed list: code officiel géographique and official name."""

from dashboard.core.fields.vocabulary import Term, Vocabulary

_COG = "https://www.insee.fr/fr/information/8377162"

REGIONS = Vocabulary(
    "region",
    "Région",
    (
        Term("84", "Auvergne-Rhône-Alpes", _COG, ("AURA",)),
        Term("27", "Bourgogne-Franche-Comté", _COG),
        Term("53", "Bretagne", _COG),
        Term("24", "Centre-Val de Loire", _COG),
        Term("94", "Corse", _COG),
        Term("44", "Grand Est", _COG),
        Term("01", "Guadeloupe", _COG),
        Term("03", "Guyane", _COG, ("Guyane française",)),
        Term("32", "Hauts-de-France", _COG),
        Term("11", "Île-de-France", _COG, ("IDF",)),
        Term("04", "La Réunion", _COG, ("Réunion",)),
        Term("02", "Martinique", _COG),
        Term("06", "Mayotte", _COG),
        Term("28", "Normandie", _COG),
        Term("75", "Nouvelle-Aquitaine", _COG),
        Term("76", "Occitanie", _COG),
        Term("52", "Pays de la Loire", _COG),
        Term("93", "Provence-Alpes-Côte d’Azur", _COG, ("PACA", "Région Sud")),
    ),
)

FORMER_REGIONS = {
    **dict.fromkeys(("Alsace", "Champagne-Ardenne", "Lorraine"), "44"),
    **dict.fromkeys(("Aquitaine", "Limousin", "Poitou-Charentes"), "75"),
    **dict.fromkeys(("Auvergne", "Rhône-Alpes"), "84"),
    **dict.fromkeys(("Bourgogne", "Franche-Comté"), "27"),
    **dict.fromkeys(("Languedoc-Roussillon", "Midi-Pyrénées"), "76"),
    **dict.fromkeys(("Nord-Pas-de-Calais", "Picardie"), "32"),
    **dict.fromkeys(("Basse-Normandie", "Haute-Normandie"), "28"),
}
"""Name of a région until the law n° 2015-29 of 16 January 2015 → code of that of today."""
