"""The « Données » page run as Streamlit runs it: its rows, its columns, what the address asks."""

from tests.helpers.running import parts_of, run_page

CULTURE = "culture-industries-creatives"


def test_the_table_shows_the_first_fifty_of_all_the_rows_by_name():
    told = parts_of(run_page("data"))
    table = told["tableau"]
    assert (table["n"], table["page"], table["pages"], len(table["lignes"])) == (116, 1, 3, 50)
    assert [row[1] for row in table["lignes"][:2]] == ["3.EVA", "AG2I"]
    assert table["lignes"][0][2:] == ["Actif (à la date citée)", "Limoux", "Aude", *table["lignes"][0][5:]]
    assert told["resume"]["vues"] == ["tableau", "filtres"]


def test_the_filters_of_the_map_are_those_of_the_table():
    told = parts_of(run_page("data", secteur=[CULTURE], tri=["-annee_creation"], champs=["annee_creation,secteurs"]))
    assert told["tableau"]["n"] == told["resume"]["n"] == told["filtres"]["total"] == 18
    assert told["tableau"]["colonnes"] == ["secteurs", "annee_creation"]
    years = [row[-1] for row in told["tableau"]["lignes"]]
    known = [int(year) for year in years if year]
    assert years == [*map(str, sorted(known, reverse=True)), *[""] * (18 - len(known))]
    assert all("Culture et industries créatives" in row[2] for row in told["tableau"]["lignes"])


def test_a_page_too_far_is_the_last_and_a_lost_column_is_said():
    told = parts_of(run_page("data", page=["40"], champs=["commune,perdue"]))
    assert (told["tableau"]["page"], len(told["tableau"]["lignes"])) == (3, 16)
    assert "valeur qui n’existe plus\u202f: «\u00a0perdue\u00a0»" in told["resume"]["avis"][0]


def test_the_address_of_a_crosstab_asks_nothing_of_the_table():
    told = parts_of(run_page("data", lignes=["region"], colonnes=["reseau"]))
    assert told["tableau"]["colonnes"] == ["statut", "commune", "departement", "secteurs", "annee_creation"]
    assert told["resume"]["avis"] == []


def test_the_sheet_of_a_row_leads_to_the_map():
    told = parts_of(run_page("data", pole=["pole-sud-archer"], secteur=[CULTURE], page=["1"]))["panneau"]
    assert told["fiche"].endswith("/pole-sud-archer.json")
    assert told["carte"] == f"/?secteur={CULTURE}&pole=pole-sud-archer"
