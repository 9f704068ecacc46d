"""How a structure is found and reached, what it is registered as and how big it is: the names of data·inclusion."""

from dashboard.core.fields.field import Field
from dashboard.core.fields.reads import AMOUNT, EMAIL, HEADCOUNT, PHONE, RNA, SIREN, SIRET
from dashboard.core.fields.text import listed

CONTACT = (
    Field(
        key="adresse",
        title="Adresse",
        description="Numéro et voie, ou adresse postale entière.",
        headers=listed(
            "adresse postale, adresse complète, address, street, street address, rue, voie, numéro et voie, "
            "adresse 1, adresse du siège, adresse du lieu, adresse numéro et nom de la voie, adres, adresse "
            "de la structure, adresse ligne 1, numéro et nom de la voie, adresse numéro nom de la voie"
        ),
        valid=("12 rue des Essais", "ZA du Pré, 26100 Romans-sur-Isère"),
    ),
    Field(
        key="siret",
        title="SIRET",
        description="Numéro SIRET de l’établissement, quatorze chiffres.",
        reads=SIRET,
        headers=listed("numéro siret, n siret, code siret, siret du siège, siret siège, siret number"),
        hints=listed("pivot"),
        valid=("73282932000074", "732 829 320 00074", "35600000049837"),
        invalid=("732829320", "sept", "7328293200007"),
    ),
    Field(
        key="siren",
        title="SIREN",
        description="Numéro SIREN de l’organisation, neuf chiffres.",
        reads=SIREN,
        headers=listed("numéro siren, n siren, code siren, siren site, siren de la structure"),
        valid=("732829320", "732 829 320"),
        invalid=("73282932", "neuf"),
    ),
    Field(
        key="rna",
        title="RNA",
        description="Numéro d’association (répertoire national), « W » et neuf chiffres.",
        reads=RNA,
        headers=listed("numéro rna, n rna, code rna, identifiant rna, waldec, numéro waldec, numéro d’association"),
        valid=("W751004076", "w9c1000123"),
        invalid=("751004076", "W12"),
    ),
    Field(
        key="telephone",
        title="Téléphone",
        description="Numéro de téléphone.",
        reads=PHONE,
        headers=listed(
            "tél, tel, numéro de téléphone, n de téléphone, numéro téléphone, phone, phone number, téléphone "
            "fixe, tel fixe, fixe, telephone number, contact téléphone, mobile, portable"
        ),
        valid=("02 00 00 00 01", "+262 2 62 02 07 02", "0200000001 / 06 00 00 00 01", "3949"),
        is_contact=True,
    ),
    Field(
        key="courriel",
        title="Courriel",
        description="Adresse électronique.",
        reads=EMAIL,
        headers=listed(
            "courriels, email, e-mail, mail, mél, adresse mail, adresse e-mail, adresse email, adresse "
            "électronique, contact email, contact mail, courrier électronique, email address, adresse "
            "courriel, emails, mails"
        ),
        valid=("contact@exemple.fr", "a.b@exemple.org; c@exemple.fr"),
        invalid=("contact", "a@b"),
        is_contact=True,
    ),
    Field(
        key="horaires",
        title="Horaires",
        description="Jours et heures d’ouverture, comme le fichier les dit.",
        headers=listed(
            "horaire, horaires d’ouverture, heures d’ouverture, ouverture, opening hours, les horaires de ma structure"
        ),
        valid=("mardi 9 h – 12 h", "Mo-Fr 09:00-17:00"),
    ),
    Field(
        key="budget",
        title="Budget",
        description="Budget annuel, en euros.",
        reads=AMOUNT,
        headers=listed("budget_eur, budget annuel, budget en euros, budget euros, montant du budget, annual budget"),
        valid=("120000", "1 200,50 €", "120 k€", "1,2 M€"),
        invalid=("important", "entre 10 et 20", "1.234"),
    ),
    Field(
        key="effectif",
        title="Effectif",
        description="Nombre de personnes employées, ou d’équivalents temps plein.",
        reads=HEADCOUNT,
        headers=listed(
            "effectifs, nombre de salariés, salariés, nb salariés, etp, nombre d’etp, headcount, staff, nb "
            "etp, effectif salarié, nombre salariés, employees"
        ),
        valid=("12", "12,5", "1 200", "12 salariés", "6 ETP"),
        invalid=("une vingtaine", "beaucoup"),
    ),
)
"""Columns that came after the first files: an export has those that a row fills (`LATER_KEYS`)."""
