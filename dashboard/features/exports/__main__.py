"""`python -m dashboard.features.exports`: rewrite datapackage.json, the schemas, the checksums in SOURCES.md."""

import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from dashboard.features.exports.datapackage import RESOURCES, read_stamps, stamp, to_datapackage, write_stamps
from dashboard.features.exports.schemas import schema_files

DATA = Path(__file__).resolve().parents[3] / "data"
SOURCES = "SOURCES.md"
DESCRIPTOR = "datapackage.json"


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file below the folder but SOURCES.md and hidden ones: path from the folder, with `/` → content."""
    paths = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    shown = {path: full for path, full in paths.items() if not any(part.startswith(".") for part in path.parts)}
    return {path.as_posix(): full.read_bytes() for path, full in shown.items() if path.as_posix() != SOURCES}


def describe(files: Mapping[str, bytes], sources: str, *, today: date) -> tuple[bytes, str]:
    """datapackage.json and SOURCES.md as they must be for these files; nothing changes if no file has changed."""
    known = read_stamps(sources)
    stamps = stamp({path: content for path, content in files.items() if path != DESCRIPTOR}, known, today=today)
    created = max(stamps[resource.path].day for resource in RESOURCES)
    package = to_datapackage(files, created=created.isoformat())
    descriptor = (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()
    stamps = stamp({**files, DESCRIPTOR: descriptor}, known, today=today)
    return descriptor, write_stamps(sources, stamps)


def main(folder: Path = DATA) -> None:
    """Rewrite these files of the folder."""
    for path, content in schema_files().items():
        (folder / "schemas" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "schemas" / path).write_bytes(content)
    sources = (folder / SOURCES).read_text(encoding="utf-8")
    descriptor, sources = describe(read_files(folder), sources, today=date.today())
    (folder / DESCRIPTOR).write_bytes(descriptor)
    (folder / SOURCES).write_text(sources, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
