"""The gazetteer read from the files that ship with the project."""

from pathlib import Path

import pytest

from dashboard.core.geography.gazetteer import Commune, Gazetteer
from dashboard.core.geography.load import load_gazetteer
from tests.helpers.gazetteers import GAZETTEER
from tests.helpers.paths import REFERENCE


def chain_names(code: str) -> list[str | None]:
    chain = GAZETTEER.chain(code)
    assert chain is not None
    return [level and level.name for level in chain]


def test_a_missing_table_is_said(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        load_gazetteer(tmp_path)


def test_a_commune_is_read_whole():
    assert GAZETTEER.commune("26281") == Commune(
        insee_code="26281",
        name="Romans-sur-Isère",
        kind="commune",
        parent_code="",
        departement_code="26",
        region_code="84",
        epci_code="200068781",
        population=33464,
        postcodes=("26100",),
        lon=5.05232,
        lat=45.04421,
        point_source="mairie",
        west=4.985,
        south=45.026,
        east=5.11,
        north=45.096,
    )


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("26281", ["Romans-sur-Isère", "CA Valence Romans Agglo", "Drôme", "Auvergne-Rhône-Alpes"]),
        ("2A004", ["Ajaccio", "CA du Pays Ajaccien", "Corse-du-Sud", "Corse"]),
        ("97411", ["Saint-Denis", "CA Intercommunale du Nord de la Réunion (CINOR)", "La Réunion", "La Réunion"]),
        ("85113", ["L'Île-d'Yeu", None, "Vendée", "Pays de la Loire"]),
        ("98818", ["Nouméa", None, None, None]),
        ("75113", ["Paris", "Métropole du Grand Paris", "Paris", "Île-de-France"]),
        ("50173", ["Cherbourg-en-Cotentin", "CA du Cotentin", "Manche", "Normandie"]),
    ],
)
def test_each_commune_is_in_its_territories(code: str, names: list[str | None]):
    assert chain_names(code) == names


@pytest.mark.parametrize(
    ("old_code", "insee_code"),
    [
        ("75004", "92004"),  # Asnières, Seine until 1968
        ("20004", "2A004"),  # Ajaccio before the two départements of Corsica
        ("38461", "69291"),  # Saint-Symphorien-d'Ozon, Isère until 1967
        ("14011", "14581"),  # Aurseulles, whose seat moved
        ("49069", "49126"),  # Orée d'Anjou, whose seat moved
        ("97123", "97701"),  # Saint-Barthélemy, in Guadeloupe until 2007
        ("93059", "93066"),  # Pierrefitte-sur-Seine, in Saint-Denis since 2025
        ("15031", "15031"),  # Celles, a commune again
    ],
)
def test_an_old_code_leads_to_the_commune_of_today(old_code: str, insee_code: str):
    commune = GAZETTEER.commune_today(old_code)
    assert commune is not None
    assert commune.insee_code == insee_code


def test_homonyms_are_told_apart_by_a_postcode():
    found = GAZETTEER.communes_named("saint denis", postcode="97400")
    assert [(commune.insee_code, commune.kind) for commune in found] == [("97411", "commune")]


def test_a_commune_called_y_is_found():
    assert [commune.insee_code for commune in GAZETTEER.communes_named("y")] == ["80829"]


def test_every_epci_and_departement_is_found_by_its_own_name():
    lost = [epci.code for epci in GAZETTEER.epcis() if epci not in GAZETTEER.epcis_named(epci.name)]
    assert lost == []
    assert [d.code for d in GAZETTEER.departements() if GAZETTEER.departement_named(d.name) != d] == []
    assert [r.code for r in GAZETTEER.regions() if GAZETTEER.region_named(r.name) != r] == []


def test_two_gazetteers_of_the_same_files_are_alike():
    again: Gazetteer = load_gazetteer(REFERENCE)
    assert list(again.communes())[:3000:100] == list(GAZETTEER.communes())[:3000:100]
