"""The static file of the export menu: its sentences, its formats, where the downloads are."""

from dashboard.features.exports.words import MAX_WORKBOOK_ROWS, Menu
from dashboard.frontend.browser import to_json


def export_menu_file(downloads: str, *, dictionary: str) -> bytes:
    """JSON of the menu; `downloads` and `dictionary` are addresses on the site."""
    return to_json(
        {
            "base": downloads,
            "dictionnaire": {"adresse": dictionary, "texte": Menu.DICTIONARY},
            "bouton": Menu.BUTTON,
            "etiquette": Menu.BUTTON_LABEL,
            "titre": Menu.TITLE,
            "filtre": Menu.FILTER,
            "fermer": Menu.CLOSE,
            "telecharger": Menu.FORMATS_TITLE,
            "formats": [{"cle": key, "nom": name, "pour": purpose} for key, name, purpose in Menu.FORMATS],
            "limites": {"xlsx": {"n": MAX_WORKBOOK_ROWS, "texte": Menu.TOO_MANY_FOR_A_WORKBOOK}},
            "note": Menu.SAYS_ITS_ORIGIN,
            "citer": {
                "titre": Menu.CITE_TITLE,
                "formes": [{"cle": key, "nom": name, "fichier": file} for key, name, file in Menu.CITE_FORMS],
                "copier": Menu.COPY,
                "copie": Menu.COPIED,
                "pasCopie": Menu.NOT_COPIED,
                "telecharger": Menu.DOWNLOAD_CITATION,
                "indisponible": Menu.UNAVAILABLE,
            },
        }
    )
