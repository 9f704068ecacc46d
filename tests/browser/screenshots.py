"""The README's pictures, taken from the running dashboard: `make screenshots`."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.server import find_browser, running_dashboard
from tests.browser.steps import PATIENCE_MS, wait_for_list, wait_for_map

PICTURES = Path(__file__).resolve().parent / "screenshots"
COLOURS = 256
_SETTLED_MS = 1500


@dataclass(frozen=True)
class Picture:
    """One picture: file name, address, on a phone or not, what to wait for and do before it is taken."""

    name: str
    path: str
    prepare: Callable[[Page], None]
    phone: bool = False


def see_map(page: Page) -> None:
    """The map and its list are drawn."""
    wait_for_map(page)
    wait_for_list(page)


def see_sheet(page: Page) -> None:
    """The sheet of the address is open."""
    see_map(page)
    expect(page.locator(".fiche-tiroir .fiche h2")).to_be_visible(timeout=PATIENCE_MS)


def see_programme(page: Page) -> None:
    """The phone shows the programme, where sessions run side by side."""
    see_map(page)
    page.locator('.barre-vues [data-vue="programme"]').click()
    page.locator(".programme .en-cours").first.scroll_into_view_if_needed()


def see_heading(page: Page) -> None:
    """A page is there when its first heading is."""
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=PATIENCE_MS)


PICTURES_OF_THE_README = (
    Picture("carte", "/", see_map),
    Picture("fiche", "/?secteur=culture-industries-creatives&pole=culture-cooperation", see_sheet),
    Picture("donnees", "/donnees?secteur=culture-industries-creatives", see_heading),
    Picture("croisements", "/croisements", see_heading),
    Picture("territoire", "/territoires?territoire=departement:26", see_heading),
    Picture("programme", "/programme?heure=2012-06-25T13:00", see_heading),
    Picture("telephone-carte", "/?secteur=culture-industries-creatives", see_map, phone=True),
    Picture("telephone-fiche", "/?pole=culture-cooperation", see_sheet, phone=True),
    Picture("telephone-programme", "/?heure=2012-06-25T13:00", see_programme, phone=True),
)


def take(page: Page, picture: Picture, folder: Path) -> None:
    """Write the picture, with few enough colours to stay light in the repository."""
    picture.prepare(page)
    page.wait_for_timeout(_SETTLED_MS)
    image = Image.open(BytesIO(page.screenshot()))
    image.convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        folder / f"{picture.name}.png", optimize=True
    )


def main() -> None:
    """Take them all."""
    PICTURES.mkdir(exist_ok=True)
    with running_dashboard() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        for picture in PICTURES_OF_THE_README:
            size: dict[str, Any] = {"viewport": PHONE, "is_mobile": True, "has_touch": True} if picture.phone else {}
            context = browser.new_context(**{"viewport": DESKTOP, "locale": "fr-FR", **size})
            page = context.new_page()
            page.goto(url + picture.path)
            take(page, picture, PICTURES)
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
