"""One story on disk; no SQL, row or connection leaves this package."""

from annotator.store.copying import copy_older, copy_unwritable, is_older
from annotator.store.packing import pack_analysis
from annotator.store.project import Project, load_project, read_project, write_project
from annotator.store.schema import SUFFIX, is_workspace
from annotator.store.store import Entry, Store, StoredDocument
from annotator.store.versions import StoredVersion

__all__ = [
    "SUFFIX",
    "Entry",
    "Project",
    "Store",
    "StoredDocument",
    "StoredVersion",
    "copy_older",
    "copy_unwritable",
    "is_older",
    "is_workspace",
    "load_project",
    "pack_analysis",
    "read_project",
    "write_project",
]
