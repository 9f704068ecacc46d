"""Exported then read again, any rows are the same: cells, types, order and blanks, in every format."""

import pandas as pd
from hypothesis import example, given, note, settings
from hypothesis import strategies as st

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.selection import Selection
from dashboard.core.files.formulas import neutralise, restore
from dashboard.features.exports.formats import FORMATS, Exporting
from tests.helpers.catalogues import catalogue_of, table_of
from tests.helpers.exported import READ_BY_OTHERS, READ_BY_US, content_rows, read_again

TEXTS = st.one_of(
    st.sampled_from(
        [
            *("", "=1+1", "-2", "@x", "+33 1", "'=a", "''-", "'", "a;b", 'dit « "oui" »', "a\nb", "a\r\nb", "01000"),
            *(
                "{{ 7*7 }}",
                "${x}",
                "_x0041_",
                "1e5",
                "2026-11-24",
                "vrai",
                "null",
                "\ttab",
                " bords ",
                "l’été 🌻",
                "#a",
            ),
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12),
)
DECLARED = st.fixed_dictionaries(
    {
        "nom": st.one_of(TEXTS, st.just("Pôle")),
        "structure_porteuse": TEXTS,
        "description": TEXTS,
        "secteurs": st.sampled_from(["", "numerique", "energie-citoyenne|numerique"]),
        "financements_detail": st.sampled_from(["", "a;b|a;b", "-x|=y", "prêt, don"]),
        "statut": st.sampled_from(["", "actif"]),
        "commune": st.sampled_from(["", "Romans-sur-Isère", "Y"]),
        "code_postal": st.sampled_from(["", "26100", "01000"]),
        "latitude": st.sampled_from(["", "45.0441", "-21.115"]),
        "longitude": st.sampled_from(["", "5.0524", "55.5364"]),
        "annee_creation": st.sampled_from(["", "2007"]),
        "sources": st.sampled_from(["", "https://a.fr/x;y|http://b.org"]),
        "date_source": st.sampled_from(["", "2025", "2025-11"]),
        "date_maj": st.sampled_from(["", "2026-11-24"]),
        "Enveloppe": TEXTS,
        "nature (fichier)": st.sampled_from(["", "=2"]),
    }
)
HEADERS = ["id", *("nom", "structure_porteuse", "description", "secteurs", "financements_detail", "statut", "commune"),
           *("code_postal", "latitude", "longitude", "annee_creation", "sources", "date_source", "date_maj"),
           *("Enveloppe", "nature (fichier)")]  # fmt: skip


ROWS = st.lists(DECLARED, min_size=1, max_size=5)


def catalogue_from(rows: list[dict[str, str]]) -> Catalogue:
    return catalogue_of(table_of([{"id": f"p{rank}", **row} for rank, row in enumerate(rows)], HEADERS))


@given(rows=ROWS)
@settings(max_examples=8, deadline=None)
def test_what_is_exported_is_read_again_identical(rows: list[dict[str, str]]):
    catalogue = catalogue_from([{"nom": "Toujours là", "Enveloppe": "=1"}, *rows])
    exporting = Exporting(catalogue, Selection())
    for format_key in (*READ_BY_US, *READ_BY_OTHERS):
        note(format_key)
        again = read_again(exporting.content(format_key), format_key)
        pd.testing.assert_frame_equal(content_rows(again), content_rows(catalogue))
        assert again.rows.geometry.to_wkt().tolist() == catalogue.rows.geometry.to_wkt().tolist()


@given(rows=ROWS)
@settings(max_examples=6, deadline=None)
def test_the_same_selection_gives_the_same_bytes(rows: list[dict[str, str]]):
    catalogue, selection = catalogue_from(rows), Selection.of(statut=["actif"])
    for format_key in FORMATS:
        note(format_key)
        one, other = (Exporting(catalogue, selection).content(format_key) for _ in range(2))
        assert one == other


@example("'=a")
@example("\n")
@given(st.text())
def test_what_is_neutralised_is_restored_and_never_begins_like_a_formula(text: str):
    assert restore(neutralise(text)) == text
    assert neutralise(text)[:1] not in tuple("=+-@\t\r\n")
