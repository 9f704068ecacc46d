"""The closed lists of a meeting: kinds of sessions, and what people do in them."""

from dashboard.core.fields.text import listed
from dashboard.core.fields.vocabulary import Term, Vocabulary

_COMPILED = "Nomenclature du recensement des PTCE compilé pour ce tableau de bord (novembre 2026)"
_PROGRAMME = "Programme imprimé de la rencontre nationale des PTCE, 25 juin 2012"

TYPES_SEANCE = Vocabulary(
    "types_seance",
    "Type de séance",
    (
        Term("evenement", "Événement", _COMPILED),
        Term("accueil", "Accueil et ouverture", _PROGRAMME, listed("Accueil, Ouverture")),
        Term("table-ronde", "Table ronde", _COMPILED),
        Term("conference", "Conférence", _COMPILED, listed("Plénière")),
        Term("atelier", "Atelier", _COMPILED),
        Term("sous-theme", "Sous-thème", _COMPILED),
        Term("decouvertes", "Découvertes express", _PROGRAMME, listed("Découvertes, Visites")),
        Term("repas", "Repas", _PROGRAMME, listed("Déjeuner, Déjeuner-buffet, Buffet")),
        Term("pause", "Pause", _COMPILED),
        Term("cloture", "Conclusion", _PROGRAMME, listed("Clôture")),
    ),
)

ROLES = Vocabulary(
    "roles",
    "Rôle",
    (
        Term("accueil", "Accueil", _PROGRAMME),
        Term("ouverture", "Ouverture", _PROGRAMME),
        Term("animation", "Animation", _PROGRAMME, listed("Animateur, Animatrice")),
        Term("intervention", "Intervention", _PROGRAMME, listed("Intervenant, Intervenante, Intervenants")),
        Term("grand-temoin", "Grand témoin", _PROGRAMME),
        Term("cloture", "Conclusion", _PROGRAMME, listed("Clôture")),
    ),
)
