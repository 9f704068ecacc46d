"""French sentences for what is wrong in a file: what it is, and how to mend it."""

import re

from dashboard.core.address.named_views import NAMED_VIEW_FIELDS
from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.tables import INTERVENANT_FIELDS, POLE_FIELDS, PROGRAMME_FIELDS
from dashboard.errors import DashboardError
from dashboard.wording.file_sentences import FILE_ERRORS, READING
from dashboard.wording.read_all_the_same import COORDINATES, READ_ALL_THE_SAME

SEVERITIES = {Severity.ERROR: "erreur", Severity.WARNING: "à vérifier", Severity.INFO: "pour information"}

_MAX_VALUE = 120
_NARROW = re.compile(r" (?=[;:!?%])")


def typeset(text: str) -> str:
    """The text with French spaces: narrow no-break before ; : ! ? and no-break inside « »."""
    return _NARROW.sub("\u202f", text).replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def sentence_of(finding: Finding) -> str:
    """What was found, where, and how to mend it: « Ligne 7, colonne « Code postal » : … »."""
    where = [f"Ligne {finding.row}"] if finding.row is not None else ["Fichier"]
    if finding.field:
        where.append(f"colonne « {TITLES.get(finding.field, finding.field)} »")
    told = typeset(f"{', '.join(where)} : {SENTENCES[finding.code]}") + _mention("Valeur", finding.value)
    return told + (_nearest(finding) if finding.code in _BEYOND_A_LIST else "")


_BEYOND_A_LIST = frozenset({"unknown_term", "unknown_term_ignored"})


def _nearest(finding: Finding) -> str:
    """« Les plus proches de la liste : … », "" where none is near."""
    vocabulary = VOCABULARIES.get(finding.field or "")
    terms = vocabulary.nearest(finding.value) if vocabulary else ()
    said = ", ".join(f"«\u00a0{term}\u00a0»" for term in terms)
    return f" Les plus proches dans la liste\u202f: {said}." if said else ""


def error_sentence(error: DashboardError) -> str:
    """What stopped the work, and what may be done."""
    told = typeset(ERROR_SENTENCES[error.code])
    found, parted, accepted = error.detail.partition(" | ")
    if parted and error.code == "no_name_column":
        return told + _mention("En-têtes trouvés", found, 600) + _mention("En-têtes attendus", accepted, 600)
    return told + _mention("Précision", error.detail)


def shortened(text: str, longest: int = _MAX_VALUE) -> str:
    """A cell on one line, 120 characters at most, without what a terminal could take for an order."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _mention(word: str, text: str, longest: int = _MAX_VALUE) -> str:
    """« Valeur : « 1004 ». », in which only our own words are typeset; "" without a text."""
    said = shortened(text, longest)
    return f" {word}\u202f: «\u00a0{said}\u00a0»." if said else ""


def _titles(*groups: tuple[Field, ...]) -> dict[str, str]:
    return {field.key: field.title for group in reversed(groups) for field in group}


VOCABULARIES = {
    field.key: field.vocabulary
    for group in (INTERVENANT_FIELDS, PROGRAMME_FIELDS, POLE_FIELDS)
    for field in group
    if field.vocabulary
}
"""The closed list of each column that follows one."""

TITLES = _titles(POLE_FIELDS, PROGRAMME_FIELDS, INTERVENANT_FIELDS, NAMED_VIEW_FIELDS)

_READING = {
    **READING,
    "unknown_column": "cette colonne n’est pas connue ; elle est conservée telle quelle.",
    "computed_columns_left_aside": "ces colonnes d’un export sont calculées par l’outil ; elles sont laissées de côté "
    "et calculées à nouveau.",
    "duplicate_column": "une autre colonne dit déjà la même chose, et mieux ; celle-ci est gardée à part. Supprimez-la "
    "ou renommez-la.",
}

_CELLS = {
    "leading_zero_restored": "un zéro manquait en tête ; il a été rétabli. Mettez la colonne au format texte.",
    "decimal_removed": "le code était écrit comme un nombre à virgule ; il a été corrigé. Mettez la colonne au format "
    "texte.",
    "scientific_notation_expanded": "le code était en notation scientifique ; il a été développé. Vérifiez-le, mettez "
    "la colonne au format texte.",
    "control_characters_removed": "des caractères invisibles ont été retirés.",
    "url_scheme_added": "l’adresse ne commençait pas par http ; « https:// » a été ajouté.",
    "unknown_term_ignored": "une des valeurs n’est pas dans la liste fermée ; elle est gardée à part, avec les mots du "
    "fichier.",
    "malformed_url_ignored": "une des adresses est illisible ; elle est ignorée. Une adresse commence par http:// ou "
    "https://.",
    "unknown_filter_ignored": "le lien demande des valeurs qui n’existent pas ; elles sont ignorées. Copiez l’adresse "
    "de la carte une fois les filtres choisis.",
    "no_filter_in_link": "le lien ne demande aucun filtre connu. Copiez l’adresse de la carte une fois les filtres "
    "choisis.",
    "year_of_date_kept": "c’est une date entière ; seule l’année est gardée.",
    "time_rewritten": "l’heure a été comprise, mais n’est pas écrite « 09:30 ». Écrivez ainsi le début et la fin, "
    "chacun dans sa colonne.",
    "midnight_as_24": "« 24:00 » est lu comme le minuit qui termine la journée.",
    "malformed_identifier": "l’identifiant ne doit contenir que des lettres sans accent, des chiffres et - _ . :",
    "malformed_insee_code": "ce n’est pas un code Insee de commune. Il a cinq caractères, par exemple 26281 ou 2A004.",
    "malformed_postcode": "ce n’est pas un code postal. Il a cinq chiffres, par exemple 26100.",
    "malformed_departement_code": "ce n’est pas un code de département. Par exemple 26, 2A ou 974.",
    "malformed_region_code": "ce n’est pas un code de région. Par exemple 84 pour Auvergne-Rhône-Alpes.",
    "malformed_territory_code": "ce n’est ni un SIREN d’intercommunalité (neuf chiffres) ni un code de département.",
    "malformed_year": "ce n’est pas une année. Écrivez quatre chiffres, par exemple 2012.",
    "malformed_date": "ce n’est pas une date. Écrivez par exemple 2012-06-25 ou 25/06/2012.",
    "malformed_time": "ce n’est pas une heure. Écrivez par exemple 09:30.",
    "malformed_timezone": "ce n’est pas un fuseau horaire. Écrivez par exemple Europe/Paris.",
    "malformed_url": "ce n’est pas une adresse web. Elle commence par http:// ou https://.",
    "unknown_term": "cette valeur n’est pas dans la liste fermée ; elle est gardée à part, avec les mots du fichier.",
    "value_out_of_range": "la valeur est hors des bornes possibles.",
    "missing_value": "la valeur est obligatoire et manque. Renseignez-la.",
}

_POLES = {
    "duplicate_id": "cet identifiant est déjà celui d’une ligne précédente ; la ligne est refusée. Donnez-lui un autre "
    "identifiant, ou supprimez le doublon.",
    "id_in_another_file": "cet identifiant est déjà celui d’une ligne d’un autre fichier ; la ligne est refusée. "
    "Supprimez le doublon.",
    "id_column_missing": "il n’y a pas de colonne d’identifiants ; ils sont tirés des noms. Ajoutez-en une pour que "
    "les liens survivent à un changement de nom.",
    "id_made_from_name": "l’identifiant manquait ; il a été tiré du nom. Recopiez-le dans le fichier pour qu’il ne "
    "change plus.",
    "possible_twin": "une ligne précédente a le même nom dans la même commune. Supprimez l’une des deux si c’est un "
    "doublon.",
    "total_row": "c’est une ligne de total, pas un pôle ; elle est refusée. Supprimez-la.",
    "repeated_header": "c’est l’en-tête répété ; la ligne est refusée. Supprimez-la.",
}

_PLACES = {
    "unknown_insee_code": "ce code Insee n’existe pas ; il est ignoré. Vérifiez-le sur insee.fr.",
    "former_insee_code": "ce code est celui d’une ancienne commune ; la commune actuelle est employée. Mettez le code "
    "à jour.",
    "commune_not_found": "cette commune est introuvable. Vérifiez son orthographe et ajoutez son code postal ou son "
    "code Insee.",
    "commune_ambiguous": "plusieurs communes portent ce nom. Ajoutez le code postal, le département ou le code Insee.",
    "commune_conflict": "le nom de la commune et son code postal ou son département se contredisent. Corrigez l’un des "
    "deux.",
    "commune_name_differs": "le nom n’est pas celui de la commune du code Insee ; le code est cru. Corrigez l’un des "
    "deux.",
    "commune_doubtful": "ce nom n’est pas tout à fait celui d’une commune, et la plus ressemblante est loin de ce que "
    "dit le reste de la ligne ; elle n’est pas retenue. Corrigez le nom.",
    "insee_code_overruled": "ce code est celui d’une commune que le reste de la ligne dément ; il n’est pas suivi. "
    "Corrigez-le.",
    "postcode_shared": "ce code postal est celui de plusieurs communes. Ajoutez le nom de la commune ou son code "
    "Insee.",
    "postcode_of_another_commune": "ce code postal n’est pas celui de la commune. Vérifiez-le.",
    "departement_mismatch": "ce département n’est pas celui de la commune ; celui de la commune est employé. "
    "Corrigez-le.",
    "region_mismatch": "cette région n’est pas celle de la commune ; celle de la commune est employée. Corrigez-la.",
    "unknown_territory": "ce SIREN n’est pas celui d’une intercommunalité connue. Vérifiez-le.",
    "unknown_region": "cette région est inconnue. Employez les noms en vigueur depuis 2016.",
    "no_place": "rien ne permet de placer cette ligne ; elle est listée « sans localisation ». Ajoutez une commune, ou "
    "au moins un département ou une région.",
    "point_far_from_commune": "les coordonnées sont loin de la commune indiquée ; la commune est crue. Corrigez l’une "
    "ou les autres.",
    "point_in_another_commune": "les coordonnées sont dans une autre commune que celle qui est indiquée ; elles sont "
    "gardées. Corrigez l’une ou les autres.",
    "point_outside_territory": "les coordonnées sont hors du territoire indiqué ; le territoire est cru. Corrigez "
    "l’un ou les autres.",
    "point_far_from_france": "les coordonnées sont loin de toute commune ; elles sont ignorées. Corrigez-les.",
    "territory_from_point": "la ligne n’indique pas de territoire ; il est déduit des coordonnées.",
}

_PROGRAMME = {
    "missing_id": "l’identifiant est obligatoire et manque. Renseignez-le.",
    "missing_event": "aucune ligne ne décrit la rencontre. Ajoutez une ligne de type « Événement ».",
    "several_events": "plusieurs lignes décrivent une rencontre ; seule la première est lue. Supprimez les autres.",
    "missing_date": "la séance n’a pas de date. Renseignez-la, ou celle de la rencontre.",
    "missing_start": "la séance n’a pas d’heure de début. Renseignez-la.",
    "end_before_start": "la fin précède le début ; la fin est ignorée. Corrigez-la.",
    "end_time_conflict": "deux heures de fin se contredisent. Gardez-en une seule.",
    "nonexistent_time": "cette heure n’existe pas : la nuit où l’on passe à l’heure d’été, les horloges la sautent. "
    "Corrigez-la.",
    "ambiguous_time": "cette heure existe deux fois, la nuit où l’on passe à l’heure d’hiver ; la première est "
    "retenue. Évitez-la.",
    "clock_change_day": "l’heure change ce jour-là. Vérifiez les heures de la nuit.",
    "double_booking": "cette personne est attendue dans deux séances à la même heure. Corrigez l’une des deux si ce "
    "n’est pas voulu.",
    "malformed_duration": "ce n’est pas une durée ; la fin est inconnue. Écrivez par exemple 01:30.",
    "ends_after_midnight": "la séance se termine après minuit ; elle est arrêtée à minuit.",
    "unknown_parent": "la séance à laquelle celle-ci se rattache n’existe pas. Corrigez son identifiant.",
    "parent_cycle": "des séances se contiennent l’une l’autre. Corrigez le rattachement.",
    "unknown_session": "cette séance n’existe pas ; la ligne est refusée. Corrigez son identifiant.",
    "unknown_pole": "ce pôle n’existe pas dans les fichiers ; le lien est ignoré. Corrigez son identifiant.",
    "person_without_organisation": "la personne n’a pas d’organisation. Renseignez-la si elle est connue.",
    "person_without_name": "la ligne ne nomme personne ; elle est refusée. Renseignez un nom ou une fonction.",
}

SENTENCES = {**_READING, **_CELLS, **READ_ALL_THE_SAME, **_POLES, **COORDINATES, **_PLACES, **_PROGRAMME}
"""The sentence of each finding code."""

ERROR_SENTENCES = {
    "missing_file": "Ce fichier est introuvable ou ne peut pas être ouvert.",
    "unwritable_file": "Ce fichier ne peut pas être écrit.",
    "output_is_folder": "Rien n’a été écrit : c’est le nom d’un dossier. Donnez celui d’un fichier.",
    "output_folder_missing": "Rien n’a été écrit : le dossier de ce fichier n’existe pas. Créez-le d’abord.",
    "output_refused": "Rien n’a été écrit : le système ne permet pas d’écrire ici. Choisissez un autre dossier.",
    "disk_full": "Rien n’a été écrit : il n’y a plus de place sur le disque. Libérez-en, puis recommencez.",
    **FILE_ERRORS,
    "damaged_xml": "Ce fichier XML est mal formé.",
    "unsafe_xml": "Ce fichier contient des éléments dangereux (entités, DTD) ; il n’a pas été lu.",
    "not_a_schedule": "Ce fichier XML n’est pas un programme au format frab : il lui faut un élément « schedule ».",
    "no_known_column": "Aucune colonne connue n’a été trouvée. Il faut une ligne d’en-têtes, dont « Nom ».",
    "no_name_column": "Aucune colonne ne donne les noms, ou ce qui est obligatoire. Renommez-en une, ou indiquez-la "
    "dans le fichier des colonnes (réglage PTCE_COLONNES).",
    "geocoding_unavailable": "Le service de géocodage ne répond pas. Réessayez plus tard.",
    "missing_data": "Un fichier de données manque.",
    "missing_reference": "La géographie de référence manque. Lancez « make data ».",
}
"""The sentence of each error code."""
