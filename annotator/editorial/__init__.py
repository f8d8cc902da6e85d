"""Genre of a text, and where its own voice editorialises."""

from annotator.editorial.flags import find_flags
from annotator.editorial.genre import judge_genre

__all__ = ["find_flags", "judge_genre"]
