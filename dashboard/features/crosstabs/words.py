"""Sentences of « Croisements », in French."""

from collections.abc import Sequence

from dashboard.core.catalogue.bits import MOST_PERIODS
from dashboard.core.catalogue.dimensions import LEAST_BASE
from dashboard.features.crosstabs.index import MOST_CLASSES, SHARE_BOUNDS
from dashboard.wording.words import NBSP, NNBSP, number, plural

_Q, _E = f"«{NBSP}", f"{NBSP}»"


class Crosstabs:
    """The page."""

    PAGE = "Croisements"
    TEXTS = {  # noqa: RUF012
        "lignes": "Lignes",
        "colonnes": "Colonnes",
        "echanger": "Échanger lignes et colonnes",
        "mesure": "Mesure",
        "mesures": {
            "nombre": "Nombre",
            "part-ligne": "Part de la ligne",
            "part-colonne": "Part de la colonne",
        },
        "total": "Pôles",
        "legende": "Teintes",
        "zero": "aucun",
        "defiler": "Tableau croisé, défile horizontalement",
        "peu": f"moins de {LEAST_BASE} pôles",
        "vide": "Aucun pôle à compter avec ces filtres.",
        "reproduire": {
            "titre": "Reproduire",
            "chapo": (
                "Ces lignes refont exactement ces chiffres avec pandas, à partir du fichier exporté avec les mêmes "
                "filtres."
            ),
            "fichier": "Depuis le fichier exporté en",
            "telecharger": "Télécharger ce fichier",
            "copier": "Copier les lignes",
            "copie": "Lignes copiées",
            "echec": "La copie a échoué. Sélectionnez le texte pour le copier.",
        },
    }
    BARS_HEADING = "<h2>En barres</h2>"
    MAP = {  # noqa: RUF012
        "titre": "Sur la carte",
        "maille": "Territoires",
        "mailles": {"region": "Régions", "departement": "Départements"},
        "aucun": "aucun pôle",
        "liste": "Les mêmes chiffres en tableau",
        "territoire": "Territoire",
        "nombre": "Pôles et projets",
        "alternative": "Carte du nombre de pôles et projets par territoire. Les mêmes chiffres sont dans le tableau.",
    }

    @staticmethod
    def totals(poles: int, occurrences: int, several: Sequence[str]) -> str:
        """Both totals: how many poles, and how many times they are counted; `several`: titles of the multiple ones."""
        counted = plural(poles, "pôle ou projet", "pôles et projets")
        if not several:
            return f"{counted}, chacun compté une fois."
        names = " ou ".join(f"{_Q}{name}{_E}" for name in dict.fromkeys(several))
        return (
            f"{counted}, {'compté' if poles < 2 else 'comptés'} {number(occurrences)} fois dans les cases{NNBSP}: un "
            f"pôle qui a plusieurs valeurs pour {names} est compté une fois sous chacune. Les totaux de la ligne et de "
            f"la colonne {_Q}Pôles{_E} comptent chaque pôle une seule fois."
        )

    @staticmethod
    def share(by_row: bool, can_exceed: bool) -> str:
        """What a percentage is of, and whether a line may add up to more than a hundred."""
        line, other = ("ligne", "colonne") if by_row else ("colonne", "ligne")
        base = (
            f"Chaque pourcentage est la part, parmi les pôles de la {line}, de ceux qui ont aussi la valeur de la "
            f"{other}. Aucun n’est donné sur moins de {LEAST_BASE} pôles{NNBSP}: la case porte alors un tiret."
        )
        more = f" La somme d’une {line} peut dépasser 100{NBSP}%, un pôle pouvant avoir plusieurs valeurs."
        return base + more if can_exceed else base

    @staticmethod
    def periods(length: int) -> str:
        """How years are gathered."""
        if length == 1:
            return f"Les années sont montrées une par une, car elles tiennent en {MOST_PERIODS} années au plus."
        return (
            f"Les années sont regroupées par {number(length)}, à partir d’un multiple de {number(length)}{NNBSP}: "
            f"elles ne sont montrées une par une que si elles tiennent en {MOST_PERIODS} années."
        )

    @staticmethod
    def hidden(labels: Sequence[str]) -> str:
        """The values without any pole, which are left out."""
        return f"Sans aucun pôle, donc non montrés{NNBSP}: {', '.join(labels)}."

    @staticmethod
    def classes(shares: bool) -> str:
        """How tints are chosen."""
        if shares:
            bounds = ", ".join(f"{bound:.0f}" for bound in SHARE_BOUNDS[:-1])
            return f"Les teintes changent à {bounds}{NBSP}%, les mêmes pour tous les tableaux."
        return (
            f"Les teintes{NNBSP}: une par nombre s’il y en a {MOST_CLASSES} différents au plus, sinon {MOST_CLASSES} "
            "classes qui réunissent chacune à peu près autant de nombres différents."
        )

    @staticmethod
    def outside(n: int, mesh: str) -> str:
        """How many poles no territory of the map holds."""
        place = "région connue" if mesh == "region" else "département connu"
        return f"{plural(n, 'pôle ou projet est', 'pôles et projets sont')} sans {place}, hors de la carte."

    @staticmethod
    def plain_counts() -> str:
        """What the map does not say."""
        return "Ce sont des nombres, non rapportés à la population ni à la surface."

    @staticmethod
    def bar_alternative(title: str) -> str:
        """What a screen reader says of a bar chart."""
        return f"Barres{NNBSP}: {title}, nombre de pôles et projets, les mêmes que dans le tableau croisé."

    @staticmethod
    def class_label(low: int, high: int) -> str:
        """« 3 », « 4 à 9 »."""
        return number(low) if low == high else f"{number(low)} à {number(high)}"

    @staticmethod
    def share_label(low: float, high: float) -> str:
        """« plus de 10 à 25 % »."""
        return f"jusqu’à {high:.0f}{NBSP}%" if low == 0 else f"plus de {low:.0f} à {high:.0f}{NBSP}%"


class Reproduce:
    """What the lines of pandas say between them."""

    SELECTION = f"# L’export de la même sélection{NNBSP}: {{words}}"
    AS_TEXT = "Une case comme dans le CSV : plusieurs valeurs jointes par « | », rien pour une case vide."
    EVERY_CODE = "Une ligne par pôle et par code, « non-renseigne » où toutes les cases sont vides."
    PERIODS = "Une ligne par pôle, les années par périodes de {length}, « non-renseigne » où il n’y en a pas."
    PAIRS = "# Un pôle qui a plusieurs codes est compté une fois sous chacun."
    BASE = f"# Pas de pourcentage sur moins de {LEAST_BASE} pôles."
    LABELS = "# Dans l’ordre de la page, avec ses libellés."
