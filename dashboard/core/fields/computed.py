"""What the tool adds to a row in its exports: all these columns begin with `carte_`, and a reader leaves them aside."""

from dashboard.core.fields import cells
from dashboard.core.fields.field import Field
from dashboard.core.fields.precision import POSITIONS
from dashboard.core.fields.reads import Kind, Reads
from dashboard.core.fields.vocabulary import Term, Vocabulary

_OWN = "Calculé par l’outil"

NATURES = Vocabulary("nature", "Nature", (Term("pole", "Pôle", _OWN), Term("projet", "Projet", _OWN)))
ORIGINS = Vocabulary(
    "origine_position",
    "Origine de la position",
    (
        Term("fichier", "Coordonnées du fichier", _OWN),
        Term("code_insee", "Code Insee de la commune", _OWN),
        Term("nom_commune", "Nom de la commune", _OWN),
        Term("territoire", "Code du territoire", _OWN),
        Term("departement", "Département", _OWN),
        Term("region", "Région", _OWN),
        Term("aucune", "Aucune", _OWN),
    ),
)
YES_NO = Vocabulary("oui_non", "Oui ou non", (Term("oui", "Oui", _OWN), Term("non", "Non", _OWN)))


def _computed(
    key: str, title: str, description: str, *, kind: Kind = "text", vocabulary: Vocabulary | None = None
) -> Field:
    """A column that is written and never read back: its parser only serves the declaration."""
    return Field(key, title, description, reads=Reads(cells.parse_text, kind, vocabulary))


COMPUTED_FIELDS = (
    _computed(
        "carte_nature",
        "Nature",
        "«\u00a0projet\u00a0» si le type dit un projet ou un pôle émergent, sinon «\u00a0pole\u00a0».",
        kind="vocabulary",
        vocabulary=NATURES,
    ),
    _computed(
        "carte_longitude",
        "Longitude du point",
        "Longitude du point de la carte, en degrés (WGS 84) ; vide sans localisation.",
        kind="number",
    ),
    _computed(
        "carte_latitude",
        "Latitude du point",
        "Latitude du point de la carte, en degrés (WGS 84) ; vide sans localisation.",
        kind="number",
    ),
    _computed(
        "carte_precision",
        "Précision du point",
        "Ce que montre le point : une adresse, ou le centre du plus petit territoire connu.",
        kind="vocabulary",
        vocabulary=POSITIONS,
    ),
    _computed(
        "carte_origine_position",
        "Origine du point",
        "Ce qui a donné le point : coordonnées du fichier, code ou nom de la commune, territoire…",
        kind="vocabulary",
        vocabulary=ORIGINS,
    ),
    _computed(
        "carte_position_presumee",
        "Lieu présumé",
        "Si la source ne fait que présumer le lieu.",
        kind="vocabulary",
        vocabulary=YES_NO,
    ),
    _computed("carte_code_insee", "Code Insee reconnu", "Commune actuelle reconnue par l’outil, code officiel."),
    _computed("carte_commune", "Commune reconnue", "Nom officiel de cette commune."),
    _computed("carte_code_epci", "SIREN de l’intercommunalité", "Intercommunalité du point, neuf chiffres."),
    _computed("carte_epci", "Intercommunalité", "Nom de cette intercommunalité."),
    _computed("carte_fichier", "Fichier d’origine", "Fichier d’où vient la ligne."),
    _computed(
        "carte_ligne",
        "Ligne d’origine",
        "Numéro de la ligne dans ce fichier, l’en-tête étant la ligne 1.",
        kind="integer",
    ),
)

PROVENANCE_FIELD = _computed(
    "carte_provenance",
    "Provenance",
    "Dans le CSV seulement, sur la première ligne : filtre, lien, date, fichiers, licence et citation de l’export.",
)

COMPUTED_KEYS = frozenset(field.key for field in (*COMPUTED_FIELDS, PROVENANCE_FIELD))
