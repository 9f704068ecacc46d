"""Excel workbooks: every sheet is read or told, what is hidden too, and a formula without a value says so."""

import base64
import gzip
import zipfile
from datetime import date, datetime
from datetime import time as hour
from io import BytesIO

import pytest
from openpyxl import Workbook

from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.files.table import Limits, read_content, read_tables
from dashboard.core.files.workbook_parts import unescaped
from dashboard.errors import UnreadableFile
from tests.helpers.workbooks import saved, with_parts, workbook

POLES = [["nom", "commune"], ["Halle", "Foix"], ["Gué", "Guéret"]]
PROJECTS = [["nom", "commune", "statut"], ["Four", "Mende", "idée"]]


def told(content: bytes) -> list[tuple[int | None, str, str]]:
    return [(finding.row, finding.code, finding.value) for finding in read_tables(content)[0].findings]


def test_every_visible_sheet_is_a_table_and_all_are_named():
    tables = read_tables(workbook({"Pôles": POLES, "Projets": PROJECTS}))
    assert [(table.sheet, len(table.rows)) for table in tables] == [("Pôles", 2), ("Projets", 1)]
    assert tables[0].findings == (Finding(None, None, "sheets_read", Severity.INFO, "Pôles (2), Projets (1)"),)


def test_a_sheet_that_is_no_table_and_a_hidden_one_are_told():
    content = workbook(
        {"Notice": [["Mode d’emploi"], ["Commune"]], "Pôles": POLES, "Vieux": PROJECTS, "Rien": []},
        hidden=["Vieux", "Rien"],
    )
    assert [table.sheet for table in read_tables(content)] == ["Pôles"]
    assert told(content) == [(None, "sheets_read", "Pôles (2)"), (None, "sheets_left_aside", "Notice (2), Vieux")]


def test_the_sheet_that_explains_the_columns_is_no_table():
    dictionary = [["Nom", "Description"], ["nom", "comment il s’appelle"], ["commune", "où il est"]]
    assert [table.sheet for table in read_tables(workbook({"Colonnes": dictionary, "Pôles": POLES}))] == ["Pôles"]


def test_one_table_of_several_names_the_others():
    table = read_content(workbook({"Pôles": POLES, "Projets": PROJECTS}))
    assert [(f.code, f.value) for f in table.findings] == [
        ("sheets_read", "Projets (1)"),
        ("sheets_left_aside", "Pôles (2)"),
    ]


def test_a_sheet_for_each_departement_of_france_is_read():
    content = workbook({f"{number:02}": [*POLES[:1], [f"Pôle {number}", "Foix"]] for number in range(1, 102)})
    assert len(read_tables(content)) == 101


def test_rows_hidden_by_a_filter_are_read_and_told():
    book = Workbook()
    for row in (*POLES, ["Four", "Mende"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    content = saved(book)
    assert len(read_content(content).rows) == 3
    assert told(content) == [(None, "hidden_rows", "3")]


def test_a_formula_never_calculated_refuses_its_row_if_it_is_the_name():
    content = workbook({"P": [["nom", "commune", "couleur"], ["A", "Foix", "=1+1"], ['=A2&"!"', "Mende", None]]})
    assert [(f.row, f.field, f.code, f.severity) for f in read_content(content).findings] == [
        (2, "couleur", "formula_without_value", Severity.WARNING),
        (3, "nom", "formula_without_value", Severity.ERROR),
    ]


def test_a_formula_whose_result_is_blank_is_no_defect():
    cells = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>nom</t></is></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>'
    )
    cells += '<row r="2"><c r="A2" t="str"><f>B9</f><v>Halle</v></c><c r="B2" t="str"><f>B8</f><v></v></c></row>'
    sheet = f'<worksheet xmlns="x"><sheetData>{cells}</sheetData></worksheet>'
    table = read_content(with_parts(workbook({"P": POLES}), sheet1=sheet.encode()))
    assert (table.rows, table.findings) == ((("Halle", ""),), ())


def test_days_hours_and_merged_cells_are_read_as_they_were():
    book = Workbook()
    sheet = book.active
    sheet.append(["nom", "jour", "heure", "instant", "commune"])
    sheet.append(["A", date(2021, 3, 4), hour(9, 30), datetime(2021, 3, 4, 9, 30), "Foix"])
    sheet.append(["B", None, None, None, None])
    sheet.merge_cells("E2:E3")
    assert read_content(saved(book)).rows == (
        ("A", "2021-03-04", "09:30:00", "2021-03-04T09:30:00", "Foix"),
        ("B", "", "", "", ""),
    )


def test_a_row_keeps_its_number_after_a_gap_of_a_million():
    book = Workbook()
    book.active.append(["nom"])
    book.active["A1000000"] = "Loin"
    table = read_content(saved(book))
    assert (table.rows, table.numbers) == ((("Loin",),), (1_000_000,))


def damaged_inside(content: bytes) -> bytes:
    """The archive with the middle of its sheet overwritten, its directory being right."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entry = archive.getinfo("xl/worksheets/sheet1.xml")
        start = entry.header_offset + 30 + len(entry.filename) + 10
    return content[:start] + b"\xff" * 40 + content[start + 40 :]


def test_a_workbook_damaged_inside_says_so():
    with pytest.raises(UnreadableFile, match="damaged_workbook"):
        read_content(damaged_inside(workbook({"P": POLES * 50})))


def zeros_of(beginning: str, element: str, times: int, end: str) -> bytes:
    return (beginning + element * times + end).encode()


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("sharedStrings", zeros_of("<sst>", "<si><t>a</t></si>", 5_000_000, "</sst>")),
        ("sharedStrings", zeros_of("<sst>", "<si/>", 5_000_000, "</sst>")),
        ("styles", zeros_of("<styleSheet><cellXfs>", '<xf numFmtId="14"/>', 200_000, "</cellXfs></styleSheet>")),
        ("styles", zeros_of("<styleSheet>", "<font/>", 2_000_000, "</styleSheet>")),
        ("workbook", zeros_of("<workbook><sheets>", '<sheet name="a"/>', 500_000, "</sheets></workbook>")),
        ("sheet1", zeros_of("<worksheet>", "<a>", 100_000, "</worksheet>")),
        ("sheet1", zeros_of("<worksheet><sheetData><row>", '<c t="str"><v>a</v></c>', 1_000_000, "</row>")),
    ],
    ids=["shared strings", "blank shared strings", "formats", "fonts", "sheets", "depth", "cells"],
)
def test_a_part_that_explodes_is_refused(part: str, content: bytes):
    bomb = with_parts(workbook({"P": POLES}), **{part: content})
    with pytest.raises(UnreadableFile):
        read_content(bomb)


def test_more_rows_than_the_bound_are_refused_whatever_the_sheet():
    with pytest.raises(UnreadableFile, match="too_many_rows"):
        read_content(workbook({"A": POLES, "B": POLES}), limits=Limits(max_rows=5))


OLD = (
    "ABzY8000000t4+>O-NKx6#nj;AII`%Gz~P6LCDGki8gI?DooobTJ%d`<M^n_ah{A$Sc|f3b`?RZqK#pTHdX}vP(kfl1V$}_AkbPx"
    "tH7Xz`a0*#eWs=`10@*m8}7OHo^#K+=iPJeeRtm5@sf#=2bGgpghqHUYv;p1kEf{QJDng%Zrj{+>Hrnn#i~MnfCB0F;aTCEJdPp9"
    "dlCljdtVU+K2te{KD1d0Gqi%(Ej~mP`_Q1glzRqlQ7J-&_*E)2Ds-LDdouR9(4E4$BD8_VPN<_854Y9s(0P2=s1{ifQH95%^HDh4"
    "P>$D}$LFu9%vc|GC1a8JDic(B3or@_X^WXKliV-H9jpPGn(A9y>yHp7P)6Y%#Sc3KOga1dWys~PEMI~6KNs@zmf;5|h>Q8x4KFYR"
    "`?%s{PNNVVUY7XKJ{33n({xlH@N;SeC^e!dW2epjY3%1*kki})B&=S_l&IC)n@X5#xz%lU_F4S{kvLg8Wu=lnU~eQIH>ulf#Rf^I"
    "CH2)WG-(cy^kB?P4T?!QP=X5%ltS5N1w^}1EbS86Y(a8q`tJ94tzGTmPT>s6OC<BE*~rfY8y8rEl#4{-5z3NU(by{VqFCJ^?Mk6#"
    "^!!xUw3q8f^RSG$B+?q1XS?8ic+<T0W@@Lubv&s`e+h4)_E^j0*|M<@;Sp5RVs(=~|AtYg>eS5}jHh9zR{Bu-B(&m>11ewywePlm"
    "pB7_A!T?$iMyAKBqvm>sUaL&cLp_hSrIxUz#Fkf&S7M8zgBRqR5?i+~^Wk~*p+R=oiXm1PS~0|mUt7t<i-UR2;2vA)I-$^Ll;RN&"
    "rQ`NDRw4(CIr(bM0kv!nIFVILMwVAb)*VZ&y9*aCT)1%I!bKKP`a0#&mujEBuI1_PIx|#e-OnWdE%w2p-vIrk+=B$wNu0?kf7ZjN"
    "99t?&9p`%?;}FfBL=U>ekDi?Km#*7t{_|w582o!%DA)OCbMf;Z&;JV?z`;2H761S"
)
"""« nom, commune, code_postal, jour » in an old .xls with a hidden sheet, made by xlwt 1.3, compressed by gzip."""


def test_an_old_workbook_is_read_in_a_process_of_its_own():
    tables = read_tables(gzip.decompress(base64.b85decode(OLD)))
    assert [(table.headers, table.rows) for table in tables] == [
        (
            ("nom", "commune", "code_postal", "jour"),
            (("Halle", "Foix", "9000", "2021-03-04"), ("Gué", "Guéret", "23000", "")),
        )
    ]
    assert [(f.code, f.value) for f in tables[0].findings] == [
        ("sheets_read", "Pôles (2)"),
        ("sheets_left_aside", "Archives"),
    ]


@pytest.mark.parametrize("length", [8, 512, 3000])
def test_an_old_workbook_cut_short_says_so(length: int):
    with pytest.raises(UnreadableFile, match="old_excel_format"):
        read_content(gzip.decompress(base64.b85decode(OLD))[:length])


@pytest.mark.parametrize(
    ("stream", "code"), [("EncryptedPackage", "protected_file"), ("WordDocument", "document_format")]
)
def test_what_has_the_container_of_an_old_workbook_is_named(stream: str, code: str):
    with pytest.raises(UnreadableFile, match=code):
        read_content(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + stream.encode("utf-16-le") + b"\0" * 500)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("_x005F_x0041_", "_x0041_"), ("a_x000D_b", "a\rb"), ("_x0041_", "_x0041_"), ("_x005F_x", "_x005F_x")],
)
def test_what_looks_like_an_escaped_character_is_read_as_it_was_typed(written: str, meant: str):
    assert unescaped(written) == meant
