"""One story on disk; no SQL, row or connection leaves this package."""

from annotator.store.store import Entry, Store, StoredDocument

__all__ = ["Entry", "Store", "StoredDocument"]
