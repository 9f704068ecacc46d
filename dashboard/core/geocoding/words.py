"""What the command `geocode` says."""

from collections.abc import Mapping, Sequence

_STATUSES = {
    "ok": ("trouvée", "trouvées"),
    "ambiguous": ("ambiguë", "ambiguës"),
    "conflict": ("contradictoire", "contradictoires"),
    "none": ("sans lieu", "sans lieu"),
    "error": ("illisible", "illisibles"),
}


class Geocode:
    """Help and messages of the command."""

    HELP = "trouver la commune de chaque ligne d’un tableau (CSV ou XLSX)"
    FILE = "tableau à lire, CSV ou XLSX"
    OUTPUT = "tableau à écrire, .csv ou .xlsx"
    QUERY_COLUMN = "colonne du nom de lieu (défaut : devinée d’après l’en-tête)"
    POSTCODE_COLUMN = "colonne du code postal (défaut : devinée)"
    ADDRESS_COLUMN = "colonne de la rue (défaut : devinée)"
    ONLINE = "demander aussi la rue au service national ; les adresses lui sont envoyées"
    SERVICE = "adresse du service en ligne"
    CACHE = "réponses déjà reçues du service (défaut : dans le dossier de PTCE_CACHE)"
    PROGRESS = "Communes"
    PROGRESS_ONLINE = "Rues"
    STOPPED = (
        "Interrompu : la sortie est telle qu’elle était. Relancez la même commande ; les réponses déjà reçues du "
        "service ne seront pas redemandées."
    )

    @staticmethod
    def no_column(name: str, headers: Sequence[str]) -> str:
        """A column was named that the table lacks."""
        return f"Pas de colonne « {name} ». Colonnes du tableau : {_listed(headers)}."

    @staticmethod
    def nothing_to_find(headers: Sequence[str]) -> str:
        """No column says where."""
        advice = "Aucune colonne ne dit le lieu ; nommez-la avec --colonne-lieu."
        return f"{advice} Colonnes du tableau : {_listed(headers)}."

    @staticmethod
    def above(rows: int) -> str:
        """Rows of a title were not written."""
        return (
            "Une ligne au-dessus de l’en-tête n’est pas reprise."
            if rows == 1
            else (f"{rows} lignes au-dessus de l’en-tête ne sont pas reprises.")
        )

    @staticmethod
    def left_aside(sheets: Sequence[str]) -> str:
        """Sheets with other headings were not written."""
        return f"Feuilles aux autres en-têtes, non reprises : {_listed(sheets)}."

    @staticmethod
    def done(rows: int, counts: Mapping[str, int]) -> str:
        """« 120 lignes : 110 trouvées, 10 ambiguës. »"""
        told = ", ".join(f"{n} {_STATUSES[status][n > 1]}" for status, n in counts.items())
        return f"{rows} {'ligne' if rows < 2 else 'lignes'}" + (f" : {told}." if told else ".")


def _listed(headers: Sequence[str]) -> str:
    return ", ".join(f"« {header} »" for header in headers if header)
