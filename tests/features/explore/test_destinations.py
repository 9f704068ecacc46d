"""« Aller à… »: what a visitor types, in whatever spelling, and where it may lead."""

import pytest

from dashboard.features.explore.go_to.destination import Destination, Kind, PolePlace
from dashboard.features.explore.go_to.finder import LONGEST, MOST, Destinations
from dashboard.features.explore.go_to.words import suggestions
from tests.helpers.gazetteers import GAZETTEER, GEOCODER

POLES = (
    PolePlace("pole-sud-archer", "Pôle Sud Archer", "Romans-sur-Isère (Drôme)", (5.05, 45.05), (5.05, 45.05) * 2),
    PolePlace("resto", "La Rochelle en commun", "La Rochelle (Charente-Maritime)", (-1.15, 46.16), (-1.15, 46.16) * 2),
)
EVERYWHERE = Destinations(GAZETTEER, GEOCODER, POLES)


def first(text: str) -> tuple[str, str]:
    """Kind and name of the likeliest destination."""
    found = EVERYWHERE.suggest(text)
    return (found[0].kind.value, found[0].name) if found else ("", "")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("romans sur isere", ("commune", "Romans-sur-Isère")),
        ("Romans (26)", ("commune", "Romans-sur-Isère")),
        ("BOURG EN BRESSE CEDEX 9", ("commune", "Bourg-en-Bresse")),
        ("st etienne", ("commune", "Saint-Étienne")),
        ("L’Haÿ", ("commune", "L'Haÿ-les-Roses")),
        ("Rivesalttes", ("commune", "Rivesaltes")),
        ("lyo", ("commune", "Lyon")),
        ("lyon 3", ("arrondissement", "Lyon 3e Arrondissement")),
        ("paris 11e", ("arrondissement", "Paris 11e Arrondissement")),
        ("Brissac-Quincé", ("ancienne-commune", "Brissac-Quincé")),
        ("26100", ("code-postal", "26100")),
        ("01 000", ("code-postal", "01000")),
        ("26281", ("commune", "Romans-sur-Isère")),
        ("26", ("departement", "Drôme (26)")),
        ("2a", ("departement", "Corse-du-Sud (2A)")),
        ("974", ("departement", "La Réunion (974)")),
        ("26999", ("departement", "Drôme (26)")),
        ("drome", ("departement", "Drôme (26)")),
        ("département de la Drôme", ("departement", "Drôme (26)")),
        ("réunion", ("departement", "La Réunion (974)")),
        ("Guyane française", ("departement", "Guyane (973)")),
        ("mamoud", ("commune", "Mamoudzou")),
        ("nouméa", ("commune", "Nouméa")),
        ("ile de fr", ("region", "Île-de-France")),
        ("PACA", ("region", "Provence-Alpes-Côte d'Azur")),
        ("bretaigne", ("region", "Bretagne")),
        ("région Bretagne", ("region", "Bretagne")),
        ("Alsace", ("ancienne-region", "Alsace")),
        ("cc val de drome", ("epci", "CC du Val de Drôme en Biovallée")),
        ("Communauté de communes du Val de Drôme", ("epci", "CC du Val de Drôme en Biovallée")),
        ("biovallee", ("epci", "CC du Val de Drôme en Biovallée")),
        ("agglo valence", ("epci", "CA Valence Romans Agglo")),
        ("métropole de lyon", ("epci", "Métropole de Lyon")),
        ("pole sud", ("pole", "Pôle Sud Archer")),
        ("archer", ("pole", "Pôle Sud Archer")),
        ("pôle sub archer", ("pole", "Pôle Sud Archer")),
        ("la rochelle en commun", ("pole", "La Rochelle en commun")),
        ("xqzwv", ("", "")),
        ("", ("", "")),
        (" … ", ("", "")),
        ("{{ cycler.x }}", ("", "")),
    ],
)
def test_the_likeliest_destination_is_the_one_that_is_meant(typed: str, expected: tuple[str, str]):
    assert first(typed) == expected


def test_homonyms_are_told_apart_by_their_departement_and_their_inhabitants():
    details = [one["detail"] for one in suggestions(EVERYWHERE.suggest("saint-denis"))]
    assert details[:5] == [
        "Commune · La Réunion (974) · 155\u202f634 habitants",
        "Commune · Seine-Saint-Denis (93) · 149\u202f077 habitants",
        "Commune · Aude (11) · 523 habitants",
        "Commune · Gard (30) · 296 habitants",
        "Ancienne commune · aujourd’hui Champdeniers · Deux-Sèvres (79)",
    ]


def test_a_postcode_frames_all_that_it_serves_and_names_each():
    die, *communes = EVERYWHERE.suggest("26150")
    assert (die.today, {one.kind for one in communes}) == ("Die, Solaure en Diois, Romeyer, …", {Kind.COMMUNE})
    west, south, east, north = die.bounds
    for commune in communes:
        assert west <= commune.bounds[0] <= commune.bounds[2] <= east
        assert south <= commune.bounds[1] <= commune.bounds[3] <= north


def test_a_place_without_contour_leads_to_its_collectivity_and_says_so():
    (noumea,) = EVERYWHERE.suggest("Nouméa")
    assert (noumea.is_widened, noumea.around) == (True, "Nouvelle-Calédonie")
    assert suggestions([noumea])[0]["large"] is True


def test_poles_and_places_that_share_words_are_both_offered():
    kinds = [one.kind for one in EVERYWHERE.suggest("la rochelle")]
    assert kinds[0] is Kind.COMMUNE
    assert {Kind.POLE, Kind.EPCI} <= set(kinds)


@pytest.mark.parametrize("typed", ["s", "st", "saint", "la", "de", "7", "75", "750", "cc", "a" * 5000, "é" * LONGEST])
def test_there_are_ten_at_most_and_never_twice_the_same(typed: str):
    found = EVERYWHERE.suggest(typed)
    assert len(found) == len(set(found)) <= MOST


@pytest.mark.parametrize("typed", ["Romans", "26100", "Drôme", "Bretagne", "Mamoudzou", "Saint-Pierre", "alsace"])
def test_every_destination_has_a_frame_with_its_point_inside(typed: str):
    def is_sound(one: Destination) -> bool:
        (west, south, east, north), (lon, lat) = one.bounds, one.point
        return -180 <= west <= east <= 180 and -90 <= south <= north <= 90 and lon == lon and lat == lat

    found = EVERYWHERE.suggest(typed)
    assert found
    assert [one for one in found if not is_sound(one)] == []
