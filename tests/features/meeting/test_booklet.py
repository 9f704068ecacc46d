"""The carnet and the sheets of the visits: whole, small, closed to the outside, whatever a cell says."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.cli.main import main
from dashboard.config import read_settings, settings
from dashboard.core.address.parcours import Parcours
from dashboard.features.meeting.papers.booklet import MOST_POLES
from dashboard.features.meeting.papers.visits import make_visits, three_figures, visited_poles
from dashboard.routes.meeting import paper_routes
from dashboard.site import Site, compose
from tests.helpers.meetings import make_programme

SITE = "https://carte.example"
NOTHING = Parcours((), ())
LARGEST = 500_000


class Reader(HTMLParser):
    """The elements of a document, their attributes, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.ids: list[str] = []
        self._raw = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.tags.append((tag, dict(attrs)))
        self._raw = tag if tag in ("script", "style") else ""

    def handle_data(self, data: str) -> None:
        """Keep the text, but that of scripts and styles."""
        if not self._raw:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        """Leave a script or a style."""
        self._raw = ""


def read(content: bytes) -> Reader:
    reader = Reader()
    reader.feed(content.decode())
    reader.ids = [attributes["id"] for _, attributes in reader.tags if attributes.get("id")]
    return reader


@pytest.fixture(scope="module")
def site() -> Site:
    return compose(settings())


@pytest.fixture(scope="module")
def carnet(site: Site) -> bytes:
    return site.meeting.booklet(NOTHING, address=SITE)


def test_the_carnet_is_small_and_the_same_each_time(site: Site, carnet: bytes):
    assert len(carnet) <= LARGEST
    assert site.meeting.booklet(NOTHING, address=SITE) == carnet


def test_the_carnet_has_every_session_person_and_pole(site: Site, carnet: bytes):
    reader = read(carnet)
    assert {one.removeprefix("s.") for one in reader.ids if one.startswith("s.")} == set(
        site.meeting.programme.sessions_by_id
    )
    assert {one.removeprefix("p.") for one in reader.ids if one.startswith("p.")} == set(site.catalogue.rows.index)
    assert [person.name for person in site.meeting.programme.people if person.name not in reader.text] == []
    assert len(set(reader.ids)) == len(reader.ids)
    marks = [attributes["data-pole"] for _, attributes in reader.tags if "data-pole" in attributes]
    placed = site.catalogue.rows.index[site.catalogue.rows.geometry.notna()]
    assert sorted(marks) == sorted(placed)


def test_the_carnet_asks_nothing_of_anyone(carnet: bytes):
    reader = read(carnet)
    assert {tag for tag, _ in reader.tags} & {"img", "iframe", "object", "embed", "video", "audio", "source"} == set()
    fetched = [
        attributes.get("src") or attributes.get("href") for tag, attributes in reader.tags if tag in ("script", "link")
    ]
    assert fetched == ["data:,", None]
    assert re.findall(rb"url\(|@import|fetch\(|XMLHttpRequest|sendBeacon|WebSocket", carnet) == []


def test_the_carnet_runs_its_own_script_and_no_other(carnet: bytes):
    text = carnet.decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1].replace("&#39;", "'")
    for kind in ("script", "style"):
        own = text.split(f"<{kind}>", 1)[1].split(f"</{kind}>", 1)[0]
        digest = b64encode(sha256(own.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")


HOSTILE = "</script><img src=x onerror=alert(1)>\"' {{ 7*7 }} ${7*7} <b>"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("hostile")
    cell = '"' + HOSTILE.replace('"', '""') + '"'
    poles = (
        f"id,nom,commune,code_insee,description,emplois,region\na,{cell},{cell},26281,{cell},3 {cell[1:-1] and ''},\n"
    )
    poles += f"b,{cell},,,,,{cell}\n"
    sessions = (
        f"id,type,date,debut,fin,titre,couloir,lieu,description,note\nj,evenement,2027-06-25,,,{cell},,{cell},,\n"
    )
    sessions += f"s,atelier,,09:00,10:00,{cell},{cell},,{cell},{cell}\n"
    people = f"id,seance,nom,prenom,fonction,organisation,pole,stand\n1,s,{cell},{cell},{cell},{cell},a,{cell}\n"
    for name, text in (("poles", poles), ("programme", sessions), ("intervenants", people)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    names = {f"PTCE_{name.upper()}": str(folder / f"{name}.csv") for name in ("poles", "programme", "intervenants")}
    return compose(read_settings({**names, "PTCE_CACHE": str(folder / "cache")}))


def test_whatever_a_cell_says_is_text_in_both_papers(hostile: Site):
    files = (
        hostile.meeting.booklet(NOTHING, address=""),
        hostile.meeting.visits(("a", "b"), address=SITE),
    )
    for content in files:
        reader = read(content)
        assert HOSTILE in reader.text
        assert {tag for tag, _ in reader.tags} & {"img", "b"} == set()
        assert [a for _, attributes in reader.tags for a in attributes if a.startswith("on")] == []
        assert content.count(b"<script") <= 1


def test_a_catalogue_too_large_keeps_the_poles_of_the_meeting_and_says_how_many_are_left_out(tmp_path: Path):
    rows = "".join(f"p{n},Pôle {n},75056,{'Un texte de description. ' * 6}\n" for n in range(900))
    (tmp_path / "poles.csv").write_text("id,nom,code_insee,description\n" + rows, encoding="utf-8")
    (tmp_path / "programme.csv").write_text(
        "id,type,date,debut,fin,titre\nj,evenement,2027-06-25,,,R\ns,atelier,,09:00,10:00,A\n", encoding="utf-8"
    )
    (tmp_path / "intervenants.csv").write_text("id,seance,nom,organisation,pole\n1,s,Ba,O,p899\n", encoding="utf-8")
    names = {f"PTCE_{name.upper()}": str(tmp_path / f"{name}.csv") for name in ("poles", "programme", "intervenants")}
    large = compose(read_settings({**names, "PTCE_CACHE": str(tmp_path / "cache")}))
    content = large.meeting.booklet(Parcours((), ("p898",)), address=SITE)
    reader = read(content)
    assert len(content) <= LARGEST
    assert len([one for one in reader.ids if one.startswith("p.")]) == MOST_POLES
    assert {"p.p898", "p.p899"} <= set(reader.ids)
    assert "550 autres pôles ne sont que sur le site" in reader.text.replace("\u202f", " ")


def test_a_site_without_a_meeting_has_a_carnet_of_its_poles(tmp_path: Path):
    alone = compose(read_settings({"PTCE_PROGRAMME": ""}))
    reader = read(alone.meeting.booklet(NOTHING, address=""))
    assert "Aucune rencontre n’est annoncée." in reader.text
    assert len([one for one in reader.ids if one.startswith("p.")]) == len(alone.catalogue.rows)
    assert "Le programme ne nomme aucun pôle." in read(alone.meeting.visits((), address="")).text


def test_each_pole_of_the_programme_has_its_sheet_and_its_sign(site: Site):
    reader = read(site.meeting.visits((), address=SITE))
    kinds = [attributes.get("class") for tag, attributes in reader.tags if tag == "article"]
    assert kinds == ["fiche", "panneau"] * 10
    assert reader.text.count("carte.example/?pole=smac-07") == 2
    assert "Ludivine Chopard" in reader.text
    assert visited_poles(site.meeting.programme)[0] == "pole-sud-archer"


def test_a_pole_with_a_stand_has_it_on_its_sheet_and_on_its_sign_and_comes_in_its_order(site: Site):
    programme, _ = make_programme(
        [{"id": "v", "type": "decouvertes", "titre": "Visites", "debut": "12h30-14h45"}],
        [
            {"id": "1", "seance": "v", "nom": "Ba", "organisation": "O", "pole": "archer", "stand": "A10"},
            {"id": "2", "seance": "v", "nom": "Cy", "organisation": "O", "pole": "domb-innov", "stand": "A2",
             "creneaux": "12h45-13h"},
        ],
        poles=frozenset({"archer", "domb-innov"}),
    )  # fmt: skip
    assert visited_poles(programme) == ("domb-innov", "archer")
    reader = read(make_visits(site.catalogue, programme, visited_poles(programme), style="", site=""))
    text = reader.text.replace("\u00a0", " ")
    assert "Visites, Stand A2, 12 h 45 – 13 h" in text
    assert text.count("Stand A2") == 2
    assert [a.get("class") for tag, a in reader.tags if tag == "article"] == ["fiche", "panneau"]


def test_without_an_address_there_is_no_code_to_scan(site: Site):
    assert b'class="scan"' not in site.meeting.visits(("smac-07",), address="")


@pytest.mark.parametrize(
    ("pole", "figures"),
    [
        ("domb-innov", [("550", "Emplois"), ("14", "Membres"), ("2011", "Création")]),
        (
            "initiatives-et-cite-lille-metropole-solidaire",
            [("500", "Emplois"), ("22", "Membres"), ("6", "Dans la région")],
        ),
        ("smac-07", [("3", "Membres"), ("2009", "Création"), ("17", "Dans la région")]),
    ],
)
def test_three_figures_are_those_of_the_row_then_those_of_its_surroundings(site: Site, pole: str, figures: list):
    rows = site.catalogue.rows
    assert [(figure.value, figure.label) for figure in three_figures(rows.loc[pole], rows)] == figures


def test_every_pole_has_three_figures_and_none_comes_from_a_name(site: Site):
    rows = site.catalogue.rows
    told = {str(pole): three_figures(row, rows) for pole, row in rows.iterrows()}
    assert {len(figures) for figures in told.values()} == {3}
    members = {figure.value for figures in told.values() for figure in figures if figure.note.startswith("AG2I")}
    assert members == set()


def test_both_papers_are_written_by_their_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    carnet, sheets = tmp_path / "carnet.html", tmp_path / "visites.html"
    assert main(["carnet", "-o", str(carnet), "--parcours", "s.leviers~p.smac-07"]) == 0
    assert main(["visites", "-o", str(sheets), "--pole", "smac-07", "--adresse", "https://a.fr/"]) == 0
    assert b'data-parcours="s.leviers~p.smac-07"' in carnet.read_bytes()
    assert "a.fr/?pole=smac-07" in read(sheets.read_bytes()).text
    assert "carnet.html\u202f: " in capsys.readouterr().out
    assert main(["visites", "-o", str(sheets), "--pole", "nulle-part"]) == 2
    assert main(["carnet", "-o", str(tmp_path / "absent" / "carnet.html")]) == 1
    assert capsys.readouterr().err.splitlines()[0] == "Pôle ou projet inconnu\u202f: nulle-part"


def test_both_papers_have_an_address_and_a_policy_of_their_own(site: Site):
    http = TestClient(Starlette(routes=paper_routes(lambda: site)))
    answer = http.get("/documents/carnet.html?parcours=s.leviers")
    assert answer.headers["content-disposition"] == 'attachment; filename="carnet.html"'
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'sha256-")
    assert 'data-parcours="s.leviers"' in answer.text
    assert 'data-site="http://testserver"' in answer.text
    sheets = http.get("/documents/visites.html?pole=smac-07&pole=domb-innov")
    assert sheets.text.count('class="fiche"') == 2
