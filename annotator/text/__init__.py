"""Characters and words, without any idea of what they say."""

from annotator.text.comparing import Stretch, compare_texts
from annotator.text.display import displayable, one_line
from annotator.text.fold import fold, fold_marks, squeeze, strip_accents
from annotator.text.language import UNDETERMINED, detect_language
from annotator.text.resources import load_table
from annotator.text.shorten import short_name

__all__ = [
    "UNDETERMINED",
    "Stretch",
    "compare_texts",
    "detect_language",
    "displayable",
    "fold",
    "fold_marks",
    "load_table",
    "one_line",
    "short_name",
    "squeeze",
    "strip_accents",
]
