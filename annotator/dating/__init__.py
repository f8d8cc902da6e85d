"""When a text was published: stated, or inferred from it and its neighbours."""

from annotator.dating.publication import DatingInput, Publication, date_documents

__all__ = ["DatingInput", "Publication", "date_documents"]
