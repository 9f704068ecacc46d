"""« Exporter (N) »: what is filtered is what is saved, cited and described."""

from pathlib import Path

from dashboard.core.files.table import read_file


def test_the_menu_saves_what_is_filtered_and_cites_it(visit, tmp_path: Path):
    page = visit("/?region=53&secteur=alimentation-agriculture&pole=3-eva")
    button = page.locator(".exporter")
    button.click()
    shown = page.locator(".resume .phrase").get_attribute("data-shown")
    page.get_by_role("dialog").get_by_text("région : Bretagne".replace(" :", "\u202f:")).first.wait_for()
    with page.expect_download() as waiting:
        page.locator("[data-format=csv]").click()
    saved = tmp_path / "saved.csv"
    waiting.value.save_as(saved)
    assert waiting.value.suggested_filename.startswith("ptce_secteur-alimentation-et-agriculture-durables")
    assert str(len(read_file(saved).rows)) == shown
    citation = page.locator(".export-citation")
    assert "Alimentation" in citation.text_content()
    assert citation.text_content().endswith("/?secteur=alimentation-agriculture&region=53")
    page.get_by_role("button", name="BibTeX").click()
    assert citation.text_content().startswith("@misc{ptce-")
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")


def test_nothing_to_export_is_said_by_a_button_that_does_nothing(visit):
    page = visit("/?q=zzzzzz")
    page.get_by_text("Exporter (0)").wait_for()
    assert page.locator(".exporter").is_disabled()


def test_a_phone_reaches_the_menu_without_scrolling_sideways(visit):
    page = visit("/?region=53", phone=True)
    button = page.locator(".exporter")
    button.click()
    page.get_by_role("dialog").wait_for()
    box = page.locator("dialog.export").bounding_box()
    assert (box["x"], round(box["width"])) == (0, 390)


def test_the_dictionary_opens_from_the_menu(visit):
    page = visit("/dictionnaire")
    page.locator("#colonne-secteurs summary").click()
    page.locator("#colonne-secteurs").get_by_text("numerique", exact=True).wait_for()
