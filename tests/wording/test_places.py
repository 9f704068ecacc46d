"""A place in words: the smallest known, its département once."""

import pytest

from dashboard.wording.places import place, whole_place_of


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("Romans-sur-Isère", "", "Drôme", "Auvergne-Rhône-Alpes"), "Romans-sur-Isère (Drôme)"),
        (("Romans-sur-Isère", "Valence Romans Agglo", "Drôme", ""), "Romans-sur-Isère (Drôme)"),
        (("Paris", "", "Paris", "Île-de-France"), "Paris"),
        (("Saint-Just-sur-Loire", "", "Loire", ""), "Saint-Just-sur-Loire (Loire)"),
        (("Die", "", "", ""), "Die"),
        (("", "Nord du Grand Lac", "Savoie", ""), "Nord du Grand Lac (Savoie)"),
        (("", "CC Cœur de Savoie", "Savoie", ""), "CC Cœur de Savoie"),
        (("", "Margeride (Lozère)", "Lozère", ""), "Margeride (Lozère)"),
        (("", "", "Drôme", "Auvergne-Rhône-Alpes"), "Drôme"),
        (("", "", "", "Bretagne"), "Bretagne"),
        (("", "", "", ""), ""),
    ],
)
def test_a_place_names_its_departement_once(cells: tuple[str, str, str, str], words: str):
    assert place(*cells) == words


def test_a_whole_place_goes_up_to_the_region():
    row = {"commune": "Paris", "territoire": "", "departement": "Paris", "region": "Île-de-France"}
    assert whole_place_of(row) == "Paris, Île-de-France"
    assert whole_place_of(dict.fromkeys(row, "")) == "non renseigné"
