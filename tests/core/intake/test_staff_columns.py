"""What the staff fixes of the columns of a source."""

from pathlib import Path

import pytest

from dashboard.core.files.table import read_content
from dashboard.core.intake.checking_poles import check_poles
from dashboard.core.intake.staff_columns import staff_of
from dashboard.core.intake.store import read_staff_columns
from dashboard.errors import UnknownColumnLayout


def test_the_staff_says_what_a_column_is_for_all_sources_or_one(tmp_path: Path):
    path = tmp_path / "colonnes.csv"
    path.write_text("source;colonne;champ\n;Zone;region\nliste.csv;Bidule;nom\nliste.csv;Ville;-\n", encoding="utf-8")
    fixed = read_staff_columns(path)
    assert staff_of(fixed, "autre.csv") == {"Zone": "region"}
    table = read_content(b"bidule;ville;zone\nAtelier;Foix;Occitanie\n", name="liste.csv")
    checked = check_poles(table, staff=staff_of(fixed, "liste.csv"))
    row = checked.rows.iloc[0]
    assert (row["nom"], row["commune"], row["region"], row["ville"]) == ("Atelier", None, "Occitanie", "Foix")


def test_without_a_file_nothing_is_fixed():
    assert staff_of(read_staff_columns(None), "liste.csv") == {}


def test_a_column_of_names_that_cannot_be_told_is_asked_for_with_the_headings_found():
    table = read_content(b"bidule;ville\n12;Foix\n13;Foix\n")
    with pytest.raises(UnknownColumnLayout) as refusal:
        check_poles(table)
    found, _, accepted = refusal.value.detail.partition(" | ")
    assert found == "bidule · ville"
    assert accepted.startswith("Nom · ")
