"""The page « Territoires » run as Streamlit runs it: what it says for what is asked, and that it is never empty."""

import re

import numpy as np
import pytest

from dashboard.core.address.territory import TerritoryView
from dashboard.core.geography.territory_key import LEVELS
from dashboard.features.territories.finder import TerritoryFinder
from dashboard.features.territories.gaps import CoverageGaps
from dashboard.features.territories.parts import PageSources, territory_parts
from dashboard.features.territories.sheet import TerritoryIndex
from tests.helpers.catalogues import catalogue_of_rows
from tests.helpers.gazetteers import GAZETTEER, GEOCODER
from tests.helpers.running import parts_of, run_page, text_of
from tests.helpers.territories import index_of, shipped_index

HOSTILE = '{{ 7 * 7 }} <img src=x onerror="alert(1)"> ![](http://x.example/p.png) `${x}` "&'


def sources(index: object = None) -> PageSources:
    shown = index or shipped_index()
    finder = TerritoryFinder(shown.hierarchy)
    return PageSources(
        shown, lambda text: finder.find(text, spell=GEOCODER.locate), CoverageGaps(shown), "/app/dessins/v/", "/app/t/"
    )


def html_of(**asked: object) -> str:
    return "".join(territory_parts(sources(), TerritoryView(**asked)))  # type: ignore[arg-type]


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_without_anything_asked_the_page_says_where_to_begin_and_shows_the_holes_of_the_map():
    text = text_of(run_page("territories"))
    assert text.startswith("Territoires Pour toute commune")
    assert "Romans-sur-Isère (26)" in text
    assert re.search(r"\d+ intercommunalités sur 1 255 n’ont ni pôle ni projet à moins de 50 km", text)


def test_a_sheet_is_addressed_by_its_key_and_the_address_stays():
    page = run_page("territories", territoire=["commune:26281"])
    text = text_of(page)
    assert "Commune Romans-sur-Isère 33 464 habitants · code INSEE 26281" in text
    assert "On y recense 1 pôle." in text
    assert "Pôle Sud Archer Romans-sur-Isère (Drôme)" in text
    assert dict(page.query_params) == {"territoire": "commune:26281"}
    assert parts_of(page)["territoires"] == {"adresse": {"territoire": ["commune:26281"]}}


def test_nothing_inside_is_said_and_the_five_nearest_are_shown_with_their_distance():
    text = text_of(run_page("territories", territoire=["commune:23096"]))
    assert "Aucun pôle ni projet n’est recensé dans ce territoire." in text
    nearest = text.split("Les cinq plus proches, hors du territoire")[1].split("Distances à vol d’oiseau")[0]
    assert len(re.findall(r"\b[\d ,]+ km", nearest)) == 5


def test_a_commune_of_the_past_leads_to_that_of_today_and_says_so():
    text = text_of(run_page("territories", territoire=["commune:01003"]))
    assert "« commune:01003 » fait aujourd’hui partie de ce territoire." in text
    assert "Francheleins" in text


def test_a_name_that_several_territories_have_asks_which_with_departement_and_population():
    text = text_of(run_page("territories", territoire=["Valence"]))
    assert "Plusieurs territoires répondent à « Valence ». Lequel ?" in text
    assert "Valence (26) Commune · 64 458 habitants Valence (82) Commune" in text


def test_a_name_in_the_visitor_s_spelling_opens_its_sheet():
    assert "code INSEE 26281" in text_of(run_page("territories", territoire=["romnas sur isere"]))


def test_a_name_that_opens_a_sheet_still_shows_what_else_it_may_mean():
    text = text_of(run_page("territories", territoire=["Lyon"]))
    assert "code INSEE 69123" in text
    assert re.search("Autres réponses à « Lyon » : .*Métropole de Lyon", text)


@pytest.mark.parametrize("asked", ["zzzzqq", HOSTILE, "commune:99999"])
def test_what_names_nothing_is_said_as_it_was_written(asked: str):
    page = run_page("territories", territoire=[asked])
    assert f"Aucun territoire ne répond à «\u00a0{' '.join(asked.split())}\u00a0»" in " ".join(
        element.proto.body for element in page.get("html")
    ).replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"').replace("&amp;", "&")
    assert "<img src=x" not in "".join(element.proto.body for element in page.get("html"))


def test_rows_that_only_name_a_wider_territory_are_shown_apart():
    text = text_of(run_page("territories", territoire=["commune:97411"]))
    wide = text.split("Peut-être ici")[1].split("Les cinq plus proches")[0]
    assert "Département · La Réunion" in wide
    assert "département seul connu" in wide


def test_up_to_four_territories_stand_side_by_side():
    page = run_page("territories", territoire=["region:84"], comparer=["region:53", "Occitanie", "departement:26", "x"])
    headings = "".join(element.proto.body for element in page.get("html")).split('class="comparer"')[1]
    names = re.findall(r'data-retirer="([^"]+)"', headings)
    assert names == ["region:53", "region:76", "departement:26"]


def test_an_ambiguous_territory_to_compare_asks_which():
    html = html_of(asked="region:84", compared=("Valence",))
    assert "Lequel comparer ?" in plain(html)
    assert 'data-comparer="commune:26362"' in html


def test_a_homonym_of_the_same_level_is_the_one_compared():
    assert 'data-retirer="region:53"' in html_of(asked="region:84", compared=("Bretagne",))
    assert "Lequel comparer" in plain(html_of(asked="departement:26", compared=("Bretagne",)))


def test_no_percentage_under_five_and_the_blank_ones_apart():
    sectors = html_of(asked="commune:26281").split("<h2>Indicateurs</h2>")[1].split("</details>")[0]
    rows = [re.findall(r"<t[hd][^>]*>([^<]*)<", row) for row in sectors.split("<tr>")[2:]]
    assert all("%" not in cell for row in rows for cell in row[1:3])
    assert any("%" in row[3] for row in rows)
    assert rows[-1][0] == "Non renseigné"


def test_the_sources_and_the_vintage_of_the_population_are_said():
    text = plain(html_of(asked="departement:26"))
    assert "code officiel géographique au 1er janvier 2026" in text.split("Sources et dates")[1]
    assert "poles.csv" in text.split("Sources et dates")[1]


def test_holes_are_asked_by_level_and_distance():
    page = run_page("territories", trous=["departement"], km=["100"])
    assert re.search(r"\d+ départements sur 101 n’ont ni pôle ni projet à moins de 100 km", text_of(page))
    assert dict(page.query_params) == {"trous": "departement", "km": "100"}


def test_no_character_of_the_data_is_ever_markup():
    index = index_of({"nom": HOSTILE, "code_insee": "26281", "commune": "Romans-sur-Isère", "description": HOSTILE})
    html = "".join(territory_parts(sources(index), TerritoryView(asked="commune:26281")))
    assert "<img src=x" not in html
    assert "{{ 7 * 7 }}" in html


def test_a_catalogue_without_any_place_still_has_sheets_and_holes():
    index = TerritoryIndex(catalogue_of_rows({"description": "quelque part"}), GAZETTEER)
    for view in (TerritoryView(asked="commune:26281"), TerritoryView(gaps="departement")):
        assert "".join(territory_parts(sources(index), view))


def test_a_seeded_sample_of_three_hundred_sheets_is_built_in_the_page_and_none_is_empty():
    told, hierarchy = sources(), shipped_index().hierarchy
    keys = [key for level in LEVELS for key in hierarchy.keys(level)]
    chosen = [keys[rank] for rank in np.random.default_rng(20120625).choice(len(keys), 300, replace=False).tolist()]
    wrong = []
    for key in chosen:
        html = "".join(territory_parts(told, TerritoryView(asked=str(key))))
        nearest = html.split("Les cinq plus proches, hors du territoire")[1].split("</section>")[0]
        has_all = nearest.count("<li>") == 5 and html.count("<table") >= 7 and 'id="territoire-titre"' in html
        if not has_all or "None" in plain(html) or "nan" in plain(html).split():
            wrong.append(str(key))
    assert wrong == []
