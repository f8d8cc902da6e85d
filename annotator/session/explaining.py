"""Why does a workspace say what it says about one object or span, and why nothing where it says nothing?"""

from __future__ import annotations

import os
from difflib import get_close_matches

from annotator.errors import UsageError
from annotator.model import AnchorKind
from annotator.session.reading import open_to_read
from annotator.session.session import Session
from annotator.text import one_line
from annotator.view import Story, index_story
from annotator.view.explain import explain as explain_object
from annotator.view.references import Stretch, find_reference, find_targets

MAX_WORDS = 200  # characters of a span that its first line repeats
MAX_SHOWN = 60  # characters of a reference that nothing bears


def explain(workspace: str | os.PathLike[str], reference: str) -> tuple[str, ...]:
    """Lines on everything that the reference names.

    Args:
        workspace: its file, or the folder or file of the story that it lies beside.
        reference: an id, a handle such as B12 or D3, or characters of a document: B:120-180.
    Raises:
        InputError: if there is no workspace.
        UsageError: if nothing in it bears that name.
    """
    with open_to_read(workspace) as session:
        if session.needs_analysis:
            session.analyse()
        story = index_story(session.analysis)
        found = find_reference(story, reference)
        if not found:
            raise _unknown(story, reference)
        lines: list[str] = []
        for thing in found:
            lines += [""] if lines else []
            if isinstance(thing, Stretch):
                lines += _explain_stretch(session, story, thing)
                continue
            lines += explain_object(story, thing)
            if thing.kind is AnchorKind.CLAIM:
                claim = story.claim[thing.id]
                lines += _silence(session, story, Stretch(claim.document, claim.span))
        return tuple(lines)


def _explain_stretch(session: Session, story: Story, stretch: Stretch) -> list[str]:
    """What stands on a stretch of text, and why there is nothing more."""
    document, span = story.document[stretch.document], stretch.span
    words = one_line(span.text(document.text)[:MAX_WORDS])
    lines = [f"{one_line(document.path)}, characters {span.start}-{span.end}: “{words}”"]
    for target in find_targets(story, stretch):
        lines += explain_object(story, target)
    return lines + _silence(session, story, stretch)


def _silence(session: Session, story: Story, stretch: Stretch) -> list[str]:
    from annotator.plugins import load_rules  # here: 0.1 s that explaining a decision on a document does without
    from annotator.view.unflagged import explain_silence

    rules = load_rules(session.job().extensions).rules
    return list(
        explain_silence(
            story,
            story.document[stretch.document],
            stretch.span,
            added=rules.extensions.words,
            families=rules.families,
        )
    )


def _unknown(story: Story, reference: str) -> UsageError:
    shown = one_line(reference)[:MAX_SHOWN]
    near = get_close_matches(shown, [target.id for target in story.things], n=1, cutoff=0.7)
    hint = f"did you mean {near[0]}?" if near else "give an id of the JSON, a handle such as B12 or D3, or B:120-180"
    return UsageError(f"nothing in this story is called {shown!r}", hint)
