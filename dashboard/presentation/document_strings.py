"""What the commands that write a document say."""

from collections.abc import Iterable

from dashboard.presentation.strings import NBSP, NNBSP, number


class Documents:
    """Help and answers."""

    BOOKLET = "écrire le carnet de la rencontre, en un fichier HTML qui se passe de réseau"
    VISITS = "écrire les fiches de visite et les panneaux des stands, à imprimer"
    OUTPUT = "fichier HTML à écrire"
    SITE = "adresse publique du site, pour les liens et les codes QR (par défaut, PTCE_ADRESSE)"
    PARCOURS = "séances et pôles déjà choisis, comme dans l’adresse de la page (s.leviers~p.smac-07)"
    POLES = "pôles et projets concernés (par défaut, ceux que le programme nomme)"
    NO_ADDRESS = (
        f"Sans adresse du site, les fiches n’ont pas de code QR{NNBSP}: réglez PTCE_ADRESSE ou ajoutez --adresse."
    )

    @staticmethod
    def written(name: str, size: int) -> str:
        """« carnet.html : 199 ko »."""
        return f"{name}{NNBSP}: {number(-(-size // 1000))}{NBSP}ko"

    @staticmethod
    def unknown(poles: Iterable[str]) -> str:
        """Which of the poles asked for do not exist."""
        return f"Pôle ou projet inconnu{NNBSP}: {', '.join(poles)}"

    @staticmethod
    def unwritable(path: str) -> str:
        """Where nothing could be written."""
        return f"Ce fichier n’a pas pu être écrit{NNBSP}: {path}"
