"""A selection in the format asked for: the page, the command line and the library get the same bytes from here."""

import codecs
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.provenance import Provenance, data_date
from dashboard.core.catalogue.selection import Selection
from dashboard.features.exports.datapackage import export_datapackage
from dashboard.features.exports.dictionary import describe
from dashboard.features.exports.provenance import Citation, account_for, file_stem, provenance_text
from dashboard.features.exports.rows import ExportTable, export_fields, to_export_table
from dashboard.features.exports.words import Export
from dashboard.features.exports.write_csv import dictionary_csv, dictionary_json, to_csv
from dashboard.features.exports.write_geodata import to_geopackage, to_geoparquet
from dashboard.features.exports.write_geojson import to_geojson
from dashboard.features.exports.write_xlsx import to_xlsx


@dataclass(frozen=True)
class Exporting:
    """One selection about to be exported; `site` is the public address or "", `author` who publishes or ""."""

    catalogue: Catalogue
    selection: Selection
    site: str = ""
    author: str = ""

    @cached_property
    def table(self) -> ExportTable:
        """The rows and columns."""
        return to_export_table(self.catalogue, self.catalogue.facets.select(self.selection))

    @cached_property
    def _account(self) -> tuple[Provenance, Citation]:
        count = self.catalogue.facets.select(self.selection).count
        return account_for(self.catalogue, self.selection, count, site=self.site, author=self.author)

    @property
    def provenance(self) -> Provenance:
        """What the export says of itself."""
        return self._account[0]

    @property
    def citation(self) -> Citation:
        """How to cite it."""
        return self._account[1]

    def content(self, format_key: str) -> bytes:
        """The bytes in a format of FORMATS; KeyError for another."""
        return FORMATS[format_key].write(self)

    def file_name(self, format_key: str) -> str:
        """A telling name: `ptce_region-bretagne_7_2026-11-24.csv`."""
        stem = file_stem(self.selection, self.provenance.count, data_date(self.catalogue))
        return f"{stem}{FORMATS[format_key].ending}"


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a selection."""

    ending: str
    media_type: str
    write: Callable[[Exporting], bytes]


def _csv(exporting: Exporting) -> bytes:
    return to_csv(exporting.table, provenance_text(exporting.provenance))


def _xlsx(exporting: Exporting) -> bytes:
    return to_xlsx(
        exporting.table,
        sheet=Export.SHEET,
        provenance_sheet=Export.PROVENANCE_SHEET,
        lines=exporting.provenance.lines,
        made_on=exporting.provenance.date,
        cut=(Export.CUT_CELLS, Export.cut),
    )


def _bibtex(exporting: Exporting) -> bytes:
    return exporting.citation.bibtex.encode()


def _csl(exporting: Exporting) -> bytes:
    return (json.dumps([exporting.citation.csl], ensure_ascii=False, indent=1) + "\n").encode()


def _citation(exporting: Exporting) -> bytes:
    said = exporting.citation
    parts = {
        "filtre": exporting.provenance.words,
        "lien": exporting.provenance.link,
        "texte": said.text,
        "bibtex": said.bibtex,
        "csl": _csl(exporting).decode(),
    }
    return json.dumps(parts, ensure_ascii=False).encode()


def _package(exporting: Exporting) -> bytes:
    rows = _csv(exporting).removeprefix(codecs.BOM_UTF8)
    entries = describe(exporting.table)
    others: Mapping[str, bytes] = {
        "dictionnaire.csv": dictionary_csv(entries),
        "dictionnaire.json": dictionary_json(entries),
        "citation.bib": _bibtex(exporting),
        "citation.json": _csl(exporting),
        "LISEZMOI.txt": Export.readme(exporting.provenance.lines).encode(),
    }
    descriptor = export_datapackage(rows, export_fields(exporting.table), exporting.provenance, others=others)
    described = (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()
    return to_zip({"datapackage.json": described, "poles.csv": rows, **others})


FORMATS: Mapping[str, Format] = {
    "csv": Format(".csv", "text/csv; charset=utf-8", _csv),
    "xlsx": Format(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "geojson": Format(".geojson", "application/geo+json", lambda e: to_geojson(e.table, e.provenance.to_json())),
    "gpkg": Format(".gpkg", "application/geopackage+sqlite3", lambda e: to_geopackage(e.table, e.provenance.to_json())),
    "parquet": Format(
        ".parquet", "application/vnd.apache.parquet", lambda e: to_geoparquet(e.table, e.provenance.to_json())
    ),
    "zip": Format(".zip", "application/zip", _package),
    "bib": Format(".bib", "application/x-bibtex; charset=utf-8", _bibtex),
    "csl": Format(".csl.json", "application/vnd.citationstyles.csl+json", _csl),
    "citation": Format(".json", "application/json", _citation),
    "dictionnaire-csv": Format(
        "_dictionnaire.csv", "text/csv; charset=utf-8", lambda e: dictionary_csv(describe(e.table))
    ),
    "dictionnaire-json": Format("_dictionnaire.json", "application/json", lambda e: dictionary_json(describe(e.table))),
}
"""The formats by their public names, as the routes and the command line know them."""

DATA_FORMATS = ("csv", "xlsx", "geojson", "gpkg", "parquet", "zip")


_EPOCH = (1980, 1, 1, 0, 0, 0)


def to_zip(files: Mapping[str, bytes]) -> bytes:
    """The archive of these files, in their order, name → content; all are dated 1980, the format's first day."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return content.getvalue()
