"""The rules on a handful of communes, where the reason of an answer is in sight."""

from dashboard.core.geocoding import Candidate, Geocoder, Precision, Row, Status, Verdict

COMMUNES = [
    ("01001", "Saint-Rémy", "01", 900, ["01310"]),
    ("71475", "Saint-Rémy", "71", 6000, ["71100"]),
    ("26281", "Romans-sur-Isère", "26", 33000, ["26100"]),
    ("26300", "Romans-le-Bas", "26", 300, ["26101"]),
    ("75056", "Paris", "75", 2100000, ["75001", "75013"]),
    ("23001", "Creuse", "80", 250, ["80480"]),
    ("12001", "La Bastide", "12", 100, ["12000"]),
    ("13001", "Labastide", "13", 100, ["13100"]),
    ("14001", "Fontaine", "14", 100, ["14000"]),
]


def make_geocoder() -> Geocoder:
    rows = [(code, "", name, dep, "commune", people, codes, 2.0, 48.0) for code, name, dep, people, codes in COMMUNES]
    rows.append(("75113", "75056", "Paris 13e Arrondissement", "75", "arrondissement", 180000, ["75013"], 2.36, 48.83))
    rows.append(("26999", "26281", "Peyrins-le-Haut", "26", "deleguee", 0, [], None, None))
    names = ("insee_code", "parent_code", "name", "departement_code", "kind", "population", "postcodes", "lon", "lat")
    departements = [("80", "Somme", "32"), ("23", "Creuse", "75"), ("26", "Drôme", "84")]
    return Geocoder.build(
        communes={name: [row[i] for row in rows] for i, name in enumerate(names)},
        former_names={"old_code": ["26281"], "old_name": ["Romans"], "insee_code": ["26281"]},
        departements=dict(
            zip(("code", "name", "region_code"), map(list, zip(*departements, strict=True)), strict=True)
        ),
        regions={"code": ["84"], "name": ["Auvergne-Rhône-Alpes"]},
        epcis={"name": ["CA Valence Romans Agglo"]},
        foreign_towns={"fontana": 12_000},
    )


GEOCODER = make_geocoder()


def codes(verdict: Verdict) -> list[str]:
    return [candidate.code for candidate in verdict.candidates]


def test_an_accepted_place_says_all_that_is_known_of_it() -> None:
    place = Candidate("26281", "26281", "Romans-sur-Isère", "26", Precision.COMMUNE, 33000, 2.0, 48.0)
    assert GEOCODER.locate("romans sur isere") == Verdict(Status.OK, "name", Precision.COMMUNE, 0.999, place, (place,))


def test_homonyms_are_shown_most_populous_first() -> None:
    verdict = GEOCODER.locate("St Rémy")
    assert (verdict.status, verdict.place, codes(verdict)) == (Status.AMBIGUOUS, None, ["71475", "01001"])


def test_a_departement_given_apart_decides_between_homonyms() -> None:
    assert GEOCODER.locate("St Rémy", departement_code="1").code == "01001"


def test_an_arrondissement_is_kept_with_its_commune() -> None:
    verdict = GEOCODER.locate("Paris 13e")
    assert (verdict.code, verdict.commune_code, verdict.precision) == ("75113", "75056", Precision.ARRONDISSEMENT)


def test_a_delegated_commune_has_the_point_of_the_commune_of_today() -> None:
    place = GEOCODER.locate("Peyrins-le-Haut").place
    assert place is not None
    assert (place.code, place.commune_code, place.lon, place.lat) == ("26999", "26281", 2.0, 48.0)


def test_words_cut_otherwise_tell_two_names_apart() -> None:
    assert (GEOCODER.locate("La Bastide").code, GEOCODER.locate("LABASTIDE").code) == ("12001", "13001")


def test_a_village_that_bears_the_name_of_a_departement_is_in_doubt() -> None:
    assert GEOCODER.locate("Creuse").status is Status.AMBIGUOUS
    assert GEOCODER.locate("Creuse (80)").code == "23001"


def test_the_name_of_a_foreign_town_is_no_slip() -> None:
    assert (GEOCODER.locate("Fontana").status, GEOCODER.locate("Fontaane").code) == (Status.NONE, "14001")


def test_a_slip_that_nobody_makes_is_not_mended_in_a_short_word() -> None:
    assert GEOCODER.locate("Crouse", departement_code="80").code == "23001"
    assert GEOCODER.locate("Crhuse", departement_code="80").status is Status.NONE


def test_a_cell_too_long_to_be_a_place_is_an_error() -> None:
    verdict = GEOCODER.locate("Paris " * 500)
    assert (verdict.status, verdict.method) == (Status.ERROR, "too_long")


def test_each_row_has_its_verdict_in_order() -> None:
    rows = [Row("Paris"), Row("zzz"), Row("Paris"), Row("Saint-Rémy", "01310")]
    assert [verdict.code for verdict in GEOCODER.locate_many(rows)] == ["75056", "", "75056", "01001"]


def test_no_row_gives_no_verdict() -> None:
    assert GEOCODER.locate_many([]) == []
