"""What does `annotator keys` print: the table of keys, and which of them do not come through here?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.tui.keys.action import Action, Context, printed
from annotator.tui.keys.chords import why_not_sent
from annotator.tui.keys.chosen import said
from annotator.tui.keys.presets import presets


def list_keys(actions: Sequence[Action]) -> Iterator[str]:
    """The keys by where they work, each with the name that `[keys]` takes and what it does; then the presets."""
    width = max(len(_words(a)) for a in actions)
    names = max(len(a.id) for a in actions)
    for context in Context:
        here = [a for a in actions if a.contexts[0] is context]
        if here:
            yield f"{context.value.capitalize()}"
            for action in here:
                also = ", ".join(c.value for c in action.contexts[1:])
                more = f" (also in {also})" if also else ""
                yield f"  {_words(action):{width}}  {action.id:{names}}  {said(action.description)}{more}"
            yield ""
    yield "Presets"
    for preset in presets().values():
        yield f"  {preset.name:{width}}  {preset.summary}"


def unsent_keys(actions: Sequence[Action], environment: Mapping[str, str]) -> Iterator[str]:
    """A line for each key that this terminal does not send, with what does the same; one line if all are sent."""
    silent = 0
    for action in {a.id: a for a in actions}.values():
        lost = {key: why for key in action.keys if (why := why_not_sent(key, environment))}
        rest = [printed(key) for key in action.keys if key not in lost]
        for key, why in lost.items():
            silent += 1
            instead = f"{' or '.join(rest)} does the same" if rest else "only the palette is left; give it another key"
            yield f"{printed(key)} ({action.id}): {why}; {instead}"
    if not silent:
        yield "All keys come through here, as far as can be known."


def _words(action: Action) -> str:
    return "  ".join(printed(key) for key in action.keys) or "-"
