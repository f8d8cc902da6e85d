"""An analysis as text that leaves the program: JSON, CSV tables, a Markdown report, a plain table."""

from annotator.export.agreement import (
    agreement_sentences,
    export_agreement_csv,
    export_agreement_json,
    tell_agreement,
)
from annotator.export.csv_tables import export_csv
from annotator.export.json_document import export_json, read_schema
from annotator.export.markdown import export_markdown
from annotator.export.table import export_table

__all__ = [
    "agreement_sentences",
    "export_agreement_csv",
    "export_agreement_json",
    "export_csv",
    "export_json",
    "export_markdown",
    "export_table",
    "read_schema",
    "tell_agreement",
]
