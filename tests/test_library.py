"""`import dashboard` as a library: light, by the same links as the site, safe in a notebook."""

import base64
import json
import re
import subprocess
import sys

import pytest

import dashboard
from dashboard.config import settings
from dashboard.features.explore.notebook_map import NotebookMap
from dashboard.features.exports.words import Export
from tests.helpers.catalogues import catalogue_of, table_of

ROWS = [
    {"id": "a", "nom": "{{ 7*7 }}<script>x</script>", "secteurs": "numerique|energie-citoyenne", "code_insee": "26281",
     "financements": "emprunt"},
    {"id": "b", "nom": "B", "secteurs": "numerique", "code_region": "53"},
]  # fmt: skip
CATALOGUE = catalogue_of(table_of(ROWS, ["id", "nom", "secteurs", "code_insee", "financements", "code_region"]))


def test_importing_the_package_loads_nothing_heavy():
    code = "import dashboard, sys; print({'pandas', 'numpy', 'folium', 'streamlit'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_each_name_that_is_offered_exists_and_is_documented():
    assert [name for name in dashboard.__all__ if not getattr(dashboard, name).__doc__] == []
    assert set(dashboard.__all__) <= set(dir(dashboard))
    with pytest.raises(AttributeError):
        dashboard.nothing  # noqa: B018


def test_a_link_selects_as_on_the_site_whole_or_from_its_question_mark():
    for link in ("?secteur=energie-citoyenne", "https://exemple.fr/?secteur=energie-citoyenne&pole=b"):
        assert list(dashboard.select(CATALOGUE, link).index) == ["a"]
    assert len(dashboard.select(CATALOGUE)) == 2
    assert dashboard.describe_link("?secteur=numerique") == "secteur\u202f: Numérique"


def test_a_link_that_asks_for_what_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="secteur='astronautique'"):
        dashboard.select(CATALOGUE, "?secteur=astronautique")


def test_a_crosstab_counts_a_pole_once_per_value_under_its_labels():
    table = dashboard.crosstab(CATALOGUE, "secteur", "financement")
    assert table.to_dict() == {
        "Emprunt": {"Énergie citoyenne": 1, "Numérique": 1},
        "Non renseigné": {"Énergie citoyenne": 0, "Numérique": 1},
    }


def test_exports_and_citations_are_those_of_the_site():
    assert dashboard.export(CATALOGUE, "?region=53", "csv").startswith(b"\xef\xbb\xbfid;nom")
    assert Export.AUTHOR in dashboard.cite(CATALOGUE).text
    assert dashboard.dictionary(CATALOGUE).at["nom", "remplies"] == 2


def test_the_map_of_a_notebook_needs_no_network_and_lets_no_text_of_the_data_through_folium():
    made = NotebookMap(dashboard.select(CATALOGUE), reference=settings().reference)
    html = made.get_root().render()
    assert "7*7" not in html
    assert "49<script>" not in html
    assert re.findall(r'(?:src|href)="(?!data:)', html) == []
    payload = re.search(r'atob\("([A-Za-z0-9+/=]+)"\)', html)[1]
    points = json.loads(base64.b64decode(payload))["points"]
    assert [point[2] for point in points] == [
        name for name, place in zip(CATALOGUE.rows["nom"], CATALOGUE.rows.geometry, strict=True) if place is not None
    ]
