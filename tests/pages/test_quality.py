"""« Qualité des données »: every row accounted for, columns explained, findings told, no text of a file as markup."""

from pathlib import Path

from dashboard import load_catalogue
from dashboard.pages.quality_html import quality

TABLE = """Structure;Commune;code_postal;<b>Élan</b>;courriel
Marché;Dinan;22100;1;contact
Atelier;Dinan;221;2;x@y@z
#REF!;Dinan;22100;;
"""


def test_the_page_says_where_rows_went_how_columns_are_understood_and_what_is_wrong(tmp_path: Path):
    path = tmp_path / "halles.csv"
    path.write_text(TABLE, encoding="utf-8")
    html = quality(load_catalogue([path]))
    assert "halles.csv" in html
    assert "celle-ci est la plus probable" in html
    assert "gardée telle quelle" in html
    assert "&lt;b&gt;Élan" in html
    assert "<b>" not in html
    assert "code postal" in html.lower()
    assert "x@y@z" not in html  # how to reach a person is nobody's business


def test_the_shipped_files_leave_nothing_to_tell_but_themselves():
    html = quality(load_catalogue())
    assert html.count("toutes reconnues") == 2
    assert html.count("Rien à signaler.") == 2
    assert "116 lignes lues" in html
