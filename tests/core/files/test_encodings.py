"""Accents: the alphabets of before Unicode are told by what they spell, and each line of a mixed file by itself."""

import pytest

from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.files.mojibake import unspoiled
from dashboard.core.files.table import read_content

HEADINGS = "nom;commune\n"
LINES = ("Épicerie du Gué;Guéret\n", "L’Atelier – prêt d’outils;Égletons\n", "Œuvre commune;Sète\n")
ROWS = (("Épicerie du Gué", "Guéret"), ("L’Atelier – prêt d’outils", "Égletons"), ("Œuvre commune", "Sète"))
WHOLE = HEADINGS + "".join(LINES)


def codes(content: bytes) -> list[tuple[int | None, str]]:
    return [(finding.row, finding.code) for finding in read_content(content).findings]


@pytest.mark.parametrize("odd", [0, 1, 2])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_line_pasted_from_windows_is_read_and_told_and_the_others_kept(odd: int, end: str):
    lines = [line.encode("cp1252" if rank == odd else "utf-8") for rank, line in enumerate(LINES)]
    content = b"".join([HEADINGS.encode(), *lines]).replace(b"\n", end.encode())
    table = read_content(content)
    assert table.rows == ROWS
    assert [(f.row, f.code, f.severity) for f in table.findings] == [
        (odd + 2, "line_in_another_encoding", Severity.WARNING)
    ]


def test_one_line_of_utf8_in_a_file_of_windows_is_the_odd_one():
    content = b"".join([(HEADINGS + LINES[0]).encode("cp1252"), LINES[1].encode(), LINES[2].encode("cp1252")])
    assert read_content(content).rows == ROWS
    assert codes(content) == [(3, "line_in_another_encoding")]


def test_a_line_has_the_number_of_its_row_when_cells_have_several_lines():
    content = 'nom;description\nA;"é\nè\nç"\nB;à\n'.encode() + "C;œuvre prêtée\n".encode("cp1252")
    assert read_content(content).rows == (("A", "é\nè\nç"), ("B", "à"), ("C", "œuvre prêtée"))
    assert codes(content) == [(4, "line_in_another_encoding")]


def test_two_cells_of_one_line_may_differ():
    content = (HEADINGS + LINES[0]).encode() + "Pré;".encode("cp1252") + "Évian\n".encode()
    assert read_content(content).rows == (ROWS[0], ("Pré", "Évian"))


def test_a_capital_before_a_no_break_space_is_no_letter_of_another_alphabet():
    content = "nom;commune\nCAFÉ\xa0;X\nRéemploi;Y\n".encode("cp1252")
    assert read_content(content).rows == (("CAFÉ\xa0", "X"), ("Réemploi", "Y"))
    assert codes(content) == []


@pytest.mark.parametrize(
    ("encoding", "end", "told"),
    [("cp1252", "\r\n", []), ("mac_roman", "\r", ["Mac Roman"]), ("mac_roman", "\n", ["Mac Roman"])],
)
def test_a_whole_file_of_an_older_alphabet_is_recognised(encoding: str, end: str, told: list[str]):
    table = read_content(WHOLE.replace("\n", end).encode(encoding))
    assert table.rows == ROWS
    assert [f.value for f in table.findings if f.code == "older_encoding"] == told


def test_the_alphabet_of_dos_is_recognised():
    table = read_content("nom;commune\nÉpicerie du Gué;Guéret\nLe Prêt;Sète\n".encode("cp850"))
    assert table.rows == (("Épicerie du Gué", "Guéret"), ("Le Prêt", "Sète"))


def test_a_file_saved_twice_is_repaired_and_told_once():
    twice = WHOLE.replace("–", "-").encode().decode("latin-1").encode()
    table = read_content(twice)
    assert table.rows == (ROWS[0], ("L’Atelier - prêt d’outils", "Égletons"), ROWS[2])
    assert [(f.row, f.code) for f in table.findings] == [(None, "text_saved_twice")]


def test_one_cell_saved_twice_is_repaired_and_told_there():
    table = read_content("nom;commune\nÉpicerie;Guéret\nPrÃªt dâ€™outils;Sète\n".encode())
    assert table.rows == (("Épicerie", "Guéret"), ("Prêt d’outils", "Sète"))
    assert table.findings == (Finding(3, "nom", "cell_saved_twice", Severity.INFO, "PrÃªt dâ€™outils"),)


@pytest.mark.parametrize(
    "right", ["SÃO PAULO", "MAÎTRE D’ŒUVRE", "L’Haÿ", "« Âge d’or »", "Ål", "n° 5 – 10 €", "CHÂTEAU"]
)
def test_a_right_cell_is_left_as_it_is(right: str):
    assert unspoiled(right) == right


@pytest.mark.parametrize(
    ("spoiled", "right"),
    [
        ("Ã‰nergie", "Énergie"),
        ("Å’uvre", "Œuvre"),
        ("La Forge Ã\xa0 idÃ©es", "La Forge à idées"),
        ("MÃƒÂ©nage", "Ménage"),
        ("lâ€™Ã©tÃ©, dâ€™accord", "l’été, d’accord"),
    ],
)
def test_a_spoiled_cell_is_repaired(spoiled: str, right: str):
    assert unspoiled(spoiled) == right


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_wide_characters_are_read_without_their_mark_too(encoding: str):
    assert read_content(WHOLE.encode(encoding)).rows == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_the_bytes_that_a_failing_disk_leaves_at_the_end_are_nothing(encoding: str):
    assert read_content(WHOLE.encode(encoding) + b"\0" * 512).rows == ROWS


def test_a_nul_byte_in_a_cell_is_removed_and_told():
    table = read_content(b"nom;commune;a_part\nFor\0ge;Foix;x\nHalle;Foix;y\0\n")
    assert table.rows == (("Forge", "Foix", "x"), ("Halle", "Foix", "y"))
    assert [(f.row, f.field, f.code) for f in table.findings] == [
        (2, "nom", "nul_characters_removed"),
        (3, "a_part", "nul_characters_removed"),
    ]
