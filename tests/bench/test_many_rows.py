"""The rows that the benches run on are like ours, and always the same."""

from pathlib import Path

from dashboard.core.geocoding.load import load_places
from dashboard.core.intake.store import open_catalogue
from tests.bench.many_rows import many_rows, real_rows, write_csv
from tests.helpers.paths import REFERENCE


def test_the_same_seed_makes_the_same_rows_and_another_one_others():
    rows = list(many_rows(200, seed=1))
    assert rows == list(many_rows(200, seed=1))
    assert rows[:116] == real_rows()
    assert [row["id"] for row in rows[115:118]] == [real_rows()[-1]["id"], "fabrique-1", "fabrique-2"]
    assert rows[116:] != list(many_rows(200, seed=2))[116:]


def test_made_rows_are_read_without_a_word_and_all_have_a_place(tmp_path: Path):
    write_csv(tmp_path / "poles.csv", 600)
    catalogue = open_catalogue(
        [tmp_path / "poles.csv"], reference=REFERENCE, store=None, load_places=lambda: load_places(REFERENCE)
    )
    made = catalogue.rows[catalogue.rows.index.str.startswith("fabrique-")]
    assert [finding for _, finding in catalogue.findings if finding.row > 117] == []
    assert (catalogue.accounting.rows_in, catalogue.accounting.located, len(made)) == (600, 600, 484)
    assert set(made["precision"].astype(str)) == {"adresse", "commune", "departement"}
