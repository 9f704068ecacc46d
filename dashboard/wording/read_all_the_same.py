"""French sentences for what was understood all the same: columns, cells and rows of other people’s tables."""

READ_ALL_THE_SAME = {
    "column_recognised": "cette colonne a été reconnue à ses mots et à ses cellules. Si c’est à tort, renommez-la.",
    "name_column_guessed": "aucune colonne ne s’appelle « Nom » ; les noms sont lus dans celle-ci. Si c’est à tort, "
    "nommez « Nom » la bonne colonne.",
    "cells_joined": "la ligne a plus de cellules que d’en-têtes ; le surplus est joint à la dernière, qui est "
    "une liste. "
    "Mettez cette cellule entre guillemets.",
    "term_respelled": "une valeur de la liste a été reconnue malgré son orthographe.",
    "spreadsheet_error": "le tableur a écrit une erreur dans cette cellule ; elle est lue comme vide. "
    "Corrigez la formule.",
    "code_cleaned": "le code était entouré d’autres caractères ; ils ont été retirés.",
    "checksum_failed": "la clé de contrôle de ce numéro est fausse ; il est gardé. Vérifiez-le.",
    "siren_of_siret": "c’est un SIRET ; ses neuf premiers chiffres, le SIREN, sont gardés.",
    "doubtful_phone": "ce n’est pas un numéro de téléphone ; le texte est gardé. Vérifiez-le.",
    "year_in_text_kept": "l’année a été lue au milieu d’un texte.",
    "first_year_kept": "c’est une période ; seule la première année est gardée. Écrivez une seule année.",
    "first_day_assumed": "la date n’a pas de jour ; elle est lue comme le premier du mois ou de l’année.",
    "two_digit_year": "l’année n’a que deux chiffres ; le siècle est supposé. Écrivez-la avec quatre chiffres.",
    "date_from_serial": "la date était le numéro d’un jour, comme un tableur le stocke ; elle a été rétablie. "
    "Mettez la "
    "colonne au format date.",
    "ambiguous_number": "ce nombre peut se lire de deux façons (mille et plus, ou un et quelque chose) ; il est gardé "
    "à part, tel quel. Écrivez-le sans point ni virgule.",
    "impossible_date": "ce jour n’existe dans aucun calendrier ; la date est ignorée. Corrigez-la.",
    "malformed_number": "ce n’est pas un nombre. Écrivez par exemple 1200 ou 1 200,50 €.",
    "malformed_siret": "ce n’est pas un SIRET. Il a quatorze chiffres.",
    "malformed_siren": "ce n’est pas un SIREN. Il a neuf chiffres.",
    "malformed_rna": "ce n’est pas un numéro d’association. Il a un W et neuf chiffres.",
    "malformed_email": "ce n’est pas une adresse électronique.",
    "id_rewritten": "un lien ne peut pas contenir cet identifiant ; un autre en a été tiré. N’employez que des lettres "
    "sans accent, des chiffres et - _ . :",
    "id_given_again": "cet identifiant est déjà celui d’une ligne précédente, qui est un autre pôle ; un nouvel "
    "identifiant a été tiré du nom. Donnez-en un à chacun.",
    "duplicate_row": "cette ligne répète une ligne précédente ; elle est refusée. Supprimez-la.",
    "future_date": "cette date de mise à jour est loin dans le futur ; elle est ignorée. Corrigez-la.",
    "note_row": "c’est une note sous le tableau, pas un pôle ; elle est refusée. Supprimez-la.",
}
"""The sentence of each of these finding codes."""

COORDINATES = {
    "malformed_coordinate": "les coordonnées sont illisibles ; elles sont ignorées. Écrivez des degrés, par exemple "
    "45.0442 et 5.0523.",
    "coordinates_incomplete": "il manque la latitude ou la longitude ; l’autre est ignorée. Renseignez les deux.",
    "coordinates_zero": "les coordonnées sont à zéro, au large de l’Afrique ; elles sont ignorées. Corrigez-les ou "
    "laissez les cellules vides.",
    "coordinates_swapped": "latitude et longitude étaient inversées ; elles ont été remises en ordre. Corrigez le "
    "fichier.",
    "coordinates_projected": "les coordonnées étaient en mètres ; elles ont été converties en degrés. Vérifiez "
    "le point.",
    "coordinates_unknown_projection": "ces coordonnées semblent des mètres d’une projection qui n’est pas "
    "reconnue ; elles "
    "sont ignorées. Écrivez des degrés.",
    "decimal_point_restored": "les coordonnées avaient perdu leur virgule ; elle a été remise là où le point tombe "
    "dans la commune. Vérifiez-le.",
    "decimal_point_lost": "les coordonnées semblent avoir perdu leur virgule ; elles sont ignorées. Corrigez-les.",
    "coordinates_outside_france": "les coordonnées sont hors de France ; elles sont ignorées. Corrigez-les ou laissez "
    "les cellules vides.",
}
