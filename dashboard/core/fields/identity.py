"""What a pole or a project is and where: the first columns of `poles.csv` and `projets.csv`."""

from dashboard.core.fields import vocabularies as v
from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Severity
from dashboard.core.fields.reads import (
    DEPARTEMENT_CODE,
    IDENTIFIER,
    INSEE_CODE,
    LATITUDE,
    LONGITUDE,
    NAME,
    POSTCODE,
    REGION_CODE,
    TERRITORY_CODE,
    one_of,
    several_of,
)
from dashboard.core.fields.text import listed

IDENTITY = (
    Field(
        key="id",
        title="Identifiant",
        description="Identifiant stable du pôle ou du projet, employé dans les liens.",
        reads=IDENTIFIER,
        headers=listed("identifiant du pôle, identifier, code du pôle, id pôle, id structure"),
        hints=listed(
            "gid, objectid, fid, uid, uuid, globalid, identifiant unique, identifiant structure, ref, "
            "référence, code structure, typo uid, id lieu"
        ),
        valid=("pole-sud-archer", "labo-ess--archer", "A.12:3"),
        invalid=("pôle sud", "a/b", "a|b"),
    ),
    Field(
        key="nom",
        title="Nom",
        description="Nom du pôle ou du projet.",
        reads=NAME,
        headers=listed(
            "nom du pôle, nom du PTCE, nom du projet, pôle, PTCE, name, dénomination, intitulé, nom de la "
            "structure, nom structure, nom de l’organisation, nom de l’organisme, nom de l’association, nom "
            "du lieu, nom du tiers-lieu, nom de l’établissement, nom usuel, nom officiel, nom org, cluster "
            "name, pole name, nom de votre structure, nom du site, raison sociale ou nom"
        ),
        hints=listed(
            "structure, dénomination sociale, raison sociale, titre, lieu, association, organisme, "
            "organisation, établissement, enseigne, entreprise, coopérative, projet, tiers-lieu, libellé, "
            "title, label, site, structure porteuse, porteur, acteur, membre, adhérent, bénéficiaire, "
            "lauréat, equipement, espace"
        ),
        valid=("Domb’Innov", "Null", "3.EVA", "NC"),
        required=True,
        on_failure=Severity.ERROR,
    ),
    Field(
        key="structure_porteuse",
        title="Structure porteuse",
        description="Organisation qui porte ou anime le pôle.",
        headers=listed(
            "porteur, structure, organisation porteuse, organisme porteur, lead_organisation, porteur de "
            "projet, porteur du projet, structure parente, lead organisation, carrier"
        ),
        valid=("Val’Horizon", "SCIC TETRIS"),
    ),
    Field(
        key="types",
        title="Type",
        description="Types du pôle : pôle témoin de 2011, lauréat d’un appel, projet…",
        reads=several_of(v.TYPES),
        headers=listed("type de pôle, kind, types de pôle, type de PTCE"),
        hints=listed("type, catégorie, nature, types, catégorie de pôle"),
        valid=("pole-temoin|laureat-2014", "Pôle témoin; lauréat 2014", "PTCE (autre)"),
        invalid=("pôle de compétitivité",),
    ),
    Field(
        key="statut",
        title="Statut",
        description="Statut à la date citée par les sources.",
        reads=one_of(v.STATUTS),
        headers=listed("état, situation, status_short, statut du pôle, statut actuel, avancement"),
        valid=("actif", "Actif (à la date citée)", "EN PROJET", "fermé"),
        invalid=("dormant",),
    ),
    Field(
        key="statut_detail",
        title="Détail du statut",
        description="Statut tel que les sources permettent de le dire, avec sa date.",
        headers=listed("précisions sur le statut, status"),
        valid=("actif (2025)", "soutenu en 2021-2023"),
    ),
)

PLACE = (
    Field(
        key="commune",
        title="Commune",
        description="Commune du pôle ou de son siège, nom officiel (code officiel géographique).",
        headers=listed(
            "ville, commune du siège, localité, municipality, city, town, nom commune, nom de la commune, "
            "nomcom, nom com, cominit, libellé commune, libcom, ville du siège, commune d’implantation, "
            "commune implantation, ville ou commune, commune ville, ville commune, village, adresse ville, "
            "commune actuelle, nom de commune"
        ),
        hints=listed("siège, implantation"),
        valid=("Romans-sur-Isère", "Y", "L'Île-Saint-Denis"),
    ),
    Field(
        key="code_insee",
        title="Code Insee de la commune",
        description="Code officiel géographique de la commune, cinq caractères.",
        reads=INSEE_CODE,
        headers=listed(
            "code insee, insee, code commune, code commune insee, citycode, insee_code, codgeo, inseecom, "
            "insee com, code insee commune, code officiel géographique, cog, depcom, com insee, code géo, "
            "codeinsee, num insee, code insee du siège, insee commune, municipality code"
        ),
        valid=("26281", "2A004", "2a004", "97411", "01004", "1004", "26281.0", "09122,", "F-75056"),
        invalid=("2C004", "99123", "F-751", "123", "00123"),
    ),
    Field(
        key="code_postal",
        title="Code postal",
        description="Code postal, cinq chiffres.",
        reads=POSTCODE,
        headers=listed(
            "CP, postcode, zip, code postale, zip code, postal code, code postal commune, code postal de la "
            "commune, codepostal, codpost, c postal, code post, adresse code postal, post code, cp ville"
        ),
        valid=("01000", "20090", "97110", "26100.0", "1000", "75 011", "F-75011", "23500,", "75011 Paris"),
        invalid=("2A004", "F-750", "123", "00123", "99000"),
    ),
    Field(
        key="departement",
        title="Département",
        description="Nom du département.",
        headers=listed(
            "dept, nom du département, dpt, nom département, dép, dep, nomdep, nom dep, libellé département, "
            "county, department, départements"
        ),
        valid=("Drôme", "Côtes-d'Armor"),
    ),
    Field(
        key="code_departement",
        title="Code du département",
        description="Code du département, deux ou trois caractères.",
        reads=DEPARTEMENT_CODE,
        headers=listed(
            "code département, numéro de département, numéro département, code dept, inseedep, code dep, num "
            "département, numéro dept, code du dept, department code, num dep"
        ),
        valid=("26", "01", "1", "2A", "974"),
        invalid=("20", "99", "970", "Drôme"),
    ),
    Field(
        key="region",
        title="Région",
        description="Nom de la région.",
        headers=listed("nom de la région, nom région, nomreg, nom reg, libellé région, régions"),
        valid=("Auvergne-Rhône-Alpes", "La Réunion"),
    ),
    Field(
        key="code_region",
        title="Code de la région",
        description="Code officiel géographique de la région, deux chiffres.",
        reads=REGION_CODE,
        headers=listed("code région, région code, region_code, inseereg, code reg, num région"),
        valid=("84", "04", "4"),
        invalid=("05", "99", "Bretagne"),
    ),
    Field(
        key="latitude",
        title="Latitude",
        description="Latitude en degrés (WGS 84) ; vide quand le point est celui de la commune, calculé par l’outil.",
        reads=LATITUDE,
        headers=listed(
            "lat, y, latitude wgs84, coord y, coordonnée y, coord lat, lat wgs84, y wgs84, coordonnées latitude"
        ),
        hints=listed("x, coord x, coordonnée x"),
        valid=("45.0441", "-21,115", "48°"),
        invalid=("91", "6867000", "nord"),
    ),
    Field(
        key="longitude",
        title="Longitude",
        description="Longitude en degrés (WGS 84) ; vide quand le point est celui de la commune, calculé par l’outil.",
        reads=LONGITUDE,
        headers=listed(
            "lon, lng, long, x, longitude wgs84, coord x, coordonnée x, coord long, lon wgs84, long wgs84, x "
            "wgs84, coordonnées longitude"
        ),
        hints=listed("y, coord y, coordonnée y"),
        valid=("5.0524", "-61,0", "180"),
        invalid=("181", "652000", "est"),
    ),
    Field(
        key="precision_source",
        title="Précision du lieu dans la source",
        description="Ce que les sources disent du lieu : commune, commune par défaut, EPCI seul, département seul…",
        headers=listed("précision du lieu, geo_precision, result_type"),
        hints=listed("précision"),
        valid=("commune (centre)", "EPCI seul"),
    ),
    Field(
        key="territoire",
        title="Territoire",
        description="Périmètre d’action : intercommunalité, pays, département, région…",
        headers=listed(
            "périmètre, territory, bassin de vie, périmètre d’action, territoire d’action, territoire "
            "d’intervention, zone d’intervention"
        ),
        valid=("Pays de Redon", "CA d’Hénin-Carvin"),
    ),
    Field(
        key="code_territoire",
        title="Code du territoire",
        description="SIREN de l’intercommunalité (neuf chiffres) ou code du département.",
        reads=TERRITORY_CODE,
        headers=listed("code du périmètre, siren epci, code epci, territory_code, siren de l’epci"),
        hints=listed("epci"),
        valid=("200067767", "35", "974", "2.00067767E8"),
        invalid=("20006776", "Redon"),
    ),
)
