"""The eighteen régions as a closed list: code officiel géographique and official name."""

from dashboard.domain.vocabulary import Term, Vocabulary

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
