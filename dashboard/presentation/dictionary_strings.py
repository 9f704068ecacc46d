"""Sentences of the dictionary of the data, in French."""

from dashboard.presentation.finding_sentences import typeset
from dashboard.presentation.strings import NBSP, NNBSP, number


class Dictionary:
    """« Dictionnaire des données »."""

    TITLE = "Dictionnaire des données"
    INTRO = typeset(
        "Ce que veut dire chaque colonne des fichiers et des exports, ce qu’elle peut contenir et à quel point elle "
        "est remplie. Une case vide n’est pas un « non » : les sources n’en disent rien."
    )
    DOWNLOAD = f"Le même, en fichier{NNBSP}:"
    CSV = "CSV"
    JSON = "JSON"
    GROUPS = (
        ("declared", "Ce que disent les fichiers"),
        ("others", "Autres colonnes des fichiers, gardées telles quelles"),
        ("computed", "Ce que l’outil calcule, dans les exports"),
    )
    KINDS = {  # noqa: RUF012
        "text": "texte",
        "list": typeset("textes séparés par « | »"),
        "vocabulary": "une valeur d’une liste fermée",
        "vocabulary-list": typeset("valeurs d’une liste fermée, séparées par « | »"),
        "integer": "nombre entier",
        "number": "nombre",
        "date": "date (AAAA-MM-JJ)",
        "time": "heure (HH:MM)",
        "url": "adresse web",
        "url-list": typeset("adresses web séparées par « | »"),
    }
    REQUIRED = "obligatoire"
    EXAMPLE = f"Exemple{NNBSP}: "
    VALUE_HEADERS = ("Code", "Libellé", "Lignes", "Source")

    @staticmethod
    def filled(filled: int, total: int, share_pct: float | None) -> str:
        """« remplie à 36 % (41 lignes sur 116) »; no percentage without rows."""
        if share_pct is None:
            return "aucune ligne"
        share = "moins de 1" if 0 < share_pct < 1 else f"{share_pct:.0f}"
        return f"remplie à {share}{NBSP}% ({number(filled)} sur {number(total)})"

    @staticmethod
    def values(n: int) -> str:
        """What opens the closed list."""
        return f"Les {n} valeurs permises"
