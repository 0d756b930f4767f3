"""Dutch text: tokens, a codebook, suggestions, themes to read by, keyness and agreement; knows no traject.

Everything here takes texts or frames and returns frames. Reported numbers come from a codebook and human review;
what is found without a human (`find_themes`) is a reading aid and says so.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgerdata.text.codebook import Codebook
    from burgerdata.text.tokens import count_duplicates, lemmatize, tokenize, tokenize_texts

_HOMES = {
    "Codebook": "codebook",
    "count_duplicates": "tokens",
    "lemmatize": "tokens",
    "tokenize": "tokens",
    "tokenize_texts": "tokens",
}

__all__ = ["Codebook", "count_duplicates", "lemmatize", "tokenize", "tokenize_texts"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: scikit-learn is not loaded to read a codebook."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
