"""« Croisements » run as Streamlit runs it: the figures, the notices, the address."""

import json

from tests.helpers.running import parts_of, run_page

CULTURE = "culture-industries-creatives"


def test_the_first_table_crosses_sectors_and_networks_and_gives_both_totals():
    parts = parts_of(run_page("crosstabs"))
    table = parts["croisements"]
    assert (table["choix"]["lignes"], table["choix"]["colonnes"], table["poles"]) == ("secteur", "reseau", 116)
    cells = sum(sum(line) for line in table["chiffres"])
    assert table["notes"][0].startswith(f"116 pôles et projets, comptés {cells} fois dans les cases")
    assert cells > 116
    assert parts["filtres"]["total"] == 116


def test_the_filters_of_the_map_hold_here_too():
    parts = parts_of(run_page("crosstabs", secteur=[CULTURE], lignes=["region"], colonnes=["statut"]))
    table = parts["croisements"]
    assert table["poles"] == parts["resume"]["n"] == 18
    assert sum(sum(line) for line in table["chiffres"]) == sum(table["totauxLignes"]) == 18
    assert table["notes"][0] == "18 pôles et projets, chacun compté une fois."
    assert sum(parts["choroplethe"]["nombres"]) <= 18


def test_the_address_keeps_the_table_and_says_what_it_does_not_know():
    page = run_page("crosstabs", lignes=["annee"], mesure=["moyenne"], maille=["departement"])
    parts = parts_of(page)
    assert "«\u00a0moyenne\u00a0»" in parts["resume"]["avis"][0]
    assert dict(page.query_params) == {"lignes": "annee", "maille": "departement"}
    assert parts["choroplethe"]["reproduire"] == "/reproduire/carte.py?lignes=annee&maille=departement"
    assert any("regroupées par 5" in note for note in parts["croisements"]["notes"])


def test_nothing_to_count_says_so_and_draws_no_bar():
    page = run_page("crosstabs", secteur=[CULTURE], reseau=["ademe"], region=["53"])
    parts = parts_of(page)
    assert (parts["croisements"]["poles"], parts["croisements"]["chiffres"]) == (0, [])
    assert parts["resume"]["sorties"] != []
    assert len(page.get("vega_lite_chart")) == 0


def test_the_bars_are_one_specification_and_their_data_beside_it():
    charts = run_page("crosstabs", colonnes=["statut"]).get("vega_lite_chart")
    specifications = {chart.proto.spec for chart in charts}
    assert (len(charts), len(specifications)) == (2, 1)
    assert "SCIC" not in specifications.pop()


def test_a_dimension_crossed_with_itself_has_its_bars_once():
    assert len(run_page("crosstabs", lignes=["type"], colonnes=["type"]).get("vega_lite_chart")) == 1


def test_a_click_sends_little():
    parts = parts_of(run_page("crosstabs"))
    assert len(json.dumps(parts["croisements"])) + len(json.dumps(parts["choroplethe"])) < 5000
