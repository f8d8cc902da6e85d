"""Which document of a story does a person mean on the command line?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from annotator.errors import UsageError
from annotator.model import Document

MAX_NAMED = 8  # documents that a message names; more are counted


def find_document(name: str, documents: Sequence[Document]) -> str:
    """The id of the one document that a person calls by its id, path or file name.

    Raises:
        UsageError: if there is none of that name, or several.
    """
    exact = [d.id for d in documents if name in (d.id, d.path)]
    found = exact or [d.id for d in documents if PurePath(d.path).name == name]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{name} is the name of {len(found)} documents", f"give one of the ids {', '.join(found)}")
    have = [d.path for d in documents[:MAX_NAMED]]
    rest = f" and {len(documents) - MAX_NAMED} more" if len(documents) > MAX_NAMED else ""
    raise UsageError(f"no document {name} in this story", f"it has {', '.join(have)}{rest}" if have else "it has none")
