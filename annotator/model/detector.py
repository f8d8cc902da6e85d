"""What a detector says about itself, ours and those of plug-ins."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.vocabulary import DisagreementKind, FlagKind


@dataclass(frozen=True, slots=True)
class DetectorInfo:
    """Names a rule, so that every suggestion can say which one made it."""

    name: str
    version: str
    """Another one where the detector finds something else: stories are then analysed again."""
    kind: DisagreementKind | FlagKind | None
    """None where it finds several kinds."""
    summary: str
    """One sentence: what it looks for."""

    @property
    def label(self) -> str:
        """What its suggestions carry: "tides@2"."""
        return f"{self.name}@{self.version}"
