"""The catalogue on disk: GeoParquet named by its content hash, written whole or not at all, rebuilt when damaged."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pyarrow as pa

from dashboard.config import Settings
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.tables import CONTACT_COLUMNS
from dashboard.core.files.code_digest import code_digest
from dashboard.core.files.table import Limits, read_file, read_tables
from dashboard.core.geocoding.load import load_places
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.intake.building import CheckedFile, build_catalogue
from dashboard.core.intake.checking_poles import check_poles
from dashboard.core.intake.locator import Locator
from dashboard.core.intake.staff_columns import STAFF_FIELDS, StaffColumns, staff_columns, staff_of
from dashboard.core.intake.store_file import from_bytes, to_bytes
from dashboard.errors import CatalogueMissing

LICENCE = "Licence Ouverte 2.0"
OWN_FILES_LIMITS = Limits(max_bytes=1_000_000_000, max_inflated_bytes=2_000_000_000, max_rows=1_000_000)
"""The files that the host chose are trusted to be big; those of visitors are not."""

_KEPT = 5
MADE_BY = tuple(f"core/{room}" for room in ("fields", "files", "geography", "geocoding", "catalogue", "intake"))
"""The rooms that a catalogue is made by: a comment in another one leaves the stored ones valid."""


def open_catalogue(
    files: Sequence[Path],
    *,
    reference: Path,
    store: Path | None,
    load_places: Callable[[], tuple[Gazetteer, Locator]],
    licence: str = LICENCE,
    columns: Path | None = None,
) -> Catalogue:
    """The catalogue of these files: from the `store` folder if it holds the very same, else built and stored.

    `reference` is the folder of the geography, `load_places` what reads it, called only to build. A store that cannot
    be read or written only costs time. `columns` is the file of `read_staff_columns`. CatalogueMissing if a file is not
    there.
    """
    missing = [path.name for path in files if not path.is_file()]
    if missing or not files:
        raise CatalogueMissing("missing_data", ", ".join(missing))
    contents = [(path.name, path.read_bytes()) for path in files]
    content_hash = hash_content([*contents, *_said_of_columns(columns)], reference, licence)
    stored = load(store, content_hash) if store is not None else None
    if stored is not None:
        return stored
    gazetteer, locator = load_places()
    fixed = read_staff_columns(columns)
    tables = [read_tables(content, name=name, limits=OWN_FILES_LIMITS) for name, content in contents]
    checked = []
    for table in chain.from_iterable(tables):
        rows = check_poles(table, gazetteer=gazetteer, staff=staff_of(fixed, table.name))
        checked.append(CheckedFile(table.name, table.sha256, licence, rows, table.sheet))
    catalogue = build_catalogue(checked, gazetteer, locator, content_hash=content_hash)
    if store is not None:
        save(catalogue, store)
    return catalogue


def open_site_catalogue(settings: Settings) -> Catalogue:
    """The catalogue of the files that the settings name, kept where they say; raises as `open_catalogue` does.

    Without the contact details, unless the settings show them: nothing of the site can tell what its catalogue has not.
    """
    catalogue = open_catalogue(
        settings.poles,
        reference=settings.reference,
        store=settings.cache,
        load_places=lambda: load_places(settings.reference),
        columns=settings.colonnes,
    )
    return catalogue if settings.contacts else catalogue.without(CONTACT_COLUMNS)


def is_stored(
    files: Sequence[Path], *, reference: Path, store: Path, licence: str = LICENCE, columns: Path | None = None
) -> bool:
    """Whether the store holds the very catalogue of these files; OSError if one cannot be read."""
    contents = [(path.name, path.read_bytes()) for path in files]
    content_hash = hash_content([*contents, *_said_of_columns(columns)], reference, licence)
    return any(store.glob(f"{_stem(content_hash)}-*.parquet"))


def read_staff_columns(path: Path | None) -> StaffColumns:
    """What `colonnes.csv` fixes, {} without a file; raises as `read_file` and `check_table` do."""
    return staff_columns(read_file(path, fields=STAFF_FIELDS)) if path is not None else {}


def _said_of_columns(columns: Path | None) -> list[tuple[str, bytes]]:
    return [(columns.name, columns.read_bytes())] if columns is not None else []


def hash_content(contents: Iterable[tuple[str, bytes]], reference: Path, licence: str) -> str:
    """SHA-256 of all that a catalogue is made from: the files, the reference geography, the rules (our own code)."""
    digest = sha256(licence.encode())
    for name, content in contents:
        digest.update(name.encode() + b"\0" + sha256(content).digest())
    digest.update(code_digest(*MADE_BY).encode())
    for path in sorted(reference.glob("*.parquet")):
        digest.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def save(catalogue: Catalogue, store: Path) -> bool:
    """Write the catalogue, whole or not at all; False if the disk refuses, which only means building it again.

    The file is named by what the catalogue was made from, then by its own SHA-256. The latest five are kept.
    """
    content = to_bytes(catalogue)
    path = store / f"{_stem(catalogue.content_hash)}-{sha256(content).hexdigest()[:32]}.parquet"
    try:
        store.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=store, prefix=".catalogue-", suffix=".tmp")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        return False
    _forget_oldest(store, kept=path)
    return True


def load(store: Path, content_hash: str) -> Catalogue | None:
    """The catalogue made from this, None if the store does not hold it, or only damaged."""
    for path in sorted(store.glob(f"{_stem(content_hash)}-*.parquet")):
        try:
            content = path.read_bytes()
        except OSError:
            continue
        if sha256(content).hexdigest().startswith(path.stem.rsplit("-", 1)[-1]):
            catalogue = from_bytes(content)
            pa.default_memory_pool().release_unused()  # 160 MB of 510 at 200,000 rows
            return catalogue
    return None


def _stem(content_hash: str) -> str:
    return f"catalogue-{content_hash[:32]}"


def _forget_oldest(store: Path, *, kept: Path) -> None:
    """Delete all but the latest catalogues; another process may be deleting them too."""
    ages = {}
    for path in store.glob("catalogue-*.parquet"):
        with suppress(OSError):
            ages[path] = path.stat().st_mtime
    for path in sorted(ages, key=ages.__getitem__, reverse=True)[_KEPT:]:
        if path != kept:
            with suppress(OSError):
                path.unlink()


_ROOT = Path(__file__).resolve().parents[3]
_LONGEST_S = 600


def build_apart(files: Sequence[Path], *, reference: Path, store: Path, columns: Path | None = None) -> None:
    """Have the catalogue of these files in the store, if that can be: `python -m dashboard build`, unless it is there.

    Whatever goes wrong is left to `open_catalogue`, which builds where it is called and says what is the matter.
    A server that built its catalogue itself holds 70 MB more at 116 rows, 200 MB more at 200,000.
    """
    with suppress(OSError, subprocess.TimeoutExpired):
        if not is_stored(files, reference=reference, store=store, columns=columns):
            command = [sys.executable, "-m", "dashboard", "build", *map(str, files)]
            command += ["--reference", str(reference), "--depot", str(store)]
            subprocess.run(command, cwd=_ROOT, timeout=_LONGEST_S, capture_output=True, check=False)
