"""« Pôles proches » on the shipped poles: the reason said in French, the places, the sheet that shows them."""

import pytest

from dashboard.config import settings
from dashboard.core.catalogue.likeness import Alike
from dashboard.features.explore.sheet import pole_sheet
from dashboard.features.explore.similar import AlikeWords, alike_poles, reason
from dashboard.site import compose


@pytest.mark.parametrize(
    ("alike", "sentence"),
    [
        (
            Alike(3, 0.8, {"secteur": ("energie-citoyenne",), "reseau": ("rtes",)}, 40.4, True, False),
            "Même filière\u202f: Énergie citoyenne\u202f; même réseau\u202f: RTES\u202f; à environ 40\u00a0km",
        ),
        (
            Alike(3, 0.8, {"financement": ("emprunt", "mecenat")}, 12.0, False, False),
            "2 financements communs\u202f: Emprunt · Mécénat\u202f; à 12\u00a0km",
        ),
        (Alike(3, 0.8, {"reseau": ("rtes",)}, 0.0, True, True), "Même réseau\u202f: RTES\u202f; dans la même commune"),
        (
            Alike(3, 0.8, {"reseau": ("rtes",)}, 0.4, False, False),
            "Même réseau\u202f: RTES\u202f; à moins de 1\u00a0km",
        ),
        (Alike(3, 0.8, {"reseau": ("rtes",)}, None, True, False), "Même réseau\u202f: RTES"),
    ],
)
def test_the_reason_is_a_sentence(alike: Alike, sentence: str):
    assert reason(alike) == sentence


def test_the_rule_is_published_with_its_weights():
    assert AlikeWords.RULE.startswith("Rapprochés par leurs filières (40\u00a0%), réseaux (20\u00a0%)")


def test_a_sheet_ends_with_the_poles_most_alike():
    catalogue = compose(settings()).catalogue
    sheet = pole_sheet(catalogue, "eco-pertica", None)
    first = sheet["proches"]["poles"][0]
    assert first == {
        "id": "construire-solidaire",
        "nom": "Construire Solidaire",
        "lieu": "Montreuil (Seine-Saint-Denis)",
        "raison": "Même filière\u202f: Habitat et écoconstruction\u202f; même réseau\u202f: Labo de l’ESS\u202f; "
        "même financement\u202f: Investissement citoyen ou coopératif\u202f; à environ 141\u00a0km",
    }


def test_a_pole_that_shares_nothing_has_none():
    catalogue = compose(settings()).catalogue
    lonely = [row for row in range(len(catalogue.rows)) if not catalogue.likeness.most_alike(row)]
    assert [alike_poles(catalogue, str(catalogue.rows.index[row])) for row in lonely] == [[]] * len(lonely)
    for row in lonely:
        cells = catalogue.rows.iloc[row][["secteurs", "reseaux_membre", "reseaux_cite", "financements"]]
        assert sum(map(len, cells)) == 0
