"""One story on disk; no SQL, row or connection leaves this package."""

from annotator.store.packing import pack_analysis
from annotator.store.schema import SUFFIX, is_workspace
from annotator.store.store import Entry, Store, StoredDocument

__all__ = ["SUFFIX", "Entry", "Store", "StoredDocument", "is_workspace", "pack_analysis"]
