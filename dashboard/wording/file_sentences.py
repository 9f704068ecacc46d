"""French sentences for what reading a file finds, before any column is understood, and for what is no table."""

READING = {
    "undecodable_characters": "des caractères sont illisibles. Enregistrez le fichier en UTF-8.",
    "older_encoding": "l’encodage du fichier est ancien ; il a été reconnu à ses accents. Vérifiez-les, et "
    "enregistrez le fichier en UTF-8.",
    "line_in_another_encoding": "l’encodage de cette ligne n’est pas celui du reste du fichier ; elle a été lue dans "
    "le sien. Vérifiez ses accents, et enregistrez le fichier en UTF-8.",
    "text_saved_twice": "les accents étaient doublement encodés (« Ã© » pour « é ») dans tout le fichier ; ils ont été "
    "rétablis. Vérifiez l’encodage de l’export.",
    "cell_saved_twice": "les accents de la cellule étaient doublement encodés (« Ã© » pour « é ») ; ils ont été "
    "rétablis. Vérifiez-les.",
    "nul_characters_removed": "la cellule contient des caractères nuls, invisibles ; ils ont été retirés. Vérifiez-la.",
    "cell_cut": "la cellule est trop longue ; elle a été coupée à 131 072 caractères. Raccourcissez-la.",
    "malformed_quotes": "un guillemet droit est mal fermé ; la ligne a été lue telle quelle. Fermez-le ou retirez-le.",
    "row_cut_short": "la ligne a moins de cellules que le tableau n’a de colonnes ; celles de la fin sont vides. "
    "Vérifiez qu’aucune ne manque.",
    "rows_without_last_cells": "des lignes ont moins de cellules que le tableau n’a de colonnes ; celles de la fin "
    "sont lues comme vides.",
    "sheets_read": "le fichier a plusieurs feuilles ou calques ; voici ce qui est lu (et le nombre de lignes).",
    "sheets_left_aside": "des feuilles ou des calques ne sont pas lus : ils sont masqués, ou n’ont pas les colonnes "
    "attendues. Affichez-les, ou donnez-leur les mêmes en-têtes.",
    "hidden_rows": "des lignes sont masquées, par un filtre ou à la main ; elles sont lues comme les autres. "
    "Retirez-les si elles ne doivent pas l’être.",
    "formula_without_value": "la cellule est une formule qui n’a jamais été calculée ; elle est lue comme vide. Ouvrez "
    "le fichier dans un tableur et enregistrez-le.",
    "several_positions": "la géométrie a plusieurs points ; le premier est retenu. Donnez un point par pôle.",
    "declared_projection": "le fichier dit dans quelle projection sont ses coordonnées ; elles ont été converties en "
    "degrés.",
    "cells_beyond_header": "la ligne a plus de cellules que d’en-têtes ; le surplus est ignoré. Ajoutez un en-tête ou "
    "mettez entre guillemets la cellule qui contient le séparateur.",
    "rows_above_header": "des lignes précèdent l’en-tête ; elles sont ignorées.",
    "geometry_not_point": "la géométrie n’est pas un point ; elle est ignorée. Donnez un point par pôle.",
}
"""By the codes of the findings of core/files."""

FILE_ERRORS = {
    "empty_file": "Ce fichier est vide.",
    "no_row": "Ce fichier a des en-têtes et aucune ligne en dessous. Ajoutez les lignes, ou vérifiez l’export.",
    "file_too_big": "Ce fichier est trop gros. Découpez-le.",
    "unknown_format": "Ce fichier n’est pas un tableau que l’outil sait lire. Enregistrez-le en CSV, .xlsx, .ods ou "
    "GeoJSON.",
    "document_format": "C’est un document ou une image, pas un tableau. Copiez le tableau dans un tableur et "
    "enregistrez-le en CSV ou en .xlsx.",
    "archive_format": "C’est une archive compressée que l’outil n’ouvre pas. Décompressez-la et donnez le tableau "
    "qu’elle contient.",
    "data_format": "Ce format de données n’est pas lu. Exportez le tableau en CSV, .xlsx, .ods, GeoJSON ou GeoPackage.",
    "several_files_in_archive": "Cette archive .zip ne contient pas un seul tableau. Décompressez-la et donnez un "
    "tableau à la fois.",
    "damaged_archive": "Cette archive .zip est endommagée ou vide. Téléchargez ou compressez-la de nouveau.",
    "unsafe_archive": "Ce fichier contient trop de données une fois décompressé ; il n’a pas été lu. Enregistrez le "
    "tableau seul, en CSV ou en .xlsx.",
    "protected_file": "Ce fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe.",
    "old_excel_format": "Cet ancien classeur Excel (.xls) est endommagé ou protégé. Enregistrez-le au format .xlsx "
    "sans mot de passe.",
    "html_instead_of_table": "C’est une page web, pas un tableau. Enregistrez le tableau en CSV ou en .xlsx.",
    "xml_instead_of_table": "C’est un fichier XML que l’outil ne sait pas lire comme un tableau. Exportez-le en CSV, "
    ".xlsx, .ods ou KML.",
    "damaged_workbook": "Ce classeur est endommagé. Ouvrez-le dans un tableur et enregistrez-le de nouveau.",
    "damaged_geopackage": "Ce GeoPackage est endommagé. Exportez-le de nouveau, ou en GeoJSON.",
    "damaged_json": "Ce fichier JSON est mal formé. Exportez-le de nouveau, ou en CSV.",
    "not_a_list_of_objects": "Ce fichier JSON n’est ni un GeoJSON, ni une carte uMap, ni une liste d’objets. "
    "Exportez-le ainsi, ou en CSV.",
    "unknown_projection": "Les coordonnées de ce fichier sont dans une projection inconnue. Exportez-le en degrés "
    "(WGS 84, EPSG:4326).",
    "too_many_values": "Ce fichier a trop de valeurs. Découpez-le.",
    "too_many_rows": "Ce fichier a trop de lignes. Découpez-le.",
    "too_many_columns": "Ce fichier a trop de colonnes. Gardez celles qui décrivent les pôles.",
}
"""By the codes of what refuses the file."""
