"""What a file says is shown as it is written, and runs nowhere: not on the server, not in the browser."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard.core.fields.tables import INTERVENANT_FIELDS, POLE_FIELDS, PROGRAMME_FIELDS
from tests.browser.conftest import Visit
from tests.browser.server import running_dashboard
from tests.browser.steps import PATIENCE_MS, map_frame, sheet, wait_for_list, wait_for_map

PLACES = ("Romans-sur-Isère", "Redon", "Tarnos", "Lille", "Saint-Étienne", "Trévoux", "Annonay", "Vannes")


def payloads(trap: Path) -> list[str]:
    """Texts that other programs would run; those that reach a shell would make the file `trap`."""
    shell = f"{{{{ cycler.__init__.__globals__.os.popen('touch {trap}').read() }}}}"
    return [
        f"{shell} fin",
        f"{{% set x = joiner.__init__.__globals__.os.popen('touch {trap}').read() %}}"
        "${window.pwned=1}`${window.pwned=1}`",
        "<img src=x onerror=window.pwned=1><script>window.pwned=1</script></script>",
        "'\";window.pwned=1;//\\2019 C:\\2019\\n</textarea>",
        "budget {{ 2026",
        "![](http://127.0.0.1:9/espion.png) [lien](javascript:window.pwned=1) :material/home:",
        '=HYPERLINK("http://127.0.0.1:9/") \u2028 \u2029 fin',
        "javascript:window.pwned=1",
    ]


@dataclass(frozen=True)
class Site:
    """A dashboard whose every cell is hostile."""

    url: str
    trap: Path
    names: tuple[str, ...]


def write(path: Path, fields: tuple, rows: list[dict[str, str]], everywhere: str) -> str:
    """A file whose every column, and one that nobody declares, is hostile unless the row says otherwise."""
    keys = [*(field.key for field in fields), "colonne inconnue"]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, keys)
        writer.writeheader()
        writer.writerows([dict.fromkeys(keys, everywhere) | row for row in rows])
    return str(path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("hostile")
    trap = folder / "trap"
    texts = payloads(trap)
    dated = {"latitude": "", "longitude": "", "code_insee": "", "code_postal": "", "code_departement": ""}
    poles = [
        {"id": f"hostile-{rank}", "nom": text, "commune": place, "departement": "", "region": "", "code_region": ""}
        | dated
        for rank, (text, place) in enumerate(zip(texts, PLACES, strict=True))
    ]
    sessions = [
        {"id": "jour", "type": "evenement", "titre": texts[0], "date": "2012-06-25", "debut": "09:30", "fin": "17:00"},
        {"id": "un", "type": "table", "titre": texts[2], "debut": "10:00", "fin": "11:00"},
    ]
    common = {"parent": "", "fuseau": "Europe/Paris", "code_insee": "", "couloir": ""}
    people = [
        {"id": f"p{rank}", "seance": "un", "pole": f"hostile-{rank}", "code_insee": ""} for rank in range(len(texts))
    ]
    settings = {
        "PTCE_POLES": write(folder / "poles.csv", POLE_FIELDS, poles, texts[1]),
        "PTCE_PROGRAMME": write(
            folder / "programme.csv", PROGRAMME_FIELDS, [common | row for row in sessions], texts[3]
        ),
        "PTCE_INTERVENANTS": write(folder / "intervenants.csv", INTERVENANT_FIELDS, people, texts[5]),
        "PTCE_EDITEUR": texts[2],
        "PTCE_CONTACT": texts[0],
    }
    with running_dashboard(settings) as url:
        yield Site(url, trap, tuple(" ".join(text.split()) for text in texts))


def test_hostile_cells_are_shown_as_they_are_written_and_run_nowhere(visit: Visit, site: Site):
    page = visit("/", url=site.url)
    wait_for_map(page)
    wait_for_list(page)
    names = [" ".join(text.split()) for text in page.locator(".liste-poles .nom").all_text_contents()]
    assert sorted(name.removesuffix("projet") for name in names) == sorted(site.names)
    for button in page.locator(".liste-poles button[data-pole]").all():
        name = button.locator(".nom").text_content()
        button.click()
        expect(sheet(page).get_by_role("heading", level=2)).to_have_text(name, timeout=PATIENCE_MS)
        assert [
            link for link in sheet(page).locator("a").all() if not link.get_attribute("href").startswith("http")
        ] == []
        page.get_by_role("button", name="Fermer la fiche").click()
    expect(page.locator(".programme h2 + .rencontre strong")).to_have_text(site.names[0])
    expect(page.locator(".seance .nom").first).to_have_text(site.names[2])
    assert page.evaluate("window.pwned") is None
    assert map_frame(page).locator("body").evaluate("() => window.pwned ?? null") is None
    assert not site.trap.exists()
    page.close()


@pytest.mark.parametrize(
    "path",
    [
        "/?q=%7B%7B7*7%7D%7D%60%24%7Bwindow.pwned%3D1%7D%3Cimg%20src%3Dx%20onerror%3Dwindow.pwned%3D1%3E",
        "/?pole=%3Cscript%3Ewindow.pwned%3D1%3C%2Fscript%3E%7B%7B7*7%7D%7D&secteur=%7B%7B7*7%7D%7D%5C2019",
        "/?heure=%7B%7B7*7%7D%7D&seance=..%2F..%2Fetc%2Fpasswd",
    ],
)
def test_a_hostile_address_is_text_too(visit: Visit, site: Site, path: str):
    page = visit(path, url=site.url)
    wait_for_map(page)
    expect(page.locator(".phrase")).to_be_visible()
    assert page.get_by_text("49", exact=True).count() == 0
    assert page.evaluate("window.pwned") is None
    page.close()


@pytest.mark.parametrize("path", ["/a-propos", "/accessibilite", "/mentions-legales"])
def test_the_text_pages_show_the_hosts_words_and_the_files_names_as_text(visit: Visit, site: Site, path: str):
    page = visit(path, url=site.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=PATIENCE_MS)
    assert page.evaluate("window.pwned") is None
    assert page.locator("article img, article script").count() == 0
    assert not site.trap.exists()
    page.close()
