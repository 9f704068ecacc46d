"""« Croisements » in a real browser: choices, address, filters, bars without eval, lines that are copied, a phone."""

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.steps import PATIENCE_MS, tick

CULTURE = "culture-industries-creatives"


def opened(visit: Visit, path: str = "/croisements", **options: object) -> Page:
    page = visit(path, **options)
    page.locator(".choroplethe canvas").wait_for(state="attached", timeout=PATIENCE_MS)
    page.locator(".defile table caption, .croisement-vide:not(:empty)").wait_for(state="attached", timeout=PATIENCE_MS)
    return page


def cell(page: Page, row: str, column: str) -> Locator:
    """The cell of the crosstab under a heading, on the line of a label."""
    headings = page.locator(".defile thead th").all_text_contents()
    return (
        page.locator(".defile tbody tr")
        .filter(has=page.get_by_role("rowheader", name=row, exact=True))
        .locator("th, td")
        .nth(headings.index(column))
    )


def test_the_table_follows_the_choices_and_the_address_says_them(visit: Visit):
    page = opened(visit)
    expect(page.locator(".defile caption")).to_have_text("Secteur d’activité × Réseau, membre ou cité")
    expect(cell(page, "Numérique", "Pôles")).to_have_text("6")
    page.get_by_label("Colonnes", exact=True).select_option("statut")
    expect(page.locator(".defile caption")).to_have_text("Secteur d’activité × État")
    page.get_by_label("Part de la ligne").check(force=True)
    expect(cell(page, "Énergie citoyenne", "Inconnu")).to_contain_text("moins de 5 pôles")
    expect(page.locator(".defile tbody td").filter(has_text="%").first).to_be_visible()
    page.get_by_role("button", name="Échanger lignes et colonnes").click()
    expect(page.locator(".defile caption")).to_have_text("État × Secteur d’activité")
    assert page.url.endswith("/croisements?lignes=statut&colonnes=secteur&mesure=part-colonne")
    again = opened(visit, page.url[page.url.index("/croisements") :])
    assert again.locator(".defile table").inner_text() == page.locator(".defile table").inner_text()


def test_a_filter_changes_table_bars_and_map_together(visit: Visit):
    page = opened(visit)
    tick(page, "secteur", CULTURE)
    expect(cell(page, "Culture et industries créatives", "Pôles")).to_have_text("18")
    expect(page.locator(".defile tfoot td").last).to_have_text("18")
    expect(page.locator(".notes").first).to_contain_text("18 pôles et projets, comptés")
    expect(page.locator(".st-key-barres .vega-embed .marks").first).to_be_visible(timeout=PATIENCE_MS)
    listed = [int(n) for n in page.locator(".jumeau tbody td").all_text_contents()]
    assert 0 < sum(listed) <= 18
    page.get_by_label("Départements").check(force=True)
    expect(page).to_have_url(re.compile("maille=departement"))
    expect(page.locator(".jumeau tbody th").get_by_text("Ardèche", exact=True)).to_be_attached()


def test_an_empty_selection_says_how_to_leave_it(visit: Visit):
    page = opened(visit, f"/croisements?secteur={CULTURE}&reseau=ademe&region=53")
    expect(page.get_by_text("Aucun pôle à compter avec ces filtres.")).to_be_visible()
    page.locator(".sortie").first.click()
    expect(page.locator(".defile table")).to_be_visible()


def test_the_lines_of_pandas_are_shown_and_copied(visit: Visit):
    page = opened(visit, "/croisements?region=84", permissions=["clipboard-read", "clipboard-write"])
    block = page.locator(".croisement .reproduire")
    block.locator("summary").click()
    expect(block.locator("code")).to_contain_text("poles = pd.read_csv(")
    expect(block.locator("code")).to_contain_text("région\u202f: Auvergne-Rhône-Alpes")
    block.get_by_role("button", name="Copier les lignes").click()
    expect(block.get_by_role("status")).to_have_text("Lignes copiées")
    assert page.evaluate("navigator.clipboard.readText()") == block.locator("code").text_content()
    page.get_by_label("Colonnes", exact=True).select_option("annee")
    expect(block.locator("code")).to_contain_text("periodes()")


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_the_lines_shown_run_on_the_file_offered_beside_them_and_give_the_table(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
):
    page = opened(visit, "/croisements?region=84&colonnes=financement")
    block = page.locator(".croisement .reproduire")
    block.locator("summary").click()
    block.locator("select").select_option(kind)
    expect(block.locator("code")).to_contain_text(f"read_{kind}(")
    with page.expect_download() as offered:
        block.get_by_role("link", name="Télécharger ce fichier").click()
    offered.value.save_as(tmp_path / offered.value.suggested_filename)
    monkeypatch.chdir(tmp_path)
    left: dict[str, Any] = {}
    exec(compile(block.locator("code").text_content() or "", "croisement.py", "exec"), left)
    lines = [row.locator("td").all_text_contents()[:-1] for row in page.locator(".defile tbody tr").all()]
    assert left["table"].astype(int).astype(str).values.tolist() == lines
    assert left["table"].index.tolist() == page.locator(".defile tbody th").all_text_contents()


@pytest.mark.parametrize("phone", [False, True])
def test_no_fault_of_accessibility_is_found(visit: Visit, phone: bool):
    page = opened(visit, "/croisements?mesure=part-ligne", phone=phone)
    page.locator(".croisement .reproduire summary").click()
    expect(page.locator(".croisement code")).to_contain_text("pandas")
    found = Axe().run(page, context=".st-key-croisement").response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []


def test_a_phone_shows_tables_or_filters_and_never_scrolls_sideways(visit: Visit):
    page = opened(visit, phone=True)
    expect(page.locator(".filtres")).to_be_hidden()
    width = "document.querySelector('.stMain').scrollWidth"
    assert page.evaluate(width) <= 390
    page.locator("button[data-vue=filtres]").click()
    expect(page.locator(".filtres")).to_be_visible()
    expect(page.locator(".defile table")).to_be_hidden()
    tick(page, "secteur", CULTURE)
    page.locator("button[data-vue=croisements]").click()
    expect(page.locator(".defile tfoot td").last).to_have_text("18")
    assert page.evaluate(width) <= 390
