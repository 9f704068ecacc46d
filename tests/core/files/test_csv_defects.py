"""What goes wrong in a CSV: quotes that never close, rows cut short, too many columns; the right lines stay right."""

import pytest

from dashboard.core.fields.findings import Severity
from dashboard.core.files.table import Limits, read_content
from dashboard.errors import UnreadableFile


def told(content: bytes) -> list[tuple[int | None, str]]:
    return [(finding.row, finding.code) for finding in read_content(content).findings]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_quote_never_closed_spoils_its_own_line_only(end: bytes):
    content = b'nom;commune;cp\n"A ; B";Foix;1\n"C;Mende;2\nD;Redon;3\n"E""F";Dinan;4\n'.replace(b"\n", end)
    table = read_content(content)
    assert table.rows == (("A ; B", "Foix", "1"), ('"C', "Mende", "2"), ("D", "Redon", "3"), ('E"F', "Dinan", "4"))
    assert told(content) == [(3, "malformed_quotes")]
    assert table.numbers == (2, 3, 4, 5)


def test_two_stray_quotes_do_not_make_one_cell_of_the_rows_between():
    content = b'nom;commune;cp;site\na;"Foix;1;x\nb;Mende;2;y\nc;Redon;3;z"\nd;Dinan;4;w\n'
    table = read_content(content)
    assert [row[0] for row in table.rows] == ["a", "b", "c", "d"]
    assert (2, "malformed_quotes") in told(content)


def test_a_cell_on_several_lines_stays_whole_beside_a_stray_quote():
    content = b'nom;description;cp\nA;"une ; ligne\ndeux";1\n"B;x;2\nC;"trois\n\nquatre";3\n'
    table = read_content(content)
    assert table.rows == (("A", "une ; ligne\ndeux", "1"), ('"B', "x", "2"), ("C", "trois\n\nquatre", "3"))
    assert table.numbers == (2, 3, 4)


def test_a_quote_inside_a_cell_is_text():
    assert read_content(b'nom;commune\nTube 12" long;Foix\n').rows == (('Tube 12" long', "Foix"),)
    assert told(b'nom;commune\n"Les ""Halles""";Foix\n') == []


def test_unclosed_quotes_on_every_line_cost_no_square():
    content = b"nom;commune;cp\n" + b'"Halle;Foix;09000\n' * 100_000
    assert len(read_content(content).rows) == 100_000


def test_a_row_cut_short_is_told_by_its_line():
    content = b"nom;commune;cp;annee;site\na;b;1;2;x\nc;d;3\ne;f;4;5;y\n"
    assert read_content(content).rows[1] == ("c", "d", "3", "", "")
    assert told(content) == [(3, "row_cut_short")]


def test_a_file_that_never_writes_its_last_blank_cells_has_one_remark():
    content = b"nom;commune;cp;annee;site\n" + b"a;b;1\nc;d;3\ne;f;4;5;y\ng;h;1;2\n" * 3
    findings = read_content(content).findings
    assert [(f.row, f.code, f.severity) for f in findings] == [(None, "rows_without_last_cells", Severity.INFO)]


def test_columns_may_be_separated_by_bars_and_lists_by_bars_elsewhere():
    assert read_content(b"nom|commune|secteurs\na|Foix|x;y\n").rows == (("a", "Foix", "x;y"),)
    assert read_content(b"nom;commune;secteurs\na;Foix;x|y|z|t\n").rows == (("a", "Foix", "x|y|z|t"),)
    assert read_content(b"sep=|\nnom|commune\na;b|c\n").rows == (("a;b", "c"),)


def test_too_many_columns_are_said_before_anything_else():
    content = b"nom;" + b";".join(b"c%d" % rank for rank in range(300)) + b"\n" + b"a;" + b"x;" * 300 + b"\n"
    with pytest.raises(UnreadableFile, match="too_many_columns"):
        read_content(content)


def test_a_long_cell_is_cut_and_the_file_kept():
    table = read_content(b'nom;description\nA;"' + b"x" * 200_000 + b'"\nB;y\n')
    assert [len(row[1]) for row in table.rows] == [131_072, 1]
    assert [(f.row, f.field, f.code) for f in table.findings] == [(2, "description", "cell_cut")]


def test_a_million_rows_are_refused_at_once():
    with pytest.raises(UnreadableFile, match="too_many_rows"):
        read_content(b"nom;commune\n" + b"a;b\n" * 1_000_001, limits=Limits())
