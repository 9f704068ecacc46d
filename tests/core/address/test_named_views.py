"""The views that the staff propose: read from a small file, checked, turned into selections."""

from pathlib import Path

import pytest

from dashboard.core.address.named_views import (
    NAMED_VIEW_FIELDS,
    NamedView,
    parse_filters,
    read_filters,
    to_named_views,
    write_filters,
)
from dashboard.core.catalogue.selection import Selection
from dashboard.core.fields.findings import Severity
from dashboard.core.files.table import read_file
from dashboard.core.intake.checking import check_table
from tests.helpers.paths import DATA


def check(text: str, tmp_path: Path):
    (tmp_path / "vues.csv").write_text(text, encoding="utf-8")
    return check_table(read_file(tmp_path / "vues.csv", fields=NAMED_VIEW_FIELDS), NAMED_VIEW_FIELDS)


def test_the_shipped_views_are_sound_and_all_different():
    checked = check_table(read_file(DATA / "vues.csv", fields=NAMED_VIEW_FIELDS), NAMED_VIEW_FIELDS)
    views = to_named_views(row for _, row in checked.to_typed_rows())
    assert checked.findings == ()
    assert len({view.selection for view in views}) == len({view.name for view in views}) == checked.rows_in > 3
    assert all(view.description for view in views)


@pytest.mark.parametrize(
    "text",
    ["secteur=numerique&tous=secteur&q=bois", "?q=bois&secteur=Num%C3%A9rique&tous=secteur", "https://a.fr/carte?secteur=numerique&tous=secteur&q=bois&pole=archer"],
)  # fmt: skip
def test_a_view_is_a_link_or_what_follows_its_mark(text: str):
    asked = Selection.of(secteur=["numerique"], query="bois", every=["secteur"])
    assert read_filters(text) == (asked, ())
    assert parse_filters(text).value == write_filters(asked) == "secteur=numerique&tous=secteur&q=bois"


def test_what_a_link_asks_in_vain_is_said_and_the_rest_is_kept(tmp_path: Path):
    checked = check("nom;parametres\nA;secteur=numerique&statut=dormant\n", tmp_path)
    assert [(f.row, f.code, f.severity, f.value) for f in checked.findings] == [
        (2, "unknown_filter_ignored", Severity.WARNING, "dormant")
    ]
    views = to_named_views(row for _, row in checked.to_typed_rows())
    assert views == (NamedView("A", "", Selection.of(secteur=["numerique"])),)


def test_a_view_without_a_name_or_a_filter_is_refused(tmp_path: Path):
    checked = check("nom;parametres\n;secteur=numerique\nB;\nC;pole=archer\nD;annee=2010-\n", tmp_path)
    assert [(f.row, f.code) for f in checked.findings] == [
        (2, "missing_value"), (3, "missing_value"), (4, "no_filter_in_link"),
    ]  # fmt: skip
    assert checked.refused == (2, 3, 4)
    assert [view.name for view in to_named_views(row for _, row in checked.to_typed_rows())] == ["D"]
