"""What a filter click sends when there are many rows: a few bytes still."""

import json

from dashboard.core.address.view import View
from dashboard.core.catalogue.selection import Selection
from dashboard.features.explore.point_files import CHUNK, RowTexts, points_file
from dashboard.features.explore.view import result_list
from tests.bench.many_rows import many_poles

SHORT = 1200


def test_a_command_stays_short_whatever_is_found():
    catalogue = many_poles(20_000)
    for selection in (Selection.of(query="de la"), Selection.of(query="réemploi", region=["53"]), Selection()):
        command = result_list(catalogue, None, View(selection))
        assert len(json.dumps(command)) <= SHORT


def test_the_browser_is_told_where_long_answers_are():
    catalogue = many_poles(20_000)
    assert "mots" in result_list(catalogue, None, View(Selection.of(query="de la")))
    points = json.loads(points_file(catalogue, words="../../mots/1.json?q="))
    assert points["mots"] == "../../mots/1.json?q="


def test_the_texts_of_each_row_are_in_its_chunk():
    catalogue = many_poles(1000)
    texts = RowTexts(catalogue)
    chunks = [json.loads(texts.chunk(rank)) for rank in range(1000 // CHUNK)]
    assert [row["id"] for chunk in chunks for row in chunk] == list(catalogue.rows.index)
    assert [row["nom"] for chunk in chunks for row in chunk] == list(catalogue.rows["nom"])
    assert {len(chunk) for chunk in chunks} == {CHUNK}
    assert texts.chunk(1000 // CHUNK) is None
