"""Columns recognised by what their headings say and by what their cells hold, in lists made by other people."""

import pytest

from dashboard.core.fields.headings import fold_header, words_of
from dashboard.core.fields.recognising import WHYS, Match, recognise
from dashboard.core.fields.tables import POLE_FIELDS


def matches(headers: str, *rows: str) -> tuple[Match, ...]:
    return recognise(headers.split(";"), [row.split(";") for row in rows], POLE_FIELDS)


def fields(headers: str, *rows: str) -> dict[str, str | None]:
    return {match.heading: match.field for match in matches(headers, *rows)}


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("nom_pole", "nom"),
        ("NOM_TL", "nom"),
        ("USER_NOM", "nom"),
        ("c_nom", "nom"),
        ("properties.nom_org", "nom"),
        ("Nomdelastructure", "nom"),
        ("Nom de votre structure", "nom"),
        ("Nom de la coopérative", "nom"),
        ("Cluster name", "nom"),
        ("\u200bno\u200dm\ufeff", "nom"),
        ("Name", "nom"),
        ("c_city", "commune"),
        ("City", "commune"),
        ("NOMCOM", "commune"),
        ("Nom de la commune", "commune"),
        ("Commune(s)", "commune"),
        ("Ville du siège social", "commune"),
        ("Zip code", "code_postal"),
        ("Codepostal", "code_postal"),
        ("CODE-POSTAL :", "code_postal"),
        ("c_postcode", "code_postal"),
        ("C.P.", "code_postal"),
        ("INSEECOM", "code_insee"),
        ("Dépt.", "departement"),
        ("County", "departement"),
        ("INSEEDEP", "code_departement"),
        ("Latitude (WGS84)", "latitude"),
        ("c_lat_coor1", "latitude"),
        ("Longitude (degrés décimaux)", "longitude"),
        ("Filière(s)", "secteurs"),
        ("Activity sectors", "secteurs"),
        ("Réseau(x) d’appartenance", "reseaux_membre"),
        ("Mode de financement", "financements"),
        ("Funding", "financements"),
        ("Créé en", "annee_creation"),
        ("Year founded", "annee_creation"),
        ("Mis à jour le", "date_maj"),
        ("Last updated", "date_maj"),
        ("c__edit_datemaj", "date_maj"),
        ("Adresse e-mail", "courriel"),
        ("N° de téléphone", "telephone"),
        ("Adresse de la structure", "adresse"),
        ("SiteWeb", "site_web"),
        ("Site Web de la structure", "site_web"),
        ("c_siren_site", "siren"),
        ("presentation_resume", "description"),
    ],
)
def test_a_heading_is_understood_in_every_dress(heading: str, key: str):
    assert fields(f"{heading};rien") == {heading: key, "rien": None}


@pytest.mark.parametrize(
    "heading",
    [
        *("Nom du contact", "Nom et prénom", "Contact : nom", "Nom du président", "NOM_ZE", "Nombre de communes"),
        *(
            "Date de naissance du président",
            "Type de public",
            "Facebook",
            "Taille",
            "Pôle territorial",
            "horaires_lundi",
        ),
        *("Code pays", "Population de la commune", "Financeur principal", "Photo du site", "", "Colonne 7"),
    ],
)
def test_an_unknown_heading_stays_a_column_of_its_own(heading: str):
    assert fields(f"Nom;{heading}", "Archer;x", "Redon;y")[heading] is None


@pytest.mark.parametrize(
    "heading", ["Structure", "Lieu", "Association", "Raison sociale", "Libellé", "Titre", "Enseigne"]
)
def test_without_a_column_of_names_the_likeliest_one_is_read(heading: str):
    found = matches(f"Type;{heading};Commune", "A;Les Paniers;Dinan", "A;Atelier;Dinan")
    assert [(match.field, match.why) for match in found][1:] == [("nom", "likeliest_name"), ("commune", "heading")]


def test_a_structure_beside_a_name_is_what_carries_the_pole():
    assert fields("Nom;Structure", "Pôle;Archer") == {"Nom": "nom", "Structure": "structure_porteuse"}


def test_numbers_are_no_names():
    assert fields("Structure;Commune", "12;Dinan", "13;Redon")["Structure"] != "nom"


def test_a_heading_that_only_hints_needs_cells_that_agree():
    assert fields("Nom;Catégorie", "a;Épicerie", "b;Vélo")["Catégorie"] is None
    assert fields("Nom;Catégorie", "a;Pôle témoin", "b;Lauréat 2014")["Catégorie"] == "types"
    assert fields("nom;source", "a;dora", "b;soliguide")["source"] is None
    assert fields("nom;source", "a;https://a.fr", "b;https://b.fr")["source"] == "sources"
    assert fields("nom;gid", "a;1", "b;2")["gid"] == "id"
    assert fields("nom;gid", "a;1", "b;1")["gid"] is None
    assert fields("nom;pivot", "a;73282932000074", "b;43493312300029")["pivot"] == "siret"


def test_cells_tell_without_any_heading():
    found = fields(
        "Nom;Champ 1;Champ 2;Champ 3;Champ 4",
        "a;a@exemple.fr;02 00 00 00 01;https://a.fr;73282932000074",
        "b;b@exemple.fr;02 00 00 00 02;https://b.fr;43493312300029",
    )
    assert list(found.values()) == ["nom", "courriel", "telephone", "site_web", "siret"]


def test_a_column_of_pictures_or_of_social_networks_is_no_web_site():
    found = fields(
        "Nom;a;b", "x;https://facebook.com/x;https://x.fr/1.jpg", "y;https://facebook.com/y;https://y.fr/2.jpg"
    )
    assert list(found.values()) == ["nom", None, None]


def test_x_and_y_are_what_their_degrees_say():
    usual = fields("Nom;X;Y", "a;-0.58;44.84", "b;-0.23;44.94")
    crossed = fields("Nom;Coord. X;Coord. Y", "a;44.84;-0.58", "b;44.94;-0.23")
    metres = fields("Nom;X;Y", "a;861700;6441000", "b;861800;6442000")
    assert list(usual.values())[1:] == list(metres.values())[1:] == ["longitude", "latitude"]
    assert list(crossed.values())[1:] == ["latitude", "longitude"]


def test_of_two_columns_for_one_field_the_better_then_the_fuller_wins():
    found = matches("Ville;commune;Localité", "x;Dinan;y")
    assert [(match.field, match.why, match.detail) for match in found] == [
        (None, "twin", "commune"),
        ("commune", "heading", "commune"),
        (None, "twin", "commune"),
    ]
    assert fields("nom;commune;Ville", "a;;Dinan")["Ville"] == "commune"


def test_the_staff_has_the_last_word():
    rows = [["a", "b", "c"]]
    found = recognise(["Nom", "Truc", "Ville"], rows, POLE_FIELDS, {"TRUC": "commune", "ville": ""})
    assert [(match.field, match.why) for match in found] == [("nom", "heading"), ("commune", "staff"), (None, "staff")]


DATA_INCLUSION = (
    "id;siret;rna;nom;commune;code_postal;code_insee;adresse;longitude;latitude;telephone;courriel;site_web;date_maj"
)
MEDIATION = (
    "id;nom;commune;code_postal;code_insee;adresse;latitude;longitude;telephone;courriels;site_web;horaires;date_maj"
)


@pytest.mark.parametrize("schema", [DATA_INCLUSION, MEDIATION])
def test_the_schemas_of_the_field_are_read_whole(schema: str):
    expected = [heading.replace("courriels", "courriel") for heading in schema.split(";")]
    assert list(fields(schema).values()) == expected


def test_every_match_says_why():
    found = matches("Nom;Ville;localité;Truc;Type;gid", "a;b;c;d;e;1", "b;c;d;e;f;2")
    assert {match.why for match in found} <= WHYS
    assert [match.rank for match in found] == list(range(6))


def test_words_are_those_that_say_something_in_the_singular():
    assert words_of("Les Réseaux d’appartenance (du pôle)") == ("reseau", "appartenance", "pole")
    assert fold_header("N° de  TÉLÉPHONE_fixe :") == "numero de telephone fixe"
    assert words_of("SiteWeb") == ("site", "web")
