"""The columns of a file that no field declares are on the sheet, in the search and in every export."""

from pathlib import Path

import pyogrio
import pytest

from dashboard import load_catalogue
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.selection import Selection
from dashboard.features.explore.sheet import pole_sheet
from dashboard.features.exports.formats import Exporting

TABLE = """nom;commune;code_postal;Adresse;Budget;Public visé;geom
Marché des halles;Dinan;22100;12 place des Halles;1 200,50 €;Glaneuses et glaneurs;haie
Atelier du bout;Dinan;22100;;;;
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    path = tmp_path_factory.mktemp("own") / "halles.csv"
    path.write_text(TABLE, encoding="utf-8")
    return load_catalogue([path])


def sections(catalogue: Catalogue, pole_id: str) -> dict[str, dict[str, str]]:
    sheet = pole_sheet(catalogue, pole_id, None)
    return {
        one["titre"]: {line["etiquette"]: line["valeurs"][0]["texte"] for line in one["lignes"]}
        for one in sheet["sections"]
    }


def test_the_sheet_shows_them_and_says_nothing_of_those_that_are_blank(catalogue: Catalogue):
    market, workshop = (sections(catalogue, one) for one in ("marche-des-halles", "atelier-du-bout"))
    assert market["Adresse, accueil et moyens"] == {"Adresse": "12 place des Halles", "Budget": "1\u202f200,5"}
    assert market["Autres informations du fichier"] == {"Public visé": "Glaneuses et glaneurs", "geom": "haie"}
    assert not {"Adresse, accueil et moyens", "Autres informations du fichier"} & set(workshop)


@pytest.mark.parametrize("words", ["glaneuses", "haie", "place des Halles"])
def test_the_search_finds_them(catalogue: Catalogue, words: str):
    found = catalogue.facets.select(Selection(query=words))
    assert catalogue.rows.index[found.to_bool()].tolist() == ["marche-des-halles"]


def test_a_column_that_is_named_as_the_point_of_a_geopackage_gets_a_free_name(catalogue: Catalogue, tmp_path: Path):
    path = tmp_path / "halles.gpkg"
    path.write_bytes(Exporting(catalogue, Selection()).content("gpkg"))
    fields = pyogrio.read_info(path)["fields"].tolist()
    assert "geom (2)" in fields
    assert "geom" not in fields
