"""Sentences of the exports, of their menu and of citations, in French."""

from collections.abc import Iterable

from dashboard.wording.findings import typeset
from dashboard.wording.words import NBSP, NNBSP, number, plural

MAX_WORKBOOK_ROWS = 50_000
"""A workbook of more rows takes a server ten seconds and more: the page offers the other formats."""


class Export:
    """What an export says of itself."""

    AUTHOR = "Carte des PTCE"
    TITLE = "Pôles territoriaux de coopération économique"
    SHEET = "Données"
    PROVENANCE_SHEET = "Provenance"
    DICTIONARY_SHEET = "Dictionnaire"
    FILTER = "Filtre"
    LINK = "Lien"
    COUNT = "Nombre"
    DATE = "Date des données"
    CATALOGUE = "Empreinte du catalogue (SHA-256)"
    SOURCE = "Fichier source"
    LICENCE = "Licence"
    CITATION = "Comment citer"
    COLUMNS = "Colonnes"
    COLUMNS_NOTE = typeset(
        "Les colonnes qui commencent par « carte_ » sont calculées par l’outil ; il les laisse de côté quand il relit "
        "le fichier. Plusieurs valeurs dans une cellule sont séparées par « | »."
    )
    CUT_CELLS = "Cellules coupées"
    UNDATED = "sans date"

    @staticmethod
    def readme(lines: Iterable[tuple[str, str]]) -> str:
        """The text beside the data in the archive."""
        files = typeset(
            "poles.csv : les lignes (séparateur « ; », UTF-8). datapackage.json : leur schéma (Frictionless). "
            "dictionnaire.csv et dictionnaire.json : le sens de chaque colonne, ses valeurs permises, son taux de "
            "remplissage. citation.bib et citation.json (CSL) : comment citer."
        )
        guard = typeset(
            "Une apostrophe précède les cellules de poles.csv qu’un tableur prendrait pour des formules (= + - @) ; "
            "l’outil l’enlève à la relecture."
        )
        told = "\r\n".join(f"{heading}{NNBSP}: {text}" for heading, text in lines)
        return f"{Export.TITLE}\r\n\r\n{told}\r\n\r\n{files}\r\n{guard}\r\n"

    @staticmethod
    def count(shown: int, total: int) -> str:
        """« 12 pôles et projets sur 116 »."""
        return f"{plural(shown, 'pôle ou projet', 'pôles et projets')} sur {number(total)}"

    @staticmethod
    def source(name: str, rows: int, date: str, sha256: str) -> str:
        """« poles.csv, 98 lignes, 24 novembre 2026, SHA-256 : 2559… »."""
        return f"{name}, {plural(rows, 'ligne', 'lignes')}, {date or Export.UNDATED}, SHA-256{NNBSP}: {sha256}"

    @staticmethod
    def cut(n: int) -> str:
        """What Excel cannot hold."""
        return (
            f"{plural(n, 'cellule coupée', 'cellules coupées')} à 32{NNBSP}767 caractères, la limite d’un classeur"
            f"{NNBSP}; les autres formats ont le texte entier."
        )


class Citing:
    """A citation in words."""

    @staticmethod
    def text(
        *, author: str, year: str, title: str, words: str, count: str, date: str, version: str, licence: str
    ) -> str:
        """One paragraph, ending with a full stop; the link comes after it."""
        dated = f" Données du {date}," if date else ""
        return (
            f"{author} ({year or 's. d.'}). {title}{NNBSP}: {words} ({count}) [jeu de données].{dated} "
            f"catalogue {version}. {licence}."
        )


class Command:
    """What the command line says."""

    HELP = "écrire dans un fichier la sélection que montre un lien"
    LINK = "lien du site, ou sa partie après « ? » (défaut : tout)"
    FORMAT = "format ; sans lui, la fin du nom de SORTIE le dit"
    OUTPUT = "fichier à écrire (défaut : un nom qui dit la sélection, dans le dossier courant)"
    NO_FORMAT = typeset("Dites le format : -f csv, ou un nom de fichier qui finit par .csv, .xlsx, .geojson…")

    @staticmethod
    def unknown(parameter: str, value: str) -> str:
        """What the link asks for and that does not exist."""
        return f"Le lien demande une valeur qui n’existe pas{NNBSP}: {parameter}={value}. Rien n’a été écrit."

    @staticmethod
    def done(name: str, words: str, count: int) -> str:
        """« bretagne.csv : région : Bretagne, 9 pôles et projets »."""
        return f"{name}{NNBSP}: {words}, {plural(count, 'pôle ou projet', 'pôles et projets')}"


class Menu:
    """« Exporter (N) » and what it opens."""

    BUTTON = "Exporter ({n})"
    BUTTON_LABEL = {  # noqa: RUF012
        "one": "Exporter {n} pôle ou projet",
        "many": "Exporter les {n} pôles et projets affichés",
    }
    TITLE = {"one": "Exporter {n} pôle ou projet", "many": "Exporter {n} pôles et projets"}  # noqa: RUF012
    FILTER = f"Filtre{NNBSP}: {{filtre}}"
    CLOSE = "Fermer"
    FORMATS_TITLE = "Télécharger"
    FORMATS = (
        ("csv", "CSV", "pour Excel ou LibreOffice réglé en français"),
        ("xlsx", "Excel (.xlsx)", typeset("avec une feuille qui dit d’où viennent les lignes")),
        ("geojson", "GeoJSON", "pour une carte en ligne"),
        ("gpkg", "GeoPackage", "pour QGIS et les autres SIG"),
        ("parquet", "GeoParquet", "pour Python, R ou DuckDB"),
        ("zip", "Archive (.zip)", "le CSV, son schéma Frictionless, le dictionnaire et la citation"),
    )
    TOO_MANY_FOR_A_WORKBOOK = (
        f"Au-delà de {number(MAX_WORKBOOK_ROWS)} lignes, prenez le CSV{NNBSP}: Excel et LibreOffice l’ouvrent."
    )
    SAYS_ITS_ORIGIN = "Chaque fichier dit son filtre, sa date, ses sources, sa licence et comment le citer."
    CITE_TITLE = "Citer cette sélection"
    CITE_FORMS = (("texte", "En toutes lettres", ""), ("bibtex", "BibTeX", "bib"), ("csl", "CSL-JSON", "csl"))
    COPY = "Copier"
    COPIED = "Copié"
    NOT_COPIED = "Sélectionnez le texte pour le copier"
    DOWNLOAD_CITATION = "Télécharger"
    UNAVAILABLE = "La citation n’a pas pu être chargée. Vérifiez la connexion, puis rouvrez ce menu."
    DICTIONARY = f"Ce que veulent dire les colonnes{NBSP}: le dictionnaire".replace(NBSP, NNBSP)
    EMPTY = "Rien à exporter avec ces filtres."
