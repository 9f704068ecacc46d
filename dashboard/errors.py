"""What can stop the program's work, as against a defect of a row, which is a `Finding`."""


class DashboardError(Exception):
    """Something that the person in front of the screen must be told.

    `code` names the sentence to say, `detail` is what it is about.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


class UnreadableFile(DashboardError):
    """The file is no table that we read, or is damaged, or too big to be read safely; nothing of it was used."""

    CODES = frozenset(
        {
            "missing_file",
            "empty_file",
            "no_row",
            "file_too_big",
            "unknown_format",
            "document_format",
            "archive_format",
            "data_format",
            "several_files_in_archive",
            "damaged_archive",
            "unsafe_archive",
            "protected_file",
            "old_excel_format",
            "html_instead_of_table",
            "xml_instead_of_table",
            "damaged_workbook",
            "damaged_geopackage",
            "damaged_json",
            "not_a_list_of_objects",
            "unknown_projection",
            "too_many_values",
            "damaged_xml",
            "unsafe_xml",
            "not_a_schedule",
            "too_many_rows",
            "too_many_columns",
        }
    )


class UnwritableFile(DashboardError):
    """The file that was asked for cannot be written there; what was at its place is as it was."""

    CODES = frozenset({"unwritable_file", "output_is_folder", "output_folder_missing", "output_refused", "disk_full"})


class UnknownColumnLayout(DashboardError):
    """No row of the file is a header that we know: no column for the name, or none at all.

    `detail`: the headings found; for `no_name_column`, « found | accepted ».
    """

    CODES = frozenset({"no_known_column", "no_name_column"})


class GeocodingUnavailable(DashboardError):
    """The online geocoding service does not answer; `retry_after_s`: seconds to wait before trying again, if known."""

    CODES = frozenset({"geocoding_unavailable"})

    def __init__(self, detail: str = "", *, retry_after_s: float | None = None) -> None:
        super().__init__("geocoding_unavailable", detail)
        self.retry_after_s = retry_after_s


class CatalogueMissing(DashboardError):
    """There is nothing to show: no data file where the settings say, or no reference geography to place it."""

    CODES = frozenset({"missing_data", "missing_reference"})
