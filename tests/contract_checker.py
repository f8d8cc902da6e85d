"""The checker of the contract's meaning that lies with the development data."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable

from tests.shared_files import SHARED


def load_contract() -> Callable[..., list[str]]:
    """`problems(analysis document, rejected=...)`: what breaks the contract."""
    spec = importlib.util.spec_from_file_location("contract", SHARED / "score" / "contract.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    problems: Callable[..., list[str]] = module.problems
    return problems
