"""A YAML loader that gives text only: scalars as printed, no tags, no anchors, no deep nesting."""

from __future__ import annotations

from typing import Any

import yaml

MAX_DEPTH = 12  # levels of lists and mappings; scrapers use two


class TextLoader(yaml.SafeLoader):
    """PyYAML's safe loader with every scalar a string."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  the name and type are PyYAML's
    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """One node; refuses aliases, which can grow without limit, and nesting that no scraper writes."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "an alias (*) is not allowed", event.start_mark)  # type: ignore[arg-type]
        if self._depth == MAX_DEPTH:
            raise yaml.composer.ComposerError(None, None, "it is nested too deeply", event.start_mark)
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        """A mapping; refuses keys that are given twice, which YAML forbids and PyYAML lets pass."""
        node = super().compose_mapping_node(anchor)
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        twice = next((key for i, key in enumerate(keys) if key in keys[:i]), None)
        if twice is not None:
            raise yaml.composer.ComposerError(None, None, f"“{twice}” is given twice", node.start_mark)
        return node
