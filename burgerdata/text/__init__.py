"""Dutch text: tokens, a codebook, suggestions, themes to read by, keyness and agreement; knows no traject.

Everything here takes texts or frames and returns frames. Reported numbers come from a codebook and human review;
what is found without a human (`find_themes`) is a reading aid and says so.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgerdata.text.agreement import cohen_kappa, krippendorff_alpha, krippendorff_alpha_per_thema
    from burgerdata.text.codebook import Codebook
    from burgerdata.text.compounds import split_compound
    from burgerdata.text.evaluation import SuggesterEvaluation, evaluate_suggester
    from burgerdata.text.language import detect_language, detect_main_language
    from burgerdata.text.nonanswers import is_non_answer
    from burgerdata.text.suggester import CodeSuggester
    from burgerdata.text.themes import FoundThemes, find_themes
    from burgerdata.text.tokens import count_duplicates, lemmatize, tokenize, tokenize_texts
    from burgerdata.text.typical_words import keyness

_HOMES = {
    "CodeSuggester": "suggester",
    "Codebook": "codebook",
    "FoundThemes": "themes",
    "SuggesterEvaluation": "evaluation",
    "cohen_kappa": "agreement",
    "count_duplicates": "tokens",
    "detect_language": "language",
    "detect_main_language": "language",
    "evaluate_suggester": "evaluation",
    "find_themes": "themes",
    "is_non_answer": "nonanswers",
    "keyness": "typical_words",
    "krippendorff_alpha": "agreement",
    "krippendorff_alpha_per_thema": "agreement",
    "lemmatize": "tokens",
    "split_compound": "compounds",
    "tokenize": "tokens",
    "tokenize_texts": "tokens",
}

__all__ = [
    "CodeSuggester",
    "Codebook",
    "FoundThemes",
    "SuggesterEvaluation",
    "cohen_kappa",
    "count_duplicates",
    "detect_language",
    "detect_main_language",
    "evaluate_suggester",
    "find_themes",
    "is_non_answer",
    "keyness",
    "krippendorff_alpha",
    "krippendorff_alpha_per_thema",
    "lemmatize",
    "split_compound",
    "tokenize",
    "tokenize_texts",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: scikit-learn is not loaded to read a codebook."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
